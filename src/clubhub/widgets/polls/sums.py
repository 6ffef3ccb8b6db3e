"""The foot of the grid: how many could come to each time, as "7+5" with a bar, and the best one by name."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from clubhub.domain.poll_results import Counts
from clubhub.domain.polls import PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.waiting import room_words
from clubhub.widgets.polls.headers import LEADING
from clubhub.widgets.polls.table import MarkTable
from clubhub.widgets.tables import END_OF_ISOLATE, ISOLATE
from clubhub.widgets.theme import Theme

BAR_HEIGHT = 6


class SumRow(QWidget):
    """Stands under the table and follows its columns."""

    def __init__(self, table: MarkTable, theme: Theme) -> None:
        super().__init__()
        self._table = table
        self._model = table.grid
        self._theme = theme
        self.setAccessibleName(self._caption())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Higher where columns are outlined as best."""
        line = self._theme.line_height()
        is_ranked = any(map(self._model.shown_rank, range(len(self._model.options))))
        limits = line if self._has_limits() else 0
        return QSize(200, (2 * line + 32 if is_ranked else 2 * line + 14) + limits)

    def _has_limits(self) -> bool:
        return any(option.most is not None for option in self._model.options)

    def _caption(self) -> str:
        """To times people come; to anything else they say yes."""
        if self._model.kind is not PollKind.MARKS:
            return _("Chosen")
        has_times = any(option.starts for option in self._model.options)
        return _("Could come") if has_times or not self._model.options else _("Said yes")

    @Slot()
    def tell(self) -> None:
        """Put the sums into words for a screen reader."""
        self.setAccessibleName(self._caption())
        said = [
            f"{words.option_start_words(option)}: {self._model.counts_words(column)}"
            for column, option in enumerate(self._model.options)
        ]
        self.setAccessibleDescription("; ".join(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.line2), 1))
        painter.drawLine(0, 0, self.width(), 0)
        self._paint_caption(painter)
        viewport = self._table.times.viewport()
        start = viewport.mapTo(self._table, QPoint(0, 0)).x()
        painter.setClipRect(QRect(start, 0, viewport.width(), self.height()))
        for first, last, _day in self._table.times.groups[1:]:
            rect = self._table.times.columns_rect(first, last).translated(start, 0)
            edge = rect.right() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else rect.left()
            painter.setPen(QPen(QColor(colours.line2), 1))
            painter.drawLine(edge, 0, edge, self.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in range(len(self._model.options)):
            rect = self._table.times.columns_rect(column, column).translated(start, 0)
            if rect.right() >= start and rect.left() <= start + viewport.width():
                self._paint_sum(painter, QRect(rect.left(), 0, rect.width(), self.height()), column)
        painter.end()

    def _paint_caption(self, painter: QPainter) -> None:
        line = self._theme.line_height()
        area = QRect(0, 0, self._table.names.width(), self.height()).adjusted(4, 0, -8, 0)
        area = QStyle.visualRect(self.layoutDirection(), self.rect(), area)
        answered, is_choice = self._model.answered, self._model.kind is not PollKind.MARKS
        of_all = _("by how many of {count}") if is_choice else _("yes + if need be, of {count}")
        quiet = self._theme.colours.text2
        for kind, ink, top, text in (
            ("strong", self._theme.colours.text, 6, self._caption()),
            ("small", quiet, 8 + line, of_all.format(count=answered)),
            ("small", quiet, 8 + 2 * line, room_words(self._model.options)),
        ):
            painter.setFont(self._theme.font(kind))
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(QRect(area.left(), top, area.width(), line + 2), LEADING, shown)

    def _paint_sum(self, painter: QPainter, rect: QRect, column: int) -> None:
        line, colours = self._theme.line_height(), self._theme.colours
        counts, rank = self._model.counts[column], self._model.shown_rank(column)
        painter.setFont(self._theme.font("strong" if rank else "body"))
        painter.setPen(QColor(colours.accent if rank else colours.text))
        figure = QRect(rect.left(), 6, rect.width(), line + 2)
        said = f"{counts.yes}+{counts.if_need_be}" if self._model.kind is PollKind.MARKS else f"{counts.yes}"
        painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, f"\u2066{said}\u2069")
        if self._has_limits():
            figure = self._paint_limit(painter, figure, column)
        self._paint_bar(painter, QRect(rect.left() + 4, figure.bottom() + 4, rect.width() - 8, BAR_HEIGHT), counts)
        if not rank:
            return
        painter.setFont(self._theme.font("strong" if rank == 1 else "small"))
        painter.setPen(QColor(colours.accent if rank == 1 else colours.text2))
        below = QRect(rect.left(), figure.bottom() + 4 + BAR_HEIGHT, rect.width(), line + 8)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, _("Best") if rank == 1 else _("2nd"))
        painter.setPen(QPen(QColor(colours.accent if rank == 1 else colours.line2), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.save()
        painter.setClipRect(rect.adjusted(-2, 0, 2, 0), Qt.ClipOperation.IntersectClip)
        painter.drawRoundedRect(
            QRectF(rect).adjusted(1, -12, 0, 0).adjusted(0, 0, 0, below.bottom() - rect.bottom()), 7, 7
        )
        painter.restore()

    def _paint_limit(self, painter: QPainter, figure: QRect, column: int) -> QRect:
        """How many wait, or are still missing, under the figure; returns where that stands."""
        below = figure.translated(0, self._theme.line_height())
        text = self._model.waiting.short_words(column, self._model.options[column], self._model.counts[column].yes)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.colours.text2))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, f"{ISOLATE}{text}{END_OF_ISOLATE}")
        return below

    def _paint_bar(self, painter: QPainter, rect: QRect, counts: Counts) -> None:
        """Sure and unsure beside each other, as shares of those who have answered anything."""
        answered = max(1, self._model.answered)
        yes = round(rect.width() * counts.yes / answered)
        maybe = round(rect.width() * counts.can_come / answered) - yes
        whole = rect
        parts = [
            (whole, self._theme.colours.sunken),
            (QRect(rect.left(), rect.top(), yes, rect.height()), self._theme.colours.ok.solid),
            (QRect(rect.left() + yes, rect.top(), maybe, rect.height()), self._theme.colours.ifneed.solid),
        ]
        for part, colour in parts:
            painter.fillRect(QStyle.visualRect(self.layoutDirection(), whole, part), QColor(colour))
