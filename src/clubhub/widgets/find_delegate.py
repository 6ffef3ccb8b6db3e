"""Paints what find-or-do has found: sign, name, and at the end of the line what it is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from clubhub.widgets import icons, tokens
from clubhub.widgets.painting import draw_tint, draw_words, inside
from clubhub.widgets.theme import Theme

ICON_ROLE, ABOUT_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
EDGE, GAP = 10, 10
NAME_SHARE = 0.62
"""Of the line, at most, for the name where both are long."""

_Index = QModelIndex | QPersistentModelIndex


class FindDelegate(QStyledItemDelegate):
    """The name is cut last."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(100, self._theme.line_height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = self._theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            draw_tint(painter, option.rect, colours.soft, tokens.RADIUS_ROW)
        ink = colours.softtext if is_chosen else colours.text
        inner = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        side = self._theme.icon_size()
        sign = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        icons.paint(painter, inside(option.direction, inner, sign), str(index.data(ICON_ROLE)), ink)
        self._paint_words(painter, option, inner.adjusted(side + GAP, 0, 0, 0), index, ink)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: _Index, ink: str
    ) -> None:
        name, about = str(index.data()), str(index.data(ABOUT_ROLE))
        whole = option.rect.adjusted(EDGE, 0, -EDGE, 0)
        small, body = self._theme.font("small"), self._theme.font()
        painter.setFont(body)
        wide = painter.fontMetrics().horizontalAdvance(name)
        painter.setFont(small)
        beside = painter.fontMetrics().horizontalAdvance(about)
        if wide + GAP + beside > room.width():
            wide = min(wide, max(round(room.width() * NAME_SHARE), room.width() - beside - GAP))
        first = QRect(room.left(), room.top(), wide + 1, room.height())
        rest, grey = room.adjusted(wide + GAP, 0, 0, 0), self._theme.colours.text2
        places = (
            (body, ink, name, first, False),
            (small, grey, about, rest, True),
        )
        for font, colour, text, place, is_end in places:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            draw_words(painter, place, text, option.direction, within=whole, is_end=is_end)
