"""What the answers come to: the best options by the chosen rule, or each shift's helpers; and who is silent."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import GridRow, PollGridModel
from clubhub.viewmodels.polls.results import RankedOption, best_options, open_question, shift_counts, too_few
from clubhub.widgets.controls import button, column, icon_label, label, line, row, surface
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.shift_list import ShiftList
from clubhub.widgets.polls.silent_list import SilentList
from clubhub.widgets.theme import Theme, set_property
from clubhub.widgets.tokens import PANEL_WIDTH

MOST_CARDS = 5
PAUSE_MS = 60
"""Results follow the keys, but not every one of them: the grid is painted first."""


class ResultCard(QFrame):
    """A rank, a time, and its counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._rank = label(kind="heading", tone="accent")
        self._title = label(kind="strong", wrap=True)
        self._text = label(kind="small", tone="text2", wrap=True)
        layout = row(self._rank, column(self._title, self._text, space=2), margins=(14, 10, 12, 10), space=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_option(self, ranked: RankedOption) -> None:
        self._rank.setText(str(ranked.rank))
        self._title.setText(ranked.title)
        self._text.setText(ranked.text)


class ResultsPanel(QScrollArea):
    """Follows the model of the grid."""

    ask_wanted = Signal()
    """Write to those who are silent."""
    answer_wanted = Signal(object)
    """Type the answer of a row's person, or of nobody yet (None)."""
    roster_wanted = Signal()

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._board: PollBoard | None = None
        self._heading, self._sentence = label(kind="heading"), label(tone="text2", wrap=True)
        self._cards = [ResultCard() for _place in range(MOST_CARDS)]
        self._note_text = label(kind="small", tone="text2", wrap=True)
        self._note = QWidget()
        self.shifts, self.silent = ShiftList(theme), SilentList(theme)
        self._silent_count = label(tone="text2")
        self._ask = button(_("Write to them…"), self.ask_wanted.emit, icon="send", name="ask_silent")
        self._type = button(_("Type an answer"), self._want_answer, look="link", name="type_answer")
        self._roster = button(_("Go to the roster"), self.roster_wanted.emit, icon="events", name="go_roster")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_results)
        self._lay_out()
        model.counted.connect(self._timer.start)
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
        self.shifts.setVisible(is_for_event)
        self._roster.setVisible(is_for_event)
        self._note.setVisible(bool(self._note_text.text()))
        silent = [item for item in self._model.silent() if item.person]
        self.silent.set_rows(silent)
        self._silent_count.setText(_("{silent} of {all}").format(silent=len(silent), all=len(self._board.people)))
        self.silent.setVisible(bool(silent))
        self._ask.setVisible(bool(silent))

    def _show_best(self) -> None:
        best = best_options(self._model)
        self._heading.setText(_("Best by this rule"))
        rule = self._model.rule
        self._sentence.setText(
            rule.sentence if rule and best else _("As soon as somebody can come, the best times stand here.")
        )
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(best))
            if place < len(best):
                card.show_option(best[place])
        self._note_text.setText(open_question(self._model))

    def _show_shifts(self, board: PollBoard) -> None:
        counts = shift_counts(self._model, board.shifts)
        self._heading.setText(_("Who can come to the shifts"))
        self._sentence.setText(_("How many can come to each time, of the places that must be filled."))
        self.shifts.set_rows(counts)
        for card in self._cards:
            card.hide()
        self._note_text.setText(too_few(counts))

    def _lay_out(self) -> None:
        note = row(self._sign(), self._note_text, space=10)
        note.setStretch(1, 1)
        note.setContentsMargins(0, 4, 0, 0)
        self._note.setLayout(note)
        verbs = WrappingLine(self._ask, self._type)
        inner = surface(
            "panel",
            column(
                column(self._heading, self._sentence, space=4), column(*self._cards, space=8), self.shifts, self._note,
                line(), row(label(_("Silent"), kind="heading"), None, self._silent_count), self.silent, verbs, None,
                self._roster, margins=(20, 20, 20, 18), space=12,
            ),
        )  # fmt: skip
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(PANEL_WIDTH)
        set_property(self, "surface", "panel")

    def _sign(self) -> QWidget:
        return icon_label("info", "info")

    @Slot()
    def _want_answer(self) -> None:
        chosen: GridRow | None = self.silent.chosen()
        self.answer_wanted.emit(chosen.key if chosen else None)
