"""What was decided in a poll, and the sentence that says why: for the minutes, and for who asks in a year."""

from collections.abc import Iterable

from clubhub.domain.ids import OptionId
from clubhub.domain.poll_outcomes import OptionOutcome, Outcome
from clubhub.domain.poll_reasons import Named, counts_words, label_of, why
from clubhub.domain.polls import Answer, Option
from clubhub.domain.ranked_results import ranked_result
from clubhub.support.texts import _, listed


def decision_reason(outcome: Outcome, option_id: OptionId, named: Named = label_of) -> str:
    """Why this option was chosen: it is the best, one of several best, or somebody's choice against the rule."""
    chosen = next(one for one in outcome.options if one.option.id == option_id)
    if outcome.best == (chosen,):
        return why(outcome, named)
    parts = [
        _("{name} was chosen: {counts}.").format(name=named(chosen.option), counts=counts_words(chosen.counts)),
        _beside(outcome, chosen, named),
        _("It is {short}.").format(short=chosen.need_sentence) if chosen.short else "",
    ]
    return " ".join(part for part in parts if part)


def ranking_reason(options: Iterable[Option], answers: Iterable[Answer], option_id: OptionId) -> str:
    """The same for a poll that was answered with rankings."""
    of_id = {option.id: option for option in options}
    result = ranked_result(list(of_id), [answer.ranking for answer in answers])
    name = label_of(of_id[option_id])
    points = f"{result.points[option_id]:g}"
    if result.most_points == (option_id,):
        sentence = _("{name} has most points of all: {points}.")
    elif option_id in result.most_points:
        sentence = _("{name} was chosen among several with most points: {points}.")
    else:
        sentence = _("{name} was chosen with {points} points; others have more.")
    wins = _("It wins against each other one by one.") if result.wins_all_pairs == option_id else ""
    return " ".join(part for part in (sentence.format(name=name, points=points), wins) if part)


def _beside(outcome: Outcome, chosen: OptionOutcome, named: Named) -> str:
    """What the rule says to it."""
    others = [named(one.option) for one in outcome.best if one is not chosen]
    if not others:
        return ""
    sentence = (
        _("By the rule “{rule}” it is as good as {others}.")
        if chosen.rank == 1
        else _("By the rule “{rule}” {others} would be the best.")
    )
    return sentence.format(rule=outcome.rule.heading, others=listed(others))
