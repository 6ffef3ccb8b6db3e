"""The sentences that say why the best option of a poll is the best, and what could still change it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from clubhub.domain.poll_outcomes import AnyRule, OptionOutcome, Outcome
from clubhub.domain.poll_results import Counts, Rule, can_still_win, points_text
from clubhub.domain.polls import Option
from clubhub.support.texts import _, listed, plural, some_of

MOST_NAMED = 3
_COUNTING = (Rule.MOST_WHO_CAN, Rule.MOST_YES, Rule.YES_THEN_MAYBE, Rule.FEWEST_LEFT_OUT)
"""Rules that compare how many said what; the others add up points."""

Named = Callable[[Option], str]


def label_of(option: Option) -> str:
    return _("“{label}”").format(label=option.label)


def why(outcome: Outcome, named: Named = label_of) -> str:
    """Why the best is the best by the outcome's rule; `named` tells what an option is called in a sentence."""
    best = outcome.best
    if not best:
        return _("Nobody has said yet that they can come.")
    return " ".join([_lead(outcome, named), *against_others(outcome, named), *_open_words(outcome)])


def against_others(outcome: Outcome, named: Named = label_of) -> list[str]:
    """How the best stands to the next, and to those who are needed; nothing where there is no best."""
    if not outcome.best:
        return []
    return [*_next_words(outcome, named), *_need_words(outcome, named)]


def counts_words(counts: Counts) -> str:
    """Like "9 yes, 2 if need be, 3 no, 1 silent"; what nobody said is left out."""
    parts = [
        plural("{count} yes", "{count} yes", counts.yes),
        plural("{count} if need be", "{count} if need be", counts.if_need_be) if counts.if_need_be else "",
        plural("{count} no", "{count} no", counts.no) if counts.no else "",
        plural("{count} silent", "{count} silent", counts.silent) if counts.silent else "",
    ]
    return _(", ").join(part for part in parts if part)


def _lead(outcome: Outcome, named: Named) -> str:
    best = outcome.best
    rule = outcome.rule.heading
    if len(best) > 1:
        names = some_of([named(one.option) for one in best], MOST_NAMED)
        return _("{names} are equally good by the rule “{rule}”.").format(names=names, rule=rule)
    words = counts_words(best[0].counts)
    if outcome.rule not in _COUNTING:
        words = _("{points} points of {counts}").format(points=_points(outcome.rule, best[0].counts), counts=words)
    return _("{name} is best by the rule “{rule}”: {counts}.").format(
        name=named(best[0].option), rule=rule, counts=words
    )


def _next_words(outcome: Outcome, named: Named) -> Iterator[str]:
    """Where the next best lags behind; nothing where several are best, or those who are needed decided it."""
    seconds = [one for one in outcome.options if one.rank == 2]
    if len(outcome.best) != 1 or not seconds or seconds[0].lacking != outcome.best[0].lacking:
        return
    names = some_of([named(one.option) for one in seconds], MOST_NAMED)
    first, second = _measures(outcome.rule, outcome.best[0].counts), _measures(outcome.rule, seconds[0].counts)
    level = [words for words, _other in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=True))]
    behind = second[len(level)]
    if level:
        yield _("Next is {names}: {level} as well, but {behind}.").format(
            names=names, level=listed(level), behind=behind
        )
    else:
        yield _("Next is {names} with {behind}.").format(names=names, behind=behind)


def _measures(rule: AnyRule, counts: Counts) -> list[str]:
    """What the rule compares, in its order, in words."""
    yes = plural("{count} yes", "{count} yes", counts.yes)
    maybe = plural("{count} if need be", "{count} if need be", counts.if_need_be)
    no = plural("{count} no", "{count} no", counts.no)
    can = plural("{count} who can", "{count} who can", counts.can_come)
    measures: dict[AnyRule, list[str]] = {
        Rule.MOST_WHO_CAN: [can, yes],
        Rule.MOST_YES: [yes],
        Rule.YES_THEN_MAYBE: [yes, maybe, no],
        Rule.FEWEST_LEFT_OUT: [no, yes],
    }
    return measures.get(rule, [_("{points} points").format(points=_points(rule, counts))])


def _points(rule: AnyRule, counts: Counts) -> str:
    return points_text(rule.key(counts)[0])


def _need_words(outcome: Outcome, named: Named) -> Iterator[str]:
    """What those who are needed have to do with it; nothing where nobody is."""
    lacking = [one for one in outcome.options if one.lacking]
    if not lacking:
        return
    best = outcome.best
    if best[0].lacking:
        short = some_of(list(dict.fromkeys(one.need_sentence for one in best)), MOST_NAMED)
        yield _("No option has everybody who is needed: this one is {short}.").format(short=short)
        return
    yield _("Everybody who is needed can come.")
    for ahead in _ahead_by_rule(outcome)[:1]:
        yield _("{name} would be ahead, but is {short}.").format(name=named(ahead.option), short=ahead.need_sentence)


def _ahead_by_rule(outcome: Outcome) -> list[OptionOutcome]:
    """Those that would be the best if nobody were needed, but lack somebody."""
    able = [one for one in outcome.options if one.counts.can_come]
    top = max(outcome.rule.key(one.counts) for one in able)
    return [one for one in able if one.lacking and outcome.rule.key(one.counts) == top]


def _open_words(outcome: Outcome) -> Sequence[str]:
    """What the silent can still change."""
    counts = [one.counts for one in outcome.options]
    if any(one.lacking for one in outcome.options) or not any(one.silent for one in counts):
        return ()
    if len(outcome.best) == 1 and not can_still_win(counts, outcome.rule):
        return (_("Whoever is still silent, this stays best."),)
    return (_("Those who are silent can still change it."),)
