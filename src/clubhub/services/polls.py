"""Polls: the list, and taking answers in from files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.answer_sheets import AnswerColumn, AnswerRow, AnswerSheet, match_options
from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.events import Event
from clubhub.domain.ids import AnswerId, EventId, OptionId, PersonId, PollId, new_id
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.domain.tables import RowProblem
from clubhub.services import reading
from clubhub.services.lookup import exactly_named, find_event, find_poll
from clubhub.storage import people, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PollView:
    """A poll with its options in order and its answers as they came."""

    poll: Poll
    options: tuple[Option, ...]
    answers: tuple[Answer, ...]
    event: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersImport:
    """What taking answers in did, or would do (`changes` is empty then). `guests` are names that match nobody."""

    poll_name: str
    answers: int
    replaced: int
    guests: tuple[str, ...]
    notes: tuple[str, ...]
    changes: Changes


class PollService:
    """The club's polls and the answers to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def polls(self) -> list[PollView]:
        """Every poll, by name."""
        with self._database.read() as reader:
            return [_view(reader, poll) for poll in polls.load_polls(reader)]

    def poll(self, name: str) -> PollView:
        """The poll of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return _view(reader, find_poll(reader, name))

    def import_answers(
        self, path: Path, *, event: str | None = None, poll: str | None = None, dry_run: bool = False
    ) -> AnswersImport:
        """Take in the answers of a file: all of them, or none with a reason per bad row.

        With an event alone, its availability poll is used, and made if there is none. A named poll that is missing is
        made from the file's columns. In an event's poll every name must be somebody of the club; elsewhere the others
        are kept as guests. Raises InvalidInput, NotFound or Conflict.
        """
        from clubhub.formats.answers import answers_from_table

        if not event and not poll:
            raise InvalidInput(_("Say which answers these are: give an event, or a poll by its name."))
        sheet = answers_from_table(reading.read_table(path))
        _refuse(sheet.problems)
        if dry_run:
            with self._database.read() as reader:
                return _AnswersImporter(reader, sheet, event, poll).plan().outcome(Changes())
        with self._database.write(_("take in answers")) as work:
            importer = _AnswersImporter(work, sheet, event, poll).plan()
            importer.write(work)
            work.title = plural(
                "take in {count} answer to “{poll}”",
                "take in {count} answers to “{poll}”",
                len(importer.answers),
                poll=importer.poll.name,
            )
        return importer.outcome(work.changes)


class _AnswersImporter:
    """One file of answers on its way into a poll: plans everything first, then writes."""

    def __init__(self, reader: Reader, sheet: AnswerSheet, event: str | None, poll: str | None) -> None:
        self._reader = reader
        self._sheet = sheet
        self._event = find_event(reader, event) if event else None
        known = _known_poll(reader, self._event, poll)
        self.is_new_poll = known is None
        self.poll = known or _new_poll(self._event, poll)
        self.answers: list[Answer] = []
        self._guests: list[str] = []
        self._options: Sequence[Option] = ()
        self._present = [] if self.is_new_poll else polls.load_answers(reader, self.poll.id)

    def plan(self) -> "_AnswersImporter":
        """Match columns and names. Raises InvalidInput with every row that can't be taken."""
        option_ids = self._match_columns()
        index = NameIndex(people.load_people(self._reader))
        problems: list[RowProblem] = []
        for row in self._sheet.rows:
            try:
                self.answers.append(self._answer(row, self._person(index, row), option_ids))
            except (NotFound, Conflict) as error:
                problems.append(RowProblem(row=row.row, reason=str(error)))
        _refuse(problems)
        self._refuse_doubles()
        return self

    def write(self, work: UnitOfWork) -> None:
        """A later answer takes the earlier one's place, which stays in the history."""
        if self.is_new_poll:
            polls.insert_poll(work, self.poll)
            polls.insert_options(work, self._options)
        known = {answer.id for answer in self._present}
        for answer in self.answers:
            if answer.id in known:
                polls.save_answer(work, answer)
        polls.insert_answers(work, [answer for answer in self.answers if answer.id not in known])

    def outcome(self, changes: Changes) -> AnswersImport:
        known = {answer.id for answer in self._present}
        return AnswersImport(
            poll_name=self.poll.name,
            answers=len(self.answers),
            replaced=sum(answer.id in known for answer in self.answers),
            guests=tuple(self._guests),
            notes=self._sheet.notes,
            changes=changes,
        )

    def _match_columns(self) -> Sequence[OptionId]:
        if self.is_new_poll:
            self._options = [_option(self.poll.id, at, column) for at, column in enumerate(self._sheet.columns)]
            return [option.id for option in self._options]
        return match_options(self._sheet.columns, polls.load_options(self._reader, self.poll.id))

    def _person(self, index: NameIndex, row: AnswerRow) -> Person | None:
        """None for a guest, which a poll tied to no event may have."""
        try:
            return index.find(row.name)
        except NotFound:
            if self.poll.event_id is not None:
                raise
            return None

    def _answer(self, row: AnswerRow, person: Person | None, option_ids: Sequence[OptionId]) -> Answer:
        marks: Mapping[OptionId, Mark] = {
            option: mark for option, mark in zip(option_ids, row.marks, strict=True) if mark is not None
        }
        earlier = self._earlier(person.id if person else None, row.name)
        if person is None:
            self._guests.append(row.name)
        return Answer(
            id=earlier.id if earlier else AnswerId(new_id()),
            poll_id=self.poll.id,
            person_id=person.id if person else None,
            guest_name="" if person else row.name,
            marks=marks,
            comment=row.comment,
            answered_at=utc_now(),
            version=earlier.version if earlier else 1,
        )

    def _earlier(self, person_id: PersonId | None, name: str) -> Answer | None:
        for answer in self._present:
            if answer.person_id == person_id and (person_id is not None or answer.guest_name == name):
                return answer
        return None

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


def _known_poll(reader: Reader, event: Event | None, name: str | None) -> Poll | None:
    """The poll meant by the options. Raises Conflict if a named poll belongs to another event."""
    found = polls.load_polls(reader)
    if name is None:
        return next((poll for poll in found if event and poll.event_id == event.id), None)
    poll = exactly_named(found, name)
    if poll and event and poll.event_id != event.id:
        raise Conflict(_("The poll “{poll}” is not one of {event}.").format(poll=poll.name, event=event.name))
    return poll


def _new_poll(event: Event | None, name: str | None) -> Poll:
    chosen = name.strip() if name else _("{event}: when can you come?").format(event=event.name if event else "")
    event_id: EventId | None = event.id if event else None
    return Poll(id=PollId(new_id()), name=chosen, event_id=event_id)


def _option(poll_id: PollId, position: int, column: AnswerColumn) -> Option:
    return Option(
        id=OptionId(new_id()),
        poll_id=poll_id,
        position=position,
        label=column.heading,
        starts=column.starts,
        ends=column.ends,
    )


def _refuse(problems: Sequence[RowProblem]) -> None:
    if problems:
        details = [_("Row {row}: {reason}").format(row=problem.row, reason=problem.reason) for problem in problems]
        raise InvalidInput(_("The answers could not be taken in, and nothing was changed."), details)


def _view(reader: Reader, poll: Poll) -> PollView:
    from clubhub.storage import events

    return PollView(
        poll=poll,
        options=tuple(polls.load_options(reader, poll.id)),
        answers=tuple(polls.load_answers(reader, poll.id)),
        event=next((event for event in events.load_events(reader) if event.id == poll.event_id), None),
    )
