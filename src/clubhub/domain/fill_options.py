"""How a roster is to be filled, in a coordinator's terms."""

from dataclasses import dataclass
from enum import StrEnum

USUAL_SECONDS = 30.0


class Keep(StrEnum):
    """Whom filling leaves where they are."""

    PINNED = "pinned"
    EVERYBODY = "everybody"


class Weight(StrEnum):
    """What matters more where both can't be had: an even share, or sparing those who said "if need be"."""

    SPARING = "sparing"
    EVEN = "even"


@dataclass(frozen=True, slots=True, kw_only=True)
class FillOptions:
    """`seconds` is how long to look at most; the same seed gives the same roster again.

    `likes_first`: what people like to do comes before sparing and evenness, else after both. `by_duty`: a household
    that owes hours in the season has its share by them; else all have the same share. `is_repair`: mend the roster
    as it stands after cancellations, so that as few people as can be hear of a change; `keep` has no meaning then.
    """

    seconds: float = USUAL_SECONDS
    seed: int = 0
    keep: Keep = Keep.PINNED
    weight: Weight = Weight.SPARING
    likes_first: bool = False
    by_duty: bool = True
    is_repair: bool = False


USUAL = FillOptions()
REPAIR = FillOptions(is_repair=True)
