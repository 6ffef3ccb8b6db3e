"""Rosters to print, page and export in tests: a swimming meet as it really is, and the odd ones at the edges.

All people are made up. Every function gives the same roster each time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count, cycle
from zoneinfo import ZoneInfo

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event, Need, Role, Session, Shift, Venue
from clubhub.domain.ids import (
    AssignmentId,
    EventId,
    NeedId,
    PersonId,
    PublicationId,
    RoleId,
    SessionId,
    ShiftId,
    VenueId,
)
from clubhub.domain.people import Person
from clubhub.domain.rosters import Assignment, Place, Publication, Roster, RosterNeed, RosterShift

ZONE = "Europe/Helsinki"
STAMPED_AT = datetime(2026, 6, 12, 18, 40, tzinfo=ZoneInfo(ZONE))
CLUB = Club(name="Kvarnö Swim Club", time_zone=ZONE, region="FI", web_address="https://kvarno.example/help")
EVENT_ID = EventId(1)

_GIVEN_NAMES = """
Signe Petra Edvin Maj Veikko Lotte Arvid Tuuli Ruben Alva Hedda Mirja Nils Elsi Ilmari Ylva Frida Eskil Henrike Oskar
Jorin Kaj Jussi Sanna Karin Anselm Bo Lasse Torben Helmi Dagny Kerttu Mats Aino Åke Örjan Ärla Ove Tove Ulla
"""
_FAMILY_NAMES = """
Vikdahl Holmquarn Norrgrann Sjöblad Suomela-Ahti Birkental Granlöv Rantasalo Altenweg Stennäs Norrskans Kallioinen
Ovanäng Haapajoki Petäjäniemi Strömgård Kvarnbäck Myrbacka Ostenfeld Lindmyr Häggvik Öhrvall Lehtoranta Kivelänmaa
Fjällbo Fährkamp Ekskär Brunnsby Havemark Koskelainen Lillhamn Maununen Grundvik Vähäkangas Åsbacka Ärtviken Österlid
Tallören Ulvhamn Rönnkulla
"""
_GIVEN, _FAMILY = _GIVEN_NAMES.split(), _FAMILY_NAMES.split()


def _at(wall: str) -> datetime:
    return datetime.fromisoformat(wall)


def people(number: int) -> tuple[Person, ...]:
    """So many people with different names; every third has a phone number."""
    return tuple(_person(n) for n in range(number))


def _person(n: int) -> Person:
    given = _GIVEN[n % len(_GIVEN)]
    family = _FAMILY[(n + n // len(_FAMILY)) % len(_FAMILY)]
    turn = n // (len(_GIVEN) * len(_FAMILY))
    if turn:
        family += f"-{_FAMILY[(n + 7 * turn) % len(_FAMILY)]}"
    phones = (f"+35850555{n % 10000:04}",) if n % 3 == 0 else ()
    return Person(id=PersonId(100 + n), given_name=given, family_name=family, phones=phones)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A role with its times at one session: minutes from the session's start to when people are due, and their number.

    `last_minutes`: how long the shift is, from when people are due; None: to the session's end.
    """

    role: str
    wanted: int
    due_minutes: int = -30
    last_minutes: int | None = None
    most: int | None = None
    venue: str = "Pool deck"
    is_per_lane: bool = False
    note: str = ""
    bring: str = ""


