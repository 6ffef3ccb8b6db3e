"""Types one person's answer, as it is told by phone: the name, then a key per time."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Answer, Mark, PollKind
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow, in_order_of_time
from clubhub.viewmodels.polls.said import said_words
from clubhub.viewmodels.polls.typed_answer import TypedAnswer
from clubhub.widgets.controls import column
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.answer_table import AnswerTable
from clubhub.widgets.polls.who_box import WhoBox

COMMENT, RANKING, SAID_TEXT = "comment", "ranking", "said"
"""The names of fields; those of the marks are the ids of their options."""

_Who = tuple[PersonId | None, str]
"""A person, or a guest's name."""


class TypedAnswerDialog(Dialog):
    """`key` is the row of the grid to begin with. In a poll of no event another name is a guest's."""

    def __init__(
        self, parent: QWidget, shell: Shell, board: PollBoard, model: PollGridModel, key: Hashable | None
    ) -> None:
        super().__init__(parent, _("Type an answer"), _hint(board.poll.kind), accept=_("Write it down"), width=520)
        self._shell = shell
        self._board = board
        rows = sorted(model.rows, key=lambda row: not row.is_silent)
        self.answer = TypedAnswer(in_order_of_time(board.options), board.poll, self)
        self.name = WhoBox(rows, key, takes_guests=board.event is None)
        self.comment, self.said = QLineEdit(), QLineEdit()
        self.table = AnswerTable(self.answer, shell.theme)
        self._who: _Who = (None, "")
        self.body.addLayout(column(Form([Field(name=_("Who"), widget=self.name)]), self.name.note, space=0))
        has_options = board.poll.kind.has_options
        asked = _("Number") if board.poll.kind is PollKind.NUMBER else _("Answer")
        said = Form([Field(name=asked, widget=self.said)])
        for part, is_wanted in ((self.table, has_options), (said, not has_options)):
            self.body.addWidget(part)
            part.setVisible(is_wanted)
        self.body.addWidget(Form([Field(name=_("Comment"), widget=self.comment)]))
        self._keeper = Keeper(shell.jobs, self, save=self._save, values_of=_values_of, read=self._read)
        self.keeping = Keeping(self, self, self._keeper)
        self.keeping.finished.connect(self._finish)
        self.name.currentTextChanged.connect(self._show_earlier)
        self._show_earlier()
        self._offer_unasked()
        (self.name if key is None else self.table if has_options else self.said).setFocus()

    @Slot()
    def accept(self) -> None:
        """Write the answer, in place of an earlier one of the same person if that is still as it was shown."""
        self.name.take_begun()
        chosen = self.name.chosen()
        person_id = chosen.person_id if chosen else None
        who = (person_id, "" if person_id else self.name.currentText())
        if who != self._who:
            self._who = who
            self._keeper.seen = _earlier(self._board, who)
        self.keeping.save()

    def values(self) -> Values:
        marks = {str(option.id): self.answer.marks.get(option.id) for option in self._board.options}
        beside = {RANKING: tuple(self.answer.ranking), SAID_TEXT: self.said.text().strip()}
        return {**marks, **beside, COMMENT: self.comment.text().strip()}

    def show_values(self, values: Values) -> None:
        self.answer.set_marks(_marks(values))
        self.answer.set_ranking(values[RANKING] or ())
        self.said.setText(values[SAID_TEXT] or "")
        self.comment.setText(values[COMMENT] or "")

    def tell(self, name: str, value: object) -> str:
        if name == COMMENT:
            return _("Comment: {comment}").format(comment=value)
        if name in (RANKING, SAID_TEXT):
            return _("Answer: {said}").format(said=self._beside_words(value))
        option = next(option for option in self._board.options if str(option.id) == name)
        said = self._board.poll.word(value) if isinstance(value, Mark) else words.mark_word(None)
        return _("{when}: {said}").format(when=words.option_words(option), said=said)

    def _beside_words(self, value: object) -> str:
        row = GridRow(key=0, name="", marks={}, ranking=value) if isinstance(value, tuple) else None
        return said_words(row, self._board.options) if row else str(value or "")

    def _save(self, seen: Sequence[Answer], values: Values) -> Changes:
        """Marks of times that this dialog doesn't know are left as they are."""
        others = {key: mark for answer in seen for key, mark in answer.marks.items() if str(key) not in values}
        person_id, guest = self._who
        return self._shell.services.poll_editing.record_answer(
            self._board.poll.id,
            person_id=person_id,
            guest_name=guest,
            marks={**others, **_marks(values)},
            ranking=values[RANKING] or (),
            said=values[SAID_TEXT] or "",
            comment=values[COMMENT] or "",
            seen=seen,
        )

    def _read(self) -> Sequence[Answer]:
        return _earlier(self._shell.services.poll_boards.board(self._board.poll.id), self._who)

    def _offer_unasked(self) -> None:
        """Where only some are asked, the others of the club may answer too."""
        if self._board.poll.audience:
            people = self._shell.services.people
            self._shell.jobs.run("", lambda _progress: people.directory().people, self.name.offer_unasked, owner=self,
                                 quiet=True)  # fmt: skip

    @Slot()
    def _show_earlier(self) -> None:
        """Begin from what the person has said already."""
        chosen = self.name.chosen()
        if chosen is not None:
            self.answer.set_marks(chosen.marks)
            self.answer.set_ranking(chosen.ranking)
            self.said.setText(chosen.said)
            self.comment.setText(chosen.comment)

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)


def _hint(kind: PollKind) -> str:
    if kind is PollKind.MARKS:
        return _("Y yes, M if need be, N no, Delete silent; each goes on to the next, with Shift it stays.")
    if kind is PollKind.RANKED:
        return _("Y puts an option next in the order, a figure in that place, Delete takes it out.")
    return _("Y chooses an option, Delete takes it back.") if kind.has_options else ""


def _earlier(board: PollBoard, who: _Who) -> Sequence[Answer]:
    """The answer that stands there, if there is one."""
    person_id, guest = who
    if person_id is not None:
        return [board.answers[person_id]] if person_id in board.answers else []
    return [answer for answer in board.guests if plain_name(answer.guest_name) == plain_name(guest)][:1]


def _values_of(seen: Sequence[Answer]) -> Values:
    marks = {str(key): mark for answer in seen for key, mark in answer.marks.items()}
    ranking = tuple(key for answer in seen for key in answer.ranking)
    beside = {RANKING: ranking, SAID_TEXT: "".join(answer.said for answer in seen)}
    return {**marks, **beside, COMMENT: "".join(answer.comment for answer in seen)}


def _marks(values: Values) -> dict[OptionId, Mark]:
    return {OptionId(int(key)): mark for key, mark in values.items() if isinstance(mark, Mark)}
