"""The programme and the people of an event, as tables."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import timedelta

from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.domain.wall_time import real_length
from clubhub.support.texts import _, listed
from clubhub.viewmodels.roster_board_words import when_text
from clubhub.viewmodels.table_model import Column
from clubhub.viewmodels.times_in_words import hours_text, length_text, long_day


def programme_columns(roster: Roster) -> list[Column[RosterShift]]:
    """A row per shift, in order of time."""
    zone = roster.event.time_zone
    return [
        Column(
            key="day",
            heading=_("Day"),
            text=lambda shift: long_day(shift.shift.starts.date()),
            sort=lambda shift: shift.shift.starts.isoformat(),
        ),
        Column(key="hours", heading=_("Hours"), text=lambda shift: hours_text(shift.shift.starts, shift.shift.ends)),
        Column(key="name", heading=_("Shift"), text=lambda shift: shift.shift.name),
        Column(key="venue", heading=_("Place"), text=lambda shift: shift.venue.name if shift.venue else ""),
        Column(key="needs", heading=_("Who is needed"), text=needs_text),
        Column(
            key="length",
            heading=_("Length"),
            text=lambda shift: length_text(real_length(shift.shift.starts, shift.shift.ends, zone)),
            sort=lambda shift: real_length(shift.shift.starts, shift.shift.ends, zone).total_seconds(),
            is_number=True,
        ),
    ]


def shift_id_of(shift: RosterShift) -> Hashable:
    return shift.shift.id


def needs_text(shift: RosterShift) -> str:
    """Like "Clerk of course 2, Announcer 1"."""
    return ", ".join(f"{need.role.name} {_count(need.need.min_count, need.need.max_count)}" for need in shift.needs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A person of the roster with all their places; `length` is the real time of them together."""

    person: Person
    entries: tuple[RosterEntry, ...]
    length: timedelta

    @property
    def places(self) -> str:
        return listed([f"{when_text(entry.shift)}: {entry.need.role.name}" for entry in self.entries])


def helpers(roster: Roster) -> list[Helper]:
    """Everybody with a place; who has the most hours first, then by name."""
    entries = roster.entries_by_person()
    found = [_helper(roster, person, entries[person.id]) for person in roster.people()]
    return sorted(found, key=lambda helper: (-helper.length, helper.person.name))


def helper_columns() -> list[Column[Helper]]:
    return [
        Column(key="name", heading=_("Name"), text=lambda helper: helper.person.name),
        Column(
            key="count",
            heading=_("Shifts"),
            text=lambda helper: str(len(helper.entries)),
            sort=lambda helper: len(helper.entries),
            is_number=True,
        ),
        Column(
            key="hours",
            heading=_("Hours"),
            text=lambda helper: length_text(helper.length),
            sort=lambda helper: helper.length.total_seconds(),
            is_number=True,
        ),
        Column(key="where", heading=_("Where"), text=lambda helper: helper.places),
    ]


def helper_id(helper: Helper) -> Hashable:
    return helper.person.id


def _helper(roster: Roster, person: Person, entries: list[RosterEntry]) -> Helper:
    zone = roster.event.time_zone
    lengths = [real_length(entry.shift.shift.starts, entry.shift.shift.ends, zone) for entry in entries]
    return Helper(person=person, entries=tuple(entries), length=sum(lengths, timedelta()))


def _count(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}–{most}"
