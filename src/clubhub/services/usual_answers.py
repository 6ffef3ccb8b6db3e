"""What people usually say to times of the week: kept for each person, and offered as a draft for a poll."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.changes import Changes
from clubhub.domain.errors import changed_meanwhile
from clubhub.domain.ids import OptionId, PersonId, PollId, UsualAnswerId, new_id
from clubhub.domain.people import Person
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Mark, Poll, PollKind, UsualAnswer
from clubhub.domain.usual_answers import UsualDraft, check_usual, usual_marks
from clubhub.services.asked_people import asked_people, silent_people
from clubhub.services.lookup import poll_of
from clubhub.services.poll_answer_writer import AnswerWriter
from clubhub.services.poll_marks import person_name
from clubhub.storage import poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedAnswer:
    """What somebody who is silent would say as usual; nothing of it counts until it is accepted."""

    person: Person
    marks: Mapping[OptionId, Mark]


class UsualAnswerService:
    """Each change is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_person(self, person_id: PersonId) -> list[UsualAnswer]:
        """By weekday and time."""
        with self._database.read() as reader:
            return poll_records.load_usual_answers(reader, person_id)

    def keep(
        self, person_id: PersonId, drafts: Sequence[UsualDraft], *, seen: Sequence[UsualAnswer] | None = None
    ) -> Changes:
        """Exchange what a person usually says for these; `seen` is what stood there, None replaces whatever does.

        Raises InvalidInput for times that are none, Conflict if it isn't what was seen, NotFound if the person is gone.
        """
        wanted = check_usual(drafts)
        with self._database.write("") as work:
            name = person_name(work, person_id)
            present = poll_records.load_usual_answers(work, person_id)
            if seen is not None and list(seen) != present:
                raise changed_meanwhile()
            kept = {UsualDraft.of(one): one for one in present}
            poll_records.delete_usual_answers(work, [one.id for draft, one in kept.items() if draft not in wanted])
            added = [_kept(person_id, draft) for draft in wanted if draft not in kept]
            poll_records.insert_usual_answers(work, added)
            work.title = _("change when {name} can usually come").format(name=name)
        return work.changes

    def drafts(self, poll_id: PollId) -> list[DraftedAnswer]:
        """Of those asked who are silent and usually say something to one of the poll's times, by family name.

        None for a poll that isn't answered with marks. Raises NotFound if the poll is gone, or its audience names what
        is no longer in the club.
        """
        with self._database.read() as reader:
            return _drafts(reader, poll_of(reader, poll_id))

    def accept(self, poll_id: PollId, person_ids: Collection[PersonId]) -> Changes:
        """Write the drafts of these people down as their answers; who has answered meanwhile is left alone.

        Raises what `drafts` raises.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            chosen = [draft for draft in _drafts(work, poll) if draft.person.id in person_ids]
            for draft in chosen:
                AnswerWriter(work, poll, draft.person.id).write(Said(marks=draft.marks))
            work.title = plural(
                "take {count} usual answer over into “{poll}”",
                "take {count} usual answers over into “{poll}”",
                len(chosen),
                poll=poll.name,
            )
        return work.changes


def _drafts(reader: Reader, poll: Poll) -> list[DraftedAnswer]:
    usual = _by_person(reader)
    if poll.kind is not PollKind.MARKS or not usual:
        return []
    options = polls.load_options(reader, poll.id)
    silent = silent_people(asked_people(reader, poll), polls.load_answers(reader, poll.id))
    drafted = ((person, usual_marks(usual[person.id], options)) for person in silent if person.id in usual)
    return [DraftedAnswer(person=person, marks=marks) for person, marks in drafted if marks]


def _by_person(reader: Reader) -> dict[PersonId, list[UsualAnswer]]:
    found: dict[PersonId, list[UsualAnswer]] = {}
    for one in poll_records.load_usual_answers(reader):
        found.setdefault(one.person_id, []).append(one)
    return found


def _kept(person_id: PersonId, draft: UsualDraft) -> UsualAnswer:
    return UsualAnswer(
        id=UsualAnswerId(new_id()),
        person_id=person_id,
        weekday=draft.weekday,
        mark=draft.mark,
        starts=draft.starts,
        ends=draft.ends,
    )
