"""Why a place is empty, in numbers: the engine's own explanation of one need, for a screen to draw."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from clubhub.domain.ids import NeedId, ShiftId
from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.rostering.board import lay_out
from clubhub.rostering.explain import Explanation, explain
from clubhub.rostering.reasons import first_remedy
from clubhub.services.club_facts import ClubFacts
from clubhub.services.roster_problem import Question


class Where(StrEnum):
    """What somebody is counted under: the first rule that keeps them away, else where they are."""

    LACKS_SKILL = "lacks_skill"
    SKILL_LAPSES = "skill_lapses"
    TOO_YOUNG = "too_young"
    SAID_NO = "said_no"
    SILENT = "silent"
    BUSY = "busy"
    THERE = "there"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """`subject` is the name of the skill that it is about, else ""."""

    where: Where
    count: int
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyEmpty:
    """Where the `asked` people are, each counted once, most first.

    `able`: how many no rule keeps from the need, wherever they are then. `is_proved`: since all of them are on it
    already, no roster can fill the place while every rule holds. `remedy` is the easiest thing that would help.
    """

    asked: int
    able: int
    counts: tuple[HeadCount, ...]
    is_proved: bool
    remedy: str


def why_empty(roster: Roster, facts: ClubFacts, entry: RosterEntry) -> WhyEmpty | None:
    """None if the need has as many heads as it asks for. 5,000 people take some 50 ms."""
    nearby = replace(roster, shifts=(_alone(entry), _rest_of_that_time(roster, entry)))
    board = lay_out(Question(nearby, facts.people, facts.availabilities).problem())
    pairs = [(str(other.place.person.id), str(other.need.need.id)) for other in nearby.entries() if other.place.person]
    found = {item.need: item for item in explain(board, board.seats(pairs) | board.pins)}.get(str(entry.need.need.id))
    if found is None:
        return None
    names = {str(skill.id): skill.name for skill in facts.skills.values()}
    people = {str(person.id): person.name for person in facts.people}
    return WhyEmpty(
        asked=found.asked,
        able=found.able,
        counts=tuple(sorted(_counts(found, names), key=lambda count: -count.count)),
        is_proved=found.able == found.filled,
        remedy=first_remedy(found, names | people),
    )


def _alone(entry: RosterEntry) -> RosterShift:
    return replace(entry.shift, needs=(entry.need,))


def _rest_of_that_time(roster: Roster, entry: RosterEntry) -> RosterShift:
    """One shift for all that shares time with the place: who is elsewhere then is on it. It asks for nobody.

    One for all: reading everybody's answers for 40 parallel shifts takes far longer than the rest.
    """
    own, shift = entry.need.need, entry.shift.shift
    others = {
        place.person.id: replace(place, assignment=None)
        for other in roster.shifts
        if other.shift.starts < shift.ends and shift.starts < other.shift.ends
        for need in other.needs
        if need.need.id != own.id
        for place in need.places
        if place.person
    }
    need = replace(own, id=NeedId(0), shift_id=ShiftId(0), min_count=0, max_count=len(others))
    return replace(
        entry.shift,
        shift=replace(shift, id=ShiftId(0)),
        needs=(replace(entry.need, need=need, places=tuple(others.values())),),
    )


def _counts(found: Explanation, names: dict[str, str]) -> Iterator[HeadCount]:
    for reason in found.reasons:
        if reason.further:
            subject = names.get(reason.subject, "")
            yield HeadCount(where=Where(reason.rule.value), count=reason.further, subject=subject)
    for where, count in ((Where.BUSY, found.busy), (Where.THERE, found.filled), (Where.FREE, found.free)):
        if count:
            yield HeadCount(where=where, count=count)
