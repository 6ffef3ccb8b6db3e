"""Puts people's places in other events into the question to the engine, so that it knows when they are taken.

They are shifts like others, with everybody who is on them pinned: nothing of them can change or be filled, they earn no
points, and an empty place's explanation counts those people as being on another place at that time, or on the way.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clubhub.domain.engagements import Engagement
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster
from clubhub.domain.wall_time import to_utc
from clubhub.domain.working_days import working_day
from clubhub.rostering.problem import NeedSpec, Pair, RoleRule, ShiftTime

ROLE = RoleRule(id="elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What is to be added to a problem; `minutes` are those that each person is elsewhere, by id."""

    roles: tuple[RoleRule, ...] = ()
    shifts: tuple[ShiftTime, ...] = ()
    needs: tuple[NeedSpec, ...] = ()
    pins: tuple[Pair, ...] = ()
    minutes: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: Roster, people: Iterable[Person]) -> "Elsewhere":
        """The places of these people in other events at about the time of the roster."""
        taken = [one for person in people for one in roster.elsewhere.get(person.id, ()) if _has_length(one)]
        heads = Counter(one.need_id for one in taken)
        minutes = Counter[str]()
        for one in taken:
            minutes[str(one.person_id)] += _length(one)
        return cls(
            roles=(ROLE,) if taken else (),
            shifts=tuple({one.shift_id: _shift_time(one) for one in taken}.values()),
            needs=tuple({one.need_id: _need(one, heads[one.need_id]) for one in taken}.values()),
            pins=tuple((str(one.person_id), str(one.need_id)) for one in taken),
            minutes=minutes,
        )


def minute_of(wall: datetime, zone: str) -> int:
    """A wall-clock time as a real minute, as the engine counts."""
    return int(to_utc(wall, zone).timestamp()) // 60


def _length(engagement: Engagement) -> int:
    zone = engagement.time_zone
    return minute_of(engagement.ends, zone) - minute_of(engagement.starts, zone)


def _has_length(engagement: Engagement) -> bool:
    return _length(engagement) > 0


def _shift_time(engagement: Engagement) -> ShiftTime:
    zone = engagement.time_zone
    return ShiftTime(
        id=str(engagement.shift_id),
        start=minute_of(engagement.starts, zone),
        end=minute_of(engagement.ends, zone),
        location=str(engagement.venue_id or ""),
        day=working_day(engagement.starts).toordinal(),
    )


def _need(engagement: Engagement, heads: int) -> NeedSpec:
    """Just as many heads as are on it: min 0, so that it is never short."""
    shift = str(engagement.shift_id)
    return NeedSpec(id=str(engagement.need_id), shift=shift, role=ROLE.id, min=0, max=heads, points=0)
