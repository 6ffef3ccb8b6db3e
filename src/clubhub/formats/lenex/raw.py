"""Sessions and races as the attributes of their elements, before anything is made of them."""

from dataclasses import dataclass, field

Attributes = dict[str, str]


@dataclass(slots=True)
class RawRace:
    """An EVENT: its own attributes, those of its SWIMSTYLE and of each HEAT."""

    attributes: Attributes
    style: Attributes = field(default_factory=dict)
    heats: list[Attributes] = field(default_factory=list)


@dataclass(slots=True)
class RawSession:
    """A SESSION; `pool` is None where it has no POOL of its own."""

    attributes: Attributes
    pool: Attributes | None = None
    races: list[RawRace] = field(default_factory=list)
