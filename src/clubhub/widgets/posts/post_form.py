"""The fields of a post: its title, whom it is for and whom that reaches, its event, its text, and what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from clubhub.domain.ids import EventId
from clubhub.domain.placeholders import PLACEHOLDERS
from clubhub.domain.posts import Post
from clubhub.services.post_readers import Rehearsal
from clubhub.services.posts import PostChoices
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Values
from clubhub.viewmodels.posts import post_field_names, readers_sentence
from clubhub.widgets.controls import column, label
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.posts.audience_field import AudienceField
from clubhub.widgets.theme import Theme, set_property

MOST_CHARS = 160
"""Of a text that somebody else has written: enough to know it by."""


class PostForm(QWidget):
    """`post` is the one that is edited, None for a new one."""

    changed = Signal()
    event_chosen = Signal()

    def __init__(self, theme: Theme, post: Post | None) -> None:
        super().__init__()
        self._post = post
        self.title = QLineEdit(post.title if post else "")
        self.audience = AudienceField()
        self.audience.set_rule(post.audience if post else "")
        self.event_box = QComboBox()
        self.body_text = QPlainTextEdit(post.body if post else "")
        self.body_text.setTabChangesFocus(True)
        self.body_text.setAccessibleName(_("Text"))
        self.body_text.setMinimumHeight(7 * theme.line_height())
        self.reaches = label(tone="text2", wrap=True)
        self.problem, self.text_problem = label(tone="danger", wrap=True), label(tone="danger", wrap=True)
        self.problem.hide()
        self.text_problem.hide()
        self._form = Form(self._fields())
        self.setLayout(column(self._form, margins=(0, 0, 16, 0)))
        for changed in (self.title.textChanged, self.body_text.textChanged, self.audience.changed):
            changed.connect(self.changed)
        self.event_box.activated.connect(self.event_chosen)

    def is_complete(self) -> bool:
        return self._form.is_complete()

    def begin(self, rule: str, title: str, body: str) -> None:
        """Fill in what is known already; the writer goes on from there."""
        self.audience.set_rule(rule)
        self.title.setText(title)
        self.body_text.setPlainText(body)
        if title:
            self.body_text.setFocus()
            self.body_text.moveCursor(QTextCursor.MoveOperation.End)

    def event_id(self) -> EventId | None:
        """The event that is chosen; before there are any to choose from, that of the post."""
        if self.event_box.count() or self._post is None:
            chosen: EventId | None = self.event_box.currentData()
            return chosen
        return self._post.event_id

    def offer(self, choices: PostChoices) -> None:
        """Complete to these names, and list these events."""
        self.audience.offer(choices.membership)
        if self.event_box.count():
            return
        known = self.event_id()
        self.event_box.addItem(_("The one that the audience names"), None)
        for event in choices.events:
            self.event_box.addItem(event.name, event.id)
        self.event_box.setCurrentIndex(max(0, self.event_box.findData(known)))

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Whom it reaches, and what is wrong beside what is wrong."""
        told, about_audience = readers_sentence(rehearsal.readers), rehearsal.readers.problem
        of_text = "" if about_audience else rehearsal.problem
        for shown, sentence in ((self.reaches, told), (self.problem, about_audience), (self.text_problem, of_text)):
            shown.setText(sentence)
            shown.setVisible(bool(sentence))
        set_property(self.audience.field, "state", "danger" if about_audience else "")

    def values(self) -> Values:
        """The names of the fields are those of a Post."""
        return {
            "title": self.title.text().strip(),
            "audience": self.audience.rule(),
            "event_id": self.event_id(),
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

    def _fields(self) -> list[Field]:
        meant, text = QWidget(), QWidget()
        meant.setLayout(column(self.audience, self.reaches, self.problem, space=4))
        text.setLayout(column(self.body_text, self.text_problem, space=4))
        known = " ".join(f"{{{word}}}" for word in PLACEHOLDERS)
        return [
            Field(name=_("Title"), widget=self.title, check=self._check_title),
            Field(name=_("Who it is for"), widget=meant),
            Field(name=_("Event"), widget=self.event_box, help=_("Its roster and contact go with the post.")),
            Field(name=_("Text"), widget=text, help=_("Each reader’s own words: {known}").format(known=known)),
        ]

    def _check_title(self) -> str:
        return "" if self.title.text().strip() else _("Give the post a title.")
