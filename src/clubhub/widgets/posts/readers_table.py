"""Whom a post reaches: how many, who is left out and why, and each by their road."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.reach import Reach
from clubhub.support.texts import _
from clubhub.viewmodels.posts import ReaderRow, left_out_sentence, reader_model, reader_rows, told_sentence
from clubhub.widgets.controls import button, column, icon_label, label, row
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

FIRST_ROWS = 10
MOST_ROWS = 200
"""Of more the table scrolls by itself, also when all are shown."""


class ReadersTable(QWidget):
    """As high as its rows, for a page that scrolls around it; of many the first, until all are asked for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._rows: Sequence[ReaderRow] = ()
        self._is_whole = False
        self.model = reader_model(self)
        self.table = RowTableView(self.model, theme, _("Who gets it"))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = label(kind="heading", wrap=True)
        self.left_out = label(tone="warning", wrap=True)
        self._warning = QWidget()
        sign = icon_label("warning", "warning")
        told = row(sign, self.left_out, space=6)
        told.setStretch(1, 1)
        told.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self._warning.setLayout(told)
        self.all_button = button(_("Show all"), self._turn, look="link", name="show-all")
        self.setLayout(
            column(column(self.heading, self._warning, space=4), self.table, row(self.all_button, None), space=10)
        )
        theme.changed.connect(self.fit)

    def show_reach(self, reach: Reach) -> None:
        self._rows = reader_rows(reach)
        self.heading.setText(told_sentence(reach))
        self.left_out.setText(left_out_sentence(reach))
        self._warning.setVisible(bool(reach.unreached))
        self.setVisible(bool(self._rows))
        self._is_whole = False
        self._show_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot()
    def fit(self) -> None:
        self.table.set_column_chars([22, 13, 40])
        header = self.table.horizontalHeader()
        across = self.table.horizontalScrollBar().sizeHint().height() if header.length() > self.width() else 0
        rows = min(len(self.model.rows), MOST_ROWS) * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows + header.sizeHint().height() + across + 2)

    @Slot()
    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show_rows()

    def _show_rows(self) -> None:
        is_long = len(self._rows) > FIRST_ROWS + 2
        self.model.set_rows(self._rows if self._is_whole or not is_long else self._rows[:FIRST_ROWS])
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if len(self.model.rows) > MOST_ROWS else None
        self.table.setVerticalScrollBarPolicy(policy or Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = _("Show fewer") if self._is_whole else _("Show all {count}").format(count=len(self._rows))
        self.all_button.setText(words)
        self.all_button.setAccessibleName(f"{words}, {self.table.accessibleName()}")
        self.all_button.setVisible(is_long)
        self.fit()
