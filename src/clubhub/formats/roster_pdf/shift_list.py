"""What is when: all shifts in order of time, a table for each day, a row for each role."""

from itertools import groupby

from clubhub.domain.rosters import Place, Roster, RosterNeed, RosterShift
from clubhub.formats.roster_pdf.hours import hours
from clubhub.formats.roster_pdf.page_parts import is_marked_new
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.formats.roster_words import shifts_by_day, shown_places, venue_name
from clubhub.support import dates
from clubhub.support.texts import _


def contents(roster: Roster) -> Json:
    """Days in order, and in each the shifts as the roster orders them."""
    days = [_day(roster, shifts) for shifts in shifts_by_day(roster).values()]
    return {
        "days_of_shifts": [day for day in days if day["rows"]],
        "heading": _("What is when"),
        "heads": [_("Be there"), _("Shift"), _("Where"), _("What"), _("Who")],
        "has_open": any(entry.place.is_open for entry in roster.entries()),
        "has_new": any(is_marked_new(roster, entry.place) for entry in roster.entries()),
    }


def _day(roster: Roster, shifts: list[RosterShift]) -> Json:
    day, language = shifts[0].shift.starts.date(), roster.club.language
    name = dates.day_name(day, language)
    rows = [_row(roster, shift, need) for shift in shifts for need in shift.needs]
    return {
        "name": name[:1].upper() + name[1:],
        "rows": [row for row in rows if row["places"]],
    }


def _row(roster: Roster, shift: RosterShift, need: RosterNeed) -> Json:
    groups = groupby(shown_places(need), key=lambda place: place.is_open and not need.need.is_per_lane)
    return {
        "due": dates.clock(shift.shift.starts),
        "hours": hours(shift.work_starts, shift.shift.ends, roster.club.language),
        "venue": venue_name(shift),
        "role": need.role.name,
        "places": [item for are_open, places in groups for item in _items(roster, need, list(places), are_open)],
    }


def _items(roster: Roster, need: RosterNeed, places: list[Place], are_open: bool) -> list[Json]:
    """Open places without lanes stand together as one, with their number."""
    if are_open:
        return [{"lane": "", "name": "", "is_new": False, "count": len(places)}]
    return [_item(roster, need, place) for place in places]


def _item(roster: Roster, need: RosterNeed, place: Place) -> Json:
    lane = need.need.lane(place.number)
    return {
        "lane": "" if lane is None else str(lane),
        "name": place.person.name if place.person else "",
        "is_new": is_marked_new(roster, place),
        "count": 1,
    }
