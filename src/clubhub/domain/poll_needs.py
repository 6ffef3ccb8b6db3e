"""Whether the people who can come fill what is needed: one person fills one place, however much they are fit for."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from clubhub.domain.ids import PersonId
from clubhub.domain.polls import PollNeed
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A need with what it is called (a person, a group, a role) and who can fill it."""

    need: PollNeed
    name: str
    candidates: frozenset[PersonId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """`count` of the places of a need stay empty."""

    requirement: Requirement
    count: int

    @property
    def words(self) -> str:
        """Like "one Timekeeper short", or "without Anna Lind" for a person."""
        name = self.requirement.name
        if self.requirement.need.person_id is not None:
            return _("without {name}").format(name=name)
        if self.requirement.need.group_id is not None:
            return plural("one of “{name}” short", "{count} of “{name}” short", self.count, name=name)
        return plural("one {name} short", "{count} {name} short", self.count, name=name)


def shortages(requirements: Sequence[Requirement], present: AbstractSet[PersonId]) -> tuple[Shortage, ...]:
    """What stays empty when these people are shared out as well as they can be, in the order of the requirements.

    A maximum matching by augmenting paths (Kuhn): what is filled once stays filled, so that named persons, who go
    first, are missed only where they don't come.
    """
    order = sorted(range(len(requirements)), key=lambda at: (requirements[at].need.person_id is None, at))
    matching = _Matching(requirements, present)
    missing = {at: sum(not matching.fill(at) for _place in range(requirements[at].need.count)) for at in order}
    return tuple(
        Shortage(requirement=requirement, count=missing[at])
        for at, requirement in enumerate(requirements)
        if missing[at]
    )


class _Matching:
    """Who fills a place of which requirement."""

    def __init__(self, requirements: Sequence[Requirement], present: AbstractSet[PersonId]) -> None:
        self._candidates = [sorted(requirement.candidates & present) for requirement in requirements]
        self._filled_by: dict[PersonId, int] = {}

    def fill(self, at: int) -> bool:
        """Fill one more place of a requirement, moving others where that helps; whether it could be done."""
        return self._fill(at, set())

    def _fill(self, at: int, tried: set[PersonId]) -> bool:
        for person_id in self._candidates[at]:
            if person_id in tried:
                continue
            tried.add(person_id)
            held = self._filled_by.get(person_id)
            if held is None or self._fill(held, tried):
                self._filled_by[person_id] = at
                return True
        return False
