"""What the roster's page shows, as values: days, sessions, times and places, people. `roster_page_parts` makes them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One name in a row, or with `count` the places still open (`anchor` is then empty)."""

    text: str = ""
    lane: int | None = None
    anchor: str = ""
    is_new: bool = False
    open_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    role: str
    note: str
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """All roles that are due at one time and place. `work` is the time of the work itself.

    `name` is empty where the roles say it all.
    """

    anchor: str
    due: str
    work: str
    name: str
    venue: str
    rows: tuple[RoleRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A session of a day, or with an empty title what belongs to none."""

    title: str
    times: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    anchor: str
    title: str
    short: str
    open_count: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    role: str
    count: int
    lanes: str
    when: str
    where: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One shift of a person."""

    day: str
    due: str
    work: str
    role: str
    venue: str
    anchor: str
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    anchor: str
    name: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPage:
    """Everything on the page. `filled` and `wanted` count the places that are required."""

    days: tuple[Day, ...]
    open_lines: tuple[OpenLine, ...]
    helpers: tuple[Helper, ...]
    filled: int
    wanted: int
