"""Makes answers of a table's rows: whose each one is, what it says, and which earlier answer it replaces."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.answer_owners import newest_of_each, whose
from clubhub.domain.answer_sheets import AnswerRow
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import AnswerId, OptionId, PersonId, new_id
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.poll_answers import check_choice
from clubhub.domain.polls import Answer, Mark, Poll, PollKind, Road
from clubhub.domain.tables import RowProblem
from clubhub.domain.waiting_lists import yes_since
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural, some_of

MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTaken:
    """Whose answer a row was taken for: `name` is the person's in the club, None for a guest."""

    row: int
    written: str
    name: str | None
    replaces: bool


class AnswerRows:
    """Takes rows one by one. `answers`, `names` and `guests` (names that match nobody) are in the table's order."""

    def __init__(self, poll: Poll, people: Iterable[Person], present: Sequence[Answer]) -> None:
        self._poll = poll
        self._index = NameIndex(people)
        self._earlier = newest_of_each(present)
        self._row_of: dict[PersonId, int] = {}
        self._overridden: list[str] = []
        self.answers: list[Answer] = []
        self.names: list[NameTaken] = []
        self.guests: list[str] = []

    def take(self, row: AnswerRow, option_ids: Sequence[OptionId]) -> None:
        """`option_ids` are those that the row's marks are for.

        Raises NotFound or Conflict for a name, InvalidInput for what the poll's kind doesn't allow.
        """
        person = self._person(row)
        given = self._marks(dict(zip(option_ids, row.marks, strict=True)))
        answer, earlier = self._answer(row, person, given)
        self._note_override(earlier, answer, person.name if person else row.name)
        name = person.name if person else None
        self.names.append(NameTaken(row=row.row, written=row.name, name=name, replaces=earlier is not None))
        if person is None:
            self.guests.append(row.name)
        self.answers.append(answer)

    def doubles(self) -> list[RowProblem]:
        """Two spellings of one name would be two answers of one person."""
        problems = []
        for taken, answer in zip(self.names, self.answers, strict=True):
            if answer.person_id is None:
                continue
            first = self._row_of.setdefault(answer.person_id, taken.row)
            if first != taken.row:
                reason = _("{name} has answered in row {row} already.").format(name=taken.written, row=first)
                problems.append(RowProblem(row=taken.row, reason=reason))
        return problems

    def notes(self) -> list[str]:
        """A table doesn't say when somebody answered: a reply that came meanwhile may be newer."""
        if not self._overridden:
            return []
        return [
            plural(
                "{names} has another answer, which came as a reply or was typed, and the table's replaces it. If that "
                "one is newer, take the row out of the table first.",
                "{names} have other answers, which came as replies or were typed, and the table's replace them. If "
                "those are newer, take their rows out of the table first.",
                len(self._overridden),
                names=some_of(self._overridden, MOST_NAMED),
            )
        ]

    def _person(self, row: AnswerRow) -> Person | None:
        """None for a guest, which a poll tied to no event may have."""
        try:
            return self._index.find(f"{row.name} <{row.mail}>" if row.mail else row.name)
        except NotFound:
            if self._poll.event_id is not None:
                raise
            return None

    def _answer(
        self, row: AnswerRow, person: Person | None, marks: Mapping[OptionId, Mark]
    ) -> tuple[Answer, Answer | None]:
        """The row's, and the one in whose place it comes."""
        earlier = self._earlier.get(whose(person.id if person else None, row.name))
        now = utc_now()
        answer = Answer(
            id=earlier.id if earlier else AnswerId(new_id()),
            poll_id=self._poll.id,
            person_id=person.id if person else None,
            guest_name="" if person else row.name,
            marks=marks,
            yes_since=yes_since(earlier, marks, now),
            road=Road.FILE,
            comment=row.comment,
            answered_at=now,
            version=earlier.version if earlier else 1,
        )
        return answer, earlier

    def _marks(self, given: Mapping[OptionId, Mark | None]) -> Mapping[OptionId, Mark]:
        """Without silence; where people choose, "no" is what is not chosen."""
        marks = {option: mark for option, mark in given.items() if mark is not None}
        if self._poll.kind is PollKind.MARKS:
            return marks
        chosen = {option: mark for option, mark in marks.items() if mark is not Mark.NO}
        return check_choice(self._poll.kind, given, chosen)

    def _note_override(self, earlier: Answer | None, answer: Answer, name: str) -> None:
        if earlier is not None and earlier.road is not Road.FILE and dict(earlier.marks) != dict(answer.marks):
            self._overridden.append(name)


def taken_rows(rows: Iterable[AnswerRow], into: AnswerRows, option_ids: Sequence[OptionId]) -> list[RowProblem]:
    """Every row is looked at before any is refused; what can't be taken comes back, with the reason."""
    problems = []
    for row in rows:
        try:
            into.take(row, option_ids)
        except (NotFound, Conflict, InvalidInput) as error:
            problems.append(RowProblem(row=row.row, reason=str(error)))
    return problems or into.doubles()
