"""Paints one place of the board as a chip, or a line over places with their own hours."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clubhub.services.roster_desk import PlaceKey
from clubhub.support.texts import _
from clubhub.viewmodels.roster_board import CELL_ROLE, BoardModel, BoardPlace, Caption
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.events.board_measures import Measures, draw_text
from clubhub.widgets.painting import draw_sign, inside
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import RADIUS_CHIP, Colours


@dataclass(frozen=True, slots=True)
class ChipLook:
    """Colours of a chip; `dashes` is "" where it has no edge."""

    tint: str
    ink: str
    dashes: str = ""


class ChipDelegate(QStyledItemDelegate):
    """`uses_short_names` holds for the whole board; `marked` is the place that is to be swapped."""

    def __init__(self, theme: Theme, measures: Measures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.measures = measures
        self.uses_short_names = False
        self.marked: PlaceKey | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self.measures.chip_width(0, has_lane=True), self.measures.row)

    def chip_rect(self, model: BoardModel, index: Index, cell: QRect) -> QRect:
        """Where the chip stands in its cell: under the space above a role in its first row."""
        above = self.measures.block if model.role_at(index.row()).first_row == index.row() else 0
        return QRect(cell.left() + 5, cell.top() + above + 1, cell.width() - 10, self.measures.chip)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, model = index.data(CELL_ROLE), index.model()
        if cell is None or not isinstance(model, BoardModel):
            return
        chip = self.chip_rect(model, index, option.rect)
        painter.save()
        if isinstance(cell, Caption):
            painter.setPen(QColor(self._theme.colours.text2))
            draw_text(painter, chip.adjusted(2, 0, -2, 0), cell.text, self.measures.small)
        else:
            look = _look(cell, self._theme.colours, is_marked=cell.key == self.marked)
            _paint_ground(painter, chip, look)
            words = self._words(cell)
            _ChipContent(painter, option.direction, chip, self.measures, self._theme.colours, look).paint(cell, words)
        painter.restore()

    def _words(self, place: BoardPlace) -> str:
        if place.name:
            return place.short_name if self.uses_short_names else place.name
        return _("Open") if place.is_open else _("Optional")


@dataclass(frozen=True, slots=True)
class _ChipContent:
    """What stands in a chip, from the reading start: lane, sign and word or name; signs at the end."""

    painter: QPainter
    direction: Qt.LayoutDirection
    chip: QRect
    measures: Measures
    colours: Colours
    look: ChipLook

    def paint(self, place: BoardPlace, words: str) -> None:
        measures = self.measures
        start = self.chip.left() + measures.side
        if place.lane is not None:
            self.painter.setPen(QColor(self.look.ink if self.look.dashes else self.colours.text2))
            width = max(measures.lane, measures.text.horizontalAdvance(str(place.lane)))
            draw_text(self.painter, self._at(start, width), str(place.lane), measures.body)
            start += width + measures.gap
        if place.is_open:
            draw_sign(self.painter, self._at(start, measures.sign), "open", self.look.ink)
            start += measures.sign + measures.gap
        end = self._paint_signs(place, start + measures.text.horizontalAdvance(words))
        self.painter.setPen(QColor(self.look.ink))
        draw_text(self.painter, self._at(start, max(0, end - start)), words, measures.body)

    def _paint_signs(self, place: BoardPlace, words_end: int) -> int:
        """As many as leave room for the words, but one at least; returns where the words must end."""
        step = self.measures.sign + self.measures.gap
        end = self.chip.right() + 1 - self.measures.side
        signs = _signs(place)[: max(1, (end - words_end) // step)]
        for meaning in reversed(signs):
            ink = self.look.ink if meaning in {"warning", "changed"} else self.colours.text2
            rect = self._at(end - self.measures.sign, self.measures.sign)
            draw_sign(self.painter, rect, "warning" if meaning == "aside" else meaning, ink)
            end -= step
        return end

    def _at(self, start: int, width: int) -> QRect:
        return inside(self.direction, self.chip, QRect(start, self.chip.top(), width, self.chip.height()))


def _look(place: BoardPlace, colours: Colours, *, is_marked: bool) -> ChipLook:
    if is_marked:
        return ChipLook(tint=colours.soft, ink=colours.softtext, dashes=colours.accent)
    if place.is_open:
        return ChipLook(tint=colours.open.tint, ink=colours.open.ink, dashes=colours.open.solid)
    if not place.name:
        return ChipLook(tint="", ink=colours.text3, dashes=colours.line2)
    if place.is_warned:
        return ChipLook(tint=colours.warning.tint, ink=colours.warning.ink)
    if place.is_changed:
        return ChipLook(tint=colours.soft, ink=colours.softtext)
    return ChipLook(tint=colours.chip, ink=colours.text)


def _signs(place: BoardPlace) -> list[str]:
    """What stands at the end of a chip, the most important first; "aside" is a warning that was set aside."""
    states = (
        (place.is_warned, "warning"),
        (place.is_changed, "changed"),
        (place.is_set_aside, "aside"),
        (place.is_pinned, "pin"),
    )
    return [meaning for is_so, meaning in states if is_so]


def _paint_ground(painter: QPainter, chip: QRect, look: ChipLook) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(look.tint) if look.tint else Qt.BrushStyle.NoBrush)
    if look.dashes:
        pen = QPen(QColor(look.dashes), 1.3)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(chip).adjusted(0.65, 0.65, -0.65, -0.65), RADIUS_CHIP, RADIUS_CHIP)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(chip, RADIUS_CHIP, RADIUS_CHIP)
