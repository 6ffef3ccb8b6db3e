"""For an event's poll: how many can come to the shifts of each time, beside how many places there are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from clubhub.support.texts import _
from clubhub.viewmodels.polls.results import ShiftCount
from clubhub.viewmodels.table_model import ROW_ROLE, Column, Index
from clubhub.viewmodels.times_in_words import long_day
from clubhub.widgets import icons
from clubhub.widgets.polls.panel_list import PanelDelegate, PanelList
from clubhub.widgets.theme import Theme

MOST_SHOWN = 12


class ShiftList(PanelList):
    def __init__(self, theme: Theme) -> None:
        super().__init__(_column(), _key, theme, most=MOST_SHOWN, spare=6)
        self.setItemDelegate(ShiftDelegate(theme, self))


def _key(count: ShiftCount) -> object:
    return count.starts, count.title


def _column() -> Column[ShiftCount]:
    return Column(key="shift", heading=_("Shifts"), text=_title, spoken=_spoken)


def _title(count: ShiftCount) -> str:
    return count.title


def _spoken(count: ShiftCount) -> str:
    said = _("{day} {hours}: {text}").format(day=long_day(count.starts.date()), hours=count.hours, text=count.text)
    return _("{said}, too few").format(said=said) if count.is_short else said


class ShiftDelegate(PanelDelegate):
    """Loud where fewer can come than are needed: the dashed circle, and the ink of an open place."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        count: ShiftCount = index.data(ROW_ROLE)
        rect = option.rect
        side = self.theme.icon_size()
        sign = QStyle.alignedRect(
            option.direction,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            QSize(side, side),
            rect.adjusted(2, 0, -2, 0),
        )
        open_ink, ok_ink = self.theme.colours.open.ink, self.theme.colours.ok.ink
        icons.paint(painter, sign, "open" if count.is_short else "ok", open_ink if count.is_short else ok_ink)
        area = QStyle.visualRect(option.direction, rect, rect.adjusted(side + 10, 0, -6, 0))
        figures = _("{can} for {places}").format(can=count.can_come, places=count.places)
        self.paint_ends(painter, area, _title(count), figures, ink=open_ink if count.is_short else "")
