"""What comes next, at the foot of the panel: choose the best, or another; then make the event, and go there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clubhub.domain.polls import PollKind
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.results import winner
from clubhub.widgets.controls import button, column, name_button
from clubhub.widgets.polls.line import WrappingLine


class DecisionFoot(QWidget):
    """One filled button at a time; hidden where nothing can come next."""

    chosen = Signal(object)
    """Decide for this option: its id."""
    event_wanted = Signal()
    """Make an event of what was decided."""
    roster_wanted = Signal()
    """Go to the poll's event."""

    def __init__(self, model: PollGridModel) -> None:
        super().__init__()
        self._model = model
        self.choose = button(_("Choose"), self._choose_best, look="primary", name="choose")
        self.another = button(_("Choose another…"), self._show_options, look="link", name="choose_another")
        self.make_event = button(_("Make the event…"), self.event_wanted.emit, look="primary", name="make_event")
        self.roster = button(_("Go to the roster"), self.roster_wanted.emit, icon="events", name="go_roster")
        self.setLayout(
            column(WrappingLine(self.choose, self.make_event, self.roster, self.another), margins=(20, 8, 20, 16))
        )

    def show_next(self, board: PollBoard) -> None:
        is_for_event, decided = bool(board.shifts), board.decided
        best = None if is_for_event or decided else winner(self._model)
        self.choose.setVisible(best is not None)
        if best is not None:
            name_button(self.choose, _("Choose {time}").format(time=best.short))
        self.another.setVisible(not is_for_event and bool(board.options))
        name_button(self.another, _("Choose one…") if best is None and decided is None else _("Choose another…"))
        self.make_event.setVisible(decided is not None and decided.starts is not None and board.event is None)
        self.roster.setVisible(board.event is not None)

    @Slot()
    def _choose_best(self) -> None:
        best = winner(self._model)
        if best is not None:
            self.chosen.emit(self._model.options[best.column].id)

    @Slot()
    def _show_options(self) -> None:
        """All of them, in their order, with what was said to each."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for column_, option in enumerate(self._model.options):
            text = words.option_start_words(option)
            if self._model.kind is not PollKind.RANKED:
                text = _("{time}: {counts}").format(time=text, counts=self._model.counts_words(column_))
            action = menu.addAction(text.replace("&", "&&"))
            action.setData(option.id)
            action.triggered.connect(self._take)
        menu.popup(self.another.mapToGlobal(self.another.rect().topLeft()))

    @Slot()
    def _take(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
