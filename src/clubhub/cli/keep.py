"""Commands that keep people together or apart, or from places."""

from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import say_done
from clubhub.cli.rosters import EventArgument, PersonArgument, RoleArgument
from clubhub.cli.session import ClubOption, services
from clubhub.domain.errors import NotFound
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.people import Person
    from clubhub.services.bundle import Services

commands = typer.Typer(no_args_is_help=True, help=_("Keep people together or apart, or somebody from a place."))

OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help=_("The other person, by name."))]
StartArgument = Annotated[
    str | None, typer.Argument(metavar="START", help=_("Of its shift that begins then; else of the whole event."))
]


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="keep")


@commands.command("together", help=_("On a shift both or neither of two people."))
def keep_together(ctx: typer.Context, *, person: PersonArgument, other: OtherArgument, club: ClubOption = None) -> None:
    from clubhub.domain.club_rules import Company

    club_services = services(ctx, club)
    one, two = _both(club_services, person, other)
    say_done(club_services.companions.keep(one.id, two.id, Company.TOGETHER))


@commands.command("apart", help=_("Never both of two people on a shift."))
def keep_apart(ctx: typer.Context, *, person: PersonArgument, other: OtherArgument, club: ClubOption = None) -> None:
    from clubhub.domain.club_rules import Company

    club_services = services(ctx, club)
    one, two = _both(club_services, person, other)
    say_done(club_services.companions.keep(one.id, two.id, Company.APART))


@commands.command("free", help=_("No longer keep two people together or apart."))
def keep_free(ctx: typer.Context, *, person: PersonArgument, other: OtherArgument, club: ClubOption = None) -> None:
    club_services = services(ctx, club)
    wanted = {one.id for one in _both(club_services, person, other)}
    pairs = [p.row.id for p in club_services.companions.pairs() if {p.row.one_id, p.row.other_id} == wanted]
    if not pairs:
        raise NotFound(_("They are kept neither together nor apart. Nothing was changed."))
    say_done(club_services.companions.release(pairs))


@commands.command("off", help=_("Keep somebody from a role, on one shift or in the whole event."))
def keep_off(
    ctx: typer.Context,
    *,
    event: EventArgument,
    person: PersonArgument,
    role: RoleArgument,
    start: StartArgument = None,
    note: Annotated[str, typer.Option(help=_("Why; it is kept."))] = "",
    club: ClubOption = None,
) -> None:
    say_done(services(ctx, club).bans.ban_by_name(event, person, role, start, note))


@commands.command("on", help=_("Let somebody do a role again from which they were kept."))
def keep_on(
    ctx: typer.Context,
    *,
    event: EventArgument,
    person: PersonArgument,
    role: RoleArgument,
    start: StartArgument = None,
    club: ClubOption = None,
) -> None:
    say_done(services(ctx, club).bans.lift_by_name(event, person, role, start))


def _both(club_services: "Services", person: str, other: str) -> "tuple[Person, Person]":
    from clubhub.domain.person_names import NameIndex

    index = NameIndex(club_services.people.directory().people)
    return index.find(person), index.find(other)
