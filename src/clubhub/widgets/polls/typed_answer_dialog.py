"""Types one person's answer, as it is told by phone: the name, then a key per time."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QHeaderView, QLineEdit, QTableView, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Answer, Mark
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.typed_answer import SAID, TypedAnswer
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.cells import MarkDelegate
from clubhub.widgets.polls.table import KEYS, NEXT_MARK
from clubhub.widgets.theme import Theme

MOST_SHOWN = 12
"""Times that are seen without scrolling."""

COMMENT = "comment"
"""The name of the field; those of the marks are the ids of their options."""

_Who = tuple[PersonId | None, str]
"""A person, or a guest's name."""


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
        self._who: _Who = (None, "")
        self.body.addWidget(Form([Field(name=_("Who"), widget=self.name)]))
        self.body.addWidget(self.table)
        self.body.addWidget(Form([Field(name=_("Comment"), widget=self.comment)]))
        self._keeper = Keeper(shell.jobs, self, save=self._save, values_of=_values_of, read=self._read)
        self.keeping = Keeping(self, self, self._keeper)
        self.keeping.finished.connect(self._finish)
        self.name.currentTextChanged.connect(self._show_earlier)
        self._show_earlier()
        (self.name if key is None else self.table).setFocus()

    @Slot()
    def accept(self) -> None:
        """Write the answer, in place of an earlier one of the same person if that is still as it was shown."""
        chosen = self._chosen()
        person_id = chosen.person_id if chosen else None
        who = (person_id, "" if person_id else self.name.currentText())
        if who != self._who:
            self._who = who
            self._keeper.seen = _earlier(self._board, who)
        self.keeping.save()

    def values(self) -> Values:
        marks = {str(option.id): self.answer.marks.get(option.id) for option in self._board.options}
        return {**marks, COMMENT: self.comment.text().strip()}

    def show_values(self, values: Values) -> None:
        self.answer.set_marks(_marks(values))
        self.comment.setText(values[COMMENT] or "")

    def tell(self, name: str, value: object) -> str:
        if name == COMMENT:
            return _("Comment: {comment}").format(comment=value)
        option = next(option for option in self._board.options if str(option.id) == name)
        said = words.mark_word(value if isinstance(value, Mark) else None)
        return _("{when}: {said}").format(when=words.option_words(option), said=said)

    def _save(self, seen: Sequence[Answer], values: Values) -> Changes:
        """Marks of times that this dialog doesn't know are left as they are."""
        others = {key: mark for answer in seen for key, mark in answer.marks.items() if str(key) not in values}
        person_id, guest = self._who
        return self._shell.services.poll_editing.record_answer(
            self._board.poll.id,
            person_id=person_id,
            guest_name=guest,
            marks={**others, **_marks(values)},
            comment=values[COMMENT] or "",
            seen=seen,
        )

    def _read(self) -> Sequence[Answer]:
        return _earlier(self._shell.services.poll_boards.board(self._board.poll.id), self._who)

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
        field = box.lineEdit()
        if field is not None:
            field.setPlaceholderText(_("A name") if self._board.event else _("A name, also a guest’s"))
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

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)


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
        shown = min(len(model.options), MOST_SHOWN)
        head = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(shown * (theme.line_height() + 12) + head + 2)
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


def _earlier(board: PollBoard, who: _Who) -> Sequence[Answer]:
    """The answer that stands there, if there is one."""
    person_id, guest = who
    if person_id is not None:
        return [board.answers[person_id]] if person_id in board.answers else []
    return [answer for answer in board.guests if plain_name(answer.guest_name) == plain_name(guest)][:1]


def _values_of(seen: Sequence[Answer]) -> Values:
    marks = {str(key): mark for answer in seen for key, mark in answer.marks.items()}
    return {**marks, COMMENT: "".join(answer.comment for answer in seen)}


def _marks(values: Values) -> dict[OptionId, Mark]:
    return {OptionId(int(key)): mark for key, mark in values.items() if key != COMMENT and mark is not None}
