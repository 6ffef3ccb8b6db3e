"""What a poll comes to: who is needed makes an option feasible, a rule orders the options, a sentence says why.

Guests count like people of the club, but fill no need. Silence is told apart: it makes a range, never a "no".
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.poll_needs import Requirement, Shortage, shortages
from clubhub.domain.poll_results import Counts, Rule, Weights, count_marks, ranks
from clubhub.domain.polls import Answer, Mark, Option
from clubhub.support.texts import _, plural

AnyRule = Rule | Weights
_CAN = (Mark.YES, Mark.IF_NEED_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionOutcome:
    """One option. `rank` is 1 for the best, shared by equals, and 0 where nobody can come.

    `short` is who is missing if everybody comes who can, if need be too; `short_at_best` if all the silent say yes.
    """

    option: Option
    counts: Counts
    rank: int
    short: tuple[Shortage, ...] = ()
    short_at_best: tuple[Shortage, ...] = ()

    @property
    def is_feasible(self) -> bool:
        return not self.short

    @property
    def lacking(self) -> int:
        """How many places of those who are needed nobody can fill."""
        return sum(shortage.count for shortage in self.short)

    @property
    def range_sentence(self) -> str:
        """Like "8 sure, up to 12 if all the silent say yes"."""
        counts = self.counts
        parts = [plural("{count} sure", "{count} sure", counts.yes)]
        if counts.if_need_be:
            parts.append(plural("{count} with “if need be”", "{count} with “if need be”", counts.can_come))
        if counts.silent:
            most = counts.can_come + counts.silent
            parts.append(
                plural("up to {count} if all the silent say yes", "up to {count} if all the silent say yes", most)
            )
        return _(", ").join(parts)

    @property
    def need_sentence(self) -> str:
        """Like "one Timekeeper short"; "" where nobody is missing."""
        return _(", ").join(shortage.words for shortage in self.short)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`options` are in the poll's order; `winners` has the best by every rule, in the order of the rules."""

    rule: AnyRule
    options: tuple[OptionOutcome, ...]
    winners: Mapping[Rule, tuple[OptionOutcome, ...]]

    @property
    def best(self) -> tuple[OptionOutcome, ...]:
        """All that share the first rank, in the poll's order."""
        return tuple(one for one in self.options if one.rank == 1)

    @property
    def do_rules_agree(self) -> bool:
        """Whether every rule has the same winners."""
        return len({tuple(one.option.id for one in found) for found in self.winners.values()}) < 2


def outcome_of(
    options: Sequence[Option],
    answers: Iterable[Answer],
    *,
    asked: AbstractSet[PersonId],
    requirements: Sequence[Requirement] = (),
    rule: AnyRule,
) -> Outcome:
    """The outcome of these answers, the newest of each person or guest.

    Those asked who have not answered are silent. Whoever answered unasked counts too.
    """
    given = list(answers)
    of_person = {answer.person_id: answer.marks for answer in given if answer.person_id is not None}
    guests = [answer.marks for answer in given if answer.person_id is None]
    heads = len(asked | of_person.keys()) + len(guests)
    counts = count_marks([option.id for option in options], chain(of_person.values(), guests), asked=heads)
    everybody = asked | of_person.keys()
    lacks = [_lacks(option.id, of_person, everybody, requirements) for option in options]
    ranked = [
        OptionOutcome(option=option, counts=one, rank=0, short=now, short_at_best=at_best)
        for option, one, (now, at_best) in zip(options, counts, lacks, strict=True)
    ]
    return ordered(ranked, rule)


def ordered(options: Sequence[OptionOutcome], rule: AnyRule) -> Outcome:
    """The outcome of options whose counts and shortages are known already; the ranks that they have don't matter."""
    return Outcome(
        rule=rule,
        options=tuple(_with_ranks(options, rule)),
        winners={each: _winners(options, each) for each in Rule},
    )


def _with_ranks(options: Sequence[OptionOutcome], rule: AnyRule) -> list[OptionOutcome]:
    return [replace(one, rank=rank) for one, rank in zip(options, _ranks(options, rule), strict=True)]


def _winners(options: Sequence[OptionOutcome], rule: AnyRule) -> tuple[OptionOutcome, ...]:
    best = (one for one, rank in zip(options, _ranks(options, rule), strict=True) if rank == 1)
    return tuple(replace(one, rank=1) for one in best)


def _ranks(options: Sequence[OptionOutcome], rule: AnyRule) -> list[int]:
    return ranks([one.counts for one in options], rule, [one.lacking for one in options])


def _lacks(
    option_id: OptionId,
    said: Mapping[PersonId, Mapping[OptionId, Mark]],
    everybody: Iterable[PersonId],
    requirements: Sequence[Requirement],
) -> tuple[tuple[Shortage, ...], tuple[Shortage, ...]]:
    """Who is missing now, and who would be if all the silent said yes."""
    if not requirements:
        return (), ()
    marks = {person_id: said.get(person_id, {}).get(option_id) for person_id in everybody}
    can = {person_id for person_id, mark in marks.items() if mark in _CAN}
    silent = {person_id for person_id, mark in marks.items() if mark is None}
    return shortages(requirements, can), shortages(requirements, can | silent)
