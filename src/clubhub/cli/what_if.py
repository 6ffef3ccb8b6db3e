"""The command that says what a change would bring, without making it."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from clubhub.cli.output import print_json, print_lines
from clubhub.cli.rosters import EventArgument
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _


def register(app: typer.Typer) -> None:
    app.command(
        "whatif", help=_("Say what a role less, an earlier end or more helpers would bring; nothing is changed.")
    )(what_if)


def what_if(
    ctx: typer.Context,
    *,
    event: EventArgument,
    drop_role: Annotated[str, typer.Option("--drop-role", metavar="ROLE", help=_("Without this role."))] = "",
    end: Annotated[
        datetime | None, typer.Option(formats=["%H:%M"], metavar="HH:MM", help=_("No work after this time of day."))
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help=_("The earlier end is of this day only.")),
    ] = None,
    more: Annotated[
        int, typer.Option(min=0, max=1000, help=_("So many more people who can always come, without skills."))
    ] = 0,
    seconds: Annotated[float, typer.Option(min=1, max=3600, help=_("Stop looking for a better plan after this."))] = 30,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    from clubhub.domain.what_ifs import Change

    change = Change(
        without_role=drop_role, ends_at=end.time() if end else None, day=day.date() if day else None, helpers=more
    )
    club_services = services(ctx, club)
    effect = club_services.what_ifs.what_if(club_services.events.find(event).id, change, seconds=seconds)
    if json:
        print_json(asdict(effect))
    else:
        print_lines(list(effect.sentences))
