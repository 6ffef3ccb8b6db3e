"""The households as a table, with sign and colour where something is owed or done."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem

from clubhub.domain.ledger import HouseholdBalance
from clubhub.support.texts import _
from clubhub.viewmodels.ledger import state_of
from clubhub.viewmodels.table_model import ROW_ROLE, Index, RowTableModel
from clubhub.widgets import icons
from clubhub.widgets.tables import RowDelegate, RowTableView
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import MEANINGS

CHARS = [20, 24, 9, 10, 11, 11, 22]
"""Letters that each column needs; what is left goes to the last."""
_SPARED = (1, 4, 5, 3)
"""Columns that go first where there is little room: people, entered, coming, served. The panel has them all."""
_STATE = 6


class LedgerTable(RowTableView):
    """A row per household; where there is little room only what is owed and left is shown."""

    def __init__(self, model: RowTableModel[HouseholdBalance], theme: Theme) -> None:
        super().__init__(model, theme, _("Hours of households"))
        self.setSelectionMode(RowTableView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(_STATE, StateDelegate(theme, self))
        theme.changed.connect(self.fit_columns)
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @Slot()
    def fit_columns(self) -> None:
        self.set_column_chars(CHARS)
        letter = self.fontMetrics().horizontalAdvance("n")
        missing = sum(CHARS) * letter - self.viewport().width()
        for column in _SPARED:
            self.setColumnHidden(column, missing > 0)
            missing -= CHARS[column] * letter


class StateDelegate(RowDelegate):
    """Like "circle, 3:00 h to do"."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        page = index.data(ROW_ROLE)
        state = state_of(page) if isinstance(page, HouseholdBalance) else None
        if state is None or not state.meaning:
            return
        colours = self.theme.colours
        ink = getattr(colours, state.meaning).ink if state.meaning in MEANINGS else colours.text2
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(ink))
        size = self.theme.line_height()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = icons.get(state.sign, ink)
        option.decorationSize = QSize(size, size)
