"""Why a place stays empty: who is kept from it by which rule, who is elsewhere then, and what would help.

The counts come from the same bit sets that filled the roster, so the explanation cannot tell another story.
"""

from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.filter import Exclusion, Rule, bits

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
class Explanation:
    """Why a need is short.

    `missing` heads of `required`; `asked` people were looked at, of whom `able` can do it: `filled` are on it (a pin
    may be, against the rules: they then count for no reason), `busy` on another place at that time, `free` on none
    (only in a plan that can still be filled further). `busy_people` and `free_people` name the first of them.
    asked = the sum of further + able, and able = filled + busy + free.
    """

    need: str
    required: int
    missing: int
    asked: int
    reasons: tuple[Reason, ...]
    able: int
    filled: int
    busy: int
    free: int
    busy_people: tuple[str, ...] = ()
    free_people: tuple[str, ...] = ()


def explain(board: Board, seats: Seats) -> list[Explanation]:
    """An explanation of each need with fewer heads than its min, in the order of the problem's needs."""
    draft = Draft(board, seats)
    return [_explain(draft, need) for need in range(len(draft.heads)) if draft.wanted(need)]


def explanation_to_json(explanation: Explanation) -> dict[str, Any]:
    return {
        **{name: getattr(explanation, name) for name in ("need", "required", "missing", "asked", "able", "filled")},
        **{name: getattr(explanation, name) for name in ("busy", "free")},
        "busy_people": list(explanation.busy_people),
        "free_people": list(explanation.free_people),
        "reasons": [
            {
                "rule": str(reason.rule),
                "subject": reason.subject,
                "excluded": reason.excluded,
                "further": reason.further,
                "alone": reason.alone,
                "people": list(reason.people),
            }
            for reason in explanation.reasons
        ],
    }


def explanation_from_json(data: dict[str, Any]) -> Explanation:
    reasons = tuple(Reason(**{**r, "rule": Rule(r["rule"]), "people": tuple(r["people"])}) for r in data["reasons"])
    people = {name: tuple(data[name]) for name in ("busy_people", "free_people")}
    return Explanation(**{**data, **people, "reasons": reasons})


def _explain(draft: Draft, need: int) -> Explanation:
    board = draft.board
    spec = board.problem.needs[need]
    on_it = draft.on(need)
    busy, free = draft.busy(need) & ~on_it, draft.free(need) & ~on_it
    return Explanation(
        need=spec.id,
        required=spec.min,
        missing=draft.wanted(need),
        asked=board.sieve.size,
        reasons=_reasons(board, [(e, e.people & ~on_it) for e in board.sieve.exclusions(spec)]),
        able=(board.candidates[need] | on_it).bit_count(),
        filled=on_it.bit_count(),
        busy=busy.bit_count(),
        free=free.bit_count(),
        busy_people=_names(board, busy),
        free_people=_names(board, free),
    )


def _reasons(board: Board, excluded: list[tuple[Exclusion, int]]) -> tuple[Reason, ...]:
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
                    people=_names(board, alone),
                )
            )
        told |= people
    return tuple(found)


def _names(board: Board, people: int) -> tuple[str, ...]:
    return tuple(board.problem.volunteers[index].id for index in islice(bits(people), NAMED))
