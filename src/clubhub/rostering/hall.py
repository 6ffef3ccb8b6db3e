"""A proof that places must stay empty which a person can check: more places at one moment than people who could.

Hall's theorem (1935): if some needs together want more heads than there are people who could take any of them, no
plan fills them all. Such a set is found from a short need by alternating paths: its candidates, what they do at that
moment, the candidates of that, and so on; if nobody in it is free then, it is closed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.board import Board
from clubhub.rostering.draft import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class HallSet:
    """At `minute` all `needs` (ids) run, and want `places` people; only `people` (ids) could take any of them."""

    minute: int
    needs: tuple[str, ...]
    people: tuple[str, ...]
    places: int


def hall_set(draft: Draft, need: int) -> HallSet | None:
    """The smallest set found around a short need, over the moments when a shift of that time begins."""
    board = draft.board
    shift = board.shifts[board.shift_of[need]]
    moments = sorted({other.start for other in board.shifts if shift.start <= other.start < shift.end} | {shift.start})
    found = [set_ for minute in moments if (set_ := _at(draft, need, minute))]
    return min(found, key=lambda set_: (len(set_.people), set_.minute), default=None)


def _at(draft: Draft, need: int, minute: int) -> HallSet | None:
    board = draft.board
    needs, people = {need}, 0
    waiting = [need]
    while waiting:
        new = _could(board, waiting.pop()) & ~people
        people |= new
        for person in indices(new):
            held = [own for own in draft.needs_of[person] if _runs(board, own, minute)]
            # Free, or on two of them at once, as only pins can be: then people are no measure of heads.
            if len(held) != 1:
                return None
            waiting += (own for own in held if own not in needs)
            needs.update(held)
    places = sum(board.problem.needs[one].min for one in needs)
    if places <= people.bit_count():
        return None
    volunteers = board.problem.volunteers
    return HallSet(
        minute=minute,
        needs=tuple(board.problem.needs[one].id for one in sorted(needs)),
        people=tuple(volunteers[person].id for person in indices(people)),
        places=places,
    )


def _could(board: Board, need: int) -> int:
    """The candidates, and whoever is pinned to the need against the rules (a bit set)."""
    return board.candidates[need] | bit_set(_pinned(board, need), len(board.household_of))


def _pinned(board: Board, need: int) -> Iterable[int]:
    return (person for person, pinned in board.pins if pinned == need)


def _runs(board: Board, need: int, minute: int) -> bool:
    shift = board.shifts[board.shift_of[need]]
    return shift.start <= minute < shift.end
