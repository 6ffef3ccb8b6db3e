"""Those who are silent, with the road by which each is reached."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.table_model import ROW_ROLE, Column, Index
from clubhub.widgets.polls.panel_list import PanelDelegate, PanelList
from clubhub.widgets.theme import Theme

MOST_SHOWN = 6


class SilentList(PanelList):
    def __init__(self, theme: Theme) -> None:
        super().__init__(_column(), _key, theme, most=MOST_SHOWN)
        self.setItemDelegate(SilentDelegate(theme, self))

    def chosen(self) -> GridRow | None:
        """The row that was chosen, None if there is none."""
        return self.rows_model.row(self.currentIndex())


def _key(row: GridRow) -> object:
    return row.key


def _column() -> Column[GridRow]:
    return Column(key="name", heading=_("Silent"), text=lambda row: row.name, spoken=_spoken)


def _spoken(row: GridRow) -> str:
    return _("{name}, {road}").format(name=row.name, road=_road(row))


def _road(row: GridRow) -> str:
    return words.road_word(row.person) if row.person else _("guest")


class SilentDelegate(PanelDelegate):
    """Initials in a circle, the name, and the road at the end."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: GridRow = index.data(ROW_ROLE)
        rect = option.rect
        side = self.theme.line_height() + 8
        circle = QRect(rect.topLeft() + QPoint(2, (rect.height() - side) // 2), QSize(side, side))
        circle = QStyle.visualRect(option.direction, rect, circle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.colours.soft))
        painter.drawEllipse(circle)
        painter.setPen(QColor(self.theme.colours.softtext))
        painter.setFont(self.theme.font("small"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, words.initials(row.name))
        area = QStyle.visualRect(option.direction, rect, rect.adjusted(side + 10, 0, -6, 0))
        self.paint_ends(painter, area, row.name, _road(row))
