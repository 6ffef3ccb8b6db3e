"""Which time slots to ask about, so that the answers say who can take each shift of an event.

People answer a few slots gladly and thirty not at all. So a slot begins and ends where shifts do, but not at every such
moment: a cut through many shifts asks twice for what one person must do whole. Times are naive wall-clock times.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

Span = tuple[datetime, datetime]

SHORTEST = timedelta(hours=1)
LONGEST = timedelta(hours=6)
MOST_A_DAY = 12


def slots_for_shifts(shifts: Iterable[Span]) -> list[Span]:
    """Slots in order of time that together cover every shift, and begin or end only where a shift does.

    A cut is kept where more shifts begin or end than run through it. Slots under an hour are joined to a neighbour,
    those over six hours cut at the best moment, and no day has more than twelve.
    """
    spans = Counter((starts, ends) for starts, ends in shifts if starts < ends)
    slots = [slot for stretch in _stretches(spans) for slot in _cut(stretch, spans)]
    for day in sorted({slot[0].date() for slot in slots}):
        slots = _at_most(slots, day, spans)
    return slots


def _stretches(spans: Iterable[Span]) -> list[Span]:
    """The times when somebody is on a shift, without the pauses between."""
    found: list[Span] = []
    for starts, ends in sorted(spans):
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((starts, ends))
    return found


def _cut(stretch: Span, spans: Counter[Span]) -> list[Span]:
    first, last = stretch
    moments = sorted({moment for span in spans for moment in span if first < moment < last})
    gains = {moment: _gain(moment, spans) for moment in moments}
    cuts = [first, *(moment for moment in moments if gains[moment] > 0), last]
    cuts = _without_short(cuts, gains)
    return [slot for one in pairwise(cuts) for slot in _without_long(one, gains)]


def _gain(moment: datetime, spans: Counter[Span]) -> int:
    """How many shifts begin or end there, less those that run through."""
    met = sum(count for span, count in spans.items() if moment in span)
    crossed = sum(count for (starts, ends), count in spans.items() if starts < moment < ends)
    return met - crossed


def _without_short(cuts: Sequence[datetime], gains: dict[datetime, int]) -> list[datetime]:
    """Join a slot under an hour to the neighbour from which the poorer cut divides it."""
    kept = list(cuts)
    while True:
        short = [pair for pair in pairwise(kept) if pair[1] - pair[0] < SHORTEST]
        inner = {moment for pair in short for moment in pair if moment in gains}
        if not inner:
            return kept
        kept.remove(min(inner, key=lambda moment: (gains[moment], moment)))


def _without_long(slot: Span, gains: dict[datetime, int]) -> list[Span]:
    starts, ends = slot
    inside = [moment for moment in gains if starts + SHORTEST <= moment <= ends - SHORTEST]
    if ends - starts <= LONGEST or not inside:
        return [slot]
    middle = starts + (ends - starts) / 2
    best = max(inside, key=lambda moment: (gains[moment], -abs(moment - middle), moment))
    return [*_without_long((starts, best), gains), *_without_long((best, ends), gains)]


def _at_most(slots: Sequence[Span], day: date, spans: Counter[Span]) -> list[Span]:
    """Join neighbours of a day, those first whose pause is shortest and whose cut gains least."""
    kept = list(slots)
    while sum(starts.date() == day for starts, _ends in kept) > MOST_A_DAY:
        pairs = [pair for pair in pairwise(kept) if pair[0][0].date() == pair[1][0].date() == day]
        one, other = min(pairs, key=lambda pair: (pair[1][0] - pair[0][1], _gain(pair[1][0], spans)))
        kept[kept.index(one) : kept.index(other) + 1] = [(one[0], other[1])]
    return kept
