"""What each rule would take, side by side, where they disagree; a click or Enter ranks by that rule."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from clubhub.support.texts import _
from clubhub.viewmodels.polls.results import RuleWinner
from clubhub.viewmodels.table_model import ROW_ROLE, Column, Index
from clubhub.widgets.polls.panel_list import PanelDelegate, PanelList
from clubhub.widgets.tables import END_OF_ISOLATE, ISOLATE
from clubhub.widgets.theme import Theme

ALL = 10
"""More than there are rules."""


class RuleList(PanelList):
    rule_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(_column(), _key, theme, most=ALL, spare=6)
        self.setItemDelegate(RuleDelegate(theme, self))
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    @Slot()
    def _take(self) -> None:
        chosen: RuleWinner | None = self.rows_model.row(self.currentIndex())
        if chosen is not None:
            self.rule_wanted.emit(chosen.rule)


def _column() -> Column[RuleWinner]:
    return Column(key="rule", heading=_("Best by each rule"), text=_heading, spoken=_spoken)


def _key(winner: RuleWinner) -> object:
    return winner.rule


def _heading(winner: RuleWinner) -> str:
    return winner.rule.heading


def _spoken(winner: RuleWinner) -> str:
    return _("{rule}: {best}").format(rule=winner.rule.heading, best=winner.text)


class RuleDelegate(PanelDelegate):
    """The rule, and at the end what it would take."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        winner: RuleWinner = index.data(ROW_ROLE)
        self.paint_ends(
            painter, option.rect.adjusted(4, 0, -4, 0), winner.rule.heading, f"{ISOLATE}{winner.text}{END_OF_ISOLATE}"
        )
