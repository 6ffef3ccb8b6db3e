"""How long a heat of a swimming race takes, for programmes that don't say when they end.

The times are for races of children and grown-ups mixed, from stepping up to leaving the water.
"""

from datetime import timedelta

BETWEEN_HEATS = timedelta(seconds=30)

# Whole distance in metres (of a relay: all legs together) -> seconds of one heat.
_HEAT_SECONDS = {25: 45, 50: 75, 100: 120, 200: 240, 400: 420, 800: 780, 1500: 1440}


def heat_length(distance_m: int) -> timedelta:
    """The length of one heat over the whole distance, in between by proportion; unknown (0) counts as 100 m."""
    distance = distance_m or 100
    known = sorted(_HEAT_SECONDS)
    if distance <= known[0]:
        return timedelta(seconds=_HEAT_SECONDS[known[0]])
    above = next((step for step in known if step >= distance), None)
    if above is None:
        return timedelta(seconds=round(_HEAT_SECONDS[known[-1]] * distance / known[-1]))
    below = max(step for step in known if step < distance)
    share = (distance - below) / (above - below)
    return timedelta(seconds=round(_HEAT_SECONDS[below] + share * (_HEAT_SECONDS[above] - _HEAT_SECONDS[below])))


def round_up(length: timedelta, minutes: int = 5) -> timedelta:
    """To the next full `minutes`: an estimate to the second would look like knowledge."""
    step = timedelta(minutes=minutes)
    return -(-length // step) * step
