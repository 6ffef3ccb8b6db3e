"""Commands that write files: rosters, calendars, people, polls and shift plans."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import print_lines, tell
from clubhub.cli.polls import RuleName, RuleOption, WeightsOption, rule_meant
from clubhub.cli.session import ClubOption, PaperOption, paper_to_use, services
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.services.exports import Exported

commands = typer.Typer(no_args_is_help=True, help=_("Write a roster, calendars, people, a poll or a shift plan."))


OutOption = Annotated[
    Path, typer.Option("--out", metavar="PATH", help=_("The file to write; its suffix is the format."))
]
NameArgument = Annotated[str, typer.Argument(metavar="NAME")]


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="export")


@commands.command("roster", help=_("An event's roster as .pdf, .xlsx, .csv, .ics, .html or .txt."))
def export_roster(
    ctx: typer.Context,
    *,
    event: Annotated[str, typer.Argument(metavar="EVENT")],
    out: OutOption,
    by: Annotated[
        RosterLayout | None, typer.Option(help=_("How a PDF is laid out; by venue if nothing is said."))
    ] = None,
    paper: PaperOption = None,
    club: ClubOption = None,
) -> None:
    if by and out.suffix.casefold() != ".pdf":
        raise typer.BadParameter(_("Only a PDF is laid out in several ways: --out NAME.pdf."), param_hint="--by")
    layout = by or RosterLayout.VENUE
    _show(services(ctx, club).exports.roster(event, out, layout=layout, paper=paper_to_use(paper)))


@commands.command("calendars", help=_("A calendar (.ics) for each person of an event, in one folder."))
def export_calendars(
    ctx: typer.Context,
    *,
    event: Annotated[str, typer.Argument(metavar="EVENT")],
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help=_("The folder to write to."))],
    club: ClubOption = None,
) -> None:
    exports = services(ctx, club).exports
    written = exports.calendars(event, out)
    print_lines(
        [
            plural(
                "Wrote {count} calendar to {folder}.", "Wrote {count} calendars to {folder}.", len(written), folder=out
            )
        ]
    )
    sentence = _("{name} is from an earlier export: that person has no place now. It was left where it is.")
    for path in exports.older_calendars(event, out, written):
        tell(sentence.format(name=path.name))


@commands.command("people", help=_("Everybody as .csv or .xlsx."))
def export_people(ctx: typer.Context, *, out: OutOption, club: ClubOption = None) -> None:
    _show(services(ctx, club).exports.people(out))


@commands.command(
    "poll", help=_("A poll's answers as .csv or .xlsx; its result as .pdf, .html, .ics, or .png for a chat.")
)
def export_poll(
    ctx: typer.Context,
    *,
    name: NameArgument,
    out: OutOption,
    rule: RuleOption = RuleName.YES_THEN_MAYBE,
    weights: WeightsOption = None,
    paper: PaperOption = None,
    club: ClubOption = None,
) -> None:
    exports = services(ctx, club).exports
    _show(exports.poll(name, out, rule=rule_meant(rule, weights), paper=paper_to_use(paper)))


@commands.command("plan", help=_("A shift plan as a .toml file, to edit and give to “import meet --plan”."))
def export_plan(ctx: typer.Context, *, name: NameArgument, out: OutOption, club: ClubOption = None) -> None:
    _show(services(ctx, club).exports.plan(name, out))


@commands.command("problem", help=_("An event's roster as a problem for “roster solve”, without any personal data."))
def export_problem(
    ctx: typer.Context,
    *,
    event: Annotated[str, typer.Argument(metavar="EVENT")],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help=_("The file to write (.json)."))],
    club: ClubOption = None,
) -> None:
    services(ctx, club).rosters.write_problem(event, out)
    print_lines([_("Wrote {path}.").format(path=out)])


def _show(exported: "Exported") -> None:
    print_lines([_("Wrote {path}.").format(path=exported.path)])
    for warning in exported.warnings:
        tell(warning)
