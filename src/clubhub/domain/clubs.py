"""The club itself: what is true for all of its file."""

from dataclasses import dataclass

REST_MINUTES = 8 * 60
"""No law says how long volunteers rest. Employees rest 11 hours a day (Directive 2003/88/EC, article 3), and where
shifts change some countries let 8 be enough: less than that is no night's sleep."""

SEASON_MONTH = 8
"""August: groups and families change with the school year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Club:
    """`time_zone` is an IANA name; `region` a two-letter country for phone numbers written without a country code.

    Rules for rosters: `rest_minutes` lie between shifts of different days; with `minors_need_adult` nobody under 18 is
    on a shift without an adult. Every household owes `duty_minutes` of work in a season, which begins on the first of
    `season_month` (1 to 12); None: it owes nothing, and work is shared evenly.
    """

    name: str
    time_zone: str
    region: str = ""
    language: str = "en"
    web_address: str = ""
    rest_minutes: int = REST_MINUTES
    minors_need_adult: bool = True
    duty_minutes: int | None = None
    season_month: int = SEASON_MONTH
    version: int = 1


def whole_address(written: str) -> str:
    """An address on the web as phones open it: without "https://" they would search for the words; "" for none."""
    return written if not written or "://" in written else f"https://{written}"
