"""Makes sessions out of attributes: reads days, times and lanes, and tells what can't be read."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.meets import MeetSession, Pool, Race
from clubhub.domain.pool_lanes import MAX_LANES
from clubhub.domain.wall_time import YEARS
from clubhub.formats.lenex.raw import Attributes, RawRace, RawSession
from clubhub.support.texts import _

LONGEST_SESSION = timedelta(hours=16)
LOOSE_START = timedelta(hours=3)
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?")


def make_sessions(
    raw_sessions: Sequence[RawSession], pool: Attributes | None, course: str, warnings: list[str]
) -> tuple[MeetSession, ...]:
    """The sessions in order of time. Adds to `warnings`; raises InvalidInput for a session without day or start."""
    numbers = _numbers(raw_sessions, warnings)
    sessions = [
        _SessionMaker(raw, number, pool, course, warnings).session()
        for raw, number in zip(raw_sessions, numbers, strict=True)
    ]
    return tuple(sorted(sessions, key=lambda session: (session.starts, session.number)))


def _numbers(raw_sessions: Sequence[RawSession], warnings: list[str]) -> list[int]:
    """The file's own numbers if each session has one of its own, else their order in the file."""
    given = [_whole_number(raw.attributes.get("number")) for raw in raw_sessions]
    numbers = [number for number in given if number is not None]
    if len(set(numbers)) == len(raw_sessions):
        return numbers
    warnings.append(_("The sessions are not numbered one by one in the file; they were counted in its order."))
    return list(range(1, len(raw_sessions) + 1))


class _SessionMaker:
    """One session in the making."""

    def __init__(
        self, raw: RawSession, number: int, meet_pool: Attributes | None, meet_course: str, warnings: list[str]
    ) -> None:
        self._raw = raw
        self._given = raw.attributes
        self._number = number
        self._meet_pool = meet_pool
        self._course = self._given.get("course", meet_course)
        self._warnings = warnings

    def session(self) -> MeetSession:
        starts = datetime.combine(self._held_on(), self._start_time())
        return MeetSession(
            number=self._number,
            name=self._given.get("name", "").strip(),
            starts=starts,
            warm_up=self._time_before(starts, "warmupfrom", _("warm-up")),
            officials_meeting=self._time_before(starts, "officialmeeting", _("officials' meeting")),
            ends=self._end(starts),
            course=self._course,
            pool=self._pool(),
            races=_races(self._raw.races, starts),
        )

    def _held_on(self) -> date:
        given = self._given.get("date", "").strip()
        try:
            day = date.fromisoformat(given)
        except ValueError:
            day = None
        if day is None or day.year not in YEARS:
            sentence = _("Session {number} has no day that can be read (“{given}”). Nothing was changed.")
            raise InvalidInput(sentence.format(number=self._number, given=given))
        return day

    def _start_time(self) -> time:
        """The session's own start, else that of its first race or heat that has one."""
        first = [race.attributes for race in self._raw.races] + [
            heat for race in self._raw.races for heat in race.heats
        ]
        for attributes in (self._given, *first):
            start = _time(attributes.get("daytime"))
            if start:
                if attributes is not self._given:
                    self._warn(_("Session {number} has no start in the file; that of its first timed race was taken."))
                return start
        sentence = _("Session {number} has no start time. Enter it in the meet program. Nothing was changed.")
        raise InvalidInput(sentence.format(number=self._number))

    def _time_before(self, starts: datetime, key: str, what: str) -> datetime | None:
        given = self._given.get(key)
        at = _time(given)
        if at and at <= starts.time():
            return datetime.combine(starts.date(), at)
        if given:
            self._warn(
                _("The {what} of session {number} at “{given}” is not before its start and was not used."),
                what=what,
                given=given,
            )
        return None

    def _end(self, starts: datetime) -> datetime | None:
        """The given end; one before the start is after midnight. One that makes the session too long isn't used."""
        given = self._given.get("endtime")
        at = _time(given)
        if given and at:
            ends = datetime.combine(starts.date(), at)
            ends += timedelta(days=ends <= starts)
            if ends - starts <= LONGEST_SESSION:
                return ends
        if given:
            self._warn(
                _("The end of session {number} at “{given}” doesn't fit its start and was not used."), given=given
            )
        return None

    def _pool(self) -> Pool | None:
        """The session's own pool, else the meet's. With `lanemax` alone the lanes run from 1."""
        given = self._raw.pool if self._raw.pool and "lanemax" in self._raw.pool else self._meet_pool
        if not given or "lanemax" not in given:
            return None
        first, last = _whole_number(given.get("lanemin", "1")), _whole_number(given["lanemax"])
        if first is not None and last is not None and 0 <= first <= last < first + MAX_LANES:
            return Pool(lanes=last - first + 1, first_lane=first)
        self._warn(
            _("The lanes of session {number} (“{first}” to “{last}”) make no pool and were not used."),
            first=given.get("lanemin", "1"),
            last=given["lanemax"],
        )
        return None

    def _warn(self, sentence: str, **values: str) -> None:
        self._warnings.append(sentence.format(number=self._number, **values))


def _races(raw_races: Sequence[RawRace], starts: datetime) -> tuple[Race, ...]:
    """The races in swimming order."""
    ordered = sorted(raw_races, key=lambda race: _whole_number(race.attributes.get("order")) or 0)
    return tuple(_race(raw, starts) for raw in ordered)


def _race(raw: RawRace, starts: datetime) -> Race:
    heats = sorted(raw.heats, key=lambda heat: _whole_number(heat.get("order") or heat.get("number")) or 0)
    times = [_time(heat.get("daytime")) for heat in heats]
    if times and not times[0]:
        times[0] = _time(raw.attributes.get("daytime"))
    legs = _whole_number(raw.style.get("relaycount")) or 1
    return Race(
        distance_m=(_whole_number(raw.style.get("distance")) or 0) * legs,
        heats_at=tuple(_heat_at(starts, at) if at else None for at in times),
    )


def _heat_at(starts: datetime, at: time) -> datetime:
    """A heat's time long before the session's start is after midnight; a little before it is the file's looseness."""
    moment = datetime.combine(starts.date(), at)
    return moment if moment >= starts - LOOSE_START else moment + timedelta(days=1)


def _time(given: str | None) -> time | None:
    """The time of "9:05", "09:05" or "09:05:00"; None for anything else."""
    match = _TIME.fullmatch((given or "").strip())
    if not match:
        return None
    hour, minute = int(match[1]) % 24 if match[1] == "24" else int(match[1]), int(match[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _whole_number(given: str | None) -> int | None:
    text = (given or "").strip()
    return int(text) if text.isdecimal() and len(text) < 7 else None
