"""What filling a roster would change: differences that can be accepted all or in part. Nothing is written by it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.ids import NeedId
from clubhub.domain.roster_changes import PersonChange, Spot
from clubhub.domain.rosters import Assignment, Roster

Key = tuple[int, int, int]
"""A difference whichever run found it: the person, and the needs before and after (0: none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the plan changes for one person: `removed` and `added` are the rows. `why` is a short reason."""

    change: PersonChange
    removed: Assignment | None = None
    added: Assignment | None = None
    why: str = ""

    @property
    def key(self) -> Key:
        before = self.removed.need_id if self.removed else 0
        return (self.change.person.id, before, self.added.need_id if self.added else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """A difference that doesn't hold any more when it is accepted; `why` is a sentence with names."""

    difference: Difference
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyPlaces:
    """A need that stays short, and why, in plain words.

    `when` says the day and hours to people, as short as it stays clear; `shift` is for programs: the shift's name, then
    the day as 2027-06-12 and the hours, in every language alike. `remedy` is the
    easiest thing that would help, also told in the last of the `reasons`; "" if nothing is known to help.
    """

    need_id: NeedId
    role: str
    shift: str
    when: str
    missing: int
    reasons: tuple[str, ...]
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FillProposal:
    """A plan for `roster`, as it was when filling began. `filled` of `places` required places have somebody by it.

    `proved`: no plan fills more; `is_best`: nor is any better in another aim. `is_final` is False for what is proposed
    while the search goes on, and `is_stopped` says that it was ended early; then `empty` may be unknown. `pinned`
    places stay as they are. `hearing`: so many people would have other places than the newest version says (the
    roster, where there is no version). `as_of` is the newest change of the club that the plan knows, 0 if unknown.
    """

    roster: Roster
    differences: tuple[Difference, ...]
    filled: int
    places: int
    pinned: int
    hearing: int = 0
    proved: bool = False
    is_best: bool = False
    is_final: bool = False
    is_stopped: bool = False
    empty: tuple[EmptyPlaces, ...] = ()
    as_of: int = 0


def requirements(differences: Sequence[Difference]) -> dict[Key, frozenset[Key]]:
    """Which differences each one can't do without: those that make its place or its person free."""
    leaving: dict[tuple[NeedId, int], Key] = {
        (difference.removed.need_id, difference.removed.place): difference.key
        for difference in differences
        if difference.removed
    }
    of_person: dict[int, list[Difference]] = defaultdict(list)
    for difference in differences:
        if difference.removed:
            of_person[difference.change.person.id].append(difference)
    found = {}
    for difference in differences:
        needed = {other.key for other in of_person[difference.change.person.id] if _in_the_way(other, difference)}
        if difference.added:
            needed.add(leaving.get((difference.added.need_id, difference.added.place), difference.key))
        found[difference.key] = frozenset(needed - {difference.key})
    return found


def with_required(key: Key, needs: Mapping[Key, Collection[Key]]) -> frozenset[Key]:
    """The difference and all that it can't do without, directly or not."""
    return _reach(key, needs)


def with_dependent(key: Key, needs: Mapping[Key, Collection[Key]]) -> frozenset[Key]:
    """The difference and all that can't be done without it."""
    backwards: dict[Key, set[Key]] = defaultdict(set)
    for other, required in needs.items():
        for one in required:
            backwards[one].add(other)
    return _reach(key, backwards)


def possible(differences: Sequence[Difference], chosen: Collection[Key]) -> list[Difference]:
    """The chosen ones that can be done, in their order: whatever needs one that isn't chosen is left out."""
    needs = requirements(differences)
    wanted = set(chosen)
    return [difference for difference in differences if with_required(difference.key, needs) <= wanted]


def _reach(start: Key, ways: Mapping[Key, Collection[Key]]) -> frozenset[Key]:
    seen = {start}
    waiting = [start]
    while waiting:
        for key in ways.get(waiting.pop(), ()):
            if key not in seen:
                seen.add(key)
                waiting.append(key)
    return frozenset(seen)


def _in_the_way(other: Difference, difference: Difference) -> bool:
    """Whether the person must leave the other's place to be on the new one."""
    leaves, joins = other.change.before, difference.change.after
    return bool(other is not difference and leaves and joins and _overlap(leaves, joins))


def _overlap(one: Spot, two: Spot) -> bool:
    if one.shift is None or two.shift is None:
        return False
    return one.shift.shift.starts < two.shift.shift.ends and two.shift.shift.starts < one.shift.shift.ends
