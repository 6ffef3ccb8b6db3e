"""Who is where: everybody by family name with all their times, in two columns with a thumb index."""

import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import groupby

from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.name_order import name_key
from clubhub.formats.roster_pdf.hours import hours
from clubhub.formats.roster_pdf.page_parts import is_marked_new, name_parts
from clubhub.formats.roster_pdf.people_in_order import people_with_places
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.formats.roster_words import other_venue_name, role_at, venue_name
from clubhub.support import dates
from clubhub.support.texts import _

_AFTER_Z = frozenset("{|}~")  # how name_order ranks letters that come after z


def contents(roster: Roster) -> Json:
    """People under their letters, in the club's alphabet; each with their places in order of time."""
    usual = _usual_venue(roster)
    key = name_key(roster.club)
    letters = []
    for _rank, group in groupby(people_with_places(roster), key=lambda pair: _rank_of(pair[0], key)):
        people = list(group)
        entries = [_person(roster, person, places, usual) for person, places in people]
        letters.append({"letter": _heading_letter(people[0][0], key), "people": entries})
    return {
        "letters": letters,
        "heading": _("Who is where"),
        "legend_bold": _("Bold time:"),
        "legend": _legend(usual),
        "day_mm": _day_width_mm(roster),
        "has_new": any(is_marked_new(roster, entry.place) for entry in roster.entries()),
    }


def _person(roster: Roster, person: Person, places: list[RosterEntry], usual: str) -> Json:
    given, family = name_parts(person)
    names = {"first": family, "second": given} if family else {"first": given, "second": ""}
    return names | {"places": [_place(roster, entry, usual) for entry in places]}


def _place(roster: Roster, entry: RosterEntry, usual: str) -> Json:
    shift, venue = entry.shift.shift, other_venue_name(entry.shift, entry.need)
    return {
        "day": _day(roster, entry),
        "due": dates.clock(shift.starts),
        "hours": hours(entry.shift.work_starts, shift.ends, roster.club.language),
        "role": role_at(entry.need, entry.place),
        "venue": "" if venue == usual else venue,
        "is_new": is_marked_new(roster, entry.place),
    }


def _day(roster: Roster, entry: RosterEntry) -> str:
    """The weekday alone while no weekday comes twice."""
    day, language = entry.shift.shift.starts.date(), roster.club.language
    return dates.weekday(day, language) if _is_short(roster) else dates.short_day(day, language)


def _is_short(roster: Roster) -> bool:
    days = [shift.shift.starts.date() for shift in roster.shifts]
    return not days or (days[-1] - days[0]).days < 7


def _day_width_mm(roster: Roster) -> float:
    return 8.5 if _is_short(roster) else 21.0


def _usual_venue(roster: Roster) -> str:
    """Where more than half of all filled places are: it need not be repeated in every line. Else empty."""
    counts = Counter(venue_name(entry.shift) for entry in roster.entries() if entry.place.person)
    venue, count = counts.most_common(1)[0] if counts else ("", 0)
    return venue if 2 * count > counts.total() else ""


def _legend(usual: str) -> str:
    meaning = _("be there. Then the shift itself.")
    return f"{meaning} {_('{venue} unless a place is named.').format(venue=usual)}" if usual else meaning


def _rank_of(person: Person, key: Callable[[str], tuple[str, str]]) -> str:
    return key(person.family_name or person.given_name)[0][:1]


def _heading_letter(person: Person, key: Callable[[str], tuple[str, str]]) -> str:
    """Like "A" also for Á; the person's own letter where it has its own place in the alphabet; "#" for no letter."""
    rank = _rank_of(person, key)
    if rank in _AFTER_Z:
        return unicodedata.normalize("NFC", person.family_name or person.given_name)[0].upper()
    return rank.upper() if rank.isalpha() else "#"
