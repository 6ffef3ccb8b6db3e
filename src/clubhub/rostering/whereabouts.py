"""Where the people who could take a need are instead: what, in the plan as it is, keeps each of them from it."""

from enum import StrEnum

from clubhub.rostering.draft import Draft


class Instead(StrEnum):
    """What keeps a candidate from a need, in the order in which it is looked for."""

    BUSY = "busy"
    TRAVELLING = "travelling"
    RESTING = "resting"
    AT_LIMIT = "at_limit"
    APART = "apart"
    WITHOUT_PARTNER = "without_partner"
    WITHOUT_ADULT = "without_adult"
    FREE = "free"


def instead(draft: Draft, person: int, need: int) -> Instead:
    """The first thing that keeps a candidate who isn't on the need from it; FREE if there is nothing."""
    board = draft.board
    shift = board.shift_of[need]
    for other in draft.in_the_way(person, need):
        return _clash(draft, person, shift, board.shift_of[other])
    if not draft.has_time(person, shift):
        return Instead.AT_LIMIT
    if any(draft.held[other] >> shift & 1 for other in board.apart[person]):
        return Instead.APART
    if not all(draft.held[partner] >> shift & 1 for partner in board.together[person]):
        return Instead.WITHOUT_PARTNER
    if board.minors >> person & 1 and not draft.adults[shift]:
        return Instead.WITHOUT_ADULT
    return Instead.FREE


def _clash(draft: Draft, person: int, wanted: int, held: int) -> Instead:
    """Why two shifts that clash for the person do."""
    first, then = (draft.board.shifts[shift] for shift in sorted((wanted, held)))
    pause = then.start - first.end
    if pause < 0:
        return Instead.BUSY
    is_too_short = first.day != then.day and pause < draft.board.problem.volunteers[person].min_rest
    return Instead.RESTING if is_too_short else Instead.TRAVELLING
