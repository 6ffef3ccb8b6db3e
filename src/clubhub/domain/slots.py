"""Turns the starts that head a poll's columns into time slots: it says how long "13:00" lasts.

Times are naive wall-clock times. A slot may run over midnight or over a clock change: its digits are what counts here.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from clubhub.domain.errors import InvalidInput
from clubhub.support import dates
from clubhub.support.texts import _, language

LENGTH_OF_A_LONE_SLOT = timedelta(hours=1)


def slots_from_starts(starts: Sequence[datetime]) -> list[tuple[datetime, datetime]]:
    """Start and end of each slot, in the order given, which need not be that of time.

    A slot runs to the next start on the same day, the last of a day for as long as the one before it. The only slot of
    a day lasts as long as the slot before it in time whose length is known so, else the first after it; where no day
    has two starts, one hour. Raises InvalidInput if a start is given twice.
    """
    ordered = sorted(starts)
    for one, next_one in pairwise(ordered):
        if one == next_one:
            sentence = _("The time {start} stands over two columns. Nothing was taken in: remove one of them.")
            raise InvalidInput(sentence.format(start=dates.stamp(one, language())))
    lengths: dict[datetime, timedelta] = {}
    lone_starts = []
    for _day, group in groupby(ordered, key=datetime.date):
        of_day = list(group)
        if len(of_day) == 1:
            lone_starts.extend(of_day)
        else:
            lengths.update(_lengths_within_a_day(of_day))
    lengths.update(_lengths_of_lone_slots(lone_starts, lengths))
    return [(start, start + lengths[start]) for start in starts]


def whole_day(day: date) -> tuple[datetime, datetime]:
    """The slot of a column headed by a date alone: from midnight to midnight."""
    midnight = datetime.combine(day, datetime.min.time())
    return midnight, midnight + timedelta(days=1)


def _lengths_within_a_day(starts: Sequence[datetime]) -> dict[datetime, timedelta]:
    lengths = {one: next_one - one for one, next_one in pairwise(starts)}
    lengths[starts[-1]] = lengths[starts[-2]]
    return lengths


def _lengths_of_lone_slots(
    lone_starts: Sequence[datetime], known: dict[datetime, timedelta]
) -> dict[datetime, timedelta]:
    lengths = {}
    for start in lone_starts:
        before = [other for other in known if other < start]
        after = [other for other in known if other > start]
        model = max(before) if before else min(after, default=None)
        lengths[start] = known[model] if model else LENGTH_OF_A_LONE_SLOT
    return lengths
