"""What a poll comes to, as JSON for other programs and as a table with sentences."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from clubhub.cli.output import print_lines, print_table, tell
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.poll_outcomes import OptionOutcome
    from clubhub.domain.polls import Option
    from clubhub.services.poll_outcomes import PollOutcome


def made_record(found: "PollOutcome") -> dict[str, Any]:
    """A new poll; options are in its order."""
    return {
        "id": str(found.poll.id),
        "name": found.poll.name,
        "options": [option.label for option in found.options],
    }


def tell_what_is_over(found: "PollOutcome") -> None:
    """A deadline that has passed, and times that are all over by a day at least: a year may be mistyped."""
    from clubhub.support.clock import utc_now

    now, ends = utc_now(), [option.ends for option in found.options]
    if found.poll.closes_at is not None and found.poll.closes_at < now:
        tell(_("Its deadline has passed already: is the date right?"))
    yesterday = now.replace(tzinfo=None) - timedelta(days=1)
    if ends and all(end is not None and end < yesterday for end in ends):
        tell(_("All its times are over already: is the year right?"))


def outcome_record(found: "PollOutcome", rule: str) -> dict[str, Any]:
    """`rule` is what was typed. Options are in the poll's order, `best` has the labels of all winners."""
    decided = found.decided
    return {
        "poll": found.poll.name,
        "rule": rule,
        "kind": str(found.poll.kind),
        "best": [one.option.label for one in found.best],
        "why": found.why,
        "decided": decided.label if decided else None,
        "options": [
            _option_record(one) | _points(found, one) | _places(found, one.option) for one in found.outcome.options
        ],
        "winners": {
            str(rule): [one.option.label for one in winners] for rule, winners in found.outcome.winners.items()
        },
        "said": [{"name": name, "said": said} for name, said in _said(found)],
        "missing": [person.name for person in found.silent],
    }


def _option_record(one: "OptionOutcome") -> dict[str, Any]:
    """`start` is ISO 8601, the date alone of a whole day, None without a time."""
    option, counts = one.option, one.counts
    start = option.starts and option.starts.isoformat(timespec="minutes")
    return {
        "label": option.label,
        "start": start[:10] if start and option.is_whole_day else start,
        "yes": counts.yes,
        "if_need_be": counts.if_need_be,
        "no": counts.no,
        "silent": counts.silent,
        "rank": one.rank or None,
        "feasible": one.is_feasible,
        "short": [shortage.words for shortage in one.short],
        "range": one.range_sentence,
    }


def _points(found: "PollOutcome", one: "OptionOutcome") -> dict[str, Any]:
    """Of a poll that was answered with rankings; such an option has no other rank than by its points."""
    ranked = found.ranked
    if ranked is None:
        return {}
    key = one.option.id
    return {"points": ranked.points[key], "firsts": ranked.firsts[key], "rank": ranked.rank(key) or None}


def _points_told(found: "PollOutcome", one: "OptionOutcome") -> dict[str, Any]:
    """The same for people: "2", not "2.0"."""
    from clubhub.domain.poll_results import points_text

    told = _points(found, one)
    return told | {"points": points_text(told["points"])} if told else {}


def _places(found: "PollOutcome", option: "Option") -> dict[str, Any]:
    """For how many there is room (None: for all), and who waits, the first first."""
    from clubhub.domain.waiting_lists import waiting_list

    name_of = dict(zip((answer.id for answer in found.answers), found.names, strict=True))
    waiting = waiting_list(option, found.answers).waiting
    return {"room": option.most, "waiting": [name_of[answer.id] for answer in waiting]}


def _said(found: "PollOutcome") -> list[tuple[str, str]]:
    """What was answered with a number or a text."""
    return [(name, answer.said) for name, answer in zip(found.names, found.answers, strict=True) if answer.said]


def print_outcome(found: "PollOutcome") -> None:
    """The options with their counts, why the best is the best, and what else there is to know."""
    if found.options:
        _print_options(found)
    else:
        records = [{"name": name, "said": said} for name, said in _said(found)]
        print_table(records, {"name": _("Name"), "said": _("Answer")}, empty=_("Nobody has answered yet."))
    if found.decided:
        print_lines([_("Decided: {option}.").format(option=found.decided.label)])
    if found.silent:
        silent = len(found.silent)
        print_lines([plural("{count} person has not answered.", "{count} people have not answered.", silent)])


def _print_options(found: "PollOutcome") -> None:
    from clubhub.domain.polls import Mark

    words = dict(zip(("yes", "if_need_be", "no"), map(found.poll.word, Mark), strict=True))
    marks = {**words, "silent": _("no answer")}
    counts = {"points": _("Points"), "firsts": _("First")} if found.ranked else {**marks, "range": _("Range")}
    needs = {"needs": _("Who is missing")} if found.requirements else {}
    has_room = any(option.most is not None for option in found.options)
    places = {"room": _("Room"), "waiting": _("Waiting")} if has_room else {}
    records = [
        {**_option_record(one), **_points_told(found, one), **_places(found, one.option), "needs": one.need_sentence}
        for one in found.outcome.options
    ]
    print_table(records, {"rank": _("Rank"), "label": _("Option"), **counts, **places, **needs}, empty="")
    print_lines(["", found.why, *([] if found.ranked else _side_by_side(found))])


def _side_by_side(found: "PollOutcome") -> Sequence[str]:
    """What each rule would take, where they differ."""
    if found.outcome.do_rules_agree:
        return [_("Every rule takes the same.")] if found.outcome.best else []
    return [
        _("{rule}: {options}").format(rule=rule.heading, options=", ".join(one.option.label for one in winners))
        for rule, winners in found.outcome.winners.items()
    ]
