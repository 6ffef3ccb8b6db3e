"""A swimming meet as its file gives it: sessions, races, heats and the pool; nobody who swims.

Every `datetime` is naive: wall-clock time at the pool. What the file doesn't say is None or empty here;
domain.meet_times estimates the ends.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from clubhub.domain.durations import BETWEEN_HEATS, heat_length
from clubhub.support.texts import _

ASSUMED_HEATS = 3
"""Heats of a race whose file was written before the entries were in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """`lanes` is how many there are, `first_lane` the number on the first one (0 in some pools)."""

    lanes: int
    first_lane: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """One event of a session. `distance_m` is the whole distance, legs of a relay together; 0 is unknown.

    `heats_at` has an entry per heat in swimming order, None where the file gives no time.
    """

    distance_m: int
    heats_at: tuple[datetime | None, ...] = ()

    @property
    def heats(self) -> int:
        return len(self.heats_at) or ASSUMED_HEATS


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetSession:
    """`name` is "" where the file has none; `course` is Lenex's word: LCM is 50 m, SCM 25 m, SCY 25 yards."""

    number: int
    starts: datetime
    name: str = ""
    warm_up: datetime | None = None
    officials_meeting: datetime | None = None
    ends: datetime | None = None
    course: str = ""
    pool: Pool | None = None
    races: tuple[Race, ...] = ()

    @property
    def held_on(self) -> date:
        return self.starts.date()

    @property
    def label(self) -> str:
        return self.name or _("Session {number}").format(number=self.number)

    @property
    def heats(self) -> int:
        return sum(race.heats for race in self.races)

    def heat_lengths(self) -> list[tuple[datetime | None, timedelta]]:
        """Every heat in order: when the file puts it (or None), and its length by the table of distances."""
        return [
            (at, heat_length(race.distance_m))
            for race in self.races
            for at in (race.heats_at or (None,) * ASSUMED_HEATS)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meet:
    """`sessions` are in order of time. `warnings` are sentences about what looks wrong in the file."""

    name: str
    sessions: tuple[MeetSession, ...]
    city: str = ""
    warnings: tuple[str, ...] = ()

    def next_on_the_same_day(self, session: MeetSession) -> MeetSession | None:
        """The session after this one if it begins on the same day, else None."""
        for one, following in pairwise(self.sessions):
            if one is session and following.held_on == session.held_on:
                return following
        return None


def programme_length(session: MeetSession) -> timedelta:
    """Heats times their length by the table of distances, with a pause between heats; not rounded."""
    lengths = [length for _at, length in session.heat_lengths()]
    return sum(lengths, timedelta()) + BETWEEN_HEATS * max(0, len(lengths) - 1)
