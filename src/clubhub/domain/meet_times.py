"""When a session of a meet ends if its file doesn't say, and how that was found.

In a real file (EasyWk 5.31, two days in 2025) the heats of session 1 run to 18:43 although session 2 warms up at 12:30
on the same day: the program had put half an hour on every heat. So the file's own heat times are believed only while
they keep to the pace of the table of distances and leave room for the next session.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from clubhub.domain.durations import BETWEEN_HEATS, round_up
from clubhub.domain.meets import ASSUMED_HEATS, Meet, MeetSession, programme_length
from clubhub.support.texts import _

SLOW_FACTOR = 3
"""Heats further apart than this many times the table's length are a placeholder, not a timetable."""

SHORTEST_SESSION = timedelta(minutes=30)
UNKNOWN_SESSION = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnd:
    """`estimate` says how the end was found; "" when the file gave it."""

    ends: datetime
    estimate: str = ""


def session_end(meet: Meet, session: MeetSession) -> SessionEnd:
    """The file's own end, else an estimate that leaves the next session of the day its warm-up."""
    if session.ends:
        return SessionEnd(ends=session.ends)
    limit = _latest_end(meet, session)
    by_table = session.starts + _length_by_table(session)
    by_heats = _end_by_heats(session)
    if by_heats and not _is_too_slow(session) and not (limit and by_heats > limit):
        sentence = _("{session} ends about {time}: from the time of its last heat in the file.")
        return _estimated(session, by_heats, sentence)
    doubt = _doubt(session, limit) if by_heats else ""
    if limit and by_table > limit:
        sentence = _("{session} ends at {time}, with the warm-up of the next session: its heats would take longer.")
        return _estimated(session, limit, f"{sentence} {doubt}")
    return _estimated(session, by_table, f"{_sentence_by_table(session)} {doubt}")


def _length_by_table(session: MeetSession) -> timedelta:
    if not session.races:
        return UNKNOWN_SESSION
    return round_up(max(programme_length(session), SHORTEST_SESSION))


def _sentence_by_table(session: MeetSession) -> str:
    if not session.races:
        return _("{session} ends about {time}: the file names no races for it, so two hours were taken.")
    if all(race.heats_at for race in session.races):
        return _("{session} ends about {time}: from its {heats} heats and their distances.")
    return _(
        "{session} ends about {time}: from its distances; where the file has no heats yet, {assumed} were assumed."
    )


def _estimated(session: MeetSession, ends: datetime, sentence: str) -> SessionEnd:
    text = sentence.strip().format(
        session=session.label, time=f"{ends:%H:%M}", heats=session.heats, assumed=ASSUMED_HEATS
    )
    return SessionEnd(ends=ends, estimate=text)


def _latest_end(meet: Meet, session: MeetSession) -> datetime | None:
    """When the next session of the day needs the pool; None if nothing follows or both swim at the same time."""
    following = meet.next_on_the_same_day(session)
    if not following:
        return None
    times = (following.warm_up, following.starts)
    return next((at for at in times if at and at >= session.starts + SHORTEST_SESSION), None)


def _end_by_heats(session: MeetSession) -> datetime | None:
    """The last timed heat's end, and after it the heats that have no time."""
    last = _last_timed_heat(session)
    if not last:
        return None
    number, at = last
    (_at, length), *untimed = session.heat_lengths()[number:]
    rest = sum((BETWEEN_HEATS + later for _at, later in untimed), length)
    return session.starts + round_up(at + rest - session.starts)


def _is_too_slow(session: MeetSession) -> bool:
    """True if the file's heats are further apart than swimming them could take."""
    last = _last_timed_heat(session)
    if not last:
        return False
    number, at = last
    table = sum((length + BETWEEN_HEATS for _at, length in session.heat_lengths()[:number]), timedelta())
    return at - session.starts > max(table * SLOW_FACTOR, SHORTEST_SESSION)


def _last_timed_heat(session: MeetSession) -> tuple[int, datetime] | None:
    """Its place among all heats of the session, from 0, and its time."""
    timed = [(number, at) for number, (at, _length) in enumerate(session.heat_lengths()) if at]
    return timed[-1] if timed else None


def _doubt(session: MeetSession, limit: datetime | None) -> str:
    last = max(at for at, _length in session.heat_lengths() if at)
    if limit and last >= limit:
        return _("The file's own heat times run to {last}, into the next session, and were not used.").format(
            last=f"{last:%H:%M}"
        )
    return _("The file's own heat times run to {last}, far longer than such races take, and were not used.").format(
        last=f"{last:%H:%M}"
    )
