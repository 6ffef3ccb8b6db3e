"""Writing a post: the text at one side, at the other how it looks, while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import EventId
from clubhub.domain.posts import Post
from clubhub.services.post_readers import Rehearsal
from clubhub.services.posts import PostChoices
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper
from clubhub.viewmodels.posts import keep_post, post_values
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.posts.post_form import PostForm
from clubhub.widgets.posts.rehearsal_view import RehearsalView

if TYPE_CHECKING:
    from clubhub.services.posts import PostService

PAUSE_MS = 120
"""After the last key before the preview follows."""


class WriteDialog(Dialog):
    """A new post, or an edited one. What is refused is said here, and what was typed stays."""

    kept = Signal(object)
    """The Changes of a kept post."""

    def __init__(self, parent: QWidget, shell: Shell, post: Post | None = None) -> None:
        super().__init__(
            parent,
            _("Edit the post") if post else _("Write a post"),
            _("In Markdown: **bold**, # heading, - list. Nothing is sent from here."),
            accept=_("Keep the post"),
        )
        self._shell = shell
        self._choices: PostChoices | None = None
        self._is_rehearsing = False
        self._is_behind = False
        self.fields = PostForm(shell.theme, post)
        self.rehearsal = RehearsalView(shell.theme)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._lay_out()
        self.keeping = Keeping(self, self.fields, self._keeper(post), anew=_("Keep it as a new post"))
        self._connect()
        self.resize(min(1080, parent.window().width() - 60), min(720, parent.window().height() - 60))
        self.fields.title.setFocus()
        self._load_choices()

    def begin(self, rule: str, title: str = "", body: str = "") -> None:
        """Fill in what is known already; the writer goes on from there."""
        self.fields.begin(rule, title, body)

    @property
    def _posts(self) -> "PostService":
        return self._shell.services.posts

    def accept(self) -> None:
        """Keep it, then close; a refusal is shown and the dialog stays."""
        if self.fields.is_complete():
            self.keeping.save()

    def _keeper(self, shown: Post | None) -> Keeper:
        posts = self._posts
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: keep_post(posts, seen, values),
            values_of=post_values,
            read=(lambda: posts.open(shown.id).post) if shown else None,
            seen=shown,
        )

    def _lay_out(self) -> None:
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.fields)
        splitter.addWidget(scroll)
        splitter.addWidget(self.rehearsal)
        splitter.setSizes([560, 480])
        self.body.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.fields.changed.connect(self._wait)
        self.fields.event_chosen.connect(self._load_choices)
        self._timer.timeout.connect(self._rehearse)
        self.keeping.finished.connect(self._finish)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)

    @Slot()
    def _wait(self) -> None:
        self._timer.start(PAUSE_MS)

    @Slot()
    def _load_choices(self) -> None:
        """The names that an audience can have depend on the event."""
        event_id, posts = self.fields.event_id(), self._posts
        self._shell.jobs.run("", lambda _progress: posts.choices(event_id), self._offer, owner=self, quiet=True)

    def _offer(self, choices: PostChoices) -> None:
        self._choices = choices
        self.fields.offer(choices)
        self._rehearse()

    @Slot()
    def _rehearse(self) -> None:
        """One rehearsal at a time; keys typed meanwhile are rehearsed after it."""
        choices = self._choices
        self._is_behind = self._is_rehearsing
        if choices is None or self._is_rehearsing:
            return
        self._is_rehearsing = True
        values, posts = self.fields.values(), self._posts
        title, body, rule = values["title"], values["body"], values["audience"]
        self._shell.jobs.run("", lambda _progress: posts.rehearse(title, body, rule, choices),
                             self._show_rehearsal, owner=self, quiet=True)  # fmt: skip

    def _show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self._is_rehearsing = False
        self.rehearsal.show_rehearsal(rehearsal)
        self.fields.show_rehearsal(rehearsal)
        if self._is_behind:
            self._rehearse()
        else:
            self._follow_event(rehearsal.event_id)

    def _follow_event(self, event_id: EventId | None) -> None:
        """Without an event chosen, the shifts are of the one that the audience names."""
        choices = self._choices
        if choices is None or self.fields.event_id() is not None or event_id == choices.event_id:
            return
        posts = self._posts
        self._shell.jobs.run("", lambda _progress: posts.with_roster(choices, event_id), self._take_roster, owner=self,
                             quiet=True)  # fmt: skip

    def _take_roster(self, choices: PostChoices) -> None:
        self._choices = choices
        self._rehearse()

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self.kept.emit(changes)
        super().accept()
