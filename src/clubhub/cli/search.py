"""The command that finds anything in the club."""

from typing import Annotated

import typer

from clubhub.cli.output import print_json, print_table
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _


def register(app: typer.Typer) -> None:
    app.command(help=_("Find people, events, polls and posts by words or their beginnings."))(search)


def search(
    ctx: typer.Context,
    *,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help=_("Words, or how they begin."))],
    limit: Annotated[int, typer.Option(min=1, help=_("How many to show."))] = 30,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club).search.find(" ".join(text), limit=limit)
    records = [{"id": str(hit.id), "name": hit.name, "kind": hit.kind, "about": hit.about} for hit in found]
    if json:
        print_json(records)
    else:
        columns = {"kind": _("Kind"), "name": _("Name"), "about": _("About")}
        print_table(records, columns, empty=_("Nothing in the club has these words."))
