"""What a table of answers would do: whose its rows are, and what its columns were taken as."""

from PySide6.QtWidgets import QWidget

from clubhub.services.answers_import import AnswersImport
from clubhub.support.texts import _
from clubhub.viewmodels.polls.answers_preview import name_columns, remarks, summary, time_columns
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import column, label
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

MOST_REMARKS = 8
LEAST_LETTERS = 100
"""Of both tables beside each other."""


class TablePreview(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.names = RowTableModel(name_columns(), lambda item: item.row, self)
        self.times = RowTableModel(time_columns(), lambda item: item.heading, self)
        self.summary, self.remarks = label(kind="strong", wrap=True), label(tone="text2", wrap=True)
        names = RowTableView(self.names, theme, _("Names in the file"))
        names.set_column_chars([20, 20, 10])
        times = RowTableView(self.times, theme, _("Columns of the file"))
        times.set_column_chars([20, 24])
        self.setLayout(column(self.summary, Halves(names, times, least=LEAST_LETTERS, space=16), self.remarks))

    def show_import(self, outcome: AnswersImport) -> None:
        self.summary.setText(summary(outcome))
        self.names.set_rows(outcome.names)
        self.times.set_rows(outcome.columns)
        told = remarks(outcome)[:MOST_REMARKS]
        self.remarks.setText("\n".join(told))
        self.remarks.setVisible(bool(told))