# The numbers of a ready plan for a meet of six lanes: 27 places on the pool deck.
MEET_DUTIES = (
    Duty(role="Referee", wanted=1, due_minutes=-45, note="licence needed", bring="white shirt"),
    Duty(role="Starter", wanted=1, due_minutes=-45, note="licence needed", bring="white shirt"),
    Duty(role="Judge of stroke", wanted=2, due_minutes=-45, note="licence needed", bring="white shirt"),
    Duty(role="Chief timekeeper", wanted=1, due_minutes=-45),
    Duty(role="Timekeeper", wanted=6, most=6, is_per_lane=True, note="one per lane", bring="indoor shoes"),
    Duty(role="Timekeeper in reserve", wanted=1, bring="indoor shoes"),
    Duty(role="Inspector of turns", wanted=6, bring="indoor shoes", note="one per two lanes, each end"),
    Duty(role="Finish judge", wanted=1),
    Duty(role="Clerk of course", wanted=2, note="with the start lists"),
    Duty(role="Announcer", wanted=1),
    Duty(role="Runner", wanted=1, most=2),
    Duty(role="Marshal", wanted=2, due_minutes=-75, note="at the doors"),
    Duty(role="First aid", wanted=1, most=2, due_minutes=-75, note="certificate", bring="first aid certificate"),
    Duty(role="Canteen", wanted=3, venue="Café"),
    Duty(role="Results desk", wanted=2, venue="Office"),
    Duty(role="Parking", wanted=2, due_minutes=-60, last_minutes=60, venue="North gate", bring="yellow vest"),
    Duty(role="Set-up", wanted=6, due_minutes=-135, last_minutes=60, venue="Hall", bring="work gloves"),
    Duty(role="Doors and wristbands", wanted=2, venue="Foyer"),
)
_TWO_DAYS = (
    ("Session 1", _at("2026-06-13 09:00"), _at("2026-06-13 12:30")),
    ("Session 2", _at("2026-06-13 14:00"), _at("2026-06-13 17:15")),
    ("Session 3", _at("2026-06-14 09:00"), _at("2026-06-14 12:30")),
    ("Finals", _at("2026-06-14 14:00"), _at("2026-06-14 16:45")),
)


def swimming_meet(
    *,
    helpers: Sequence[Person] | None = None,
    open_every: int = 19,
    new_every: int = 23,
    versions: int = 3,
    is_draft: bool = False,
    club: Club = CLUB,
    duties: Sequence[Duty] = MEET_DUTIES,
) -> Roster:
    """Two days with two sessions each, six venues, 27 places on the pool deck, 60 people unless others are given.

    Every `open_every`th place is open and every `new_every`th is new (0: none). `versions` were published.
    """
    sessions = tuple(
        Session(id=SessionId(10 + n), event_id=EVENT_ID, number=n + 1, name=name, starts=starts, ends=ends)
        for n, (name, starts, ends) in enumerate(_TWO_DAYS)
    )
    fill = _Filler(helpers if helpers is not None else people(60), open_every, new_every if versions else 0)
    shifts = [fill.shift(duty, session) for session in sessions for duty in duties if _is_held(duty, session)]
    return roster(
        shifts, club=club, sessions=sessions, versions=versions, is_draft=is_draft, contact=_person(18), lanes=6
    )


def _is_held(duty: Duty, session: Session) -> bool:
    return duty.role != "Set-up" or session.starts.hour < 12


def roster(
    shifts: Iterable[RosterShift],
    *,
    club: Club = CLUB,
    sessions: tuple[Session, ...] = (),
    versions: int = 1,
    is_draft: bool = False,
    contact: Person | None = None,
    name: str = "Kvarnö Games",
    lanes: int | None = None,
) -> Roster:
    """A roster of these shifts, in the order that rosters promise; its event lasts as long as they do."""
    ordered = sorted(shifts, key=lambda s: (s.shift.starts, s.venue.name if s.venue else "", s.shift.name))
    first = min((s.shift.starts.date() for s in ordered), default=date(2026, 6, 13))
    last = max((s.shift.starts.date() for s in ordered), default=first)
    event = Event(id=EVENT_ID, name=name, starts_on=first, ends_on=last, time_zone=ZONE, lanes=lanes)
    return Roster(
        club=club,
        event=event,
        sessions=sessions,
        shifts=tuple(ordered),
        stamped_at=STAMPED_AT,
        publication=_publication(versions) if versions else None,
        is_draft=is_draft or not versions,
        contact=contact,
    )


def _publication(number: int) -> Publication:
    return Publication(
        id=PublicationId(number), event_id=EVENT_ID, number=number, published_at=STAMPED_AT, shifts=(), places=()
    )


