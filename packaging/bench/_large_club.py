"""A club of 5,000 people who were all asked when they can come, and a festival of 12,000 places, all but 1 % filled."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path

from _large_roster import FAMILY_NAMES, GIVEN_NAMES, ZONE

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event, Need, Role, Shift
from clubhub.domain.ids import (
    AnswerId,
    AssignmentId,
    EventId,
    NeedId,
    OptionId,
    PersonId,
    PollId,
    RoleId,
    ShiftId,
    new_id,
)
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.domain.rosters import Assignment
from clubhub.storage import database, events, people, polls, rosters

PEOPLE, DAYS, SHIFTS_A_DAY, ROLES, PLACES = 5_000, 10, 10, 40, 3
FIRST_DAY = date(2030, 7, 1)
EVENT = EventId(1)
POLL = PollId(2)
"""Another number than the event's: the search index knows both by it."""


def make_large_club(path: Path) -> EventId:
    """Write the club; the same one each time, but for its ids. Returns the event's id."""
    chance = random.Random(7)  # noqa: S311  marks of made-up people
    listed = [_person(number) for number in range(PEOPLE)]
    roles = [Role(id=RoleId(number + 1), name=f"Role {number + 1:02}") for number in range(ROLES)]
    needs = list(_needs(shifts := list(_shifts()), roles))
    poll = Poll(id=POLL, name="Who can come?", event_id=EVENT)
    options = [_option(poll, day) for day in range(DAYS)]
    club = database.create(path, Club(name="Kvarnö Festival", time_zone=ZONE, region="FI"), actor="bench")
    with club.write("make a large club") as work:
        people.insert_people(work, listed)
        events.insert_events(work, [_event()])
        events.insert_shifts(work, shifts)
        events.insert_roles(work, roles)
        events.insert_needs(work, needs)
        rosters.insert_assignments(work, list(_assignments(needs, listed)))
        polls.insert_poll(work, poll)
        polls.insert_options(work, options)
        polls.insert_answers(work, (_answer(poll, person, options, chance) for person in listed))
    return EVENT


def _person(number: int) -> Person:
    given, family = GIVEN_NAMES[number % len(GIVEN_NAMES)], FAMILY_NAMES[number // 12 % len(FAMILY_NAMES)]
    mail = f"p{number}@example.org"
    return Person(id=PersonId(new_id()), given_name=given, family_name=f"{family} {number}", emails=(mail,))


def _event() -> Event:
    ends_on = FIRST_DAY + timedelta(days=DAYS - 1)
    return Event(id=EVENT, name="Kvarnö Festival", starts_on=FIRST_DAY, ends_on=ends_on, time_zone=ZONE)


def _shifts() -> Iterator[Shift]:
    """From seven in the morning, each of an hour and a half."""
    for number, (day, block) in enumerate(product(range(DAYS), range(SHIFTS_A_DAY)), 1):
        starts = datetime(2030, 7, 1, 7) + timedelta(days=day, hours=1.5 * block)  # noqa: DTZ001  wall clock
        yield Shift(
            id=ShiftId(number),
            event_id=EVENT,
            name=f"Watch {number}",
            starts=starts,
            ends=starts + timedelta(hours=1.5),
        )


def _needs(shifts: list[Shift], roles: list[Role]) -> Iterator[Need]:
    for shift, role in product(shifts, roles):
        yield Need(id=NeedId(new_id()), shift_id=shift.id, role_id=role.id, min_count=PLACES, max_count=PLACES)


def _assignments(needs: list[Need], listed: list[Person]) -> Iterator[Assignment]:
    """One after another, in turns, so that nobody is anywhere twice at a time."""
    for number, (need, place) in enumerate(product(needs, range(1, PLACES + 1))):
        if number % 100:
            person = listed[number % len(listed)]
            yield Assignment(id=AssignmentId(new_id()), need_id=need.id, person_id=person.id, place=place)


def _option(poll: Poll, day: int) -> Option:
    starts = datetime(2030, 7, 1) + timedelta(days=day)  # noqa: DTZ001  wall clock
    return Option(
        id=OptionId(new_id()),
        poll_id=poll.id,
        position=day,
        label=f"Day {day + 1}",
        starts=starts,
        ends=starts + timedelta(days=1),
    )


def _answer(poll: Poll, person: Person, options: list[Option], chance: random.Random) -> Answer:
    marks = {option.id: chance.choice((Mark.YES, Mark.YES, Mark.IF_NEED_BE, Mark.NO)) for option in options}
    when = datetime(2030, 6, 1, tzinfo=UTC)
    return Answer(id=AnswerId(new_id()), poll_id=poll.id, person_id=person.id, marks=marks, answered_at=when)
