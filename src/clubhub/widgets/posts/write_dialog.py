"""Writing a post: the text at one side, at the other how it looks and whom it reaches, while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QSplitter, QWidget

from clubhub.domain.audiences import Membership
from clubhub.domain.changes import Changes
from clubhub.domain.placeholders import PLACEHOLDERS
from clubhub.domain.posts import Post
from clubhub.domain.reach import roads_sentence
from clubhub.services.post_readers import Rehearsal
from clubhub.services.posts import PostChoices
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.posts import keep_post, left_out_sentence, post_field_names, post_values
from clubhub.widgets.controls import column, label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.posts.audience_field import AudienceField
from clubhub.widgets.posts.text_view import SafeTextView
from clubhub.widgets.theme import set_property

if TYPE_CHECKING:
    from clubhub.services.posts import PostService

PAUSE_MS = 120
"""After the last key before the preview follows."""

MOST_CHARS = 160
"""Of a text that somebody else has written: enough to know it by."""


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
        self._post = post
        self._membership: Membership | None = None
        self._is_ahead = False
        self.title = QLineEdit(post.title if post else "")
        self.audience = AudienceField()
        self.event_box = QComboBox()
        self.body_text = QPlainTextEdit(post.body if post else "")
        self.body_text.setTabChangesFocus(True)
        self.preview = SafeTextView(shell.theme, _("Preview"))
        self.reaches = label(tone="text2", wrap=True)
        self.problem = label(tone="danger", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._lay_out()
        self.keeping = Keeping(self, self, self._keeper(), anew=_("Keep it as a new post"))
        self._connect()
        self.audience.set_rule(post.audience if post else "")
        self.resize(min(1080, parent.window().width() - 60), min(720, parent.window().height() - 60))
        self.title.setFocus()
        self._load_choices()

    def begin(self, rule: str, title: str = "", body: str = "") -> None:
        """Fill in what is known already; the writer goes on from there."""
        self.audience.set_rule(rule)
        self.title.setText(title)
        self.body_text.setPlainText(body)
        if title:
            self.body_text.setFocus()
            self.body_text.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def _posts(self) -> "PostService":
        return self._shell.services.posts

    def accept(self) -> None:
        """Keep it, then close; a refusal is shown and the dialog stays."""
        if self.form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        """The names of the fields are those of a Post."""
        is_known = self.event_box.count() or self._post is None
        return {
            "title": self.title.text().strip(),
            "audience": self.audience.rule(),
            "event_id": self.event_box.currentData() if is_known or self._post is None else self._post.event_id,
            "body": self.body_text.toPlainText(),
        }

    def show_values(self, values: Values) -> None:
        self.title.setText(values["title"])
        self.audience.set_rule(values["audience"])
        self.event_box.setCurrentIndex(max(0, self.event_box.findData(values["event_id"])))
        self.body_text.setPlainText(values["body"])

    def tell(self, name: str, value: object) -> str:
        words = " ".join(str(value or "").split())
        if name == "event_id":
            words = self.event_box.itemText(max(0, self.event_box.findData(value)))
        if len(words) > MOST_CHARS:
            words = _("{beginning}…").format(beginning=words[:MOST_CHARS])
        return _("{field}: {value}").format(field=post_field_names()[name], value=words)

    def _keeper(self) -> Keeper:
        posts, shown = self._posts, self._post
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: keep_post(posts, seen, values),
            values_of=post_values,
            read=(lambda: posts.open(shown.id).post) if shown else None,
            seen=shown,
        )

    def _lay_out(self) -> None:
        known = " ".join(f"{{{word}}}" for word in PLACEHOLDERS)
        self.form = Form(
            [
                Field(name=_("Title"), widget=self.title, check=self._check_title),
                Field(
                    name=_("Who it is for"),
                    widget=self.audience,
                    help=_("Like: group: Parents A, not silent: Summer trip"),
                ),
                Field(name=_("Event"), widget=self.event_box, help=_("Its roster and contact go with the post.")),
                Field(
                    name=_("Text"),
                    widget=self.body_text,
                    help=_("Each reader’s own words: {known}").format(known=known),
                ),
            ]
        )
        self.body_text.setMinimumHeight(7 * self._shell.theme.line_height())
        side = QWidget()
        side.setLayout(
            column(label(_("Preview"), kind="strong"), self.preview, self.reaches, self.problem, margins=(16, 0, 0, 0))
        )
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        writing = QWidget()
        writing.setLayout(column(self.form, margins=(0, 0, 16, 0)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(writing)
        self.splitter.addWidget(scroll)
        self.splitter.addWidget(side)
        self.splitter.setSizes([560, 480])
        self.body.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        for changed in (self.title.textChanged, self.body_text.textChanged, self.audience.changed):
            changed.connect(self._wait)
        self.event_box.activated.connect(self._load_choices)
        self._timer.timeout.connect(self._rehearse)
        self.keeping.finished.connect(self._finish)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)

    @Slot()
    def _wait(self) -> None:
        self._timer.start(PAUSE_MS)

    @Slot()
    def _load_choices(self) -> None:
        """The names that an audience can have depend on the event."""
        event_id = (
            self.event_box.currentData() if self.event_box.count() else (self._post.event_id if self._post else None)
        )
        posts = self._posts
        self._shell.jobs.run("", lambda _progress: posts.choices(event_id), self._offer, owner=self, quiet=True)

    def _offer(self, choices: PostChoices) -> None:
        self._membership = choices.membership
        self.audience.offer(choices.membership)
        if not self.event_box.count():
            self.event_box.addItem(_("None, or the one that the audience names"), None)
            for event in choices.events:
                self.event_box.addItem(event.name, event.id)
            chosen = self.event_box.findData(self._post.event_id) if self._post and self._post.event_id else 0
            self.event_box.setCurrentIndex(max(0, chosen))
        self._rehearse()

    @Slot()
    def _rehearse(self) -> None:
        """One rehearsal at a time; keys typed meanwhile are rehearsed after it."""
        if self._membership is None or self._is_ahead:
            return
        self._is_ahead = True
        title, body, rule, membership = (
            self.title.text(), self.body_text.toPlainText(), self.audience.rule(), self._membership
        )  # fmt: skip
        posts = self._posts
        self._shell.jobs.run("", lambda _progress: posts.rehearse(title, body, rule, membership),
                             self._show_rehearsal, owner=self, quiet=True)  # fmt: skip

    def _show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self._is_ahead = False
        self.preview.show_html(rehearsal.html)
        readers = rehearsal.readers
        parts = [f"{readers.words}: {roads_sentence(readers.reach) or _('nobody is reached')}"]
        parts += [left_out_sentence(readers.reach)] if readers.reach.unreached else []
        self.reaches.setText("" if readers.problem else ". ".join(parts) + ".")
        self._say(rehearsal.problem)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        set_property(self.audience.field, "state", "danger" if problem and not self.reaches.text() else "")

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self.kept.emit(changes)
        super().accept()

    def _check_title(self) -> str:
        return "" if self.title.text().strip() else _("Give the post a title.")
