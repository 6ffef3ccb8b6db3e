"""Commands on polls: make one, see what it comes to, see who is missing."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.output import print_json, print_lines, print_table, say_done
from clubhub.cli.poll_options import (
    AudienceOption,
    ChoicesOption,
    ClosesOption,
    KindOption,
    LimitsOption,
    NeedsOption,
    NoteOption,
    ShownOption,
    WeeklyOption,
    WordsOption,
)
from clubhub.cli.session import ClubOption, EventOption, JsonOption, services
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.poll_outcomes import AnyRule, OptionOutcome
    from clubhub.services.poll_outcomes import PollOutcome


class RuleName(StrEnum):
    """The rules as they are typed."""

    MOST_CAN = "most-can"
    MOST_YES = "most-yes"
    YES_THEN_MAYBE = "yes-then-maybe"
    POINTS = "points"
    FEWEST_LEFT_OUT = "fewest-left-out"
    HALVES = "halves"


PollArgument = Annotated[str, typer.Argument(metavar="POLL", help=_("The poll, by its name."))]
RuleOption = Annotated[RuleName, typer.Option("--rule", help=_("By what the options are ordered."))]
WeightsOption = Annotated[
    str | None, typer.Option("--weights", metavar="Y,M,N", help=_("Own points for yes, if need be and no: 2,1,-2."))
]
OptionsOption = Annotated[
    Path | None,
    typer.Option("--options", metavar="FILE", help=_("A slot or a choice per line: a text, CSV, XLSX or ODS file.")),
]

commands = typer.Typer(no_args_is_help=True, help=_("Make a poll, see what it comes to and who is missing."))


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="poll")


@commands.command("new", help=_("Make a poll: of a file's slots or choices, or of an event's shifts."))
def poll_new(
    ctx: typer.Context,
    *,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What the poll is called."))],
    options: OptionsOption = None,
    event: EventOption = None,
    kind: KindOption = None,
    choice: ChoicesOption = None,
    weekly: WeeklyOption = None,
    limit: LimitsOption = None,
    closes: ClosesOption = None,
    audience: AudienceOption = None,
    words: WordsOption = None,
    shown: ShownOption = None,
    note: NoteOption = None,
    needs: NeedsOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    from clubhub.services.written_polls import WrittenPoll

    if options is None and event is None and not choice and not weekly and (kind is None or kind.has_options):
        raise typer.BadParameter(
            _("Say what it asks: --options FILE, --event NAME, --choice or --weekly."), param_hint="--options"
        )
    written = WrittenPoll(
        kind=kind, choices=choice or (), weekly=weekly or (), limits=limit or (), closes=closes, audience=audience,
        words=words, shown=shown, note=note, needs=needs or (),
    )  # fmt: skip
    club_services = services(ctx, club)
    made = club_services.poll_making.create(name, options=options, event=event, written=written)
    found = club_services.poll_outcomes.outcome(made.poll_id)
    if json:
        labels = [option.label for option in found.options]
        print_json({"id": str(made.poll_id), "name": found.poll.name, "options": labels})
        return
    say_done(made.changes)
    print_lines([f"{option.number}. {option.label}" for option in found.options])


@commands.command("results", help=_("How many said what to each option, which is best, and why."))
def poll_results(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    rule: RuleOption = RuleName.YES_THEN_MAYBE,
    weights: WeightsOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club).poll_outcomes.outcome_named(poll, rule_meant(rule, weights))
    if json:
        print_json(_outcome_record(found, str(rule) if weights is None else f"weights {weights}"))
    else:
        _print_outcome(found)


@commands.command("missing", help=_("Who has not answered, and how each can be reached."))
def poll_missing(ctx: typer.Context, *, poll: PollArgument, club: ClubOption = None, json: JsonOption = False) -> None:
    found = services(ctx, club).poll_outcomes.missing(poll)
    records = [
        {"id": str(one.person.id), "name": one.person.name, "road": one.road, "address": one.address, "note": one.note}
        for one in found
    ]
    if json:
        print_json(records)
        return
    columns = {"name": _("Name"), "road": _("Road"), "address": _("Address"), "note": _("Note")}
    print_table(records, columns, empty=_("Everybody has answered."))


def rule_meant(rule: RuleName, weights: str | None) -> "AnyRule":
    """The rule of that name; own weights go before it. Raises InvalidInput for weights that are none."""
    from clubhub.domain.poll_results import Rule, Weights

    if weights is not None:
        return Weights.parse(weights)
    return {
        RuleName.MOST_CAN: Rule.MOST_WHO_CAN,
        RuleName.MOST_YES: Rule.MOST_YES,
        RuleName.YES_THEN_MAYBE: Rule.YES_THEN_MAYBE,
        RuleName.POINTS: Rule.POINTS,
        RuleName.FEWEST_LEFT_OUT: Rule.FEWEST_LEFT_OUT,
        RuleName.HALVES: Rule.HALVES,
    }[rule]


def _outcome_record(found: "PollOutcome", rule: str) -> dict[str, Any]:
    decided = found.decided
    return {
        "poll": found.poll.name,
        "rule": rule,
        "kind": str(found.poll.kind),
        "best": [one.option.label for one in found.best],
        "why": found.why,
        "decided": decided.label if decided else None,
        "options": [_option_record(one) | _points(found, one) for one in found.outcome.options],
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
    points = ranked.points[one.option.id]
    rank = 1 + sum(other > points for other in ranked.points.values()) if ranked.ballots else None
    return {"points": points, "firsts": ranked.firsts[one.option.id], "rank": rank}


def _said(found: "PollOutcome") -> list[tuple[str, str]]:
    """What was answered with a number or a text."""
    return [(name, answer.said) for name, answer in zip(found.names, found.answers, strict=True) if answer.said]


def _print_outcome(found: "PollOutcome") -> None:
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
    marks = {"yes": _("yes"), "if_need_be": _("if need be"), "no": _("no"), "silent": _("no answer")}
    counts = {"points": _("Points"), "firsts": _("First")} if found.ranked else {**marks, "range": _("Range")}
    needs = {"needs": _("Who is missing")} if found.requirements else {}
    records = [
        _option_record(one) | _points(found, one) | {"needs": one.need_sentence} for one in found.outcome.options
    ]
    print_table(records, {"rank": _("Rank"), "label": _("Option"), **counts, **needs}, empty="")
    print_lines(["", found.why, *([] if found.ranked else _side_by_side(found))])


def _side_by_side(found: "PollOutcome") -> Sequence[str]:
    """What each rule would take, where they differ."""
    if found.outcome.do_rules_agree:
        return [_("Every rule takes the same.")] if found.outcome.best else []
    return [
        _("{rule}: {options}").format(rule=rule.heading, options=", ".join(one.option.label for one in winners))
        for rule, winners in found.outcome.winners.items()
    ]
