"""All events of the club with how full their rosters are; or, while there is none, the first step."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QStyle, QStyleOptionViewItem, QWidget

from clubhub.services.event_views import EventLine
from clubhub.support.texts import _
from clubhub.viewmodels.events import coverage_words, line_columns
from clubhub.viewmodels.table_model import ROW_ROLE, Index, RowTableModel
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.coverage_bar import paint_coverage
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.pages import Shell
from clubhub.widgets.painting import draw_words
from clubhub.widgets.tables import RowDelegate, RowTableView
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import PAGE_MARGIN

COVERAGE = 1
BAR_HEIGHT = 8


class EventList(QWidget):
    """Enter or a click opens an event."""

    chosen = Signal(object)
    """The id of an event."""
    bring_in_wanted = Signal()
    new_wanted = Signal()
    removal_wanted = Signal(object)
    """The id of an event: Delete was pressed."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.model = RowTableModel(line_columns(), lambda line: line.event.id, self)
        self.table = RowTableView(self.model, shell.theme, _("Events"))
        self.table.setItemDelegateForColumn(COVERAGE, CoverageDelegate(shell.theme, self.table))
        self.table.set_column_chars([24, 28, 30, 26, 18])
        self.table.opened.connect(self.chosen)
        self.table.clicked.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty())
        self._actions = [
            button(_("New event…"), self.new_wanted.emit, icon="add", name="new-event"),
            button(_("Bring in a meet…"), self.bring_in_wanted.emit, look="primary", icon="import", name="bring-in"),
        ]
        head = row(label(_("Events"), kind="title"), None, *self._actions)
        self.setLayout(column(head, self._stack, margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 0), space=16))

    def show_lines(self, lines: Sequence[EventLine]) -> None:
        self.model.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        for action in self._actions:
            action.setVisible(bool(lines))

    def set_focus(self) -> None:
        if self.model.rows:
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.table.currentIndex()
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.removal_wanted.emit(self.model.id_at(index.row()))
        else:
            super().keyPressEvent(event)

    def _empty(self) -> QWidget:
        sentence = _(
            "Meets, galas and working days belong here. Bring in the meet file or a schedule, and it becomes shifts "
            "with roles and numbers; or make an event by hand."
        )
        action = button(_("Bring in a meet…"), self.bring_in_wanted.emit, look="primary", icon="import", name="first")
        other = button(_("New event by hand…"), self.new_wanted.emit, look="link")
        return EmptyState("events", sentence, action, other)

    @Slot()
    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.chosen.emit(self.model.id_at(index.row()))


class CoverageDelegate(RowDelegate):
    """The bar, and the numbers after it."""

    def __init__(self, theme: Theme, parent: RowTableView) -> None:
        super().__init__(theme, parent)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line = index.data(ROW_ROLE)
        if not isinstance(line, EventLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font())
        words = coverage_words(line)
        inner = option.rect.adjusted(8, 0, -8, 0)
        words_width = option.fontMetrics.horizontalAdvance("0000 of 0000")
        bar = QRect(inner.left(), inner.center().y() - BAR_HEIGHT // 2, inner.width() - words_width - 10, BAR_HEIGHT)
        text = QRect(inner.right() - words_width, inner.top(), words_width, inner.height())
        coverage = line.coverage
        numbers = (coverage.filled, coverage.places, coverage.untold)
        paint_coverage(
            painter, QStyle.visualRect(option.direction, inner, bar), option.direction, self.theme.colours, numbers
        )
        painter.setPen(option.palette.text().color())
        draw_words(painter, text, words, option.direction, within=inner)
        painter.restore()
