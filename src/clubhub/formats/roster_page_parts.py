"""Reads a roster into the values of its page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from clubhub.domain.ids import ShiftId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Place, Roster, RosterEntry, RosterNeed, RosterShift
from clubhub.formats.file_names import file_names
from clubhub.formats.name_order import by_family_name
from clubhub.formats.roster_page import Block, Day, Helper, OpenLine, Part, RoleRow, RosterPage, Seat, Turn
from clubhub.formats.roster_words import (
    blocks,
    lanes_of,
    open_places,
    own_name,
    role_at,
    session_name,
    shifts_by_day,
    venue_name,
)
from clubhub.support import dates
from clubhub.support.texts import _


def roster_page(roster: Roster) -> RosterPage:
    return _PageMaker(roster).page()


class _PageMaker:
    """Remembers which anchor belongs to which shift and person while it goes through the roster."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._language = roster.club.language
        self._people = by_family_name(roster.people(), roster.club)
        self._person_anchors = {one: f"p-{name}" for one, name in file_names(self._people, "").items()}
        self._shift_anchors: dict[ShiftId, str] = {}

    def page(self) -> RosterPage:
        days = tuple(self._day(day, shifts) for day, shifts in shifts_by_day(self._roster).items())
        required = [entry.place for entry in self._roster.entries() if entry.place.is_required]
        return RosterPage(
            days=days,
            open_lines=tuple(self._open_lines()),
            helpers=tuple(self._helpers()),
            filled=sum(not place.is_open for place in required),
            wanted=len(required),
        )

    def _day(self, day: date, shifts: list[RosterShift]) -> Day:
        parts: dict[int | None, list[RosterShift]] = defaultdict(list)
        for shift in shifts:
            parts[shift.session.id if shift.session else None].append(shift)
        return Day(
            anchor=f"day-{day.isoformat()}",
            title=dates.day_name(day, self._language),
            short=dates.short_day(day, self._language),
            open_count=sum(len(open_places(need)) for shift in shifts for need in shift.needs),
            parts=tuple(self._part(of_part, is_only=len(parts) == 1) for of_part in parts.values()),
        )

    def _part(self, shifts: list[RosterShift], *, is_only: bool) -> Part:
        session = shifts[0].session
        if session is None:
            title, times = "" if is_only else _("Also on this day"), ""
        else:
            title, times = session_name(session), dates.time_range(session.starts, session.ends)
        return Part(title=title, times=times, blocks=tuple(self._block(of_block) for of_block in blocks(shifts)))

    def _block(self, shifts: list[RosterShift]) -> Block:
        anchor = f"s{len(self._shift_anchors) + 1}"
        self._shift_anchors.update((shift.shift.id, anchor) for shift in shifts)
        return Block(
            anchor=anchor,
            due=dates.clock(shifts[0].shift.starts),
            work=self._work(shifts[0]),
            name=own_name(shifts[0]),
            venue=venue_name(shifts[0]),
            rows=tuple(self._row(need) for shift in shifts for need in shift.needs),
        )

    def _row(self, need: RosterNeed) -> RoleRow:
        seats = [self._seat(need, place, place.person) for place in need.places if place.person]
        seats += _open_seats(need)
        by_lane = sorted(seats, key=lambda seat: seat.lane or 0)
        return RoleRow(role=need.role.name, note=need.role.note, seats=tuple(by_lane))

    def _seat(self, need: RosterNeed, place: Place, person: Person) -> Seat:
        return Seat(
            text=person.name,
            lane=need.need.lane(place.number),
            anchor=self._person_anchors[person.id],
            is_new=place.is_new,
        )

    def _open_lines(self) -> Iterator[OpenLine]:
        for shift in self._roster.shifts:
            for need in shift.needs:
                if still_open := open_places(need):
                    day = dates.short_day(shift.shift.starts.date(), self._language)
                    yield OpenLine(
                        role=need.role.name,
                        count=len(still_open),
                        lanes=lanes_of(need, still_open),
                        when=f"{day} {self._span(shift)}",
                        where=venue_name(shift),
                        anchor=self._shift_anchors[shift.shift.id],
                    )

    def _helpers(self) -> Iterator[Helper]:
        entries = self._roster.entries_by_person()
        for person in self._people:
            turns = tuple(self._turn(entry) for entry in entries[person.id])
            yield Helper(anchor=self._person_anchors[person.id], name=person.name, turns=turns)

    def _turn(self, entry: RosterEntry) -> Turn:
        day = entry.shift.shift.starts.date()
        return Turn(
            day=f"{dates.weekday(day, self._language)} {day.day}",
            due=dates.clock(entry.shift.shift.starts),
            work=self._work(entry.shift),
            role=role_at(entry.need, entry.place),
            venue=venue_name(entry.shift),
            anchor=self._shift_anchors[entry.shift.shift.id],
            is_new=entry.place.is_new,
        )

    def _work(self, shift: RosterShift) -> str:
        return dates.span(shift.work_starts, shift.shift.ends, self._language)

    def _span(self, shift: RosterShift) -> str:
        return dates.span(shift.shift.starts, shift.shift.ends, self._language)


def _open_seats(need: RosterNeed) -> Iterable[Seat]:
    """One per lane where lanes matter, else one for all open places together."""
    still_open = open_places(need)
    lanes = [need.need.lane(place.number) for place in still_open]
    if any(lane is not None for lane in lanes):
        return [Seat(lane=lane, open_count=1) for lane in lanes]
    return [Seat(open_count=len(still_open))] if still_open else []
