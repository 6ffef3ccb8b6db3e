"""Calendars out (iCalendar, RFC 5545): one for the whole event, and one for each person.

A second export updates a calendar instead of doubling it: a UID is made from the ids of need and person alone, and
SEQUENCE grows with each change of the need. Times carry their zone, and the zone's clock changes come with them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clubhub.domain.ids import NeedId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterNeed, RosterShift
from clubhub.formats import calendar_words as words
from clubhub.formats.calendar_zone import zone_definition
from clubhub.formats.file_names import file_names
from clubhub.formats.name_order import by_family_name
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.roster_words import venue_name
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from icalendar import Calendar, Event

# The right side of every UID. ".invalid" can't belong to anybody (RFC 2606); it must never change.
UID_HOST = "clubhub.invalid"
_NeedOfShift = tuple[RosterShift, RosterNeed]
_PRODUCT = "-//ClubHub//ClubHub//EN"


def roster_ics(roster: Roster) -> bytes:
    """One entry per need: role, time, place, who is on it and how many places are open."""
    events = [
        _event(
            roster,
            shift,
            need,
            uid=need_uid(need.need.id),
            summary=words.summary_for_all(shift, need),
            description=words.description_for_all(roster, shift, need),
        )
        for shift in roster.shifts
        for need in shift.needs
    ]
    name = f"{roster.event.name}, {roster.club.name}"
    open_count = roster.open_count
    about = plural("{count} place is open.", "{count} places are open.", open_count)
    return _calendar(roster, name, about if open_count else _("All places are filled."), events)


def person_ics(roster: Roster, person: Person) -> bytes:
    """One entry per need the person is on: when to be there, with whom, what to bring, whom to call.

    A need that was the person's in the newest publication and isn't any more comes as a cancelled entry.
    """
    return _person_calendar(roster, person, _needs_by_person(roster)[person.id])


def calendar_files(roster: Roster) -> Iterator[tuple[str, bytes]]:
    """A file name and a calendar for everybody who has a place, in the order of family names."""
    needs = _needs_by_person(roster)
    people = by_family_name(roster.people(), roster.club)
    names = file_names(people, ".ics")
    for person in people:
        yield names[person.id], _person_calendar(roster, person, needs[person.id])


def is_personal_calendar(content: bytes, event_name: str) -> bool:
    """Whether these are the bytes of one of the `calendar_files` of that event."""
    from clubhub.formats.calendar_text import CalendarText

    text = content.decode("utf-8", "replace").replace("\r\n ", "")
    name = CalendarText(one_line(event_name)).to_ical().decode()
    return f"\nPRODID:{_PRODUCT}\r" in text and f"\nNAME:{name}: " in text


def need_uid(need_id: NeedId) -> str:
    return f"need-{need_id}@{UID_HOST}"


def place_uid(need_id: NeedId, person_id: PersonId) -> str:
    """Of a person on a need: moving to another lane of it stays the same entry."""
    return f"need-{need_id}-person-{person_id}@{UID_HOST}"


def _needs_by_person(roster: Roster) -> dict[PersonId, list[_NeedOfShift]]:
    """Everybody's needs in the order of time: those they are on, and those they were on in the newest publication."""
    published: dict[NeedId, list[PersonId]] = defaultdict(list)
    for given_out in roster.publication.places if roster.publication else ():
        published[given_out.need_id].append(given_out.person_id)
    needs: dict[PersonId, list[_NeedOfShift]] = defaultdict(list)
    for shift in roster.shifts:
        for need in shift.needs:
            concerned = [place.person.id for place in need.places if place.person]
            for person_id in dict.fromkeys(concerned + published[need.need.id]):
                needs[person_id].append((shift, need))
    return needs


def _person_calendar(roster: Roster, person: Person, needs: Iterable[_NeedOfShift]) -> bytes:
    events = [_event_for_person(roster, shift, need, person) for shift, need in needs]
    about = _("The shifts of {name}.").format(name=person.name)
    return _calendar(roster, f"{roster.event.name}: {person.name}", about, events)


def _event_for_person(roster: Roster, shift: RosterShift, need: RosterNeed, person: Person) -> "Event":
    own = [place for place in need.places if place.person and place.person.id == person.id]
    return _event(
        roster,
        shift,
        need,
        uid=place_uid(need.need.id, person.id),
        summary=words.summary_for_person(roster, need, own),
        description=words.description_for_person(roster, shift, need, person)
        if own
        else _("This shift isn't yours any more. You need not come."),
        status="CONFIRMED" if own else "CANCELLED",
    )


def _event(
    roster: Roster,
    shift: RosterShift,
    need: RosterNeed,
    *,
    uid: str,
    summary: str,
    description: str,
    status: str = "CONFIRMED",
) -> "Event":
    import icalendar

    from clubhub.formats.calendar_text import CalendarText

    zone = ZoneInfo(roster.event.time_zone)
    event = icalendar.Event()
    event.add("UID", uid)
    event.add("SEQUENCE", need.sequence)
    event.add("DTSTAMP", roster.stamped_at.astimezone(UTC))
    event.add("LAST-MODIFIED", roster.stamped_at.astimezone(UTC))
    event.add("DTSTART", shift.shift.starts.replace(tzinfo=zone))
    event.add("DTEND", shift.shift.ends.replace(tzinfo=zone))
    event.add("SUMMARY", CalendarText(one_line(summary)))
    event.add("DESCRIPTION", CalendarText(lines(description)))
    if location := _location(roster, shift):
        event.add("LOCATION", CalendarText(location))
    event.add("CATEGORIES", [one_line(roster.event.name)])
    event.add("STATUS", status)
    event.add("TRANSP", "TRANSPARENT" if status == "CANCELLED" else "OPAQUE")
    return event


def _location(roster: Roster, shift: RosterShift) -> str:
    return one_line(", ".join(part for part in (venue_name(shift), roster.event.city) if part))


def _calendar(roster: Roster, name: str, about: str, events: Iterable["Event"]) -> bytes:
    import icalendar

    from clubhub.formats.calendar_text import CalendarText

    calendar = icalendar.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    # The X- names are what Apple, Google and Outlook read; RFC 7986 made NAME of the first.
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, CalendarText(one_line(name)))
    calendar.add("X-WR-CALDESC", CalendarText(one_line(about)))
    calendar.add("X-WR-TIMEZONE", roster.event.time_zone)
    for event in events:
        calendar.add_component(event)
    _add_zone(calendar, roster)
    return bytes(calendar.to_ical())


def _add_zone(calendar: "Calendar", roster: Roster) -> None:
    """The zone, with a year to spare on both sides, unless all times are in UTC, which are written with a Z."""
    if calendar.events and not calendar.get_missing_tzids():
        return
    ends = [shift.shift.ends.year for shift in roster.shifts]
    years = roster.event.starts_on.year - 1, max([roster.event.ends_on.year, *ends]) + 1
    calendar.subcomponents.insert(0, zone_definition(roster.event.time_zone, *years))
