"""Who can take which need: one bit set of people per rule, combined per need.

A bit set is a Python integer; bit i stands for the i-th volunteer of the problem. The sets that filter are the sets
that explain: how many a rule excludes is the number of its bits.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from operator import or_

from clubhub.rostering.problem import NeedSpec, Problem, Reply, RoleRule, ShiftTime


class Rule(StrEnum):
    """The rules that keep somebody from a need, in the order in which they are told."""

    LACKS_SKILL = "lacks_skill"
    SKILL_LAPSES = "skill_lapses"
    TOO_YOUNG = "too_young"
    SAID_NO = "said_no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """The people whom a rule keeps from a need, as a bit set. `subject` is the skill, else ""."""

    rule: Rule
    subject: str = ""
    people: int


def bits(people: int) -> Iterator[int]:
    """The indices in a bit set, lowest first."""
    while people:
        lowest = people & -people
        yield lowest.bit_length() - 1
        people ^= lowest


def bit_set(indices: list[int], size: int) -> int:
    """The bit set of some indices below `size`."""
    # Through bytes: setting bits one by one in a long integer copies it each time.
    buffer = bytearray(size // 8 + 1)
    for index in indices:
        buffer[index >> 3] |= 1 << (index & 7)
    return int.from_bytes(buffer, "little")


class Sieve:
    """The bit sets of a problem, made once."""

    def __init__(self, problem: Problem) -> None:
        self.size = len(problem.volunteers)
        self.everybody = (1 << self.size) - 1
        self.roles: dict[str, RoleRule] = {role.id: role for role in problem.roles}
        self.shifts: dict[str, ShiftTime] = {shift.id: shift for shift in problem.shifts}
        self._replies = _replies(problem)
        self._holders = _holders(problem)
        self._lapses = {skill: _Lapses(problem, skill) for skill in self._holders}
        self._younger = _younger(problem)

    def said(self, reply: Reply, shift: str) -> int:
        """Who gave this reply for the shift."""
        return self._replies.get((shift, reply), 0)

    def exclusions(self, need: NeedSpec) -> list[Exclusion]:
        """All rules that stand before this need, also those that exclude nobody, in the order of Rule."""
        role, shift = self.roles[need.role], self.shifts[need.shift]
        no = self.said(Reply.NO, shift.id)
        answered = no | self.said(Reply.YES, shift.id) | self.said(Reply.MAYBE, shift.id)
        return [
            *(
                Exclusion(rule=Rule.LACKS_SKILL, subject=skill, people=self.everybody & ~self._holders.get(skill, 0))
                for skill in role.requires
            ),
            *(
                Exclusion(rule=Rule.SKILL_LAPSES, subject=skill, people=self._lapses[skill].before(shift.end))
                for skill in role.requires
                if skill in self._lapses
            ),
            Exclusion(rule=Rule.TOO_YOUNG, people=self._younger[role.min_age]),
            Exclusion(rule=Rule.SAID_NO, people=no),
            Exclusion(rule=Rule.SILENT, people=self.everybody & ~answered),
        ]

    def candidates(self, need: NeedSpec) -> int:
        """Who is kept from the need by no rule."""
        excluded = 0
        for exclusion in self.exclusions(need):
            excluded |= exclusion.people
        return self.everybody & ~excluded


def candidates(problem: Problem) -> dict[str, int]:
    """Per need the bit set of the volunteers who could take it, each looked at alone."""
    sieve = Sieve(problem)
    return {need.id: sieve.candidates(need) for need in problem.needs}


class _Lapses:
    """The dated holders of a skill, so that "lapses before minute t" is one look-up."""

    def __init__(self, problem: Problem, skill: str) -> None:
        dated = sorted(
            (expiry, index)
            for index, volunteer in enumerate(problem.volunteers)
            if (expiry := volunteer.skills.get(skill)) is not None
        )
        self._expiries = [expiry for expiry, _index in dated]
        self._prefixes = list(accumulate((1 << index for _expiry, index in dated), or_, initial=0))

    def before(self, minute: int) -> int:
        return self._prefixes[bisect_left(self._expiries, minute)]


def _replies(problem: Problem) -> dict[tuple[str, Reply], int]:
    return {
        (shift, reply): bit_set(found, len(problem.volunteers))
        for reply in Reply
        for shift, found in _who_said(problem, reply).items()
    }


def _who_said(problem: Problem, reply: Reply) -> dict[str, list[int]]:
    indices: dict[str, list[int]] = {}
    for index, volunteer in enumerate(problem.volunteers):
        for shift, said in volunteer.availability.items():
            # By identity: hashing a member of an enum five million times takes seconds.
            if said is reply:
                indices.setdefault(shift, []).append(index)
    return indices


def _holders(problem: Problem) -> dict[str, int]:
    indices: dict[str, list[int]] = {}
    for index, volunteer in enumerate(problem.volunteers):
        for skill in volunteer.skills:
            indices.setdefault(skill, []).append(index)
    return {skill: bit_set(found, len(problem.volunteers)) for skill, found in indices.items()}


def _younger(problem: Problem) -> dict[int, int]:
    return {
        age: bit_set([i for i, v in enumerate(problem.volunteers) if v.age < age], len(problem.volunteers))
        for age in {role.min_age for role in problem.roles}
    }
