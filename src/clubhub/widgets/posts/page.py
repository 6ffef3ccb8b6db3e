"""The Posts page: the list with its filter at the start, the chosen post beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.change_kinds import CLUB, PEOPLE, POLLS, POSTS, ROSTERS
from clubhub.domain.changes import Changes
from clubhub.domain.ids import PostId
from clubhub.domain.posts import Post
from clubhub.services.post_readers import PostLine
from clubhub.services.posts import ShownPost
from clubhub.support.texts import _
from clubhub.viewmodels.posts import matching, post_model
from clubhub.widgets.controls import button, column, filter_field, label, row, surface
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.posts.detail import PostDetail
from clubhub.widgets.posts.post_list import PostListView
from clubhub.widgets.posts.sides import Sides
from clubhub.widgets.posts.ways_out import WaysOut
from clubhub.widgets.posts.write_dialog import WriteDialog
from clubhub.widgets.theme import set_property


class PostsPage(Page):
    """Posts are written, read, edited, removed and taken out here."""

    kinds = POSTS | PEOPLE | ROSTERS | POLLS | CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._lines: Sequence[PostLine] = ()
        self._wanted: PostId | None = None
        self.model = post_model(self)
        self.list = PostListView(self.model, shell.theme)
        self.detail = PostDetail(shell.theme)
        self.ways_out = WaysOut(self, shell, self.detail)
        self.filter = filter_field(_("Type to filter"), _("Filter the posts"))
        self.write_button = button(_("Write"), self.write, look="primary", icon="write", name="write")
        self.nothing_found = label(_("No post has these words."), tone="text2", wrap=True)
        self.nothing_found.hide()
        self._lay_out()
        self._connect()

    def first_control(self) -> QWidget:
        return self.filter

    def refresh(self) -> None:
        services = self.shell.services
        self.shell.jobs.run("", lambda _progress: services.posts.lines(), self._show_lines, owner=self, quiet=True)

    def open_target(self, target: object) -> None:
        """A post's id; or ("new-for", an audience's rule) to write a post for it, perhaps with its title and text."""
        if isinstance(target, tuple) and target[:1] == ("new-for",):
            dialog = self.write()
            dialog.begin(*target[1:])
            dialog.rejected.connect(self.shell.go_back)
        elif isinstance(target, int):
            self._wanted = PostId(target)
            self.filter.clear()
            self.sides.open_detail()
            self._show_matching()

    @property
    def is_at_beginning(self) -> bool:
        return not self.sides.hides_list

    def show_beginning(self) -> None:
        self._show_list()

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [(_("Write a post"), self.write)]
        if self.detail.shown is not None:
            found += [(_("Edit this post"), self.edit), (_("Remove this post"), self.remove), *self.ways_out.commands()]
        return found

    @Slot()
    def write(self) -> WriteDialog:
        """Open the dialog for a new post."""
        return self._open_dialog(None)

    @Slot()
    def edit(self) -> WriteDialog | None:
        """Open the dialog on the post that is shown."""
        return self._open_dialog(self.detail.shown.full.post) if self.detail.shown else None

    @Slot()
    def remove(self) -> None:
        """Take the post that is shown out; the banner offers to undo it."""
        post_id = self.list.current_id()
        if post_id is not None:
            services = self.shell.services
            self.shell.jobs.run(
                _("Removing the post"), lambda _progress: services.posts.remove(post_id), self.shell.done, owner=self
            )

    def _open_dialog(self, post: Post | None) -> WriteDialog:
        dialog = WriteDialog(self, self.shell, post)
        dialog.kept.connect(self._take_kept)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        head = row(label(_("Posts"), kind="title"), None, self.write_button)
        top = column(head, self.filter, self.nothing_found, margins=(20, 20, 20, 8), space=12)
        self._side = surface("sheet", column(top, row(self.list, margins=(8, 0, 8, 0)), space=0))
        set_property(self._side, "line", "end")
        self.sides = Sides(self._side, self.detail, self.shell.theme)
        self._first = button(_("Write the first post"), self.write, look="primary", icon="write", name="first")
        sentence = _("Nothing was announced yet. A post goes out as chat text, mail, page or sheet for the wall.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sides)
        self._stack.addWidget(EmptyState("posts", sentence, self._first))
        self.setLayout(column(self._stack))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show_matching)
        self.filter.returnPressed.connect(self.list.setFocus)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list.setFocus)
        self.list.chosen.connect(self._open)
        self.list.clicked.connect(self.sides.open_detail)
        self.list.activated.connect(self.sides.open_detail)
        self.detail.list_wanted.connect(self._show_list)
        self.sides.turned.connect(self._follow_sides)
        self.detail.edit_wanted.connect(self.edit)
        self.detail.removal_wanted.connect(self.remove)

    def _show_lines(self, lines: Sequence[PostLine]) -> None:
        self._lines = lines
        shown = self.detail.shown.full.post if self.detail.shown else None
        if shown and all(line.post.id != shown.id for line in lines):
            self.detail.shown = None
            self.tell_gone(shown.title)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._show_matching()
        self._open(self.list.current_id())

    @Slot()
    def _show_matching(self) -> None:
        found = matching(self._lines, self.filter.text())
        kept = self._wanted or self.list.current_id()
        self.model.set_rows(found)
        self.nothing_found.setVisible(bool(self._lines) and not found)
        if self.list.choose(kept):
            self._wanted = None
        elif self._wanted is None:
            self.list.choose(None)
        self.sides.show_detail(is_there=bool(found))

    @Slot(object)
    def _open(self, post_id: PostId | None) -> None:
        if post_id is not None:
            services = self.shell.services
            self.shell.jobs.run("", lambda _progress: services.posts.open_shown(post_id), self._show, owner=self,
                                on_failed=self._miss, quiet=True)  # fmt: skip

    def _show(self, shown: ShownPost) -> None:
        """An answer for a post that was left meanwhile is passed over."""
        if shown.full.post.id == self.list.current_id():
            self.detail.show_post(shown)

    def _miss(self, _error: Exception) -> None:
        """The post has just gone: the list hears of it by itself."""
        self.detail.shown = None

    @Slot(object)
    def _take_kept(self, changes: Changes) -> None:
        self._wanted = next((PostId(post_id) for post_id in changes.ids.get("posts", ())), None)
        self.sides.open_detail()
        self.shell.done(changes)

    @Slot()
    def _show_list(self) -> None:
        self.sides.close_detail()
        self.list.setFocus()

    @Slot()
    def _follow_sides(self) -> None:
        """The way back is there where the post covers the list, and has the focus that the list has lost."""
        is_covered = self.sides.covers and self.sides.has_detail
        self.detail.back.setVisible(is_covered)
        if is_covered and self.detail.isVisible() and self.isVisible() and self.focusWidget() in (None, self.list):
            self.detail.back.setFocus()
