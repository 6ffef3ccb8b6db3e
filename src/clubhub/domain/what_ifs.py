"""What a coordinator wonders about a roster, and what it would bring. Nothing is changed by it."""

from dataclasses import dataclass
from datetime import date, time

MOST_HELPERS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to think through; all that is given at once.

    `without_role`: a role by its name. `ends_at`: no work after that time by the wall clock, on `day` (None: on every
    day); what begins before ends then. `helpers`: so many more people who can always come, adults without skills.
    """

    without_role: str = ""
    ends_at: time | None = None
    day: date | None = None
    helpers: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.without_role or self.ends_at or self.helpers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The best plan: how many of the `places` that must be filled stay `open`. `proved`: no plan fills more.

    `reluctant` places go to people who said "if need be".
    """

    places: int
    open: int
    reluctant: int
    proved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """The best plan as things are, and with the change; the same in `sentences`."""

    before: Outcome
    after: Outcome
    sentences: tuple[str, ...]
