"""How many lanes each session of a meet swims on: as told, as the file says, or as is usual."""

from dataclasses import dataclass

from clubhub.domain.errors import InvalidInput
from clubhub.domain.meets import Meet, MeetSession
from clubhub.support.texts import _

MAX_LANES = 20
LANES_OF_50_M = 8
LANES_OF_25_M = 6
LONG_COURSE = "LCM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    count: int
    first: int = 1


def lanes_of(meet: Meet, told: int | None) -> tuple[list[Lanes], list[str]]:
    """The lanes of each session in order, and a sentence where they were taken as usual.

    `told` goes before the file's number. Raises InvalidInput if it is no number of lanes.
    """
    if told is not None and not 1 <= told <= MAX_LANES:
        raise InvalidInput(
            _("{lanes} is no number of lanes: give 1 to {most}. Nothing was changed.").format(
                lanes=told, most=MAX_LANES
            )
        )
    lanes = [_lanes(session, told) for session in meet.sessions]
    guessed = [session for session in meet.sessions if session.pool is None and told is None]
    return lanes, list(dict.fromkeys(_estimate(session) for session in guessed))


def _lanes(session: MeetSession, told: int | None) -> Lanes:
    first = session.pool.first_lane if session.pool else 1
    given = told or (session.pool.lanes if session.pool else None)
    return Lanes(count=given or _usual(session), first=first)


def _usual(session: MeetSession) -> int:
    return LANES_OF_50_M if session.course == LONG_COURSE else LANES_OF_25_M


def _estimate(session: MeetSession) -> str:
    if session.course == LONG_COURSE:
        sentence = _("The file doesn't say how many lanes there are: {lanes} were taken, as usual in a 50 m pool.")
    else:
        sentence = _("The file doesn't say how many lanes there are: {lanes} were taken, as usual in a 25 m pool.")
    return sentence.format(lanes=_usual(session))
