"""What the screens of polls show: the list with who has answered, and one poll with everybody's answers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count

from clubhub.domain.availability import newest_answers
from clubhub.domain.clubs import Club
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PersonId, PollId, ShiftId
from clubhub.domain.people import Person
from clubhub.domain.poll_drafts import PollDraft, usual_name
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_slots import slots_for_shifts
from clubhub.domain.polls import Answer, Decision, Option, Poll
from clubhub.services.asked_people import AskedCounts, asked_or_answered
from clubhub.services.club_facts import today_of
from clubhub.services.lookup import availability_poll, event_of, exactly_named, poll_of
from clubhub.services.poll_outcomes import load_requirements
from clubhub.storage import clubs, events, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class PollSummary:
    """A poll of the list. `answered` of `asked` people have; `guests` are answers of others.

    `starts` and `ends` span its slots; both are None for plain choices. `decided` is what was chosen, None for nothing.
    """

    poll: Poll
    event_name: str
    options: int
    starts: datetime | None
    ends: datetime | None
    answered: int
    asked: int
    guests: int
    decided: Option | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTime:
    """Shifts of an event at the same time: what they are called, and how many places must be filled in all."""

    starts: datetime
    ends: datetime
    names: tuple[str, ...]
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollBoard:
    """A poll with everybody who is asked or has answered unasked, by family name. `answers` holds each one's newest.

    `guests` are answers of people who aren't in the club. `shifts` are those of the poll's event, in order of time.
    `problem` is why the poll's audience means nobody, "" for none; `asked_words` are whom it means, "" for everybody;
    `unasked` is how many of `people` it doesn't mean, who have answered all the same.
    `requirements` are who is needed, and who fills it.
    """

    club: Club
    poll: Poll
    event: Event | None
    options: tuple[Option, ...]
    people: tuple[Person, ...]
    answers: Mapping[PersonId, Answer]
    guests: tuple[Answer, ...]
    shifts: tuple[ShiftTime, ...] = ()
    problem: str = ""
    asked_words: str = ""
    unasked: int = 0
    requirements: tuple[Requirement, ...] = ()
    decision: Decision | None = None

    @property
    def decided(self) -> Option | None:
        """The option that was chosen; None while nothing is decided."""
        return next((one for one in self.options if self.decision and one.id == self.decision.option_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChoice:
    """An event that a poll can be made for; `has_poll` says that there is one already."""

    event: Event
    has_poll: bool


class PollBoardService:
    """Reads polls for the screen."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def summaries(self) -> list[PollSummary]:
        """Every poll, by name."""
        with self._database.read() as reader:
            names = {event.id: event.name for event in events.load_events(reader)}
            decided = polls.decided_options(reader)
            answered, spans, asked = polls.answer_counts(reader), polls.option_spans(reader), AskedCounts(reader)
            return [
                PollSummary(
                    poll=poll,
                    event_name=names[poll.event_id] if poll.event_id else "",
                    options=spans.get(poll.id, (0, None, None))[0],
                    starts=spans.get(poll.id, (0, None, None))[1],
                    ends=spans.get(poll.id, (0, None, None))[2],
                    answered=answered.get(poll.id, (0, 0))[0],
                    asked=asked.of(poll),
                    guests=answered.get(poll.id, (0, 0))[1],
                    decided=decided.get(poll.id),
                )
                for poll in polls.load_polls(reader)
            ]

    def board(self, poll_id: PollId) -> PollBoard:
        """Raises NotFound if the poll is gone."""
        with self._database.read() as reader:
            poll = poll_of(reader, poll_id)
            answers = polls.load_answers(reader, poll_id)
            newest = newest_answers(answers)
            asked = asked_or_answered(reader, poll, newest)
            club = clubs.load_club(reader)
            return PollBoard(
                club=club,
                poll=poll,
                event=event_of(reader, poll.event_id) if poll.event_id else None,
                options=tuple(polls.load_options(reader, poll_id)),
                people=asked.people,
                answers=newest,
                guests=tuple(answer for answer in answers if answer.person_id is None),
                shifts=_shift_times(reader, poll.event_id) if poll.event_id else (),
                problem=asked.problem,
                asked_words=asked.words,
                unasked=asked.unasked,
                requirements=tuple(load_requirements(reader, poll, today_of(club))),
                decision=poll_records.find_decision(reader, poll_id),
            )

    def event_choices(self) -> list[EventChoice]:
        """The events that a poll can be made for, the latest first."""
        with self._database.read() as reader:
            listed = polls.load_polls(reader)
            return [
                EventChoice(event=event, has_poll=availability_poll(listed, event) is not None)
                for event in reversed(events.load_events(reader))
            ]

    def draft_for_event(self, event_id: EventId) -> PollDraft:
        """A poll that asks when people can come to an event, by slots that cover its shifts.

        An event without shifts gives no slots. The name is one that no poll has. Raises NotFound if the event is gone.
        """
        with self._database.read() as reader:
            event = event_of(reader, event_id)
            spans = [(shift.starts, shift.ends) for shift in events.load_shifts(reader, event_id)]
            name = _free_name(polls.load_polls(reader), usual_name(event.name))
        return PollDraft(
            name=name,
            event_id=event_id,
            slots=tuple(slots_for_shifts(spans)),
        )


def _free_name(taken: Sequence[Poll], name: str) -> str:
    """The name, with a number after it if there is such a poll."""
    numbered = (f"{name} {number}" for number in count(2))
    return next(free for free in chain([name], numbered) if not exactly_named(taken, free))


def _shift_times(reader: Reader, event_id: EventId) -> tuple[ShiftTime, ...]:
    places: defaultdict[ShiftId, int] = defaultdict(int)
    for need in events.load_needs(reader, event_id):
        places[need.shift_id] += need.min_count
    of_time: defaultdict[tuple[datetime, datetime], list[tuple[str, int]]] = defaultdict(list)
    for shift in events.load_shifts(reader, event_id):
        of_time[shift.starts, shift.ends].append((shift.name, places[shift.id]))
    return tuple(
        ShiftTime(
            starts=starts,
            ends=ends,
            names=tuple(dict.fromkeys(name for name, _places in shifts)),
            places=sum(count for _name, count in shifts),
        )
        for (starts, ends), shifts in of_time.items()
    )
