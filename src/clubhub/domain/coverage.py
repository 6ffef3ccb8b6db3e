"""How full a roster is, in numbers."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clubhub.domain.rosters import Place, Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Of the `places` that must be filled, `filled` have somebody; `untold` of these are in no version given out."""

    places: int = 0
    filled: int = 0
    untold: int = 0

    @property
    def open(self) -> int:
        return self.places - self.filled


def coverage_of(roster: Roster) -> Coverage:
    """Places beyond a need's minimum count for nothing here."""
    return _coverage(roster, [entry.place for entry in roster.entries() if entry.place.is_required])


def coverage_by_day(roster: Roster) -> tuple[tuple[date, Coverage], ...]:
    """The same for each day on which a place must be filled, by the day its shift starts, the earliest first."""
    places: defaultdict[date, list[Place]] = defaultdict(list)
    for entry in roster.entries():
        if entry.place.is_required:
            places[entry.shift.shift.starts.date()].append(entry.place)
    return tuple((day, _coverage(roster, places[day])) for day in sorted(places))


def _coverage(roster: Roster, required: Sequence[Place]) -> Coverage:
    filled = [place for place in required if place.person]
    is_untold = roster.publication is None
    untold = [place for place in filled if is_untold or (roster.is_draft and place.is_new)]
    return Coverage(places=len(required), filled=len(filled), untold=len(untold))
