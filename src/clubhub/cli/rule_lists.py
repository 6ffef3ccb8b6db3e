"""Commands that list the rules of rosters: roles, pairs, bans and ways."""

from typing import TYPE_CHECKING, Any

import typer

from clubhub.cli import lists
from clubhub.cli.output import print_json, print_table
from clubhub.cli.rosters import EventArgument
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.events import Role
    from clubhub.services.roles import RoleDirectory


def register(_app: typer.Typer) -> None:
    """Further commands of `list`."""
    lists.commands.command("roles", help=_("Every role with what it needs, the most urgent first."))(list_roles)
    lists.commands.command("pairs", help=_("Who is kept together or apart."))(list_pairs)
    lists.commands.command("bans", help=_("Who is kept from which places of an event."))(list_bans)
    lists.commands.command("ways", help=_("How long it takes from venue to venue."))(list_ways)


def list_roles(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    directory = services(ctx, club).roles.directory()
    records = [_role_record(role, directory) for role in directory.roles]
    if json:
        print_json(records)
        return
    for record in records:
        record["only"] = _("those who signed up") if record["opt_in"] else ""
    columns = {
        "name": _("Role"),
        "priority": _("Priority"),
        "skills": _("Skills"),
        "minimum_age": _("From age"),
        "only": _("Only"),
        "signed_up": _("Signed up"),
    }
    print_table(records, columns, empty=_("There are no roles yet. They come with shifts: import shifts FILE."))


def list_pairs(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    records = [
        {
            "id": str(pair.row.id),
            "name": pair.one.name,
            "other": pair.other.name,
            "kept": str(pair.row.company),
        }
        for pair in services(ctx, club).companions.pairs()
    ]
    if json:
        print_json(records)
    else:
        columns = {"name": _("Person"), "other": _("With"), "kept": _("Kept")}
        print_table(records, columns, empty=_("Nobody is kept together or apart. Begin with: keep together."))


def list_bans(ctx: typer.Context, *, event: EventArgument, club: ClubOption = None, json: JsonOption = False) -> None:
    from clubhub.domain.breaks import place_words

    club_services = services(ctx, club)
    records = [
        {
            "id": str(line.ban.id),
            "name": line.person.name,
            "place": place_words(line.entry),
            "note": line.ban.note,
        }
        for line in club_services.bans.lines(club_services.events.find(event).id)
    ]
    if json:
        print_json(records)
    else:
        columns = {"name": _("Person"), "place": _("Not on"), "note": _("Why")}
        print_table(records, columns, empty=_("Nobody is kept from a place. Begin with: keep off."))


def list_ways(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    table = services(ctx, club).travel.table()
    names = {venue.id: venue.name for venue in table.venues}
    records = [
        {"id": str(way.id), "name": names[way.one_id], "other": names[way.other_id], "minutes": way.minutes}
        for way in table.ways
    ]
    if json:
        print_json(records)
    else:
        columns = {"name": _("Venue"), "other": _("Other"), "minutes": _("Minutes")}
        print_table(records, columns, empty=_("No way takes time yet. Begin with: set way."))


def _role_record(role: "Role", directory: "RoleDirectory") -> dict[str, Any]:
    signed_up = directory.signed_up.get(role.id, ())
    return {
        "id": str(role.id),
        "name": role.name,
        "priority": role.priority,
        "skills": sorted(directory.skills[skill].name for skill in role.skills),
        "minimum_age": role.minimum_age.lowest_age if role.minimum_age else None,
        "opt_in": role.is_opt_in,
        "signed_up": [directory.people[person_id].name for person_id in signed_up],
    }
