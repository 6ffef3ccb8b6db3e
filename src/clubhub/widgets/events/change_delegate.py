"""Paints a change of a roster: checkbox, chip with sign and word, name, from where to where, reason."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from clubhub.domain.fill_proposals import Difference
from clubhub.domain.roster_changes import PersonChange
from clubhub.viewmodels.fill_proposal import CHECK, KIND, WAY, WHO
from clubhub.viewmodels.roster_change_words import kind_words, way_texts
from clubhub.viewmodels.table_model import ROW_ROLE, Index
from clubhub.widgets import icons
from clubhub.widgets.painting import draw_tick_box, draw_tint, draw_words
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import Meaning

PAD = 10
CHECK_SIDE = 16


class ChangeDelegate(QStyledItemDelegate):
    """Paints a cell by what its column is."""

    def __init__(self, theme: Theme, parent: QTableView, first_column: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self._first = first_column

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        change = row.change if isinstance(row, Difference) else row
        if not isinstance(change, PersonChange):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = index.column() + self._first
        is_chosen = index.model().index(index.row(), 0).data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Unchecked
        if column == CHECK:
            self._paint_check(painter, option, is_chosen=is_chosen)
        elif column == KIND:
            self._paint_kind(painter, option, change)
        elif column == WAY:
            self._paint_way(painter, option, change)
        else:
            kind, tone = ("strong", "text") if column == WHO else ("small", "text2")
            self._paint_text(painter, option, str(index.data() or ""), kind, tone)
        if not is_chosen and column != CHECK:
            veil = QColor(self._theme.colours.sheet)
            veil.setAlpha(120)
            painter.fillRect(option.rect, veil)
        self._paint_frame(painter, option, index)
        painter.restore()

    def editorEvent(self, *_event: object) -> bool:
        """The table takes clicks, anywhere in a row; else one on the box would count twice."""
        return False

    def _paint_check(self, painter: QPainter, option: QStyleOptionViewItem, *, is_chosen: bool) -> None:
        side = max(CHECK_SIDE, self._theme.icon_size())
        box = QRect(0, 0, side, side)
        box.moveCenter(option.rect.center())
        draw_tick_box(painter, box, self._theme.colours, is_ticked=is_chosen)

    def _paint_kind(self, painter: QPainter, option: QStyleOptionViewItem, change: PersonChange) -> None:
        words = kind_words(change.kind)
        ink, tint = self._look(words.look)
        metrics = QFontMetrics(self._theme.font())
        sign = self._theme.icon_size() - 3
        width = metrics.horizontalAdvance(words.text) + sign + 22
        chip = QRect(option.rect.left() + (4 if self._first == CHECK else PAD), 0, width, self._theme.line_height() + 6)
        chip.moveTop(option.rect.center().y() - chip.height() // 2)
        draw_tint(painter, self._mirrored(option, chip), tint)
        at = QRect(chip.left() + 8, chip.center().y() - sign // 2, sign, sign)
        icons.paint(painter, self._mirrored(option, at), words.icon, ink)
        painter.setPen(QColor(ink))
        painter.setFont(self._theme.font())
        text = QRect(at.right() + 6, chip.top(), width, chip.height())
        draw_words(painter, text, words.text, option.direction, within=option.rect)

    def _paint_way(self, painter: QPainter, option: QStyleOptionViewItem, change: PersonChange) -> None:
        before, after = way_texts(change)
        painter.setFont(self._theme.font())
        metrics = QFontMetrics(self._theme.font())
        left = option.rect.left() + PAD
        room = option.rect.width() - 2 * PAD
        arrow = "←" if option.direction == Qt.LayoutDirection.RightToLeft else "→"
        if before:
            after_width = metrics.horizontalAdvance(after)
            shown = metrics.elidedText(
                f"{before} ", Qt.TextElideMode.ElideRight, max(room // 3, room - after_width - 24)
            )
            first = f"{shown}{arrow} "
            width = metrics.horizontalAdvance(first)
            self._draw(painter, option, QRect(left, option.rect.top(), width, option.rect.height()), first, "text2")
            left += width
            room -= width
        self._draw(painter, option, QRect(left, option.rect.top(), room, option.rect.height()), after, "text")

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, text: str, kind: str, tone: str) -> None:
        rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        painter.setFont(self._theme.font(kind))
        self._draw(painter, option, rect, text, tone)

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, text: str, tone: str) -> None:
        painter.setPen(QColor(getattr(self._theme.colours, tone)))
        draw_words(painter, rect, text, option.direction, within=option.rect)

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The hairline below, and where the keyboard is."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(QColor(self._theme.colours.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            top, bottom = option.rect.top() + 1, option.rect.bottom() - 1
            painter.drawLine(option.rect.left(), top, option.rect.right(), top)
            painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)

    def _mirrored(self, option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)

    def _look(self, look: str) -> tuple[str, str]:
        """Ink and tint."""
        colours = self._theme.colours
        if look == "soft":
            return colours.softtext, colours.soft
        meaning = getattr(colours, look, None)
        return (meaning.ink, meaning.tint) if isinstance(meaning, Meaning) else (colours.text2, colours.chip)
