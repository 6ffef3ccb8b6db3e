"""Takes the answers of a table into a poll: plans which options and whose they are, then writes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubhub.domain.answer_sheets import AnswerSheet
from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import AnswerId
from clubhub.domain.poll_notices import not_asked_notices
from clubhub.domain.polls import Answer, Poll, PollKind
from clubhub.domain.tables import RowProblem
from clubhub.services.answer_columns import ColumnTaken, check_days, taken_columns
from clubhub.services.answer_polls import known_poll, new_poll, roster_of
from clubhub.services.answer_rows import AnswerRows, NameTaken, taken_rows
from clubhub.services.lookup import find_event
from clubhub.services.poll_codes import with_code
from clubhub.storage import clubs, people, polls
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersImport:
    """What taking answers in did, or would do (`changes` is empty then). `guests` are names that match nobody.

    `columns` and `names` are in the file's order; `is_new_poll` says that the poll was made of the columns. `notes` are
    sentences on how the file was read and what it overrides, `uncovered` those about shifts of the poll's event that
    none of the poll's times covers. `overwrites` are the ids and versions of the answers that are replaced.
    """

    poll_name: str
    is_new_poll: bool
    columns: tuple[ColumnTaken, ...]
    names: tuple[NameTaken, ...]
    uncovered: tuple[str, ...]
    answers: int
    replaced: int
    guests: tuple[str, ...]
    notes: tuple[str, ...]
    overwrites: frozenset[tuple[AnswerId, int]]
    changes: Changes

    def does_the_same_as(self, other: "AnswersImport") -> bool:
        """Of two that were not done: whether they would take the same answers in, over the same earlier ones."""
        mine = (self.poll_name, self.is_new_poll, self.names, self.overwrites)
        return mine == (other.poll_name, other.is_new_poll, other.names, other.overwrites)


class AnswersImporter:
    """One file of answers on its way into a poll: plans everything when it is made, then writes.

    Raises InvalidInput with every row that can't be taken, NotFound or Conflict for the event or poll.
    """

    def __init__(self, reader: Reader, sheet: AnswerSheet, event: str | None, poll: str | None) -> None:
        self._reader = reader
        self._sheet = sheet
        asked_of = find_event(reader, event) if event else None
        known = known_poll(reader, asked_of, poll)
        self.is_new_poll = known is None
        self.poll = known or new_poll(asked_of, poll)
        self._roster = roster_of(reader, self.poll)
        self._options = [] if self.is_new_poll else polls.load_options(reader, self.poll.id)
        self._columns: tuple[ColumnTaken, ...] = ()
        present = [] if self.is_new_poll else polls.load_answers(reader, self.poll.id)
        self._rows = AnswerRows(self.poll, people.load_people(reader), present)
        self._known = {answer.id for answer in present}
        self._plan()

    @property
    def answers(self) -> list[Answer]:
        return self._rows.answers

    def write(self, work: UnitOfWork) -> None:
        """A later answer takes the earlier one's place, which stays in the history."""
        if self.is_new_poll:
            polls.insert_poll(work, with_code(work, self.poll))
        polls.insert_options(work, [column.option for column in self._columns if column.is_added])
        for answer in self.answers:
            if answer.id in self._known:
                polls.save_answer(work, answer)
        polls.insert_answers(work, [answer for answer in self.answers if answer.id not in self._known])

    def outcome(self, changes: Changes) -> AnswersImport:
        overwrites = frozenset((answer.id, answer.version) for answer in self.answers if answer.id in self._known)
        return AnswersImport(
            poll_name=self.poll.name,
            is_new_poll=self.is_new_poll,
            columns=self._columns,
            names=tuple(self._rows.names),
            uncovered=tuple(self._uncovered()),
            answers=len(self.answers),
            replaced=len(overwrites),
            guests=tuple(self._rows.guests),
            notes=(*self._sheet.notes, *self._rows.notes()),
            overwrites=overwrites,
            changes=changes,
        )

    def _plan(self) -> None:
        """Match columns and names; every row is looked at before any is refused."""
        self._refuse_other_kinds()
        _refuse(self._sheet.problems)
        self._settle_columns()
        _refuse(taken_rows(self._sheet.rows, self._rows, [column.option.id for column in self._columns]))

    def _refuse_other_kinds(self) -> None:
        if not is_answered_by_marks(self.poll):
            raise InvalidInput(
                _(
                    "“{poll}” isn't answered with yes and no, so a table can't be taken in. Nothing was changed: type "
                    "the answers in, or take in replies to its ballots."
                ).format(poll=self.poll.name)
            )

    def _settle_columns(self) -> None:
        self._columns = taken_columns(
            self._sheet.columns,
            self.poll,
            self._options,
            is_new=self.is_new_poll,
            language=clubs.load_club(self._reader).language,
        )
        if self._roster:
            check_days(self._columns, self._roster)

    def _uncovered(self) -> Iterator[str]:
        if self._roster:
            options = [*self._options, *(column.option for column in self._columns if column.is_added)]
            yield from (notice.sentence for notice in not_asked_notices(self._roster, options))


def is_answered_by_marks(poll: Poll) -> bool:
    """A table says yes and no, which neither an order nor a number or text is."""
    return poll.kind not in {PollKind.RANKED, PollKind.NUMBER, PollKind.TEXT}


def _refuse(problems: Sequence[RowProblem]) -> None:
    if problems:
        raise InvalidInput(
            _("The answers could not be taken in, and nothing was changed."),
            [problem.sentence for problem in problems],
        )
