"""Why a place is empty, or somebody on it, in numbers: the engine's explanation of one need, for a screen to draw."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.rostering.board import lay_out
from clubhub.rostering.draft import Draft
from clubhub.rostering.explain import Explanation, explain_need
from clubhub.rostering.hall import HallSet
from clubhub.rostering.reasons import first_remedy
from clubhub.services.club_facts import ClubFacts
from clubhub.services.roster_problem import Question


class Where(StrEnum):
    """What somebody is counted under: the first rule that keeps them away, else where they are."""

    LACKS_SKILL = "lacks_skill"
    SKILL_LAPSES = "skill_lapses"
    TOO_YOUNG = "too_young"
    NOT_SIGNED_UP = "not_signed_up"
    SAID_NO = "said_no"
    SILENT = "silent"
    TOO_LONG = "too_long"
    BANNED = "banned"
    NO_PARTNER = "no_partner"
    NO_ADULT = "no_adult"
    BUSY = "busy"
    TRAVELLING = "travelling"
    RESTING = "resting"
    AT_LIMIT = "at_limit"
    APART = "apart"
    WITHOUT_PARTNER = "without_partner"
    WITHOUT_ADULT = "without_adult"
    THERE = "there"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """`subject` is the name of the skill that it is about, else ""."""

    where: Where
    count: int
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """At a moment, by the wall clock, there are so many `places` and only so many `people` who could take any of them.

    So some of these places stay empty in every roster.
    """

    at: datetime
    places: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyEmpty:
    """Where the `asked` people are, each counted once, most first.

    `able`: how many no rule keeps from the need, wherever they are then. `is_proved`: since all of them are on it
    already, no roster can fill the place while every rule holds. `crowd` is a proof that some place near it must stay
    empty. `remedy` is the easiest thing that would help.
    """

    asked: int
    able: int
    counts: tuple[HeadCount, ...]
    is_proved: bool
    remedy: str
    crowd: Crowd | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternatives:
    """How many `others` no rule keeps from a filled place, and where they are instead, most first."""

    others: int
    counts: tuple[HeadCount, ...]


def why_empty(roster: Roster, facts: ClubFacts, entry: RosterEntry) -> WhyEmpty | None:
    """None if the need has as many heads as it asks for. 5,000 people take some 50 ms."""
    if entry.need.need.min_count <= sum(place.person is not None for place in entry.need.places):
        return None
    found = _explained(roster, facts, entry)
    names = {str(skill.id): skill.name for skill in facts.skills.values()}
    people = {str(person.id): person.name for person in facts.people}
    return WhyEmpty(
        asked=found.asked,
        able=found.able,
        counts=tuple(sorted(_counts(found, names), key=lambda count: -count.count)),
        is_proved=found.able == found.filled,
        remedy=first_remedy(found, names | people),
        crowd=_crowd(found.hall_set, roster.event.time_zone) if found.hall_set else None,
    )


def alternatives(roster: Roster, facts: ClubFacts, entry: RosterEntry) -> Alternatives:
    """Who else could be on a filled place; as fast as `why_empty`."""
    found = _explained(roster, facts, entry)
    counts = [HeadCount(where=Where(one.where.value), count=one.count) for one in found.whereabouts]
    return Alternatives(
        others=sum(count.count for count in counts), counts=tuple(sorted(counts, key=lambda count: -count.count))
    )


def _explained(roster: Roster, facts: ClubFacts, entry: RosterEntry) -> Explanation:
    """Of a roster in which only the shifts at that time ask for people."""
    nearby = replace(roster, shifts=(entry.shift, *_others(roster, entry)))
    board = lay_out(Question(nearby, facts).problem())
    pairs = [(str(other.place.person.id), str(other.need.need.id)) for other in nearby.entries() if other.place.person]
    draft = Draft(board, board.seats(pairs) | board.pins)
    need = next(i for i, spec in enumerate(board.problem.needs) if spec.id == str(entry.need.need.id))
    return explain_need(draft, need)


def _crowd(found: HallSet, zone: str) -> Crowd | None:
    """None of a single need: its people are counted already."""
    if len(found.needs) < 2:
        return None
    moment = datetime.fromtimestamp(found.minute * 60, ZoneInfo(zone)).replace(tzinfo=None)
    return Crowd(at=moment, places=found.places, people=len(found.people))


def _others(roster: Roster, entry: RosterEntry) -> Iterator[RosterShift]:
    """The other shifts with those who are on them: whole at the time of the place, else asking for nobody.

    One need for each of the latter: what every need of 1,000 shifts asks for would take far longer than the rest.
    """
    here = entry.shift.shift
    for shift in roster.shifts:
        if shift.shift.id != here.id and shift.shift.starts < here.ends and here.starts < shift.shift.ends:
            yield shift
            continue
        people = {place.person.id: place for need in shift.needs for place in need.places if place.person}
        if shift.shift.id != entry.shift.shift.id and people:
            first = shift.needs[0]
            places = tuple(replace(place, assignment=None) for place in people.values())
            need = replace(first.need, min_count=0, max_count=len(places))
            yield replace(shift, needs=(replace(first, need=need, places=places),))


def _counts(found: Explanation, names: dict[str, str]) -> Iterator[HeadCount]:
    for reason in found.reasons:
        if reason.further:
            yield HeadCount(where=Where(reason.rule.value), count=reason.further, subject=names.get(reason.subject, ""))
    for one in found.whereabouts:
        yield HeadCount(where=Where(one.where.value), count=one.count)
    if found.filled:
        yield HeadCount(where=Where.THERE, count=found.filled)
