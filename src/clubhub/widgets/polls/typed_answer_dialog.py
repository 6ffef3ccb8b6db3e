"""Types one person's answer, as it is told by phone: the name, then a key per time."""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QHeaderView, QLineEdit, QTableView, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.polls import Mark
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import GridRow, PollGridModel
from clubhub.viewmodels.polls.typed_answer import SAID, TypedAnswer
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.cells import MarkDelegate
from clubhub.widgets.polls.table import KEYS, NEXT_MARK
from clubhub.widgets.theme import Theme


class TypedAnswerDialog(Dialog):
    """`key` is the row of the grid to begin with. In a poll of no event another name is a guest's."""

    def __init__(
        self, parent: QWidget, shell: Shell, board: PollBoard, model: PollGridModel, key: Hashable | None
    ) -> None:
        subline = _("Y yes, M if need be, N no, Delete silent; each goes on to the next time.")
        super().__init__(parent, _("Type an answer"), subline, accept=_("Write it down"), width=520)
        self._shell = shell
        self._board = board
        self._rows = sorted(model.rows, key=lambda row: not row.is_silent)
        self.answer = TypedAnswer(board.options, self)
        self.name, self.comment = self._name_box(key), QLineEdit()
        self.table = AnswerTable(self.answer, shell.theme)
        self._refusal = label(tone="danger", wrap=True)
        self._refusal.hide()
        self.body.addWidget(Form([Field(name=_("Who"), widget=self.name)]))
        self.body.addWidget(self.table)
        self.body.addWidget(Form([Field(name=_("Comment"), widget=self.comment)]))
        self.body.addWidget(self._refusal)
        self.name.currentTextChanged.connect(self._show_earlier)
        self._show_earlier()
        if key is not None:
            self.table.setFocus()

    @Slot()
    def accept(self) -> None:
        """Write the answer, in place of an earlier one of the same person."""
        chosen = self._chosen()
        person_id = chosen.person_id if chosen else None
        guest = "" if person_id else self.name.currentText()
        poll_id, marks, comment = self._board.poll.id, dict(self.answer.marks), self.comment.text()
        editing = self._shell.services.poll_editing
        self._shell.jobs.run(
            "",
            lambda _progress: editing.record_answer(
                poll_id, person_id=person_id, guest_name=guest, marks=marks, comment=comment
            ),
            self._finish,
            owner=self,
            on_failed=self._refuse,
            quiet=True,
        )

    def _name_box(self, key: Hashable | None) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for row in self._rows:
            box.addItem(row.name)
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        keys = [row.key for row in self._rows]
        box.setCurrentIndex(keys.index(key) if key in keys else -1)
        return box

    def _chosen(self) -> GridRow | None:
        """The row of the written name; of two with one name the one that was picked."""
        picked = self.name.currentIndex()
        if picked >= 0 and self.name.itemText(picked) == self.name.currentText():
            return self._rows[picked]
        at = self.name.findText(self.name.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return self._rows[at] if at >= 0 else None

    @Slot()
    def _show_earlier(self) -> None:
        """Begin from what the person has said already."""
        chosen = self._chosen()
        if chosen is not None:
            self.answer.set_marks(chosen.marks)
            self.comment.setText(chosen.comment)

    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(str(error))
        self._refusal.show()


class AnswerTable(QTableView):
    """A row per time; a mark's key sets it and goes on."""

    def __init__(self, model: TypedAnswer, theme: Theme) -> None:
        super().__init__()
        self._answer = model
        self._theme = theme
        self.setModel(model)
        self.setItemDelegateForColumn(SAID, MarkDelegate(theme, self))
        self.setAccessibleName(_("Times and answers"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(theme.line_height() + 12)
        self.setColumnWidth(SAID, 6 * theme.line_height())
        self.setMinimumHeight(8 * (theme.line_height() + 12))
        self.setCurrentIndex(model.index(0, SAID))
        self.clicked.connect(self._move_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and event.key() in KEYS:
            self._set(row, KEYS[Qt.Key(event.key())])
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(row, None)
        else:
            super().keyPressEvent(event)

    def _set(self, row: int, mark: Mark | None) -> None:
        self._answer.set_mark(row, mark)
        following = self._answer.index(min(row + 1, len(self._answer.options) - 1), SAID)
        self.setCurrentIndex(following)
        self.scrollTo(following)

    @Slot()
    def _move_on(self) -> None:
        """A click on a mark changes it: yes, if need be, no, silence."""
        index = self.currentIndex()
        if index.column() == SAID:
            present = self._answer.marks.get(self._answer.options[index.row()].id)
            self._answer.set_mark(index.row(), NEXT_MARK[present])
