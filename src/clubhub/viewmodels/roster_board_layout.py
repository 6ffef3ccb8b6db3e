"""Lays a roster out as a board: the column of each shift, the rows of each role, what is said of each place."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.events import Role
from clubhub.domain.ids import RoleId
from clubhub.domain.rosters import Place, RosterNeed, RosterShift
from clubhub.services.roster_desk import PlaceKey, RosterDesk
from clubhub.support.texts import _
from clubhub.viewmodels.roster_board import At, Board, BoardCell, BoardColumn, BoardPlace, BoardRole, Caption
from clubhub.viewmodels.roster_board_words import place_text, role_note, session_text
from clubhub.viewmodels.times_in_words import hours_text, long_day, weekday_text

BEFORE, DURING, AFTER = range(3)
MOST_MEASURED = 12
"""Of a column's many names only those with the most letters are measured."""
Item = tuple[RosterShift, RosterNeed]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpan:
    """A column's hours: those of its session, else from the first start to the last end of its shifts."""

    key: Hashable
    starts: datetime
    ends: datetime
    name: str


def lay_out_board(desk: RosterDesk, earlier: Board | None = None) -> Board:
    """The board of a roster; 12,000 places take some 300 ms, so it is made off the window's thread.

    Cells that are as they were on an `earlier` board are the very same: the window then sees what differs at a glance.
    """
    grouped: dict[Hashable, list[RosterShift]] = defaultdict(list)
    for shift in desk.roster.shifts:
        grouped[column_key(shift)].append(shift)
    spans = sorted((_span(key, shifts) for key, shifts in grouped.items()), key=lambda span: (span.starts, span.ends))
    number = {span.key: column for column, span in enumerate(spans)}
    items: dict[RoleId, dict[int, list[Item]]] = defaultdict(lambda: defaultdict(list))
    roles: dict[RoleId, Role] = {}
    for shift in desk.roster.shifts:
        for need in shift.needs:
            roles[need.role.id] = need.role
            items[need.role.id][number[column_key(shift)]].append((shift, need))
    writer = _Writer(desk, spans, earlier or Board())
    for role in sorted(roles.values(), key=lambda role: (role.priority, role.name)):
        writer.add_role(role, items[role.id])
    return writer.board()


def column_key(shift: RosterShift) -> Hashable:
    """What shifts of one column share: session and part of it, or the hours."""
    session = shift.session
    if session is None:
        return shift.shift.starts, shift.shift.ends
    if shift.shift.ends <= (session.warm_up or session.starts):
        return session.id, BEFORE
    return session.id, AFTER if shift.shift.starts >= session.ends else DURING


def _span(key: Hashable, shifts: list[RosterShift]) -> ColumnSpan:
    session = shifts[0].session
    starts, ends = min(shift.shift.starts for shift in shifts), max(shift.shift.ends for shift in shifts)
    if session is None:
        names = {shift.shift.name for shift in shifts}
        return ColumnSpan(key=key, starts=starts, ends=ends, name=names.pop() if len(names) == 1 else "")
    if key == (session.id, DURING):
        name = session_text(session.name, session.starts.date())
        return ColumnSpan(key=key, starts=session.starts, ends=session.ends, name=name)
    roles = {need.role.name for shift in shifts for need in shift.needs}
    name = roles.pop() if len(roles) == 1 else _("Before") if key == (session.id, BEFORE) else _("After")
    return ColumnSpan(key=key, starts=starts, ends=ends, name=name)


