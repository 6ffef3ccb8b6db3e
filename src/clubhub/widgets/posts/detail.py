"""One post: title, whom it is for and by which roads, its text, who is left out and why, and the ways out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QWidget

from clubhub.domain.reach import roads_sentence
from clubhub.services.posts import ShownPost
from clubhub.support.texts import _
from clubhub.viewmodels.posts import reader_words, when_words
from clubhub.widgets.controls import badge, button, column, icon_button, label, row
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.posts.readers_table import ReadersTable
from clubhub.widgets.posts.text_view import SafeTextView
from clubhub.widgets.theme import Theme, set_kind, set_property

_TEXT_CHARS = 78
_MARGIN = 36
_LEAST_LINES = 30
"""A title in less room than so many lines are high is a heading."""


class PostDetail(QScrollArea):
    """Emits what is wanted of the post that is shown; it changes nothing itself."""

    copy_wanted = Signal()
    drafts_wanted = Signal()
    page_wanted = Signal()
    sheet_wanted = Signal()
    edit_wanted = Signal()
    removal_wanted = Signal()
    list_wanted = Signal()
    """Back, where this covers the list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.shown: ShownPost | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = label(kind="title", wrap=True, select=True)
        self.by = label(tone="text2", wrap=True)
        self.audience = badge("")
        self.audience.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.roads = label(tone="text2")
        self.problem = label(tone="danger", wrap=True)
        self.text = SafeTextView(theme, _("Text of the post"), is_whole=True)
        self.reader = label(kind="small", tone="text2", wrap=True)
        self.readers = ReadersTable(theme)
        self.setWidget(self._laid_out())
        theme.changed.connect(self._fit)
        self._fit()

    def show_post(self, shown: ShownPost) -> None:
        self.shown = shown
        full = shown.full
        self.title.setText(full.post.title)
        author = full.contact.name if full.contact else ""
        self.by.setText(", ".join(part for part in (author, when_words(full.post.written_at)) if part))
        self.audience.setText(full.audience_words)
        set_property(self.audience, "badge", "danger" if full.problem else "plain")
        self.roads.setText(roads_sentence(full.reach) or _("Nobody is reached"))
        self.problem.setText(full.problem)
        self.problem.setVisible(bool(full.problem))
        self.text.show_html(shown.html)
        self.reader.setText(reader_words(shown.reader))
        self.reader.setVisible(bool(shown.reader))
        self.readers.show_reach(full.reach)
        self._fit()
        self.drafts_button.setEnabled(any(one.channel == "mail" for one in full.reach.recipients))

    def _laid_out(self) -> QWidget:
        self.edit_button = icon_button("write", _("Edit the post"), self.edit_wanted.emit)
        self.remove_button = icon_button("delete", _("Remove the post"), self.removal_wanted.emit)
        self.back = icon_button("back", _("All posts"), self.list_wanted.emit)
        head = row(self.back, column(self.title, self.by, space=2), self.edit_button, self.remove_button)
        head.setStretch(1, 1)
        for part in (self.back, self.edit_button, self.remove_button):
            head.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        to = _flowing(label(_("To"), tone="text2"), self.audience, self.roads)
        inner = QWidget()
        inner.setLayout(
            column(
                head, to, self.problem, column(self.reader, self.text, space=6), 4, self._ways_out(), 8, self.readers,
                None,
                margins=(_MARGIN, 20, _MARGIN, 24), space=12,
            )
        )  # fmt: skip
        return inner

    def _ways_out(self) -> QWidget:
        self.copy_button = button(_("Copy for a chat"), self.copy_wanted.emit, icon="copy", name="copy")
        self.drafts_button = button(_("Mail drafts…"), self.drafts_wanted.emit, icon="mail", name="drafts")
        self.page_button = button(_("Page…"), self.page_wanted.emit, icon="file", name="page")
        self.sheet_button = button(_("Sheet for the wall…"), self.sheet_wanted.emit, icon="print", name="sheet")
        return _flowing(self.copy_button, self.drafts_button, self.page_button, self.sheet_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Text no wider than can be read well; in little room a smaller title."""
        self.text.setMaximumWidth(_TEXT_CHARS * self.fontMetrics().horizontalAdvance("n"))
        room = self.viewport().width() - 2 * _MARGIN
        is_narrow = room < _LEAST_LINES * self._theme.line_height()
        set_kind(self.title, "heading" if is_narrow else "title")
        _wrap_if_needed(self.audience, room - self.fontMetrics().horizontalAdvance(_("To")) - 12)
        _wrap_if_needed(self.roads, room)


def _flowing(*parts: QWidget) -> QWidget:
    """The parts beside each other, in further lines where they don't fit."""
    holder = QWidget()
    flow = FlowLayout(holder, space=8)
    for part in parts:
        flow.addWidget(part)
    return holder


def _wrap_if_needed(part: QLabel, room: int) -> None:
    """A label that wraps asks for little width: where it must, it gets all there is."""
    is_long = part.fontMetrics().horizontalAdvance(part.text()) > room
    part.setWordWrap(is_long)
    part.setMinimumWidth(max(0, room) if is_long else 0)
