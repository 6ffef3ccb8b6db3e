"""What the answers come to: the best options by the chosen rule, or each shift's helpers; and who is silent."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import GridRow, PollGridModel
from clubhub.viewmodels.polls.results import (
    best_options,
    open_question,
    rule_sentence,
    shift_counts,
    too_few,
    winner,
)
from clubhub.widgets.controls import THIN_SPACE, button, column, icon_label, label, line, row, surface
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.panel_list import FoldedList, PanelList
from clubhub.widgets.polls.result_card import ResultCard
from clubhub.widgets.polls.shift_list import ShiftList
from clubhub.widgets.polls.silent_list import SilentList
from clubhub.widgets.theme import Theme, set_property
from clubhub.widgets.tokens import PANEL_WIDTH

MOST_CARDS = 5
PAUSE_MS = 60
"""Results follow the keys, but not every one of them: the grid is painted first."""


class ResultsPanel(QFrame):
    """Follows the model of the grid. What comes next stays at the foot while the rest scrolls."""

    remind_wanted = Signal()
    answer_wanted = Signal(object)
    """Type the answer of a row's person, or of nobody yet (None)."""
    roster_wanted = Signal()
    announcing_wanted = Signal(object)
    """Tell everybody of the best option: its column."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._board: PollBoard | None = None
        self._heading, self._sentence = label(kind="heading"), label(tone="text2", wrap=True)
        self._cards = [ResultCard() for _place in range(MOST_CARDS)]
        self._note_text = label(kind="small", tone="text2", wrap=True)
        self._note = QWidget()
        self.shifts, self.silent = ShiftList(theme), SilentList(theme)
        self._shifts, self._silent = FoldedList(self.shifts), FoldedList(self.silent)
        self._silent_count = label(tone="text2")
        self.remind = button(_("Remind…"), self.remind_wanted.emit, icon="send", name="remind")
        self._type = button(_("Type an answer"), self._want_answer, look="link", name="type_answer")
        self._roster = button(_("Go to the roster"), self.roster_wanted.emit, icon="events", name="go_roster")
        self._announce = button(_("Announce"), self._want_announcing, look="primary", name="announce")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_results)
        self._lay_out()
        model.counted.connect(self._timer.start)
        for listed in (self.shifts, self.silent):
            listed.shown.connect(self._follow)
        self.silent.doubleClicked.connect(self._want_answer)
        self.silent.activated.connect(self._want_answer)

    def show_board(self, board: PollBoard) -> None:
        self._board = board
        self.show_results()

    @Slot()
    def show_results(self) -> None:
        if self._board is None:
            return
        is_for_event = bool(self._board.shifts)
        self._show_shifts(self._board) if is_for_event else self._show_best()
        self._shifts.setVisible(is_for_event)
        best = None if is_for_event else winner(self._model)
        self._announce.setVisible(best is not None)
        if best is not None:
            _name_button(self._announce, _("Announce {time}…").format(time=best.short))
        self._roster.setVisible(is_for_event)
        self._note.setVisible(bool(self._note_text.text()))
        silent = [item for item in self._model.silent() if item.person]
        self._silent.set_rows(silent)
        self._silent_count.setText(_("{silent} of {all}").format(silent=len(silent), all=len(self._board.people)))
        self._silent.setVisible(bool(silent))
        self.remind.setVisible(bool(silent))
        _name_button(self.remind, _("Remind {count}…").format(count=len(silent)))

    def _show_best(self) -> None:
        best = best_options(self._model)
        self._heading.setText(_("Best by this rule"))
        self._sentence.setText(rule_sentence(self._model))
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(best))
            if place < len(best):
                card.show_option(best[place])
        self._note_text.setText(open_question(self._model))

    def _show_shifts(self, board: PollBoard) -> None:
        counts = shift_counts(self._model, board.shifts)
        self._heading.setText(_("Who can come to the shifts"))
        self._sentence.setText(_("How many can come to each time, of the places that must be filled."))
        self._shifts.set_rows(counts)
        for card in self._cards:
            card.hide()
        self._note_text.setText(too_few(counts))

    def _lay_out(self) -> None:
        note = row(self._sign(), self._note_text, space=10)
        note.setStretch(1, 1)
        note.setContentsMargins(0, 4, 0, 0)
        self._note.setLayout(note)
        verbs = WrappingLine(self.remind, self._type)
        inner = surface(
            "panel",
            column(
                column(self._heading, self._sentence, space=4), column(*self._cards, space=8), self._shifts, self._note,
                line(), row(label(_("Silent"), kind="heading"), None, self._silent_count), self._silent, verbs, None,
                margins=(20, 20, 20, 12), space=12,
            ),
        )  # fmt: skip
        self._inner = inner
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = row(self._announce, self._roster, None, margins=(20, 8, 20, 16))
        layout = column(self._scroll, foot, space=0)
        layout.setStretch(0, 1)
        whole = row(1, layout, space=0)  # the hairline at the start, on either side
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setMinimumWidth(PANEL_WIDTH)
        set_property(self, "surface", "panel")
        set_property(self, "line", "start")

    def _sign(self) -> QWidget:
        return icon_label("info", "info")

    @Slot(QRect)
    def _follow(self, place: QRect) -> None:
        """The arrows lead through a list that is longer than the panel."""
        listed = self.sender()
        if isinstance(listed, PanelList):
            at = listed.viewport().mapTo(self._inner, place.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, place.height())

    @Slot()
    def _want_announcing(self) -> None:
        best = winner(self._model)
        if best is not None:
            self.announcing_wanted.emit(best.column)

    @Slot()
    def _want_answer(self) -> None:
        chosen: GridRow | None = self.silent.chosen()
        self.answer_wanted.emit(chosen.key if chosen else None)


def _name_button(made: QPushButton, words: str) -> None:
    made.setText(words if made.icon().isNull() else f"{THIN_SPACE}{words}")
    made.setAccessibleName(words)