class _Filler:
    """Gives out people in turn, none twice at one start, and leaves every so-manieth place open."""

    def __init__(self, helpers: Sequence[Person], open_every: int = 0, new_every: int = 0) -> None:
        self._turns = cycle(helpers) if helpers else None
        self._open_every, self._new_every = open_every, new_every
        self._place_numbers, self._ids = count(1), count(1)
        self._venues: dict[str, Venue] = {}
        self._roles: dict[str, Role] = {}

    def shift(self, duty: Duty, session: Session) -> RosterShift:
        starts = session.starts + timedelta(minutes=duty.due_minutes)
        ends = session.ends if duty.last_minutes is None else starts + timedelta(minutes=duty.last_minutes)
        return self.plain_shift(duty, starts, ends, session)

    def plain_shift(
        self, duty: Duty, starts: datetime, ends: datetime, session: Session | None = None, *, part: int = 1
    ) -> RosterShift:
        shift = Shift(
            id=ShiftId(next(self._ids)),
            event_id=EVENT_ID,
            name=session.name if session else duty.role,
            starts=starts,
            ends=ends,
            session_id=session.id if session else None,
            venue_id=self._venue(duty.venue).id if duty.venue else None,
            part=part,
        )
        venue = self._venue(duty.venue) if duty.venue else None
        return RosterShift(shift=shift, session=session, venue=venue, needs=(self._need(duty, shift),))

    def _need(self, duty: Duty, shift: Shift) -> RosterNeed:
        role = self._roles.setdefault(
            duty.role,
            Role(id=RoleId(500 + len(self._roles)), name=duty.role, note=duty.note, bring=duty.bring),
        )
        most = duty.most or duty.wanted
        need = Need(
            id=NeedId(next(self._ids)),
            shift_id=shift.id,
            role_id=role.id,
            min_count=duty.wanted,
            max_count=most,
            is_per_lane=duty.is_per_lane,
        )
        places = tuple(self._place(need, number) for number in range(1, most + 1))
        return RosterNeed(need=need, role=role, places=places)

    def _place(self, need: Need, number: int) -> Place:
        is_required = number <= need.min_count
        turn = next(self._place_numbers)
        if self._turns is None or not is_required or (self._open_every and turn % self._open_every == 0):
            return Place(number=number, is_required=is_required)
        person = next(self._turns)
        assignment = Assignment(id=AssignmentId(next(self._ids)), need_id=need.id, person_id=person.id, place=number)
        is_new = bool(self._new_every) and turn % self._new_every == 0
        return Place(number=number, person=person, assignment=assignment, is_new=is_new)

    def _venue(self, name: str) -> Venue:
        return self._venues.setdefault(name, Venue(id=VenueId(200 + len(self._venues)), name=name))


def empty_roster() -> Roster:
    """An event that has neither shifts nor people."""
    return roster((), versions=0)


def one_person() -> Roster:
    """One person on one shift, nobody to call, no address on the web."""
    shift = _Filler(people(1)).plain_shift(
        Duty(role="Canteen", wanted=1, venue="Café"), _at("2026-06-13 10:00"), _at("2026-06-13 12:00")
    )
    return roster([shift], club=replace(CLUB, web_address=""), versions=0)


def without_venues() -> Roster:
    """Shifts that say neither where nor for which session."""
    fill = _Filler(people(12), open_every=5)
    starts = _at("2026-06-13 10:00")
    shifts = [
        fill.plain_shift(
            Duty(role=role, wanted=2, venue=""), starts + timedelta(hours=2 * n), starts + timedelta(hours=2 * n + 2)
        )
        for n, role in enumerate(("Grill", "Lottery", "Clearing"))
    ]
    return roster(shifts, contact=_person(0), name="Midsummer party")


def split_sessions() -> Roster:
    """A long session whose shifts come in two parts with a handover; parking is needed for the first hour only."""
    session = Session(
        id=SessionId(10),
        event_id=EVENT_ID,
        number=1,
        name="Prelims",
        starts=_at("2026-06-13 09:00"),
        ends=_at("2026-06-13 15:00"),
    )
    fill = _Filler(people(30), open_every=7)
    shifts = []
    for duty in MEET_DUTIES[:5]:
        due = session.starts + timedelta(minutes=duty.due_minutes)
        shifts.append(fill.plain_shift(duty, due, _at("2026-06-13 12:10"), session, part=1))
        shifts.append(fill.plain_shift(duty, _at("2026-06-13 12:00"), session.ends, session, part=2))
    shifts.append(fill.shift(Duty(role="Parking", wanted=2, due_minutes=-60, last_minutes=60), session))
    return roster(shifts, sessions=(session,), contact=_person(3), lanes=6)


