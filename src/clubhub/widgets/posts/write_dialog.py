"""Writing a post: the text at one side, at the other how it looks and whom it reaches, while one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QSplitter, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.placeholders import PLACEHOLDERS
from clubhub.domain.posts import Post
from clubhub.services.post_readers import Rehearsal
from clubhub.services.posts import PostChoices
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.posts import keep_post, post_field_names, post_values, readers_sentence
from clubhub.widgets.controls import column, label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.posts.audience_field import AudienceField
from clubhub.widgets.posts.rehearsal_view import RehearsalView
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
        self._choices: PostChoices | None = None
        self._is_ahead = False
        self.title = QLineEdit(post.title if post else "")
        self.audience = AudienceField()
        self.event_box = QComboBox()
        self.body_text = QPlainTextEdit(post.body if post else "")
        self.body_text.setTabChangesFocus(True)
        self.rehearsal = RehearsalView(shell.theme)
        self.preview = self.rehearsal.text
        self.reaches = label(tone="text2", wrap=True)
        self.problem, self.text_problem = label(tone="danger", wrap=True), label(tone="danger", wrap=True)
        self.problem.hide()
        self.text_problem.hide()
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
        meant = QWidget()
        meant.setLayout(column(self.audience, self.reaches, self.problem, space=4))
        text = QWidget()
        text.setLayout(column(self.body_text, self.text_problem, space=4))
        self.body_text.setAccessibleName(_("Text"))
        self.form = Form(
            [
                Field(name=_("Title"), widget=self.title, check=self._check_title),
                Field(name=_("Who it is for"), widget=meant),
                Field(name=_("Event"), widget=self.event_box, help=_("Its roster and contact go with the post.")),
                Field(
                    name=_("Text"),
                    widget=text,
                    help=_("Each reader’s own words: {known}").format(known=known),
                ),
            ]
        )
        self.body_text.setMinimumHeight(7 * self._shell.theme.line_height())
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
        self.splitter.addWidget(self.rehearsal)
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
        self._choices = choices
        self.audience.offer(choices.membership)
        if not self.event_box.count():
            self.event_box.addItem(_("The one that the audience names"), None)
            for event in choices.events:
                self.event_box.addItem(event.name, event.id)
            chosen = self.event_box.findData(self._post.event_id) if self._post and self._post.event_id else 0
            self.event_box.setCurrentIndex(max(0, chosen))
        self._rehearse()

    @Slot()
    def _rehearse(self) -> None:
        """One rehearsal at a time; keys typed meanwhile are rehearsed after it."""
        choices = self._choices
        if choices is None or self._is_ahead:
            return
        self._is_ahead = True
        title, body, rule = self.title.text(), self.body_text.toPlainText(), self.audience.rule()
        posts = self._posts
        self._shell.jobs.run("", lambda _progress: posts.rehearse(title, body, rule, choices),
                             self._show_rehearsal, owner=self, quiet=True)  # fmt: skip

    def _show_rehearsal(self, rehearsal: Rehearsal) -> None:
        self._is_ahead = False
        self.rehearsal.show_rehearsal(rehearsal)
        told = readers_sentence(rehearsal.readers)
        self.reaches.setText(told)
        self.reaches.setVisible(bool(told))
        about_audience = rehearsal.readers.problem
        for shown, problem in (
            (self.problem, about_audience),
            (self.text_problem, "" if about_audience else rehearsal.problem),
        ):
            shown.setText(problem)
            shown.setVisible(bool(problem))
        set_property(self.audience.field, "state", "danger" if about_audience else "")

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self.kept.emit(changes)
        super().accept()

    def _check_title(self) -> str:
        return "" if self.title.text().strip() else _("Give the post a title.")