class _Writer:
    """Writes the roles down, one under the other."""

    def __init__(self, desk: RosterDesk, spans: list[ColumnSpan], earlier: Board) -> None:
        self._desk = desk
        self._spans = spans
        self._earlier = earlier.cells
        self._cells: dict[At, BoardCell] = {}
        self._places: dict[int, list[BoardPlace]] = defaultdict(list)
        self._where: dict[PlaceKey, At] = {}
        self._roles: list[BoardRole] = []
        self._open: dict[int, int] = defaultdict(int)
        self._next_row = 0
        publication = desk.roster.publication
        self._tells_changes = publication is not None and desk.roster.is_draft

    def add_role(self, role: Role, columns: dict[int, list[Item]]) -> None:
        height, filled, places = 1, 0, 0
        for column, items in columns.items():
            cells = list(self._lines(items, self._spans[column]))
            height = max(height, len(cells))
            for line, cell in enumerate(cells):
                self._put((self._next_row + line, column), cell)
            wanted = [place for _shift, need in items for place in need.places if place.is_required]
            empty = sum(place.is_open for place in wanted)
            filled, places = filled + len(wanted) - empty, places + len(wanted)
            self._open[column] += empty
        self._roles.append(
            BoardRole(
                id=role.id, name=role.name, note=role_note(role), filled=filled, places=places,
                first_row=self._next_row, height=height,
            )
        )  # fmt: skip
        self._next_row += height

    def _put(self, at: At, cell: BoardCell) -> None:
        before = self._earlier.get(at)
        self._cells[at] = before if before == cell else cell
        if isinstance(cell, BoardPlace):
            self._places[at[1]].append(cell)
            self._where[cell.key] = at

    def board(self) -> Board:
        return Board(
            columns=tuple(self._columns()),
            roles=tuple(self._roles),
            cells=self._cells,
            where=self._where,
            filled=sum(role.filled for role in self._roles),
            places=sum(role.places for role in self._roles),
        )

    def _columns(self) -> Iterator[BoardColumn]:
        day = None
        for number, span in enumerate(self._spans):
            starts_on = span.starts.date()
            hours = hours_text(span.starts, span.ends)
            spoken = _("{day}, {name}").format(day=weekday_text(starts_on), name=span.name or hours)
            places = self._places[number]
            yield BoardColumn(
                key=span.key, day=long_day(starts_on), name=span.name or hours, hours=hours if span.name else "",
                spoken=spoken, open_count=self._open[number], is_first_of_day=starts_on != day,
                has_lanes=any(place.lane is not None for place in places),
                names=_longest({place.name for place in places}),
                short_names=_longest({place.short_name for place in places}),
            )  # fmt: skip
            day = starts_on

    def _lines(self, items: list[Item], span: ColumnSpan) -> Iterator[BoardCell]:
        venues = {shift.venue.name if shift.venue else "" for shift, _need in items}
        for shift, need in items:
            caption = _caption(shift, span, with_venue=len(venues) > 1)
            if caption:
                yield Caption(text=caption)
            for place in need.places:
                yield self._place(shift, need, place)

    def _place(self, shift: RosterShift, need: RosterNeed, place: Place) -> BoardPlace:
        assignment = place.assignment
        is_broken = assignment is not None and assignment.id in self._desk.warnings
        is_set_aside = is_broken and assignment is not None and bool(assignment.override)
        values = {
            "is_open": place.is_open,
            "is_pinned": assignment is not None and assignment.is_pinned,
            "is_changed": place.is_new and self._tells_changes,
            "is_warned": is_broken and not is_set_aside,
            "is_set_aside": is_set_aside,
        }
        return BoardPlace(
            key=PlaceKey(need.need.id, place.number),
            name=place.person.name if place.person else "",
            short_name=place.person.short_name if place.person else "",
            spoken=place_text(shift, need, place, **values),
            lane=need.need.lane(place.number),
            **values,
        )


def _longest(names: set[str]) -> tuple[str, ...]:
    """In the same order each time, so that columns are the same while nothing in them changes."""
    return tuple(sorted(names, key=lambda name: (-len(name), name))[:MOST_MEASURED])


def _caption(shift: RosterShift, span: ColumnSpan, *, with_venue: bool) -> str:
    """The hours of a shift that doesn't fill its column's, and the venue where there are several."""
    covers = shift.shift.starts <= span.starts and shift.shift.ends >= span.ends
    hours = "" if covers else hours_text(shift.shift.starts, shift.shift.ends)
    venue = shift.venue.name if with_venue and shift.venue else ""
    return ", ".join(part for part in (hours, venue) if part)
