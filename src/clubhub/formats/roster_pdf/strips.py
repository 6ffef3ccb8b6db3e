"""Strips to cut out, four to a page: each person's own times, with whom, what to bring and whom to call."""

from collections.abc import Sequence

from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.roster_pdf.hours import until
from clubhub.formats.roster_pdf.people_in_order import people_with_places
from clubhub.formats.roster_pdf.sheet_packing import even_chunks
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.formats.roster_words import other_venue_name, role_at
from clubhub.support import dates
from clubhub.support.texts import _, listed, plural, some_of

_MOST_SHIFTS = 4
_MOST_WITH_FULL_NAMES = 2


def contents(roster: Roster) -> Json:
    """Strips by family name; who has more than four shifts gets a second strip."""
    strips = [strip for person, places in people_with_places(roster) for strip in _strips(roster, person, places)]
    return {
        "strips": strips,
        "event_year": _with_year(roster.event.name, roster.event.starts_on.year),
        "heads": [_("Day"), _("Be there"), _("Until"), _("Where, what, with whom")],
        "bring": _("Bring"),
        "call": _("Call"),
        "cant_come": _("Can’t come?"),
        "tell_early": _("Tell us early."),
    }


def _strips(roster: Roster, person: Person, places: Sequence[RosterEntry]) -> list[Json]:
    chunks = even_chunks(places, _MOST_SHIFTS)
    return [
        {
            "name": person.name,
            "part": f"{number}/{len(chunks)}" if len(chunks) > 1 else "",
            "shifts": [_shift(roster, entry, len(chunk) <= _MOST_WITH_FULL_NAMES) for entry in chunk],
            "bring": ", ".join(dict.fromkeys(thing for entry in chunk for thing in _things(entry.need.role.bring))),
        }
        for number, chunk in enumerate(chunks, start=1)
    ]


def _shift(roster: Roster, entry: RosterEntry, has_room: bool) -> Json:
    shift, role = entry.shift.shift, role_at(entry.need, entry.place)
    venue = other_venue_name(entry.shift, entry.need)
    return {
        "day": dates.short_day(shift.starts.date(), roster.club.language),
        "due": dates.clock(shift.starts),
        "until": until(shift.starts, shift.ends, roster.club.language),
        "where": venue or role,
        "what": role if venue else "",
        "with": _with(entry, has_room=has_room),
    }


def _with(entry: RosterEntry, *, has_room: bool) -> str:
    """Who does the same on the same shift; if nobody yet, how many are still looked for."""
    others = [place.person for place in entry.need.places if place.person and place is not entry.place]
    if others:
        names = [person.name if has_room else person.given_name or person.name for person in others]
        return _("with {names}").format(names=_named(names, 2 if has_room else 3))
    still_open = sum(place.is_open for place in entry.need.places)
    if not still_open:
        return ""
    return plural("one more is being asked", "{count} more are being asked", still_open)


def _named(names: Sequence[str], most: int) -> str:
    """Like "Anna, Bo and Cia" or "Anna, Bo and 3 more"; nobody is left out alone, "and 1 more" is as long as a name."""
    return listed(names) if len(names) == most + 1 else some_of(names, most)


def _things(bring: str) -> list[str]:
    return [thing for part in bring.split(",") if (thing := part.strip())]


def _with_year(name: str, year: int) -> str:
    return name if str(year) in name else f"{name} {year}"
