"""Changes of a roster as a table; with checkboxes where some may be left out."""

from PySide6.QtCore import QAbstractTableModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from clubhub.viewmodels.fill_proposal import CHECK, KIND, WAY, WHO, WHY, DifferenceModel
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.events.change_delegate import CHECK_SIDE, PAD, ChangeDelegate
from clubhub.widgets.theme import Theme


class ChangeTable(QTableView):
    """Space or a click chooses a change or leaves it out."""

    followed = Signal(int)
    """So many other changes went along with the one that was chosen or left out."""

    def __init__(self, model: QAbstractTableModel, theme: Theme, name: str, *, first_column: int = CHECK) -> None:
        """`first_column` is what the model's first column holds: CHECK, or KIND where nothing can be left out."""
        super().__init__()
        self._theme = theme
        self._first = first_column
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(ChangeDelegate(theme, self, first_column))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(self._toggle)
        theme.changed.connect(self.fit)
        model.modelReset.connect(self.fit)
        if isinstance(model, DifferenceModel):
            model.followed.connect(self.followed)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Rows and columns from the font; what is left goes to the way and the reason."""
        self.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 17)
        body, strong = QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("strong"))
        names = [self.model().index(place, WHO - self._first).data() or "" for place in range(self.model().rowCount())]
        name_width = max((strong.horizontalAdvance(name) for name in names), default=80) + 2 * PAD + 4
        shown = {self.model().index(place, KIND - self._first).data() for place in range(self.model().rowCount())}
        kinds = max((body.horizontalAdvance(text) for text in shown), default=60)
        widths = {
            CHECK: CHECK_SIDE + 2 * PAD + 6,
            KIND: kinds + self._theme.icon_size() + 2 * PAD + 12,
            WHO: min(name_width, self.width() // 3 + 60),
        }
        used = 0
        for column, width in widths.items():
            if column >= self._first:
                self.setColumnWidth(column - self._first, width)
                used += width
        left = max(200, self.viewport().width() - used)
        has_reason = self.model().columnCount() + self._first > WHY
        if has_reason:  # the last column takes what is left by itself
            self.setColumnWidth(WAY - self._first, round(left * 0.64))

    def whole_height(self) -> int:
        """As high as all rows together, but never lower than three."""
        return max(3, self.model().rowCount()) * self.verticalHeader().defaultSectionSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    @Slot(object)
    def _toggle(self, index: Index) -> None:
        model = self.model()
        if isinstance(model, DifferenceModel):
            model.set_chosen(index.row(), is_chosen=not model.is_chosen(index.row()))
