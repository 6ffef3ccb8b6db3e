"""What the answers come to: what was decided, the best options or each shift's helpers; and who is silent."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import GridRow, PollGridModel
from clubhub.viewmodels.polls.results import shift_counts, too_few
from clubhub.widgets.controls import button, column, icon_label, label, line, name_button, row, surface
from clubhub.widgets.polls.best_view import BestView
from clubhub.widgets.polls.decision_card import DecisionCard
from clubhub.widgets.polls.decision_foot import DecisionFoot
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.panel_list import FoldedList, PanelList
from clubhub.widgets.polls.shift_list import ShiftList
from clubhub.widgets.polls.silent_list import SilentList
from clubhub.widgets.theme import Theme, set_property
from clubhub.widgets.tokens import PANEL_WIDTH

PAUSE_MS = 60
"""Results follow the keys, but not every one of them: the grid is painted first."""


class ResultsPanel(QFrame):
    """Follows the model of the grid. What comes next stays at the foot while the rest scrolls."""

    remind_wanted = Signal()
    answer_wanted = Signal(object)
    """Type the answer of a row's person, or of nobody yet (None)."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._board: PollBoard | None = None
        self.decision, self.best = DecisionCard(), BestView(model, theme)
        self.foot = DecisionFoot(model)
        self._too_few = label(kind="small", tone="text2", wrap=True)
        self.shifts, self.silent = ShiftList(theme), SilentList(theme)
        self._shifts, self._silent = FoldedList(self.shifts), FoldedList(self.silent)
        self._silent_count = label(tone="text2")
        self.remind = button(_("Remind…"), self.remind_wanted.emit, icon="send", name="remind")
        self._type = button(_("Type an answer"), self._want_answer, look="link", name="type_answer")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_results)
        self._lay_out()
        model.counted.connect(self._timer.start)
        for listed in (self.best.rules, self.shifts, self.silent):
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
        self._for_event.setVisible(is_for_event)
        self.best.setVisible(not is_for_event and self._board.decided is None)
        if is_for_event:
            counts = shift_counts(self._model, self._board.shifts)
            self._shifts.set_rows(counts)
            self._too_few.setText(too_few(counts))
            self._note.setVisible(bool(self._too_few.text()))
        else:
            self.best.show_results()
        self.decision.show_decision(self._board, self._model)
        self.foot.show_next(self._board)
        self._show_silent(self._board)

    def _show_silent(self, board: PollBoard) -> None:
        silent = [item for item in self._model.silent() if item.person]
        self._silent.set_rows(silent)
        self._silent_count.setText(_("{silent} of {all}").format(silent=len(silent), all=len(board.people)))
        self._silent.setVisible(bool(silent))
        self.remind.setVisible(bool(silent))
        name_button(self.remind, _("Remind {count}…").format(count=len(silent)))

    def _lay_out(self) -> None:
        self._for_event = QWidget()
        self._for_event.setLayout(self._event_part())
        verbs = WrappingLine(self.remind, self._type)
        self._inner = surface(
            "panel",
            column(
                self.decision, self.best, self._for_event, line(),
                row(label(_("Silent"), kind="heading"), None, self._silent_count), self._silent, verbs, None,
                margins=(20, 20, 20, 12), space=12,
            ),
        )  # fmt: skip
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = column(self._scroll, self.foot, space=0)
        layout.setStretch(0, 1)
        whole = row(1, layout, space=0)  # the hairline at the start, on either side
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setMinimumWidth(PANEL_WIDTH)
        set_property(self, "surface", "panel")
        set_property(self, "line", "start")

    def _event_part(self) -> QVBoxLayout:
        note = row(icon_label("info", "info"), self._too_few, space=10)
        note.setStretch(1, 1)
        self._note = QWidget()
        self._note.setLayout(note)
        sentence = _("How many can come to each time, of the places that must be filled.")
        heading = column(
            label(_("Who can come to the shifts"), kind="heading"), label(sentence, tone="text2", wrap=True), space=4
        )
        return column(heading, self._shifts, self._note, space=12)

    @Slot(QRect)
    def _follow(self, place: QRect) -> None:
        """The arrows lead through a list that is longer than the panel."""
        listed = self.sender()
        if isinstance(listed, PanelList):
            at = listed.viewport().mapTo(self._inner, place.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, place.height())

    @Slot()
    def _want_answer(self) -> None:
        chosen: GridRow | None = self.silent.chosen()
        self.answer_wanted.emit(chosen.key if chosen else None)
