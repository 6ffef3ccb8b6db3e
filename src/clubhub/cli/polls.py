"""Commands on polls: make one, see what it comes to, see who is missing."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from clubhub.cli.poll_outcomes import made_record, outcome_record, print_outcome, tell_what_is_over
from clubhub.cli.session import ClubOption, EventOption, JsonOption, services
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.poll_outcomes import AnyRule


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
        print_json(made_record(found))
    else:
        say_done(made.changes)
        print_lines([f"{option.number}. {option.label}" for option in found.options])
    tell_what_is_over(found)


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
        print_json(outcome_record(found, str(rule) if weights is None else f"weights {weights}"))
    else:
        print_outcome(found)


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
    columns = {"name": _("Name"), "road": _("By"), "address": _("Address"), "note": _("Note")}
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
