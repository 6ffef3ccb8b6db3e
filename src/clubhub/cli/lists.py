"""Commands that list what is in the club."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from clubhub.cli.output import print_json, print_table
from clubhub.cli.session import ClubOption, EventOption, JsonOption
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.rosters import Roster, RosterShift

commands = typer.Typer(no_args_is_help=True, help=_("List people, events, shifts, polls or warnings."))


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="list")


@commands.command("people", help=_("Everybody, by family name."))
def list_people(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    directory = ctx.obj.services(club).people.directory()
    records = [
        {
            "id": str(person.id),
            "name": person.name,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "emails": person.emails,
            "phones": person.phones,
            "household": directory.households[person.household_id].name if person.household_id else None,
            "guardian": person.is_guardian,
            "age_band": person.age_band,
            "preferred_channel": person.preferred_channel,
            "groups": [directory.groups[group].name for group in person.groups],
            "skills": [
                {
                    "name": directory.skills[grant.skill_id].name,
                    "expires_on": grant.expires_on.isoformat() if grant.expires_on else None,
                }
                for grant in person.skills
            ],
        }
        for person in directory.people
    ]
    if json:
        print_json(records)
        return
    for record in records:
        record["held"] = [skill["name"] for skill in record["skills"]]
    columns = {
        "name": _("Name"),
        "phones": _("Phone"),
        "emails": _("Mail"),
        "household": _("Household"),
        "held": _("Skills"),
    }
    print_table(records, columns, empty=_("Nobody is in the club yet. Bring people in with: import people FILE."))


@commands.command("events", help=_("Every event with its sessions, the earliest first."))
def list_events(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    records = [_event(roster) for roster in ctx.obj.services(club).events.rosters()]
    if json:
        print_json(records)
        return
    columns = {
        "name": _("Event"),
        "starts_on": _("From"),
        "ends_on": _("To"),
        "shifts": _("Shifts"),
        "filled": _("Filled"),
        "places": _("Places"),
    }
    print_table(records, columns, empty=_("There are no events yet. Bring one in with: import meet FILE."))


@commands.command("shifts", help=_("Every shift with its needs, in order of time."))
def list_shifts(
    ctx: typer.Context, event: EventOption = None, club: ClubOption = None, json: JsonOption = False
) -> None:
    services = ctx.obj.services(club)
    chosen: Sequence[Roster] = [services.rosters.roster(event)] if event else services.events.rosters()
    records = [_shift(roster, shift) for roster in chosen for shift in roster.shifts]
    if json:
        print_json(records)
        return
    for record in records:
        record["when"] = f"{record['starts'].replace('T', ' ')}–{record['ends'][11:]}"
        record["who"] = [f"{need['role']} {need['filled']}/{need['min']}" for need in record["needs"]]
    columns = {"when": _("When"), "venue": _("Where"), "name": _("Shift"), "who": _("Needs")}
    print_table(records, columns, empty=_("There are no shifts yet. Bring some in with: import shifts FILE."))


@commands.command("polls", help=_("Every poll with how many answered."))
def list_polls(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    records = [
        {
            "id": str(view.poll.id),
            "name": view.poll.name,
            "event": view.event.name if view.event else None,
            "options": [option.label for option in view.options],
            "answers": sum(answer.person_id is not None for answer in view.answers),
            "guests": [answer.guest_name for answer in view.answers if answer.person_id is None],
        }
        for view in ctx.obj.services(club).polls.polls()
    ]
    if json:
        print_json(records)
        return
    for record in records:
        record["option_count"] = len(record["options"])
    columns = {
        "name": _("Poll"),
        "event": _("Event"),
        "option_count": _("Options"),
        "answers": _("Answers"),
        "guests": _("Guests"),
    }
    print_table(records, columns, empty=_("There are no polls yet. Take answers in with: import answers FILE."))


@commands.command("warnings", help=_("What a coordinator should look at, the most urgent first."))
def list_warnings(
    ctx: typer.Context, event: EventOption = None, club: ClubOption = None, json: JsonOption = False
) -> None:
    records = [
        {
            "id": str(notice.need_id or notice.shift_id or (notice.person_ids or (notice.event_id,))[0] or ""),
            "name": notice.sentence,
            "kind": str(notice.kind),
            "severity": str(notice.severity),
            "people": [str(person_id) for person_id in notice.person_ids],
        }
        for notice in ctx.obj.services(club).rosters.notices(event)
    ]
    if json:
        print_json(records)
    else:
        columns = {"severity": _("How urgent"), "name": _("What")}
        print_table(records, columns, empty=_("Nothing needs your attention."))


def _event(roster: "Roster") -> dict[str, Any]:
    required = [entry.place for entry in roster.entries() if entry.place.is_required]
    return {
        "id": str(roster.event.id),
        "name": roster.event.name,
        "starts_on": roster.event.starts_on.isoformat(),
        "ends_on": roster.event.ends_on.isoformat(),
        "time_zone": roster.event.time_zone,
        "city": roster.event.city,
        "lanes": roster.event.lanes,
        "shifts": len(roster.shifts),
        "places": len(required),
        "filled": sum(place.person is not None for place in required),
        "version": roster.publication.number if roster.publication else None,
        "estimates": roster.event.estimates,
        "sessions": [
            {
                "id": str(session.id),
                "number": session.number,
                "name": session.name,
                "warm_up": session.warm_up and session.warm_up.isoformat(timespec="minutes"),
                "officials_meeting": session.officials_meeting
                and session.officials_meeting.isoformat(timespec="minutes"),
                "starts": session.starts.isoformat(timespec="minutes"),
                "ends": session.ends.isoformat(timespec="minutes"),
                "ends_is_estimated": session.ends_is_estimated,
            }
            for session in roster.sessions
        ],
    }


def _shift(roster: "Roster", shift: "RosterShift") -> dict[str, Any]:
    return {
        "id": str(shift.shift.id),
        "name": shift.shift.name,
        "event": roster.event.name,
        "session": shift.session.name if shift.session else None,
        "venue": shift.venue.name if shift.venue else None,
        "starts": shift.shift.starts.isoformat(timespec="minutes"),
        "ends": shift.shift.ends.isoformat(timespec="minutes"),
        "time_zone": roster.event.time_zone,
        "needs": [
            {
                "id": str(need.need.id),
                "role": need.role.name,
                "min": need.need.min_count,
                "max": need.need.max_count,
                "filled": sum(place.person is not None for place in need.places),
                "people": [place.person.name for place in need.places if place.person],
            }
            for need in shift.needs
        ],
    }
