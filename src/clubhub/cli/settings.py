"""The command that shows and changes what is true for the whole club."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from clubhub.cli.output import print_json, print_lines
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _


def register(app: typer.Typer) -> None:
    app.command(help=_("Show the club's name, time zone, country, language and web address, or change them."))(settings)


def settings(
    ctx: typer.Context,
    *,
    name: Annotated[str | None, typer.Option(help=_("The club's name."))] = None,
    time_zone: Annotated[str | None, typer.Option(help=_("The club's time zone, e.g. Europe/Helsinki."))] = None,
    region: Annotated[str | None, typer.Option(help=_("Two-letter country of phone numbers without a code."))] = None,
    language: Annotated[str | None, typer.Option(help=_("The language of sheets and pages, e.g. fi."))] = None,
    web_address: Annotated[str | None, typer.Option(help=_("The club's page; sheets lead there by a QR code."))] = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    service = services(ctx, club).clubs
    given = {
        "name": name,
        "time_zone": time_zone,
        "region": region,
        "language": language,
        "web_address": web_address,
    }
    chosen: dict[str, Any] = {field: value for field, value in given.items() if value is not None}
    if chosen:
        service.save(replace(service.club(), **chosen))
    now = service.club()
    values = {field: getattr(now, field) for field in given}
    if json:
        print_json({**values, "file": str(service.path)})
        return
    headings = (_("Name"), _("Time zone"), _("Country"), _("Language"), _("Web address"))
    shown = zip(headings, values.values(), strict=True)
    print_lines([*(f"{heading}: {value or '–'}" for heading, value in shown), f"{_('File')}: {service.path}"])
