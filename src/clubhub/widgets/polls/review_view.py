"""The review of answers that came in: a list with ticks, and below it one answer with all that is known of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.errors import ClubHubError
from clubhub.domain.reply_reviews import Review, ReviewItem
from clubhub.support.texts import _
from clubhub.viewmodels.polls.answers_review import (
    ReviewModel,
    ReviewRow,
    details,
    review_summary,
    talk_words,
)
from clubhub.widgets.controls import button, column, label, row, surface
from clubhub.widgets.person_field import PersonField
from clubhub.widgets.polls.review_delegate import ReviewDelegate
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

ROW_AIR = 20


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
        note = column(self.heading, self.details, whose, self.refusal, margins=(14, 10, 14, 12))
        self.refusal.hide()
        top = row(self.summary, self.tick_clear)
        top.setStretch(0, 1)
        layout = column(top, self.table, surface("sunken", note), self.talk)
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
        self.setItemDelegate(ReviewDelegate(theme, self))
        self.set_column_chars([26, 28, 36])
        self.setMinimumHeight(5 * theme.line_height() + 5 * ROW_AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = [number for number in self.selected_ids() if isinstance(number, int)]
        if event.key() == Qt.Key.Key_Space and chosen:
            rows = [row for row in self._review.rows if row.item.number in chosen and row.can_be_ticked]
            self._review.tick(chosen, is_ticked=not all(row.is_ticked for row in rows))
        else:
            super().keyPressEvent(event)
