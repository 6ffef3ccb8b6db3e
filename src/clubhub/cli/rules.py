"""The command that shows and changes the club's rules for all rosters."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.output import print_json, print_lines
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.clubs import Club

NONE = "none"
"""What is typed where a limit or duty is to go."""


def register(app: typer.Typer) -> None:
    app.command(help=_("Show the club's rules for rosters and the ledger, or change them."))(rules)


def rules(
    ctx: typer.Context,
    *,
    rest: Annotated[str | None, typer.Option(metavar="HOURS", help=_("Between shifts of different days."))] = None,
    minors_need_adult: Annotated[
        bool | None,
        typer.Option(
            "--minors-need-adult/--minors-may-be-alone", help=_("Whether an adult is on each shift with minors.")
        ),
    ] = None,
    duty: Annotated[
        str | None, typer.Option(metavar="HOURS", help=_("What each household owes in a season, or “none”."))
    ] = None,
    season_month: Annotated[int | None, typer.Option(help=_("The month, 1 to 12, in which a season begins."))] = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    service = services(ctx, club).clubs
    chosen: dict[str, Any] = {}
    if rest is not None:
        chosen["rest_minutes"] = minutes_or_none(rest) or 0
    if duty is not None:
        chosen["duty_minutes"] = minutes_or_none(duty)
    plain = {"minors_need_adult": minors_need_adult, "season_month": season_month}
    chosen |= {field: value for field, value in plain.items() if value is not None}
    if chosen:
        service.save(replace(service.club(), **chosen))
    _show(service.club(), json=json)


def minutes_or_none(written: str) -> int | None:
    """Hours as typed; None for "none". Raises InvalidInput."""
    from clubhub.services.written_hours import written_minutes

    return None if written.strip().casefold() in {NONE, _("none")} else written_minutes(written)


def hours_or(minutes: int | None, nothing: str) -> str:
    """Like "7:30", or `nothing` for None."""
    from clubhub.domain.ledger import hours_words

    return nothing if minutes is None else hours_words(minutes)


def _show(now: "Club", *, json: bool) -> None:
    if json:
        names = ("rest_minutes", "minors_need_adult", "duty_minutes", "season_month")
        print_json({name: getattr(now, name) for name in names})
        return
    duty = hours_or(now.duty_minutes, _("nothing, work is shared evenly"))
    print_lines(
        [
            _("Rest between days: {hours}").format(hours=hours_or(now.rest_minutes, "")),
            _("Minors need an adult: {answer}").format(answer=_("yes") if now.minors_need_adult else _("no")),
            _("A household owes in a season: {hours}").format(hours=duty),
            _("A season begins in month: {month}").format(month=now.season_month),
        ]
    )
