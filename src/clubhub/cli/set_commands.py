"""Commands that change what is known of one person, role, household or way between venues."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from clubhub.cli.output import say_done
from clubhub.cli.rules import NONE, minutes_or_none
from clubhub.cli.session import ClubOption, services
from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

commands = typer.Typer(no_args_is_help=True, help=_("Change a person's limits, a role, a household's duty or a way."))


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="set")


@commands.command("person", help=_("How much somebody works, and what they sign up for; HOURS may be “none”."))
def set_person(
    ctx: typer.Context,
    *,
    person: Annotated[str, typer.Argument(metavar="PERSON", help=_("The person, by name."))],
    max_hours: Annotated[str | None, typer.Option(metavar="HOURS", help=_("The most in an event."))] = None,
    max_hours_day: Annotated[str | None, typer.Option(metavar="HOURS", help=_("The most on a day."))] = None,
    rest: Annotated[
        str | None, typer.Option(metavar="HOURS", help=_("Between shifts of different days; “none”: as the club says."))
    ] = None,
    sign_up: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help=_("A role to sign up for; may be repeated."))
    ] = None,
    sign_off: Annotated[list[str] | None, typer.Option(metavar="ROLE", help=_("A role to be taken off."))] = None,
    likes: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help=_("A role that the person would rather do."))
    ] = None,
    dislikes: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help=_("A role that the person would rather not do."))
    ] = None,
    either: Annotated[
        list[str] | None, typer.Option(metavar="ROLE", help=_("A role that the person neither likes nor dislikes."))
    ] = None,
    club: ClubOption = None,
) -> None:
    from clubhub.domain.person_names import NameIndex

    service = services(ctx, club).people
    detail = service.detail(NameIndex(service.directory().people).find(person).id)
    draft, liked, disliked = detail.draft, likes or [], dislikes or []
    wanted = {
        **_limits(max_minutes=max_hours, max_minutes_day=max_hours_day, min_rest=rest),
        "signed_up": _changed(draft.signed_up, sign_up or [], sign_off or []),
        "likes": _changed(draft.likes, liked, [*disliked, *(either or [])]),
        "dislikes": _changed(draft.dislikes, disliked, [*liked, *(either or [])]),
    }
    saved = service.save(detail.person.id, replace(draft, **wanted), version=detail.person.version)
    say_done(saved.changes)


@commands.command("role", help=_("What a role needs, and how urgent it is."))
def set_role(
    ctx: typer.Context,
    *,
    role: Annotated[str, typer.Argument(metavar="ROLE", help=_("The role, by name."))],
    name: Annotated[str | None, typer.Option(help=_("Another name."))] = None,
    priority: Annotated[int | None, typer.Option(help=_("From 1, filled first, to 9."))] = None,
    opt_in: Annotated[
        bool | None, typer.Option("--opt-in/--for-anybody", help=_("Whether people must have signed up for it."))
    ] = None,
    minimum_age: Annotated[str | None, typer.Option(help=_("13, 16, 18 or “none”."))] = None,
    skill: Annotated[list[str] | None, typer.Option(help=_("A skill it needs; may be repeated; “none”."))] = None,
    club: ClubOption = None,
) -> None:
    from clubhub.services.roles import edit_of

    service = services(ctx, club).roles
    present = service.find(role)
    given: dict[str, Any] = {"name": name, "priority": priority, "is_opt_in": opt_in}
    chosen = {field: value for field, value in given.items() if value is not None}
    if skill is not None:
        chosen["skills"] = tuple(one for one in skill if one.casefold() != NONE)
    if minimum_age is not None:
        chosen["minimum_age"] = _age_band(minimum_age)
    edit = replace(edit_of(present, service.directory().skills), **chosen)
    say_done(service.save(present.id, edit, version=present.version))


@commands.command("household", help=_("What a household owes in a season."))
def set_household(
    ctx: typer.Context,
    *,
    household: Annotated[str, typer.Argument(metavar="HOUSEHOLD", help=_("By its name or one of its people."))],
    duty: Annotated[str, typer.Option(metavar="HOURS", help=_("0: nothing; “none”: as much as the club asks of all."))],
    club: ClubOption = None,
) -> None:
    service = services(ctx, club).ledger
    page = service.page(household)
    if page.household is None:
        raise InvalidInput(_("{name} has no household; give the person one first.").format(name=page.name))
    say_done(service.set_duty(page.household, minutes_or_none(duty)))


@commands.command("way", help=_("How many minutes it takes from one venue to another, there and back alike."))
def set_way(
    ctx: typer.Context,
    *,
    one: Annotated[str, typer.Argument(metavar="VENUE", help=_("A venue, by name."))],
    other: Annotated[str, typer.Argument(metavar="OTHER", help=_("Another venue, by name."))],
    minutes: Annotated[int, typer.Argument(metavar="MINUTES", min=0, help=_("0 takes the entry away."))],
    club: ClubOption = None,
) -> None:
    service = services(ctx, club).travel
    say_done(service.set_way(service.find(one).id, service.find(other).id, minutes))


def _limits(**written: str | None) -> dict[str, Any]:
    return {field: minutes_or_none(text) for field, text in written.items() if text is not None}


def _changed(present: Sequence[str], more: Sequence[str], gone: Sequence[str]) -> tuple[str, ...]:
    """The roles with some more and without others, whatever the case."""
    from clubhub.domain.plain_names import plain_name

    unwanted = {plain_name(role) for role in (*more, *gone)}
    return (*(role for role in present if plain_name(role) not in unwanted), *more)


def _age_band(written: str) -> Any:  # noqa: ANN401  an AgeBand, whose module is imported late
    from clubhub.domain.people import AgeBand

    bands = {str(band.lowest_age): band for band in AgeBand if band.lowest_age}
    if written.strip().casefold() == NONE:
        return None
    if written.strip() not in bands:
        raise InvalidInput(_("A minimum age is 13, 16 or 18, or “none”. Nothing was changed."))
    return bands[written.strip()]
