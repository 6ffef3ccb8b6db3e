"""What a poll's answers come to, in sentences: the best options by a rule, or how many can come to each shift."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.availability import ShiftCover
from clubhub.domain.poll_outcomes import Outcome
from clubhub.domain.poll_reasons import against_others
from clubhub.domain.poll_results import Rule
from clubhub.domain.polls import Mark, Option, PollKind
from clubhub.services.poll_boards import ShiftTime
from clubhub.support.texts import _, listed, plural, some_of
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.times_in_words import hours_text

MOST_RANKED = 2
MOST_CARDS = 3
MOST_NAMED = 3
NAMES_IN_A_SENTENCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedOption:
    """`short` is its title as a button has room for. `range` says how many come at least and at most.

    `lack` says who is needed and can't come, "" for nobody.
    """

    rank: int
    column: int
    title: str
    short: str
    text: str
    range: str = ""
    lack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWinner:
    """What another rule would take: `text` names one option, or says how many are equally good."""

    rule: Rule
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCount:
    """How many can come to the shifts at one time. `is_short`: fewer than the places that must be filled."""

    starts: datetime
    hours: str
    text: str
    can_come: int
    places: int

    @property
    def title(self) -> str:
        return _("{day} {hours}").format(day=words.weekday(self.starts.date()), hours=self.hours)

    @property
    def is_short(self) -> bool:
        return self.can_come < self.places


def best_options(model: PollGridModel) -> list[RankedOption]:
    """The first two by the model's rule, and who shares a rank with them, up to three."""
    outcome = model.outcome()
    if outcome is None:
        return []
    order = sorted((one.rank, column) for column, one in enumerate(outcome.options) if 0 < one.rank <= MOST_RANKED)
    return [_ranked(model, outcome, column) for _rank, column in order[:MOST_CARDS]]


def other_rules(model: PollGridModel) -> list[RuleWinner]:
    """What the other rules would take, in their order, where that is something else; none where they agree."""
    outcome = model.outcome()
    if outcome is None or not outcome.best:
        return []
    return [
        RuleWinner(
            rule=rule,
            text=words.option_in_short(best[0].option)
            if len(best) == 1
            else plural("{count} alike", "{count} alike", len(best)),
        )
        for rule, best in outcome.winners.items()
        if {one.option.id for one in best} != {one.option.id for one in outcome.best}
    ]


def why_best(model: PollGridModel) -> str:
    """How the best stands to the next and to those who are needed; "" where there is nothing to say."""
    outcome = model.outcome() if model.kind is PollKind.MARKS else None
    return " ".join(against_others(outcome, words.option_start_words)) if outcome else ""


def overtaken(model: PollGridModel, decided: Option) -> str:
    """Says it where by the answers of now another option would be the best by the rule; "" else."""
    outcome = model.outcome()
    if outcome is None or not outcome.best or decided.id in {one.option.id for one in outcome.best}:
        return ""
    names = listed([words.option_start_words(one.option) for one in outcome.best[:NAMES_IN_A_SENTENCE]])
    if model.kind is not PollKind.MARKS:
        return _("By now more have chosen {names}.").format(names=names)
    return _("By the answers of now and the rule “{rule}”, {names} would be the best.").format(
        rule=outcome.rule.heading, names=names
    )


def _ranked(model: PollGridModel, outcome: Outcome, column: int) -> RankedOption:
    one = outcome.options[column]
    return RankedOption(
        rank=one.rank,
        column=column,
        title=words.option_start_words(one.option),
        short=words.option_in_short(one.option),
        text=model.counts_words(column),
        range=one.range_sentence if one.counts.silent and model.kind is PollKind.MARKS else "",
        lack=one.need_sentence,
    )


def winner(model: PollGridModel) -> RankedOption | None:
    """The best option; None while there is none, or several are equally good."""
    first = [ranked for ranked in best_options(model) if ranked.rank == 1]
    return first[0] if len(first) == 1 else None


def rule_sentence(model: PollGridModel) -> str:
    """The rule by which the best were found, and what to do where it can't tell them apart."""
    best = best_options(model)
    is_choice = model.kind is not PollKind.MARKS
    if not best or model.rule is None:
        return (
            _("As soon as somebody has chosen, what most have chosen stands here.")
            if is_choice
            else _("As soon as somebody says yes to one, the best stand here.")
        )
    if is_choice:
        return _("What most people have chosen stands first.")
    if winner(model) is None:
        return _("{rule} Several are equally good by it: another rule may part them.").format(rule=model.rule.sentence)
    return model.rule.sentence


def open_question(model: PollGridModel) -> str:
    """What those who are silent can still change, in a sentence; "" where there is nothing to rank yet."""
    best = [column for column, rank in enumerate(model.ranks) if rank == 1]
    if not best:
        return ""
    if not any(counts.silent for counts in model.counts):
        return _("Everybody has answered everything: this is the result.")
    if model.requirements:
        return _needs_sentence(model)
    could = model.could_still_win()
    if not could:
        return _("Whoever is still silent, this stays best.")
    if len(could) > NAMES_IN_A_SENTENCE:
        return plural(
            "Who is silent can still change it: their answers could put {count} other ahead.",
            "Who is silent can still change it: their answers could put any of {count} others ahead.",
            len(could),
        )
    names = [words.option_start_words(model.options[column]) for column in could]
    return _("Who is silent can still change it: their answers could put {names} ahead.").format(names=listed(names))


def _needs_sentence(model: PollGridModel) -> str:
    """Which options the silent could give everybody who is needed."""
    outcome = model.outcome()
    able = [one for one in outcome.options if one.short and not one.short_at_best] if outcome else []
    if not able:
        return _("Those who are silent can still change it.")
    names = some_of([words.option_start_words(one.option) for one in able], NAMES_IN_A_SENTENCE)
    return _("The silent could still give {names} everybody who is needed.").format(names=names)


def shift_counts(model: PollGridModel, shifts: Iterable[ShiftTime]) -> list[ShiftCount]:
    """For the shifts of each time: how many can come to all of it, and how many it takes."""
    return [_shift_count(model, shift) for shift in shifts]


def too_few(counts: Sequence[ShiftCount]) -> str:
    """Which shifts fewer can come to than are needed, in a sentence; "" if there are enough for all."""
    short = [count.title for count in counts if count.is_short]
    return _("Too few for {shifts}.").format(shifts=some_of(short, MOST_NAMED)) if short else ""


def _shift_count(model: PollGridModel, shift: ShiftTime) -> ShiftCount:
    cover = ShiftCover.of(shift.starts, shift.ends, model.options)
    marks = [cover.mark(row.marks) for row in model.rows if row.person is not None]
    yes, maybe = marks.count(Mark.YES), marks.count(Mark.IF_NEED_BE)
    return ShiftCount(
        starts=shift.starts,
        hours=hours_text(shift.starts, shift.ends),
        text=_("{yes} + {maybe} can come, {places} needed").format(yes=yes, maybe=maybe, places=shift.places),
        can_come=yes + maybe,
        places=shift.places,
    )
