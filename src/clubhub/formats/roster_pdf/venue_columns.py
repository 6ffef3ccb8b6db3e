"""The columns and rows of a wall sheet: which shifts stand side by side, and which roles below each other."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ids import RoleId
from clubhub.domain.rosters import RosterEntry, RosterShift
from clubhub.formats.roster_words import shift_name, shown_places


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Times:
    """When to be there, when the work itself starts, when it ends."""

    due: datetime
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A session, a part of a split one, or shifts with the same hours. `times` are those of most of its places."""

    name: str
    times: Times
    entries: tuple[RosterEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A role's rows on a sheet: for each column the places to show."""

    role_id: RoleId
    cells: tuple[tuple[RosterEntry, ...], ...]

    @property
    def height(self) -> int:
        return max(map(len, self.cells), default=0)

    def parts(self, most: int) -> "list[Block]":
        """The block in pieces of at most so many rows."""
        return [
            Block(role_id=self.role_id, cells=tuple(cell[start : start + most] for cell in self.cells))
            for start in range(0, self.height, most)
        ]


def columns_of(shifts: Iterable[RosterShift]) -> list[Column]:
    """In order of time. Shifts in which no place is to be shown make no column."""
    groups: dict[Hashable, list[RosterShift]] = defaultdict(list)
    for shift in shifts:
        groups[_column_key(shift)].append(shift)
    columns = [column for group in groups.values() if (column := _column(group))]
    return sorted(columns, key=lambda column: (column.times.starts, column.times))


def blocks_of(columns: Sequence[Column]) -> list[Block]:
    """A block per role, the roles that matter most first; equally important ones as they come in the roster."""
    priorities = {e.need.role.id: e.need.role.priority for column in columns for e in column.entries}
    return [
        Block(role_id=role_id, cells=tuple(_places_of(role_id, column) for column in columns))
        for role_id in sorted(priorities, key=lambda role_id: priorities[role_id])
    ]


def times_of(shift: RosterShift) -> Times:
    return Times(due=shift.shift.starts, starts=shift.work_starts, ends=shift.shift.ends)


def _column_key(shift: RosterShift) -> Hashable:
    if shift.session:
        return shift.session.id, shift.shift.part
    return times_of(shift)


def _column(shifts: Sequence[RosterShift]) -> Column | None:
    entries = tuple(entry for shift in shifts for entry in _shown(shift))
    if not entries:
        return None
    commonest, _count = Counter(times_of(entry.shift) for entry in entries).most_common(1)[0]
    names = dict.fromkeys(shift_name(shift) for shift in shifts)
    return Column(name=", ".join(filter(None, names)), times=commonest, entries=entries)


def _shown(shift: RosterShift) -> list[RosterEntry]:
    return [RosterEntry(shift=shift, need=need, place=place) for need in shift.needs for place in shown_places(need)]


def _places_of(role_id: RoleId, column: Column) -> tuple[RosterEntry, ...]:
    """Of several shifts in one column too the open places come last, lanes apart."""
    entries = [entry for entry in column.entries if entry.need.role.id == role_id]
    return tuple(sorted(entries, key=lambda entry: entry.place.is_open and not entry.need.need.is_per_lane))
