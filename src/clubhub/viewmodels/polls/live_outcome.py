"""What the marks of a grid come to while they change: counts, who is needed and missing, and the ranks by a rule.

A mark counts its own column anew; only what is shown for all columns, the ranks, is worked out again at each.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.poll_needs import Requirement, Shortage, shortages
from clubhub.domain.poll_outcomes import AnyRule, OptionOutcome, Outcome, ordered
from clubhub.domain.poll_results import Counts, count_marks, ranks
from clubhub.domain.polls import Mark, Option


class Said(Protocol):
    """A row of the grid; guests have no person."""

    @property
    def person_id(self) -> PersonId | None: ...
    @property
    def marks(self) -> Mapping[OptionId, Mark]: ...


class LiveOutcome:
    """`counts` has a value per column."""

    def __init__(self) -> None:
        self.counts: list[Counts] = []
        self._options: Sequence[Option] = ()
        self._requirements: Sequence[Requirement] = ()
        self._short: list[tuple[tuple[Shortage, ...], tuple[Shortage, ...]]] = []
        self._made: Outcome | None = None

    def count_all(self, options: Sequence[Option], rows: Sequence[Said], requirements: Sequence[Requirement]) -> None:
        self._made = None
        self._options, self._requirements = options, requirements
        self.counts = count_marks([one.id for one in options], (row.marks for row in rows), asked=len(rows))
        self._short = [self._lacks(one.id, rows) for one in options]

    def change(self, column: int, was: Mark | None, mark: Mark | None, rows: Sequence[Said]) -> None:
        """One row has another mark in that column now."""
        self._made = None
        self.counts[column] = self.counts[column].with_mark(was, mark)
        self._short[column] = self._lacks(self._options[column].id, rows)

    def ranks(self, rule: AnyRule | None) -> list[int]:
        """The rank of each column by the rule, 0 for none; all 0 without a rule."""
        if rule is None:
            return [0] * len(self.counts)
        return ranks(self.counts, rule, [sum(one.count for one in short) for short, _at_best in self._short])

    def outcome(self, rule: AnyRule) -> Outcome:
        """All of it in the words of the domain; made when it is first asked for, and kept until a mark changes."""
        if self._made is None or self._made.rule != rule:
            self._made = ordered(
                [
                    OptionOutcome(option=option, counts=counts, rank=0, short=short, short_at_best=at_best)
                    for option, counts, (short, at_best) in zip(self._options, self.counts, self._short, strict=True)
                ],
                rule,
            )
        return self._made

    def _lacks(self, option_id: OptionId, rows: Sequence[Said]) -> tuple[tuple[Shortage, ...], tuple[Shortage, ...]]:
        """Who is missing now, and who would be if all the silent said yes."""
        if not self._requirements:
            return (), ()
        marks = {row.person_id: row.marks.get(option_id) for row in rows if row.person_id is not None}
        can = {person_id for person_id, mark in marks.items() if mark in {Mark.YES, Mark.IF_NEED_BE}}
        silent = {person_id for person_id, mark in marks.items() if mark is None}
        return shortages(self._requirements, can), shortages(self._requirements, can | silent)
