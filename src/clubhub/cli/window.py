"""The command that opens the window. It is handed in: the command line itself needs no Qt."""

from pathlib import Path
from typing import Annotated

import typer

from clubhub.cli.session import Session
from clubhub.support.texts import _


def register(app: typer.Typer) -> None:
    app.command(help=_("Open the window on a club, or the welcome without one."))(window)


def window(
    ctx: typer.Context, *, file: Annotated[Path | None, typer.Argument(help=_("The club's file."))] = None
) -> None:
    session: Session = ctx.obj
    raise typer.Exit(session.open_window(file or session.club))
