"""Commands on a roster: fill, assign, free, publish."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.output import print_json, print_lines, print_paragraph, tell
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.fill_proposals import EmptyPlaces
    from clubhub.services.filling import Progress

EventArgument = Annotated[str, typer.Argument(metavar="EVENT", help=_("The event, by its name."))]
PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help=_("The person, by name."))]
RoleArgument = Annotated[str, typer.Argument(metavar="ROLE", help=_("The role, by name."))]
StartArgument = Annotated[
    str, typer.Argument(metavar="START", help=_("When it begins: 10:00, 27.9. 10:00 or 2027-06-12T10:00."))
]
VenueOption = Annotated[
    str | None,
    typer.Option("--venue", metavar="NAME", help=_("Where, of shifts at the same time: a venue, or a shift's name.")),
]


def register(app: typer.Typer) -> None:
    app.command(help=_("Fill an event's roster from the answers; pinned people stay."))(fill)
    app.command(help=_("Say why places of an event are open; nothing is changed."))(why)
    app.command(help=_("Put a person on a role's shift; rules are told, not enforced."))(assign)
    app.command(help=_("Take a person off a role's shift."))(free)
    app.command(help=_("Give an event's roster out as its next version."))(publish)
    app.command(help=_("Choose whom helpers call about an event; it stands on every sheet."))(contact)


def fill(
    ctx: typer.Context,
    *,
    event: EventArgument,
    seconds: Annotated[float, typer.Option(min=1, max=3600, help=_("Stop looking for a better plan after this."))] = 30,
    seed: Annotated[int, typer.Option(min=0, help=_("The same seed gives the same roster again."))] = 0,
    repair: Annotated[
        bool, typer.Option("--repair", help=_("Mend it after cancellations: as few people as can be hear of a change."))
    ] = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    from clubhub.domain.fill_options import FillOptions

    options = FillOptions(seconds=seconds, seed=seed, is_repair=repair)
    done = services(ctx, club).rosters.fill(event, options, on_progress=None if json else _show)
    if json:
        counts = {"event": done.event, "places": done.places, "filled": done.filled, "proved": done.proved}
        counts |= {"hearing": done.hearing} if repair else {}
        left_out = [{"name": one.difference.change.person.name, "why": one.why} for one in done.lapsed]
        print_json({**counts, "left_out": left_out, "empty": _records(done.empty)})
        return
    words = {"filled": done.filled, "places": done.places}
    if done.proved:
        print_lines([_("{filled} of {places} places are filled. No plan fills more.").format(**words)])
    else:
        print_lines([_("{filled} of {places} places are filled.").format(**words)])
    print_lines([_("Left out, since it doesn’t hold any more: {why}").format(why=one.why) for one in done.lapsed])
    if repair:
        print_lines([plural("{count} person hears of a change.", "{count} people hear of a change.", done.hearing)])
    _explain(done.empty)


def why(
    ctx: typer.Context,
    *,
    event: EventArgument,
    role: Annotated[str | None, typer.Argument(metavar="ROLE", help=_("Only of this role."))] = None,
    start: Annotated[str | None, typer.Argument(metavar="START", help=_("Only of its shift that begins then."))] = None,
    venue: VenueOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    found = services(ctx, club).rosters.why(event, role, start, venue)
    if json:
        print_json(_records(found))
    elif found:
        _explain(found)
    else:
        print_lines([_("No place that is needed is open there.")])


def assign(
    ctx: typer.Context,
    *,
    event: EventArgument,
    person: PersonArgument,
    role: RoleArgument,
    start: StartArgument,
    venue: VenueOption = None,
    pin: Annotated[
        bool, typer.Option("--pin/--no-pin", help=_("Whether filling the roster leaves this person here."))
    ] = True,
    reason: Annotated[str, typer.Option(help=_("Why a rule may be set aside; it is kept."))] = "",
    club: ClubOption = None,
) -> None:
    done = services(ctx, club).rosters.assign(event, person, role, start, venue=venue, pin=pin, reason=reason)
    print_lines([_("Done: {what}.").format(what=done.changes.title)])
    print_lines([_("Mind: {warning}").format(warning=warning) for warning in done.warnings])


def free(
    ctx: typer.Context,
    *,
    event: EventArgument,
    person: PersonArgument,
    role: RoleArgument,
    start: StartArgument,
    venue: VenueOption = None,
    club: ClubOption = None,
) -> None:
    changes = services(ctx, club).rosters.free(event, person, role, start, venue=venue)
    print_lines([_("Done: {what}.").format(what=changes.title)])


def publish(ctx: typer.Context, *, event: EventArgument, club: ClubOption = None) -> None:
    service = services(ctx, club).rosters
    publication = service.publish(event)
    print_lines([_("This is version {number} now.").format(number=publication.number)])
    still_open = service.roster(event).open_count
    if still_open:
        print_lines([plural("{count} place is still open.", "{count} places are still open.", still_open)])


def contact(ctx: typer.Context, *, event: EventArgument, person: PersonArgument, club: ClubOption = None) -> None:
    from clubhub.domain.person_names import NameIndex

    club_services = services(ctx, club)
    chosen = NameIndex(club_services.people.directory().people).find(person)
    meant = club_services.events.find(event)
    club_services.events.set_contact(meant, chosen.id)
    print_lines([_("Helpers call {person} about {event}.").format(person=chosen.name, event=meant.name)])
    if not chosen.phones:
        print_lines([_("Mind: {person} has no phone number in the club.").format(person=chosen.name)])


def _records(found: Sequence["EmptyPlaces"]) -> list[dict[str, Any]]:
    return [
        {"id": str(e.need_id), "name": e.role, "shift": e.shift, "missing": e.missing, "why": e.reasons} for e in found
    ]


def _explain(found: Sequence["EmptyPlaces"]) -> None:
    for short in found:
        reason = " ".join(short.reasons)
        print_paragraph(_("{role}, {when}: {reason}").format(role=short.role, when=short.when, reason=reason))


def _show(progress: "Progress") -> None:
    if sys.stderr.isatty():
        tell(progress.sentence)
