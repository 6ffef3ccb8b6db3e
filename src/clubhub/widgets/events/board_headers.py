"""The board's header across: days over sessions; what both headers share.

They stay in sight, and a day or role that is scrolled half away keeps its name in sight too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from clubhub.support.texts import plural
from clubhub.viewmodels.roster_board import BoardColumn, BoardModel
from clubhub.widgets.events.board_measures import Measures, draw_text
from clubhub.widgets.painting import draw_sign, inside
from clubhub.widgets.theme import Theme


class BoardHeader(QHeaderView):
    """What both share: fixed sections, a model that is a board, tips."""

    def __init__(
        self, orientation: Qt.Orientation, model: BoardModel, theme: Theme, measures: Measures, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self.board_model = model
        self._theme = theme
        self.measures = measures
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def section_rect(self, section: int) -> QRect:
        at, size = self.sectionViewportPosition(section), self.sectionSize(section)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(at, 0, size, self.viewport().height())
        return QRect(0, at, self.viewport().width(), size)

    def visible_sections(self) -> range:
        """Those of which anything is in sight."""
        size = self.viewport().size()
        is_across = self.orientation() == Qt.Orientation.Horizontal
        ends = [self.visualIndexAt(0), self.visualIndexAt((size.width() if is_across else size.height()) - 1)]
        if all(end < 0 for end in ends):
            return range(self.count())
        first, last = sorted(end if end >= 0 else self.count() - 1 for end in ends)
        return range(first, last + 1)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            section = self.logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self.tip(section) if section >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def tip(self, section: int) -> str:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _DayGroup:
    day: str
    first: int
    last: int


class SessionHeader(BoardHeader):
    """Day in bold over its sessions; each with its hours, and how many of its places are open."""

    def __init__(self, model: BoardModel, theme: Theme, measures: Measures, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, theme, measures, parent)

    def sizeHint(self) -> QSize:
        return QSize(0, self.measures.heading_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.colours.sheet))
        columns = self.board_model.board.columns
        if columns:
            shown = self.visible_sections()
            for group in _groups(columns, shown):
                self._paint_day(painter, group)
            for section in shown:
                self._paint_session(painter, self.section_rect(section), columns[section])
        painter.setPen(QColor(self._theme.colours.line))
        bottom = self.viewport().height() - 1
        painter.drawLine(0, bottom, self.viewport().width(), bottom)
        painter.end()

    def paint_lines(self, painter: QPainter, area: QRect, end: int) -> None:
        """A stronger line before each day, on the board itself, down to `end`."""
        columns = self.board_model.board.columns
        painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
        for section in self.visible_sections() if columns else ():
            if section and columns[section].is_first_of_day:
                edge = self._start_edge(self.section_rect(section))
                painter.drawLine(edge, area.top(), edge, min(area.bottom(), end))

    def tip(self, section: int) -> str:
        column = self.board_model.board.columns[section]
        count = plural("{count} place is open", "{count} places are open", column.open_count)
        return "\n".join(part for part in (column.spoken, column.hours, count if column.open_count else "") if part)

    def _paint_day(self, painter: QPainter, group: _DayGroup) -> None:
        measures = self.measures
        whole = self.section_rect(group.first).united(self.section_rect(group.last))
        if group.first:
            painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
            edge = self._start_edge(whole)
            painter.drawLine(edge, 0, edge, whole.height())
        rect = whole.intersected(self.viewport().rect()).adjusted(8, 4, -4, 0)
        rect.setHeight(measures.line + 4)
        painter.setPen(QColor(self._theme.colours.text))
        draw_text(painter, rect, group.day, measures.strong)

    def _start_edge(self, rect: QRect) -> int:
        return rect.right() if self.isRightToLeft() else rect.left()

    def _paint_session(self, painter: QPainter, section: QRect, column: BoardColumn) -> None:
        measures, colours = self.measures, self._theme.colours
        content = section.adjusted(8, 0, -8, 0)
        name = QRect(content.left(), measures.line + 8 + measures.gap, content.width(), measures.line)
        end = name.right() + 1
        count = str(column.open_count) if column.open_count else ""
        ink = colours.open.ink if column.open_count else colours.ok.ink
        painter.setPen(QColor(ink))
        if count:
            end -= measures.text.horizontalAdvance(count)
            number = QRect(end, name.top(), name.right() + 1 - end, name.height())
            draw_text(painter, inside(self.layoutDirection(), section, number), count, measures.body)
            end -= measures.gap
        end -= measures.sign
        sign = QRect(end, name.top(), measures.sign, name.height())
        draw_sign(painter, inside(self.layoutDirection(), section, sign), "open" if count else "ok", ink)
        name.setRight(end - measures.gap)
        painter.setPen(QColor(colours.text))
        draw_text(painter, inside(self.layoutDirection(), section, name), column.name, measures.body)
        hours = QRect(content.left(), name.bottom() + 1, content.width(), measures.line)
        painter.setPen(QColor(colours.text2))
        draw_text(painter, inside(self.layoutDirection(), section, hours), column.hours, measures.body)


def _groups(columns: tuple[BoardColumn, ...], shown: range) -> Iterator[_DayGroup]:
    """The days of which a column is in sight, each with all its columns."""
    starts = [number for number, column in enumerate(columns) if column.is_first_of_day]
    for first, following in zip(starts, [*starts[1:], len(columns)], strict=True):
        if first <= shown[-1] and following > shown[0]:
            yield _DayGroup(columns[first].day, first, following - 1)