def fourteen_days() -> Roster:
    """A congress without sessions: two venues, shifts round the clock for fourteen days, some over midnight."""
    fill = _Filler(people(80), open_every=11, new_every=29)
    duties = (
        Duty(role="Info desk", wanted=2, venue="Foyer"),
        Duty(role="Guard", wanted=1, venue="Gate", bring="warm clothes"),
    )
    blocks = [_at("2026-06-01 02:00") + timedelta(hours=4 * block) for block in range(14 * 6)]
    shifts = [
        fill.plain_shift(duty, starts, starts + timedelta(hours=4, minutes=15)) for starts in blocks for duty in duties
    ]
    return roster(shifts, contact=_person(3), name="Winter congress")


def overnight() -> Roster:
    """Guards from evening to morning, and one shift longer than a day."""
    fill = _Filler(people(6), open_every=4)
    night = _at("2026-06-13 22:00")
    guard, lead = Duty(role="Night guard", wanted=2, venue="Gate"), Duty(role="Lead", wanted=1, venue="Gate")
    shifts = [
        fill.plain_shift(guard, night, night + timedelta(hours=4)),
        fill.plain_shift(guard, night + timedelta(hours=4), night + timedelta(hours=8)),
        fill.plain_shift(lead, night, night + timedelta(hours=26)),
    ]
    return roster(shifts, contact=_person(3), name="Camp")


def long_names() -> Roster:
    """Names that fill a line and names that no line holds, in every place where a name can stand."""
    helpers = [
        replace(person, family_name=f"{person.family_name}-Kvarnbäcksholmen af Österlandet") for person in people(40)
    ]
    helpers[3] = replace(helpers[3], given_name="Maximilianabrigittaeleonora" * 3, family_name="")
    duties = [
        replace(
            duty, role=f"{duty.role} and everything around it", venue=f"{duty.venue} of the swimming hall in Kvarnö"
        )
        for duty in MEET_DUTIES
    ]
    duties[0] = replace(duties[0], role="Schwimmwettkampfleitungsassistenz")
    return swimming_meet(helpers=helpers, duties=duties)


def many(number: int, per_person: int = 3) -> Roster:
    """`number` people with about `per_person` shifts each, for measuring: ten venues, three blocks a day."""
    fill = _Filler(people(number), open_every=50, new_every=60)
    shifts = []
    places = number * per_person
    for turn in range(max(1, places // 20)):
        day, block, venue = turn // 30, turn % 3, turn // 3 % 10
        starts = _at("2026-06-01 08:00") + timedelta(days=day, hours=4 * block)
        duty = Duty(role=("Steward", "Driver", "Host")[venue % 3], wanted=20, venue=f"Gate {venue + 1}")
        shifts.append(fill.plain_shift(duty, starts, starts + timedelta(hours=4)))
    return roster(shifts, contact=_person(3), name="City marathon")


ODD_ROSTERS = {
    "empty": empty_roster,
    "one_person": one_person,
    "without_venues": without_venues,
    "split_sessions": split_sessions,
    "fourteen_days": fourteen_days,
    "overnight": overnight,
    "long_names": long_names,
}


def renamed(sample: Roster, names: Sequence[str]) -> Roster:
    """The same roster with everybody's name taken in turn from `names`."""
    given = {person.id: name for person, name in zip(sample.people(), cycle(names), strict=False)}
    return replace(sample, shifts=tuple(_renamed_shift(shift, given) for shift in sample.shifts))


def _renamed_shift(shift: RosterShift, given: dict[PersonId, str]) -> RosterShift:
    needs = []
    for need in shift.needs:
        places = [
            replace(place, person=replace(place.person, given_name=given[place.person.id], family_name=""))
            if place.person
            else place
            for place in need.places
        ]
        needs.append(replace(need, places=tuple(places)))
    return replace(shift, needs=tuple(needs))
