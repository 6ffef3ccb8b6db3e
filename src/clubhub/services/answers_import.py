"""Decides whose the answers of a file are, and which options they are for, and writes them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.answer_sheets import AnswerRow, AnswerSheet
from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import AnswerId, OptionId, PersonId, new_id
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_answers import check_choice
from clubhub.domain.poll_notices import not_asked_notices
from clubhub.domain.polls import Answer, Mark, PollKind, Road
from clubhub.domain.tables import RowProblem
from clubhub.domain.waiting_lists import yes_since
from clubhub.services.answer_columns import ColumnTaken, check_days, taken_columns
from clubhub.services.answer_polls import known_poll, new_poll, roster_of
from clubhub.services.lookup import find_event
from clubhub.services.poll_codes import with_code
from clubhub.storage import clubs, people, polls
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTaken:
    """Whose answer a row was taken for: `name` is the person's in the club, None for a guest."""

    row: int
    written: str
    name: str | None
    replaces: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersImport:
    """What taking answers in did, or would do (`changes` is empty then). `guests` are names that match nobody.

    `columns` and `names` are in the file's order; `is_new_poll` says that the poll was made of the columns.
    `uncovered` are sentences about shifts of the poll's event that none of the poll's times covers. `overwrites` are
    the ids and versions of the answers that are replaced.
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
        self.answers: list[Answer] = []
        self._guests: list[str] = []
        self._names: list[NameTaken] = []
        self._options = [] if self.is_new_poll else polls.load_options(reader, self.poll.id)
        self._columns: tuple[ColumnTaken, ...] = ()
        present = [] if self.is_new_poll else polls.load_answers(reader, self.poll.id)
        self._earlier = {_who(answer.person_id, answer.guest_name): answer for answer in present}
        self._known = {answer.id for answer in present}
        self._plan()

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
            names=tuple(self._names),
            uncovered=tuple(self._uncovered()),
            answers=len(self.answers),
            replaced=len(overwrites),
            guests=tuple(self._guests),
            notes=self._sheet.notes,
            overwrites=overwrites,
            changes=changes,
        )

    def _plan(self) -> None:
        """Match columns and names; every row is looked at before any is refused."""
        self._refuse_other_kinds()
        _refuse(self._sheet.problems)
        self._settle_columns()
        option_ids = [column.option.id for column in self._columns]
        index = NameIndex(people.load_people(self._reader))
        problems: list[RowProblem] = []
        for row in self._sheet.rows:
            try:
                self.answers.append(self._answer(row, self._person(index, row), option_ids))
            except (NotFound, Conflict, InvalidInput) as error:
                problems.append(RowProblem(row=row.row, reason=str(error)))
        _refuse(problems)
        self._refuse_doubles()

    def _refuse_other_kinds(self) -> None:
        """A table says yes and no, which neither an order nor a number or text is."""
        if self.poll.kind in {PollKind.RANKED, PollKind.NUMBER, PollKind.TEXT}:
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

    def _person(self, index: NameIndex, row: AnswerRow) -> Person | None:
        """None for a guest, which a poll tied to no event may have."""
        try:
            return index.find(f"{row.name} <{row.mail}>" if row.mail else row.name)
        except NotFound:
            if self.poll.event_id is not None:
                raise
            return None

    def _answer(self, row: AnswerRow, person: Person | None, option_ids: Sequence[OptionId]) -> Answer:
        marks = self._marks(dict(zip(option_ids, row.marks, strict=True)))
        earlier = self._earlier.get(_who(person.id if person else None, row.name))
        name = person.name if person else None
        self._names.append(NameTaken(row=row.row, written=row.name, name=name, replaces=earlier is not None))
        if person is None:
            self._guests.append(row.name)
        now = utc_now()
        return Answer(
            id=earlier.id if earlier else AnswerId(new_id()),
            poll_id=self.poll.id,
            person_id=person.id if person else None,
            guest_name="" if person else row.name,
            marks=marks,
            yes_since=yes_since(earlier, marks, now),
            road=Road.FILE,
            comment=row.comment,
            answered_at=now,
            version=earlier.version if earlier else 1,
        )

    def _marks(self, given: Mapping[OptionId, Mark | None]) -> Mapping[OptionId, Mark]:
        """Without silence; where people choose, "no" is what is not chosen."""
        marks = {option: mark for option, mark in given.items() if mark is not None}
        if self.poll.kind is PollKind.MARKS:
            return marks
        chosen = {option: mark for option, mark in marks.items() if mark is not Mark.NO}
        return check_choice(self.poll.kind, given, chosen)

    def _refuse_doubles(self) -> None:
        """Two spellings of one name would be two answers of one person."""
        seen: dict[PersonId, int] = {}
        problems = []
        for row, answer in zip(self._sheet.rows, self.answers, strict=True):
            if answer.person_id is None:
                continue
            if answer.person_id in seen:
                reason = _("{name} has answered in row {row} already.").format(
                    name=row.name, row=seen[answer.person_id]
                )
                problems.append(RowProblem(row=row.row, reason=reason))
            seen.setdefault(answer.person_id, row.row)
        _refuse(problems)


def _who(person_id: PersonId | None, guest_name: str) -> PersonId | str:
    """Whose answer it is: a guest is known by name."""
    return plain_name(guest_name) if person_id is None else person_id


def _refuse(problems: Sequence[RowProblem]) -> None:
    if problems:
        raise InvalidInput(
            _("The answers could not be taken in, and nothing was changed."),
            [problem.sentence for problem in problems],
        )
