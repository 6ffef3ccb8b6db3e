"""Paints the review of answers: a box to tick before the name, and the verdict as sign, word and colour."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from clubhub.viewmodels.polls.answers_review import VERDICT, WHO, ReviewRow
from clubhub.viewmodels.table_model import ROW_ROLE, Index
from clubhub.widgets import icons
from clubhub.widgets.painting import draw_tick_box
from clubhub.widgets.tables import RowDelegate

PADDING = 10


class ReviewDelegate(RowDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        if index.column() in (WHO, VERDICT):
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, ReviewRow) or index.column() not in (WHO, VERDICT):
            return
        colours = self.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == VERDICT:
            ink = getattr(colours, row.look).ink
            icons.paint(painter, self._sign_rect(option), row.sign, ink)
            self._write(painter, option, row.item.verdict.word, "body", ink)
        else:
            self._paint_box(painter, self._sign_rect(option), row)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._write(painter, option, row.who, "strong" if is_chosen else "body", colours.text)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click on the box ticks it."""
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if index.column() != WHO or not is_click or not isinstance(event, QMouseEvent):
            return False
        if (
            not self._sign_rect(option)
            .adjusted(-PADDING, -PADDING, PADDING, PADDING)
            .contains(event.position().toPoint())
        ):
            return False
        is_ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole) or 0) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _sign_rect(self, option: QStyleOptionViewItem) -> QRect:
        side = self.theme.icon_size()
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        return QStyle.visualRect(option.direction, inner, place)

    def _paint_box(self, painter: QPainter, box: QRect, row: ReviewRow) -> None:
        """Who can't be counted has no box."""
        if row.can_be_ticked:
            draw_tick_box(painter, box.adjusted(1, 1, -1, -1), self.theme.colours, is_ticked=row.is_ticked)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, text: str, kind: str, ink: str) -> None:
        inner = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        words = inner.adjusted(self.theme.icon_size() + PADDING, 0, 0, 0)
        painter.setPen(QColor(ink))
        painter.setFont(self.theme.font(kind))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        place = QStyle.visualRect(option.direction, inner, words)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
