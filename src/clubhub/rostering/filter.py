"""Who can take which need: one bit set of people per rule, combined per need.

The sets that filter are the sets that explain: how many a rule excludes is the number of its bits.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from itertools import accumulate
from operator import or_

from clubhub.rostering.bits import bit_set
from clubhub.rostering.problem import NeedSpec, Problem, Reply, RoleRule, ShiftTime


class Rule(StrEnum):
    """The rules that keep somebody from a need whatever else is planned, in the order in which they are told."""

    LACKS_SKILL = "lacks_skill"
    SKILL_LAPSES = "skill_lapses"
    TOO_YOUNG = "too_young"
    NOT_SIGNED_UP = "not_signed_up"
    SAID_NO = "said_no"
    SILENT = "silent"
    TOO_LONG = "too_long"
    BANNED = "banned"
    NO_PARTNER = "no_partner"
    NO_ADULT = "no_adult"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """The people whom a rule keeps from a need, as a bit set. `subject` is the skill, else ""."""

    rule: Rule
    subject: str = ""
    people: int


class Sieve:
    """The bit sets of a problem, made once."""

    def __init__(self, problem: Problem) -> None:
        self.size = len(problem.volunteers)
        self.everybody = (1 << self.size) - 1
        self.roles: dict[str, RoleRule] = {role.id: role for role in problem.roles}
        self.shifts: dict[str, ShiftTime] = {shift.id: shift for shift in problem.shifts}
        self._replies = _replies(problem)
        self._holders = _holders(problem)
        self._lapses = {skill: _Steps(self.size, _expiries(problem, skill)) for skill in self._holders}
        self._younger = _Steps(self.size, [(v.age, index) for index, v in enumerate(problem.volunteers)])
        self._shorter = _Steps(self.size, _longest_shifts(problem))
        self._signed_up = _signed_up(problem)
        self._banned = _banned(problem)

    def said(self, reply: Reply, shift: ShiftTime) -> int:
        """Who gave this reply for any part of the shift."""
        return reduce(or_, (self._replies.get((slot, reply), 0) for slot in shift.slots), 0)

    def silent(self, shift: ShiftTime) -> int:
        """Who left a part of the shift without a reply."""
        answered = self.everybody
        for slot in shift.slots:
            answered &= reduce(or_, (self._replies.get((slot, reply), 0) for reply in Reply))
        return self.everybody & ~answered

    def exclusions(self, need: NeedSpec) -> Iterator[Exclusion]:
        """All rules that stand before this need, also those that exclude nobody, in the order of Rule."""
        role, shift = self.roles[need.role], self.shifts[need.shift]
        for skill in role.requires:
            yield Exclusion(rule=Rule.LACKS_SKILL, subject=skill, people=self.everybody & ~self._holders.get(skill, 0))
        for skill in role.requires:
            if skill in self._lapses:
                yield Exclusion(rule=Rule.SKILL_LAPSES, subject=skill, people=self._lapses[skill].below(shift.end))
        yield Exclusion(rule=Rule.TOO_YOUNG, people=self._younger.below(role.min_age))
        signed_up = self._signed_up.get(role.id, 0) if role.opt_in else self.everybody
        yield Exclusion(rule=Rule.NOT_SIGNED_UP, people=self.everybody & ~signed_up)
        yield Exclusion(rule=Rule.SAID_NO, people=self.said(Reply.NO, shift))
        yield Exclusion(rule=Rule.SILENT, people=self.silent(shift))
        yield Exclusion(rule=Rule.TOO_LONG, people=self._shorter.below(shift.end - shift.start))
        yield Exclusion(rule=Rule.BANNED, people=self._banned.get(need.id, 0))

    def candidates(self, need: NeedSpec) -> int:
        """Who is kept from the need by no rule."""
        return self.everybody & ~reduce(or_, (exclusion.people for exclusion in self.exclusions(need)))


class _Steps:
    """People by a number, so that "whose number is below n" is one look-up."""

    def __init__(self, size: int, numbered: list[tuple[int, int]]) -> None:
        by_number: dict[int, list[int]] = {}
        for number, index in numbered:
            by_number.setdefault(number, []).append(index)
        self._numbers = sorted(by_number)
        sets = (bit_set(by_number[number], size) for number in self._numbers)
        self._prefixes = list(accumulate(sets, or_, initial=0))

    def below(self, number: int) -> int:
        return self._prefixes[bisect_left(self._numbers, number)]


def _expiries(problem: Problem, skill: str) -> list[tuple[int, int]]:
    return [
        (expiry, index)
        for index, volunteer in enumerate(problem.volunteers)
        if (expiry := volunteer.skills.get(skill)) is not None
    ]


def _longest_shifts(problem: Problem) -> list[tuple[int, int]]:
    """The longest shift that each could take even with nothing else to do."""
    return [(min(v.max_minutes, v.max_minutes_day), index) for index, v in enumerate(problem.volunteers)]


def _replies(problem: Problem) -> dict[tuple[str, Reply], int]:
    said: dict[Reply, dict[str, list[int]]] = {reply: {} for reply in Reply}
    for index, volunteer in enumerate(problem.volunteers):
        for slot, reply in volunteer.availability.items():
            said[reply].setdefault(slot, []).append(index)
    return {
        (slot, reply): bit_set(found, len(problem.volunteers))
        for reply, by_slot in said.items()
        for slot, found in by_slot.items()
    }


def _holders(problem: Problem) -> dict[str, int]:
    holding: dict[str, list[int]] = {}
    for index, volunteer in enumerate(problem.volunteers):
        for skill in volunteer.skills:
            holding.setdefault(skill, []).append(index)
    return {skill: bit_set(found, len(problem.volunteers)) for skill, found in holding.items()}


def _signed_up(problem: Problem) -> dict[str, int]:
    signed: dict[str, list[int]] = {}
    for index, volunteer in enumerate(problem.volunteers):
        for role in volunteer.opted_in:
            signed.setdefault(role, []).append(index)
    return {role: bit_set(found, len(problem.volunteers)) for role, found in signed.items()}


def _banned(problem: Problem) -> dict[str, int]:
    number = {volunteer.id: index for index, volunteer in enumerate(problem.volunteers)}
    banned: dict[str, int] = {}
    for volunteer, need in problem.bans:
        banned[need] = banned.get(need, 0) | 1 << number[volunteer]
    return banned
