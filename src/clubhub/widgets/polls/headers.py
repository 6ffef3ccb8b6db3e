"""The grid's headers: names with "guest" or "silent" beside them, and times under their days, the best one filled."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.widgets import icons
from clubhub.widgets.theme import Theme

LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEAST_NAME_CHARS, MOST_NAME_CHARS = 18, 34
MEASURED_NAMES = 50
ROOM_FOR_FIELD = 24
"""More than a line: the field to find a name stands in the corner, also beside choices, which have no day."""


class NameHeader(QHeaderView):
    """One name per row; the row of the current cell is bold."""

    def __init__(self, model: PollGridModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._grid = model
        self._theme = theme
        self.current_row = -1
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName(_("People"))

    def fit(self) -> None:
        """Row heights and the width for the longest name, from the text size."""
        self.setDefaultSectionSize(self._theme.line_height() + 6)
        self.setMinimumSectionSize(self._theme.line_height() + 6)
        metrics = QFontMetrics(self._theme.font("strong"))
        texts = {f"{row.name} {_beside(row)}" for row in self._grid.rows}
        longest = max(map(metrics.horizontalAdvance, sorted(texts, key=len)[-MEASURED_NAMES:]), default=0)
        sign = self._theme.icon_size() if any(row.is_guest for row in self._grid.rows) else 0
        letter = metrics.averageCharWidth()
        self.setFixedWidth(max(LEAST_NAME_CHARS * letter, min(longest, MOST_NAME_CHARS * letter)) + sign + 32)

    def show_current(self, row: int) -> None:
        before, self.current_row = self.current_row, row
        for changed in {before, row} - {-1}:
            self.viewport().update(
                0, self.sectionViewportPosition(changed), self.viewport().width(), self.sectionSize(changed)
            )

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        row = self._grid.rows[logicalIndex]
        colours = self._theme.colours
        is_current = logicalIndex == self.current_row
        painter.save()
        painter.fillRect(rect, QColor(colours.soft if is_current else colours.sheet))
        inner = rect.adjusted(0, 0, -8, 0) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect
        inner = inner.adjusted(4, 0, -4, 0)
        if row.is_guest:
            inner = self._paint_sign(painter, inner)
        if word := _beside(row):
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(colours.text3))
            width = painter.fontMetrics().horizontalAdvance(word) + 8
            painter.drawText(inner, TRAILING, word)
            inner = QStyle.visualRect(self.layoutDirection(), inner, inner.adjusted(0, 0, -width, 0))
        painter.setFont(self._theme.font("strong" if is_current else "body"))
        painter.setPen(QColor(colours.softtext if is_current else colours.text3 if row.is_silent else colours.text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, LEADING, name)
        painter.restore()

    def _paint_sign(self, painter: QPainter, room: QRect) -> QRect:
        """A guest's sign before the name; what room is left."""
        side = self._theme.icon_size()
        place = QRect(room.left(), room.center().y() - side // 2, side, side)
        icons.paint(painter, QStyle.visualRect(self.layoutDirection(), room, place), "guest", self._theme.colours.text2)
        return QStyle.visualRect(self.layoutDirection(), room, room.adjusted(side + 4, 0, 0, 0))


def _beside(row: GridRow) -> str:
    """What stands at the end of the name's line."""
    return _("guest") if row.is_guest else _("silent") if row.is_silent else ""


class TimeHeader(QHeaderView):
    """Days over times; plain choices have no day, and one line."""

    def __init__(self, model: PollGridModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = model
        self._theme = theme
        self._groups: list[tuple[int, int, str]] = []
        self._forms: list[list[str]] = []
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @property
    def groups(self) -> list[tuple[int, int, str]]:
        """First and last column of each day, and what it is called."""
        return self._groups

    def fit(self) -> None:
        self._groups = list(_days(self._grid))
        self.setAccessibleName(_("Times") if any(one.starts for one in self._grid.options) else _("Choices"))
        self._forms = [words.day_forms(self._grid.options[first]) for first, _last, _day in self._groups]
        line = self._theme.line_height()
        self.setFixedHeight(max(self._day_height() + line + 12, line + ROOM_FOR_FIELD))

    def least_width(self) -> int:
        """Of a column, so that its time can be read."""
        metrics = QFontMetrics(self._theme.font("strong"))
        texts = [words.option_time(option) for option in self._grid.options] or ["00:00"]
        most = metrics.averageCharWidth() * 14
        return max(metrics.horizontalAdvance("00+00"), min(most, max(map(metrics.horizontalAdvance, texts)))) + 10

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def columns_rect(self, first: int, last: int) -> QRect:
        """The place of some columns beside each other, in the viewport."""
        one, other = self.sectionViewportPosition(first), self.sectionViewportPosition(last)
        start, end = min(one, other), max(one + self.sectionSize(first), other + self.sectionSize(last))
        return QRect(start, 0, end - start, self.viewport().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  Qt's name
        colours = self._theme.colours
        painter.save()
        painter.fillRect(rect, QColor(colours.sheet))
        below = rect.adjusted(0, self._day_height(), 0, 0)
        rank = self._grid.shown_rank(logicalIndex)
        ink = colours.text2
        if rank:
            ink = colours.onfill if rank == 1 else colours.softtext
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.fill if rank == 1 else colours.soft))
            painter.drawRoundedRect(below.adjusted(1, 0, 0, 8), 6, 6)
        painter.setFont(self._theme.font("strong" if rank else "body"))
        painter.setPen(QColor(ink))
        text = words.option_time(self._grid.options[logicalIndex])
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bottom = self.viewport().height() - 1
        painter.setFont(self._theme.font("strong"))
        days = self._days_that_fit(painter.fontMetrics())
        for (first, last, _day), day in zip(self._groups, days, strict=True):
            rect = self.columns_rect(first, last)
            painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
            if first:
                edge = rect.left() if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else rect.right()
                painter.drawLine(edge, 0, edge, bottom)
            shown = rect.intersected(self.viewport().rect()).adjusted(6, 0, -4, 0)
            shown.setHeight(self._day_height())
            painter.setPen(QColor(self._theme.colours.text))
            text = painter.fontMetrics().elidedText(day, Qt.TextElideMode.ElideRight, shown.width())
            painter.drawText(shown, LEADING, text)
        painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
        painter.drawLine(0, bottom, self.viewport().width(), bottom)
        painter.end()

    def _days_that_fit(self, metrics: QFontMetrics) -> list[str]:
        """The longest form of the days that has room over the columns of each."""
        rooms = [self.columns_rect(first, last).width() - 10 for first, last, _day in self._groups]
        for days in zip(*self._forms, strict=False):
            if all(metrics.horizontalAdvance(day) <= room for day, room in zip(days, rooms, strict=True)):
                break
        else:
            return [forms[-1] for forms in self._forms]
        return list(days)

    def _day_height(self) -> int:
        return self._theme.line_height() + 6 if any(day for _first, _last, day in self._groups) else 0


def _days(model: PollGridModel) -> Iterator[tuple[int, int, str]]:
    """Runs of columns of one day."""
    first = 0
    for column, option in enumerate(model.options):
        is_last = column + 1 == len(model.options)
        if is_last or words.option_day(model.options[column + 1]) != words.option_day(option):
            yield first, column, words.option_day(option)
            first = column + 1
