"""Which option of a poll is best: how many said what, and six rules to order options by, or own weights.

Clubs' programs disagree on what "best" means, so the rule is the club's to choose and is shown with its sentence.
Silence is never counted as "no": an option without a mark is one that the person can still speak for.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark
from clubhub.support.texts import _

Key = tuple[float, ...]
MOST_POINTS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was said to one option, and how many of those asked said nothing to it."""

    yes: int = 0
    if_need_be: int = 0
    no: int = 0
    silent: int = 0

    @property
    def can_come(self) -> int:
        return self.yes + self.if_need_be

    def with_mark(self, before: Mark | None, after: Mark | None) -> "Counts":
        """The counts after one person has changed what they said."""
        of_mark = Counter({Mark.YES: self.yes, Mark.IF_NEED_BE: self.if_need_be, Mark.NO: self.no, None: self.silent})
        of_mark[before] -= 1
        of_mark[after] += 1
        return _counts(of_mark)


class Rule(StrEnum):
    """How options are ordered. Rallly takes MOST_WHO_CAN, Nextcloud Polls YES_THEN_MAYBE, Framadate and dudle MOST_YES.

    Croodle takes POINTS; HALVES is the usual sum on paper. Their winners differ on the same answers.
    """

    MOST_WHO_CAN = "most who can"
    MOST_YES = "most yes"
    YES_THEN_MAYBE = "yes then maybe"
    FEWEST_LEFT_OUT = "fewest left out"
    POINTS = "points"
    HALVES = "halves"

    @property
    def heading(self) -> str:
        return {
            Rule.MOST_WHO_CAN: _("Most who can"),
            Rule.MOST_YES: _("Most sure yes"),
            Rule.YES_THEN_MAYBE: _("Yes, then if need be"),
            Rule.FEWEST_LEFT_OUT: _("Fewest left out"),
            Rule.POINTS: _("Points: 2, 1, −2"),
            Rule.HALVES: _("If need be is half"),
        }[self]

    @property
    def sentence(self) -> str:
        """What the rule counts, in a sentence."""
        return {
            Rule.MOST_WHO_CAN: _("Most people who can come, if need be too; more sure “yes” breaks a tie."),
            Rule.MOST_YES: _("Most people who said yes; “if need be” counts for nothing."),
            Rule.YES_THEN_MAYBE: _("Most people who said yes; “if need be”, then fewer “no” breaks a tie."),
            Rule.FEWEST_LEFT_OUT: _("Fewest people who said no; more sure “yes” breaks a tie."),
            Rule.POINTS: _("Two for each yes, one for each “if need be”, two off for each no."),
            Rule.HALVES: _("A point for each yes, half a point for each “if need be”."),
        }[self]

    def key(self, counts: Counts) -> Key:
        """What the rule compares, the greater the better."""
        yes, maybe, no = counts.yes, counts.if_need_be, counts.no
        keys: dict[Rule, Key] = {
            Rule.MOST_WHO_CAN: (yes + maybe, yes),
            Rule.MOST_YES: (yes,),
            Rule.YES_THEN_MAYBE: (yes, maybe, -no),
            Rule.FEWEST_LEFT_OUT: (-no, yes),
            Rule.POINTS: (2 * yes + maybe - 2 * no,),
            Rule.HALVES: (yes + maybe / 2,),
        }
        return keys[self]


