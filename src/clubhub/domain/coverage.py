"""How full a roster is, in numbers."""

from dataclasses import dataclass

from clubhub.domain.rosters import Roster


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
    required = [entry.place for entry in roster.entries() if entry.place.is_required]
    filled = [place for place in required if place.person]
    is_untold = roster.publication is None
    untold = [place for place in filled if is_untold or (roster.is_draft and place.is_new)]
    return Coverage(places=len(required), filled=len(filled), untold=len(untold))
