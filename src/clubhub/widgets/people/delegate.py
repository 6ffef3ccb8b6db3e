"""Paints the cells of the list that are more than text: the disc before a name, chips of skills, the sign of a road."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from clubhub.viewmodels.people.rows import PersonRow, SkillChip
from clubhub.viewmodels.table_model import ROW_ROLE, Index
from clubhub.widgets import icons
from clubhub.widgets.painting import draw_words, inside
from clubhub.widgets.people.painting import chip_width, paint_avatar, paint_chip
from clubhub.widgets.tables import RowDelegate

CELL_PADDING = 11
BETWEEN = 6
_NAME, _SKILLS, _ROAD = 0, 3, 4


class PeopleDelegate(RowDelegate):
    """What a row is, RowDelegate paints; here is what stands in it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(self.theme.colours.text2))
        if index.column() in (_NAME, _SKILLS, _ROAD):
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, PersonRow):
            return
        painter.save()
        painter.setClipRect(option.rect)
        inner = option.rect.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.column() == _NAME:
            self._paint_name(painter, option, inner, row, is_chosen=is_chosen)
        elif index.column() == _SKILLS:
            self._paint_skills(painter, option.direction, inner, row.skills)
        elif index.column() == _ROAD:
            self._paint_road(painter, option.direction, inner, row)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: PersonRow, *, is_chosen: bool
    ) -> None:
        side = self.theme.line_height() + 8
        disc = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        paint_avatar(painter, inside(option.direction, inner, disc), row.initials, self.theme, on_soft=is_chosen)
        font = self.theme.font("strong" if is_chosen else "body")
        if not is_chosen:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.text))
        self._words(painter, option.direction, inner, row.name, start=side + CELL_PADDING)

    def _paint_skills(
        self, painter: QPainter, direction: Qt.LayoutDirection, inner: QRect, chips: tuple[SkillChip, ...]
    ) -> None:
        """As many chips as fit, at least one; then how many more there are."""
        painter.setFont(self.theme.font("small"))
        metrics = painter.fontMetrics()
        height = self.theme.line_height() + 7
        more_room = metrics.horizontalAdvance("+88") + BETWEEN
        at = 0
        for place, chip in enumerate(chips):
            is_last = place == len(chips) - 1
            width = chip_width(chip, metrics)
            room = inner.width() - at - (0 if is_last else more_room)
            if width > room and place:
                painter.setPen(QColor(self.theme.colours.text2))
                self._words(painter, direction, inner, f"+{len(chips) - place}", start=at)
                return
            box = QRect(inner.left() + at, inner.center().y() - height // 2, min(width, room), height)
            paint_chip(painter, inside(direction, inner, box), chip, self.theme, direction)
            at += box.width() + BETWEEN

    def _paint_road(self, painter: QPainter, direction: Qt.LayoutDirection, inner: QRect, row: PersonRow) -> None:
        colours = self.theme.colours
        ink = colours.text if row.reached.is_reached else colours.danger.ink
        side = self.theme.icon_size()
        sign = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        sign_ink = colours.text2 if row.reached.is_reached else ink
        icons.paint(painter, inside(direction, inner, sign), row.reached.icon, sign_ink)
        painter.setFont(self.theme.font())
        painter.setPen(QColor(ink))
        self._words(painter, direction, inner, row.reached.text, start=side + BETWEEN)

    @staticmethod
    def _words(painter: QPainter, direction: Qt.LayoutDirection, inner: QRect, text: str, *, start: int) -> None:
        draw_words(painter, inner.adjusted(start, 0, 0, 0), text, direction, within=inner)