USUAL_RULE = Rule.YES_THEN_MAYBE
"""The one that is taken where nobody has chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The club's own rule: so many points for each yes, each "if need be" and each no."""

    yes: float
    if_need_be: float
    no: float

    @classmethod
    def parse(cls, text: str) -> "Weights":
        """From "2, 1, -2".

        Raises InvalidInput for anything but three numbers up to MOST_POINTS, or if yes isn't worth more than no.
        """
        try:
            yes, if_need_be, no = (_number(part) for part in re.split(r"[,;\s]\s*", text.strip()))
        except ValueError:
            raise _not_weights(text) from None
        if yes <= no or not all(abs(number) <= MOST_POINTS for number in (yes, if_need_be, no)):
            raise _not_weights(text)
        return cls(yes=yes, if_need_be=if_need_be, no=no)

    @property
    def heading(self) -> str:
        return _("Points: {yes}, {maybe}, {no}").format(
            yes=points_text(self.yes), maybe=points_text(self.if_need_be), no=points_text(self.no)
        )

    @property
    def sentence(self) -> str:
        return _("{yes} points for each yes, {maybe} for each “if need be”, {no} for each no.").format(
            yes=points_text(self.yes), maybe=points_text(self.if_need_be), no=points_text(self.no)
        )

    def key(self, counts: Counts) -> Key:
        """The sum of points."""
        return (self.yes * counts.yes + self.if_need_be * counts.if_need_be + self.no * counts.no,)


def points_text(points: float) -> str:
    """Like "2", "0.5" or "−2"."""
    return f"{points:g}".replace("-", "−")


def count_marks(
    option_ids: Sequence[OptionId], marks: Iterable[Mapping[OptionId, Mark]], *, asked: int
) -> list[Counts]:
    """The counts of each option in the given order; `asked` is how many people there are, silent ones too."""
    said: dict[OptionId, Counter[Mark | None]] = {option_id: Counter() for option_id in option_ids}
    for of_one in marks:
        for option_id, mark in of_one.items():
            if option_id in said:
                said[option_id][mark] += 1
    for counter in said.values():
        counter[None] = asked - counter.total()
    return [_counts(said[option_id]) for option_id in option_ids]


def ranks(counts: Sequence[Counts], rule: Rule | Weights, lacking: Sequence[int] = ()) -> list[int]:
    """The rank of each option, 1 for the best; equal ones share a rank, and the next rank follows without a gap.

    An option that nobody can come to has no rank: 0. Those that lack fewer of the people who are needed go first;
    `lacking` has how many for each, empty where nobody is needed.
    """
    keys = [(-lack, rule.key(one)) for lack, one in zip(lacking or [0] * len(counts), counts, strict=True)]
    order = sorted({key for key, one in zip(keys, counts, strict=True) if one.can_come}, reverse=True)
    rank_of = {key: rank for rank, key in enumerate(order, 1)}
    return [rank_of[key] if one.can_come else 0 for key, one in zip(keys, counts, strict=True)]


def can_still_win(counts: Sequence[Counts], rule: Rule | Weights) -> list[int]:
    """The places of options that aren't best, but could still be ahead of those that are.

    For each, its silent say yes and those silent on the best say no: the most that can happen.
    """
    best = [at for at, rank in enumerate(ranks(counts, rule)) if rank == 1]
    to_beat = max((rule.key(_all_say(counts[at], Mark.NO)) for at in best), default=None)
    if to_beat is None:
        return []
    return [
        at
        for at, one in enumerate(counts)
        if at not in best and one.can_come + one.silent and rule.key(_all_say(one, Mark.YES)) > to_beat
    ]


def _all_say(counts: Counts, mark: Mark) -> Counts:
    yes, no = counts.yes, counts.no
    return Counts(
        yes=yes + counts.silent * (mark is Mark.YES),
        if_need_be=counts.if_need_be,
        no=no + counts.silent * (mark is Mark.NO),
    )


def _counts(said: Mapping[Mark | None, int]) -> Counts:
    return Counts(
        yes=said.get(Mark.YES, 0),
        if_need_be=said.get(Mark.IF_NEED_BE, 0),
        no=said.get(Mark.NO, 0),
        silent=said.get(None, 0),
    )


def _number(text: str) -> float:
    return float(text.replace("−", "-"))


def _not_weights(text: str) -> InvalidInput:
    return InvalidInput(
        _(
            "“{text}” are no weights. Write three numbers for yes, if need be and no, such as 2,1,-2: up to {most}, "
            "and more for yes than for no."
        ).format(text=text, most=MOST_POINTS)
    )
