"""Puts what a coordinator wants of a fill into the engine's terms: the order of aims, who stays, who isn't coming.

A repair takes the present roster as what people know. A place of the newest version that somebody was taken off by hand
counts as a cancellation: they are kept from it, and from all else at that time unless they have a place there.
"""

from collections.abc import Iterable, Iterator

from clubhub.domain.breaks import Rule
from clubhub.domain.fill_options import FillOptions, Keep, Weight
from clubhub.domain.ids import NeedId, PersonId
from clubhub.domain.rosters import Assignment, Roster, RosterEntry, RosterShift
from clubhub.rostering.problem import OBJECTIVE, REPAIR_OBJECTIVE, Aim
from clubhub.services.club_facts import ClubFacts

_CANCELLING = frozenset((Rule.SAID_NO, Rule.SKILL_LAPSED, Rule.SKILL_MISSING))
"""What ends a pin in a repair, unless the rule was set aside with a reason."""


def objective(options: FillOptions) -> tuple[Aim, ...]:
    """The aims, the most important first."""
    base = REPAIR_OBJECTIVE if options.is_repair else OBJECTIVE
    sparing = [Aim.IF_NEED_BE, Aim.FAIRNESS] if options.weight is Weight.SPARING else [Aim.FAIRNESS, Aim.IF_NEED_BE]
    last = [Aim.PREFERENCE, *sparing] if options.likes_first else [*sparing, Aim.PREFERENCE]
    return (*(aim for aim in base if aim not in last), *last)


def stages(options: FillOptions, *, is_published: bool) -> tuple[str, ...]:
    """The names of the aims that a fill has, in order; keeping what was published is none before a publication."""
    return tuple(str(aim) for aim in objective(options) if aim is not Aim.WITHDRAWN or is_published)


def staying(roster: Roster, facts: ClubFacts, options: FillOptions) -> list[Assignment]:
    """Who may not be moved."""
    present = [entry.place.assignment for entry in roster.entries() if entry.place.assignment]
    if options.is_repair:
        lost = {assignment.id for assignment in _cancelled(roster, facts)}
        return [assignment for assignment in present if assignment.is_pinned and assignment.id not in lost]
    if options.keep is Keep.EVERYBODY:
        return present
    return [assignment for assignment in present if assignment.is_pinned]


def not_coming(roster: Roster, people: Iterable[PersonId]) -> Iterator[tuple[PersonId, NeedId]]:
    """Whom a repair keeps from which needs, since they were taken off a place that was published, each once."""
    known = set(people)
    by_person = roster.entries_by_person()
    needs = {need.need.id: shift for shift in roster.shifts for need in shift.needs}
    found: dict[tuple[PersonId, NeedId], None] = {}
    for place in roster.publication.places if roster.publication else ():
        shift = needs.get(place.need_id)
        own = by_person.get(place.person_id, [])
        if shift is None or place.person_id not in known or place.need_id in {entry.need.need.id for entry in own}:
            continue
        found[place.person_id, place.need_id] = None
        if not any(_overlap(entry.shift, shift) for entry in own):
            others = (need for other in roster.shifts if _overlap(other, shift) for need in other.needs)
            found.update(dict.fromkeys((place.person_id, need.need.id) for need in others))
    yield from found


def _cancelled(roster: Roster, facts: ClubFacts) -> Iterator[Assignment]:
    """The pinned people who can't come any more."""
    by_person = roster.entries_by_person()
    for entry in roster.entries():
        person, assignment = entry.place.person, entry.place.assignment
        if person is None or assignment is None or not assignment.is_pinned or assignment.override:
            continue
        others: list[RosterEntry] = [other for other in by_person[person.id] if other is not entry]
        if any(found.rule in _CANCELLING for found in facts.breaks(person, entry, others, roster)):
            yield assignment


def _overlap(one: RosterShift, other: RosterShift) -> bool:
    return one.shift.starts < other.shift.ends and other.shift.starts < one.shift.ends
