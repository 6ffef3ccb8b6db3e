"""Seasons: the years in which a club counts what its households have done."""

from dataclasses import dataclass
from datetime import date, timedelta

from clubhub.domain.clubs import Club


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """From `starts_on` to the end of `ends_on`."""

    starts_on: date
    ends_on: date

    @property
    def name(self) -> str:
        """Like "2026/27", or "2027" for a calendar year."""
        first, last = self.starts_on.year, self.ends_on.year
        return str(first) if first == last else f"{first}/{last % 100:02}"

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def season_of(club: Club, day: date) -> Season:
    """The season of the club in which a day lies."""
    year = day.year if day.month >= club.season_month else day.year - 1
    starts_on = date(year, club.season_month, 1)
    return Season(starts_on=starts_on, ends_on=date(year + 1, club.season_month, 1) - timedelta(days=1))
