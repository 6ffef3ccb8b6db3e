"""A roster of 700 rows: a festival of two days, five venues with ten roles each, made-up people with three shifts."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle, product
from zoneinfo import ZoneInfo

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event, Need, Role, Shift, Venue
from clubhub.domain.ids import EventId, NeedId, PersonId, RoleId, ShiftId, VenueId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Place, Roster, RosterNeed, RosterShift

ZONE = "Europe/Helsinki"
EVENT = EventId(1)
FIRST_START, BLOCK, BLOCKS_A_DAY, DAYS = datetime(2026, 6, 13, 8), timedelta(hours=2), 7, 2  # noqa: DTZ001  wall clock
GIVEN_NAMES = ("Signe", "Petra", "Edvin", "Maj", "Veikko", "Lotte", "Arvid", "Tuuli", "Ruben", "Alva", "Hedda", "Åke")
FAMILY_NAMES = ("Vikdahl", "Holmquarn", "Norrgrann", "Sjöblad", "Suomela-Ahti", "Birkental", "Granlöv", "Öhrvall")
FARMS = ("", "-Åsbacka", "-Ekskär")
VENUES = ("Café", "Foyer", "Hall", "Office", "Pool deck")
ROLES = (
    *("Timekeeper", "Marshal", "Runner", "Canteen", "First aid"),
    *("Parking", "Results desk", "Set-up", "Announcer", "Finish judge"),
)
OPEN_EVERY = 20


def large_roster() -> Roster:
    """Never published; a row is a role on a shift, for one person."""
    helpers = people()
    return Roster(
        club=Club(name="Kvarnö Swim Club", time_zone=ZONE, region="FI", web_address="https://kvarno.example/help"),
        event=Event(
            id=EVENT,
            name="Kvarnö Games",
            starts_on=FIRST_START.date(),
            ends_on=FIRST_START.date() + timedelta(days=DAYS - 1),
            time_zone=ZONE,
        ),
        sessions=(),
        shifts=tuple(shifts(helpers)),
        stamped_at=datetime(2026, 6, 12, 18, 40, tzinfo=ZoneInfo(ZONE)),
        contact=helpers[0],
    )


def people() -> tuple[Person, ...]:
    names = product(FARMS, FAMILY_NAMES, GIVEN_NAMES)
    return tuple(
        Person(id=PersonId(n), given_name=given, family_name=family + farm, phones=(f"+35850555{n:04}",))
        for n, (farm, family, given) in enumerate(names, 1)
    )


def shifts(helpers: tuple[Person, ...]) -> Iterator[RosterShift]:
    """In the order that a roster promises: by start, then venue."""
    turns = cycle(helpers)
    blocks = product(range(DAYS), range(BLOCKS_A_DAY), enumerate(VENUES, 1))
    for number, (day, block, (venue_number, name)) in enumerate(blocks, 1):
        starts = FIRST_START + timedelta(days=day) + block * BLOCK
        venue = Venue(id=VenueId(venue_number), name=name)
        shift = Shift(
            id=ShiftId(number), event_id=EVENT, name=name, starts=starts, ends=starts + BLOCK, venue_id=venue.id
        )
        needs = tuple(need(shift, role_number, turns) for role_number in range(len(ROLES)))
        yield RosterShift(shift=shift, session=None, venue=venue, needs=needs)


def need(shift: Shift, role_number: int, turns: Iterator[Person]) -> RosterNeed:
    role = Role(id=RoleId(role_number + 1), name=ROLES[role_number])
    number = shift.id * len(ROLES) + role_number
    wanted = Need(id=NeedId(number), shift_id=shift.id, role_id=role.id, min_count=1, max_count=1)
    person = next(turns) if number % OPEN_EVERY else None
    return RosterNeed(need=wanted, role=role, places=(Place(number=1, person=person),))
