"""The review of answers that came in: a list with ticks, and beside it one answer with all that is known of it."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from clubhub.domain.errors import ClubHubError
from clubhub.domain.reply_reviews import Review, ReviewItem
from clubhub.support.texts import _
from clubhub.viewmodels.polls.answers_review import (
    VERDICT,
    ReviewModel,
    ReviewRow,
    details,
    review_summary,
    talk_words,
)
from clubhub.viewmodels.table_model import ROW_ROLE, Index
from clubhub.widgets import icons
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.person_field import PersonField
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.tables import RowDelegate, RowTableView
from clubhub.widgets.theme import Theme

LEAST_LETTERS = 110
PADDING = 8


class ReviewView(QWidget):
    """`model.taken()` is what is ticked."""

    person_wanted = Signal(object, object)
    """An item, and the id of the person whose answer it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = ReviewModel(self)
        self.table = ReviewTable(self.model, theme)
        self.summary, self.talk = label(kind="strong", wrap=True), label(tone="text2", wrap=True)
        self.details = label(tone="text2", wrap=True, select=True)
        self.heading = label(kind="heading", wrap=True)
        self.person = PersonField(_("Somebody else’s answer: whose?"))
        self.refusal = label(kind="small", tone="danger", wrap=True)
        self.give = button(_("Give it to them"), self._give, name="give")
        self.tick_clear = button(_("Tick all that only lack a signature"), self._tick_clear, name="tick_clear")
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.person.taken.connect(self._give)

    def show_review(self, review: Review) -> None:
        self.model.set_review(review)
        self.person.set_people(review.people)
        self.summary.setText(review_summary(review))
        self.talk.setText(talk_words(review))
        self.talk.setVisible(bool(review.talk))
        self.tick_clear.setVisible(bool(self.model.clear_ones()))
        if review.items:
            self.table.select_id(self.model.rows[0].item.number)
        self._show_current()

    def _lay_out(self) -> None:
        whose = row(self.person, self.give)
        whose.setStretch(0, 1)
        side = QWidget()
        side.setLayout(column(self.heading, self.details, whose, self.refusal, None))
        self.refusal.hide()
        halves = Halves(self.table, side, least=LEAST_LETTERS, space=16)
        layout = column(self.summary, halves, row(self.tick_clear, None), self.talk)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def current(self) -> ReviewRow | None:
        return self.model.row(self.table.currentIndex())

    @Slot()
    def _show_current(self) -> None:
        shown = self.current()
        self.heading.setText(f"{shown.who}: {shown.item.verdict.word}" if shown else "")
        self.details.setText(details(shown) if shown else "")
        can_change = bool(shown and shown.item.read.says_something and shown.item.verdict.can_be_taken)
        self.person.setEnabled(can_change)
        self.give.setEnabled(can_change)
        self.person.clear()
        self._tell("")

    @Slot()
    def _give(self) -> None:
        shown = self.current()
        if shown is None:
            return
        try:
            person = self.person.person()
        except ClubHubError as error:
            self._tell(str(error))
            return
        self.person_wanted.emit(shown.item, person.id)

    def exchange(self, item: ReviewItem) -> None:
        """Show an item as another person's."""
        self.model.exchange(item)
        self._show_current()

    @Slot()
    def _tick_clear(self) -> None:
        self.model.tick(self.model.clear_ones(), is_ticked=True)

    def _tell(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))


class ReviewTable(RowTableView):
    """Space ticks the chosen rows, or takes their ticks away."""

    def __init__(self, model: ReviewModel, theme: Theme) -> None:
        super().__init__(model, theme, _("Answers that came in"))
        self._review = model
        self.setItemDelegate(_VerdictDelegate(theme, self))
        self.set_column_chars([24, 27, 24])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = [number for number in self.selected_ids() if isinstance(number, int)]
        if event.key() == Qt.Key.Key_Space and chosen:
            rows = [row for row in self._review.rows if row.item.number in chosen and row.can_be_ticked]
            self._review.tick(chosen, is_ticked=not all(row.is_ticked for row in rows))
        else:
            super().keyPressEvent(event)


class _VerdictDelegate(RowDelegate):
    """The verdict has a sign, its word and its colour."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == VERDICT:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        shown = index.data(ROW_ROLE)
        if index.column() != VERDICT or not isinstance(shown, ReviewRow):
            return
        ink = getattr(self.theme.colours, shown.look).ink
        side = self.theme.icon_size()
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        sign = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        words = inner.adjusted(side + PADDING, 0, 0, 0)
        painter.save()
        icons.paint(painter, QStyle.visualRect(option.direction, inner, sign), shown.sign, ink)
        painter.setPen(QColor(ink))
        painter.setFont(self.theme.font("body"))
        text = painter.fontMetrics().elidedText(shown.item.verdict.word, Qt.TextElideMode.ElideRight, words.width())
        flags = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(option.direction, inner, words), flags, text)
        painter.restore()
