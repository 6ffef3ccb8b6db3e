"""Why a place stays empty: who is kept from it by which rule, where the others are, and a proof if there is one.

The counts come from the same bit sets that filled the roster, so the explanation cannot tell another story.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.board import Board, Seats
from clubhub.rostering.company import without_adult, without_partner
from clubhub.rostering.draft import Draft
from clubhub.rostering.filter import Exclusion, Rule
from clubhub.rostering.hall import HallSet, hall_set
from clubhub.rostering.whereabouts import Instead, instead

NAMED = 12
"""At most so many people are named per reason; the counts are always whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule and what it does to one need. `subject` is the skill it is about, else "".

    `excluded`: how many it keeps from the need. `further`: how many of those no earlier reason has kept from it, so
    that these add up. `alone`: how many nothing else keeps from it; `people` are the first of them, by id.
    """

    rule: Rule
    subject: str = ""
    excluded: int
    further: int
    alone: int
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """How many candidates are kept from the need by the same thing in the plan; `people` are the first, by id."""

    where: Instead
    count: int
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a need is short.

    `missing` heads of `required`; `asked` people were looked at, of whom `able` can do it: `filled` are on it (a pin
    may be, against the rules: they then count for no reason), the others are told by `whereabouts`. `hall_set` proves
    that places must stay empty, where that can be seen from one moment.
    asked = the sum of further + able, and able = filled + the sum of whereabouts.
    """

    need: str
    required: int
    missing: int
    asked: int
    reasons: tuple[Reason, ...]
    able: int
    filled: int
    whereabouts: tuple[Whereabouts, ...] = ()
    hall_set: HallSet | None = None

    def at(self, where: Instead) -> Whereabouts:
        """Those of one kind; a count of 0 if there are none."""
        return next((one for one in self.whereabouts if one.where is where), Whereabouts(where=where, count=0))


def explain(board: Board, seats: Seats) -> list[Explanation]:
    """An explanation of each need with fewer heads than its min, in the order of the problem's needs."""
    draft = Draft(board, seats)
    return [explain_need(draft, need) for need in range(len(draft.heads)) if draft.wanted(need)]


def explain_need(draft: Draft, need: int) -> Explanation:
    """The same for one need, short or not."""
    board = draft.board
    spec = board.problem.needs[need]
    on_it = bit_set((p for p, needs in enumerate(draft.needs_of) if need in needs), len(draft.needs_of))
    return Explanation(
        need=spec.id,
        required=spec.min,
        missing=draft.wanted(need),
        asked=board.sieve.size,
        reasons=_reasons(board, [(e, e.people & ~on_it) for e in exclusions(board, need)]),
        able=(board.candidates[need] | on_it).bit_count(),
        filled=on_it.bit_count(),
        whereabouts=_whereabouts(draft, need, board.candidates[need] & ~on_it),
        hall_set=hall_set(draft, need) if draft.wanted(need) else None,
    )


def exclusions(board: Board, need: int) -> Iterator[Exclusion]:
    """All rules that stand before a need, with those about who else could be on the shift."""
    yield from board.sieve.exclusions(board.problem.needs[need])
    shift = board.shift_of[need]
    possible = board.possible[shift]
    partnerless = without_partner(board.groups, board.together, possible, board.pinned[shift])
    yield Exclusion(rule=Rule.NO_PARTNER, people=partnerless)
    yield Exclusion(rule=Rule.NO_ADULT, people=without_adult(board.minors, possible & ~partnerless))


def _reasons(board: Board, excluded: Sequence[tuple[Exclusion, int]]) -> tuple[Reason, ...]:
    """The rules that exclude anybody, in the order in which they are told."""
    found: list[Reason] = []
    told = 0
    for position, (exclusion, people) in enumerate(excluded):
        others = reduce(or_, (p for i, (_rule, p) in enumerate(excluded) if i != position), 0)
        alone = people & ~others
        if people:
            found.append(
                Reason(
                    rule=exclusion.rule,
                    subject=exclusion.subject,
                    excluded=people.bit_count(),
                    further=(people & ~told).bit_count(),
                    alone=alone.bit_count(),
                    people=_names(board, indices(alone)),
                )
            )
        told |= people
    return tuple(found)


def _whereabouts(draft: Draft, need: int, people: int) -> tuple[Whereabouts, ...]:
    found: dict[Instead, list[int]] = {}
    for person in indices(people):
        found.setdefault(instead(draft, person, need), []).append(person)
    return tuple(
        Whereabouts(where=where, count=len(found[where]), people=_names(draft.board, found[where]))
        for where in Instead
        if where in found
    )


def _names(board: Board, people: Sequence[int]) -> tuple[str, ...]:
    return tuple(board.problem.volunteers[index].id for index in islice(people, NAMED))
