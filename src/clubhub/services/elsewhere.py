"""Puts people's places in other events into the question to the engine, so that it knows when they are taken.

They are shifts like others, with everybody who is on them pinned: nothing of them can change or be filled, they earn no
points, and an empty place's explanation counts those people as being on another place at that time.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.engagements import Engagement
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster
from clubhub.domain.wall_time import to_utc
from clubhub.rostering.problem import NeedSpec, Pair, RoleRule, ShiftTime

ROLE = RoleRule(id="elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What is to be added to a problem."""

    roles: tuple[RoleRule, ...] = ()
    shifts: tuple[ShiftTime, ...] = ()
    needs: tuple[NeedSpec, ...] = ()
    pins: tuple[Pair, ...] = ()

    @classmethod
    def of(cls, roster: Roster, people: Iterable[Person]) -> "Elsewhere":
        """The places of these people that share time with any shift of the roster."""
        own = [person.id for person in people]
        engagements = [one for person_id in own for one in roster.elsewhere.get(person_id, ())]
        overlapping = _Overlapping(roster)
        taken = [one for one in engagements if overlapping.includes(one)]
        heads = Counter(one.need_id for one in taken)
        return cls(
            roles=(ROLE,) if taken else (),
            shifts=tuple({one.shift_id: _shift_time(one) for one in taken}.values()),
            needs=tuple({one.need_id: _need(one, heads[one.need_id]) for one in taken}.values()),
            pins=tuple((str(one.person_id), str(one.need_id)) for one in taken),
        )


def minute_of(wall: datetime, zone: str) -> int:
    """A wall-clock time as a real minute, as the engine counts."""
    return int(to_utc(wall, zone).timestamp()) // 60


class _Overlapping:
    """Looks each time up once: many people are on one shift."""

    def __init__(self, roster: Roster) -> None:
        zone = roster.event.time_zone
        times = {(shift.shift.starts, shift.shift.ends) for shift in roster.shifts}
        self._spans = [(minute_of(starts, zone), minute_of(ends, zone)) for starts, ends in times]
        self._known: dict[tuple[int, int], bool] = {}

    def includes(self, engagement: Engagement) -> bool:
        time = _shift_time(engagement)
        key = (time.start, time.end)
        if key not in self._known:
            self._known[key] = time.start < time.end and any(
                start < time.end and time.start < end for start, end in self._spans
            )
        return self._known[key]


def _shift_time(engagement: Engagement) -> ShiftTime:
    zone = engagement.time_zone
    start, end = minute_of(engagement.starts, zone), minute_of(engagement.ends, zone)
    return ShiftTime(id=str(engagement.shift_id), start=start, end=end)


def _need(engagement: Engagement, heads: int) -> NeedSpec:
    """Just as many heads as are on it: min 0, so that it is never short."""
    shift = str(engagement.shift_id)
    return NeedSpec(id=str(engagement.need_id), shift=shift, role=ROLE.id, min=0, max=heads, points=0)
