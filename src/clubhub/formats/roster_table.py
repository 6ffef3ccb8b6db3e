"""The roster as one table, a row per place: what the spreadsheet and the CSV file both show."""

from collections.abc import Iterator
from datetime import timedelta

from clubhub.domain.rosters import Place, Roster, RosterEntry
from clubhub.domain.wall_time import real_length
from clubhub.formats.roster_words import shift_name, venue_name
from clubhub.formats.sheets_out import Cell
from clubhub.support import dates
from clubhub.support.texts import _

HOUR = timedelta(hours=1)


def headings() -> list[str]:
    return [
        _("Day"),
        _("Date"),
        _("Be there"),
        _("Start"),
        _("End"),
        _("Hours"),
        _("Venue"),
        _("Session"),
        _("Role"),
        _("Place"),
        _("Lane"),
        _("Name"),
        _("Status"),
    ]


def rows(roster: Roster) -> Iterator[tuple[RosterEntry, list[Cell]]]:
    """Each place with its row, in the roster's order. A session's column holds the shift's name where there is none."""
    for entry in roster.entries():
        shift, need = entry.shift.shift, entry.need
        yield (
            entry,
            [
                dates.weekday(shift.starts.date(), roster.club.language),
                shift.starts.date(),
                shift.starts.time(),
                entry.shift.work_starts.time(),
                shift.ends.time(),
                hours(entry, roster),
                venue_name(entry.shift),
                shift_name(entry.shift),
                need.role.name,
                entry.place.number,
                need.need.lane(entry.place.number),
                entry.place.person.name if entry.place.person else "",
                status(entry.place),
            ],
        )


def hours(entry: RosterEntry, roster: Roster) -> float:
    """How many hours the place really lasts, from being there to going, also over a clock change."""
    shift = entry.shift.shift
    return real_length(shift.starts, shift.ends, roster.event.time_zone) / HOUR


def status(place: Place) -> str:
    """The word for a place's state; the open one is loud."""
    if place.is_open:
        return _("OPEN")
    if place.person is None:
        return _("extra")
    return _("pinned") if place.assignment and place.assignment.is_pinned else _("filled")
