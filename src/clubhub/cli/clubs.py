"""Commands on the club as a whole: new, demo, check, history, undo, redo."""

from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from clubhub.cli.output import print_json, print_lines, print_table
from clubhub.cli.session import ClubOption, JsonOption, Session, services
from clubhub.support.texts import _


def register(app: typer.Typer) -> None:
    app.command(help=_("Make a new, empty club."))(new)
    app.command(help=_("Do the main job on the demo club and write everything it gives to a folder."))(demo)
    app.command(help=_("Check that the club's file is sound."))(check)
    app.command(help=_("Show what was changed, the newest first."))(history)
    app.command(help=_("Take the newest change back."))(undo)
    app.command(help=_("Make the change again that was undone last."))(redo)


def new(
    ctx: typer.Context,
    *,
    file: Annotated[Path, typer.Argument(help=_("Where the club will be kept, e.g. swimming.clubhub."))],
    name: Annotated[str, typer.Option(help=_("The club's name."))],
    time_zone: Annotated[str, typer.Option(help=_("The club's time zone, e.g. Europe/Helsinki."))],
    region: Annotated[
        str,
        typer.Option(help=_("Two-letter country, for phone numbers without a code; else that of the time zone.")),
    ] = "",
) -> None:
    from clubhub.domain.clubs import Club
    from clubhub.services.clubs import club_path

    session: Session = ctx.obj
    path = club_path(file)
    session.create_club(path, Club(name=name, time_zone=time_zone, region=region))
    print_lines([_("Made the club “{name}” in {file}.").format(name=name.strip(), file=path)])


def demo(
    ctx: typer.Context,
    *,
    folder: Annotated[Path, typer.Argument(metavar="OUTDIR", help=_("The folder to write to; made if missing."))],
    club: ClubOption = None,
) -> None:
    from clubhub.services.demo import run_demo

    session: Session = ctx.obj
    print_lines(run_demo(folder, club or session.club, session.create_club))


def check(ctx: typer.Context, *, club: ClubOption = None) -> None:
    from clubhub.domain.errors import EnvironmentProblem

    service = services(ctx, club).clubs
    damage = service.find_damage()
    if damage:
        raise EnvironmentProblem("\n".join(damage))
    print_lines([_("The club “{name}” is sound.").format(name=service.club().name)])


def history(
    ctx: typer.Context,
    *,
    limit: Annotated[int, typer.Option(min=1, help=_("How many changes to show."))] = 30,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    club_services = services(ctx, club)
    zone = ZoneInfo(club_services.clubs.club().time_zone)
    entries = club_services.history.entries(limit=limit)
    records = [
        {
            "id": str(entry.id),
            "name": entry.title,
            "made_at": entry.made_at.isoformat(),
            "when": entry.made_at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
            "who": entry.actor,
            "rows": entry.rows,
            "undone": entry.is_undone,
            "state": _("undone") if entry.is_undone else "",
        }
        for entry in entries
    ]
    if json:
        print_json(records)
    else:
        columns = {"when": _("When"), "who": _("Who"), "name": _("What"), "rows": _("Rows"), "state": ""}
        print_table(records, columns, empty=_("Nothing was changed yet."))


def undo(ctx: typer.Context, *, club: ClubOption = None) -> None:
    print_lines([services(ctx, club).history.undo().title])


def redo(ctx: typer.Context, *, club: ClubOption = None) -> None:
    print_lines([services(ctx, club).history.redo().title])
