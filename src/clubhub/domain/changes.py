"""What a piece of work changed: the answer of every service, and the entries of the history."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from clubhub.domain.ids import ChangeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Which kinds of things were touched, by table name, and which ids of each. Empty when nothing changed.

    `id` is its number in the history, None for none.
    """

    id: ChangeId | None = None
    title: str = ""
    ids: Mapping[str, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))

    def __bool__(self) -> bool:
        return bool(self.ids)

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of the history. `made_at` is aware, in UTC. `undoes` is set on undos and redos."""

    id: ChangeId
    made_at: datetime
    actor: str
    title: str
    rows: int
    undoes: ChangeId | None = None
    is_undone: bool = False
