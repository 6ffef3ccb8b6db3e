"""What was done last, with a way to take the newest back."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import HistoryEntry
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import to_qt_moment
from clubhub.widgets.controls import button, clear, column, label, row
from clubhub.widgets.pages import Shell, sentence_of


class Recent(QWidget):
    """The newest entries of the history."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._entries = column(space=10)
        head = row(label(_("Recent"), kind="heading"), None, button(_("All history"), self._show_all, look="link"))
        self.setLayout(column(head, self._entries))

    def show_entries(self, entries: list[HistoryEntry]) -> None:
        clear(self._entries)
        newest = next((entry for entry in entries if entry.undoes is None and not entry.is_undone), None)
        for entry in entries:
            words = column(
                label(sentence_of(entry.title), wrap=True), label(entry.actor, kind="small", tone="text2"), space=0
            )
            moment = label(_moment(entry), kind="small", tone="text2")
            moment.setMinimumWidth(moment.fontMetrics().horizontalAdvance("00:00"))
            parts = row(moment, words, space=10)
            parts.setStretch(1, 1)
            parts.setAlignment(moment, Qt.AlignmentFlag.AlignTop)
            if entry is newest:
                undo = button(_("Undo"), self._shell.undo_wanted.emit, look="link")
                undo.setAccessibleDescription(sentence_of(entry.title))
                parts.addWidget(undo)
            self._entries.addLayout(parts)
        if not entries:
            self._entries.addWidget(label(_("Nothing was changed yet."), tone="text2"))

    def _show_all(self) -> None:
        self._shell.go("history")


def _moment(entry: HistoryEntry) -> str:
    """The time today, the weekday within a week, else the date."""
    moment = to_qt_moment(entry.made_at)
    days = moment.date().daysTo(QDateTime.currentDateTime().date())
    return QLocale().toString(moment, "HH:mm" if days == 0 else "ddd" if days < 7 else "d MMM")
