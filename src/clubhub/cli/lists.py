"""Commands that list what is in the club."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import typer

from clubhub.cli.output import NO_BREAK, Record, print_json, print_lines, print_paragraph, print_table
from clubhub.cli.records import event_record, person_record, poll_record, shift_record
from clubhub.cli.session import ClubOption, EventOption, JsonOption, services
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.rosters import Roster

commands = typer.Typer(no_args_is_help=True, help=_("List people, events, shifts, polls or warnings."))


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="list")


@commands.command("people", help=_("Everybody, by family name."))
def list_people(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    overview = services(ctx, club).people.overview()
    records = [person_record(person, overview.directory) for person in overview.directory.people]
    if json:
        print_json(records)
        return
    for record in records:
        record["held"] = [_held(skill, overview.today) for skill in record["skills"]]
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
    records = [event_record(roster) for roster in services(ctx, club).events.rosters()]
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
    nothing = _("There are no events yet. Bring one in with: import meet FILE.")
    print_table(records, columns, empty=nothing, below=_sessions)


@commands.command("shifts", help=_("Every shift with its needs, in order of time."))
def list_shifts(
    ctx: typer.Context, event: EventOption = None, club: ClubOption = None, json: JsonOption = False
) -> None:
    club_services = services(ctx, club)
    chosen: Sequence[Roster] = [club_services.rosters.roster(event)] if event else club_services.events.rosters()
    records = [shift_record(roster, shift) for roster in chosen for shift in roster.shifts]
    if json:
        print_json(records)
        return
    if not records:
        print_lines([_("There are no shifts yet. Bring some in with: import shifts FILE.")])
    events: set[str] = set()
    for record in records:
        if len(chosen) > 1 and record["event"] not in events:
            print_lines([record["event"]])
        events.add(record["event"])
        _print_shift(record)


@commands.command("polls", help=_("Every poll with how many answered."))
def list_polls(ctx: typer.Context, *, club: ClubOption = None, json: JsonOption = False) -> None:
    records = [poll_record(view) for view in services(ctx, club).polls.polls()]
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
        for notice in services(ctx, club).rosters.notices(event)
    ]
    if json:
        print_json(records)
    else:
        columns = {"severity": _("How urgent"), "name": _("What")}
        print_table(records, columns, empty=_("Nothing needs your attention."))


def _held(skill: Record, today: date) -> str:
    """Like "First aid (to 2027-05-31)"; what has lapsed says so."""
    if skill["expires_on"] is None:
        return str(skill["name"])
    has_lapsed = skill["expires_on"] < today.isoformat()
    words = _("{skill} (lapsed {day})") if has_lapsed else _("{skill} (to {day})")
    return words.format(skill=skill["name"], day=skill["expires_on"])


def _sessions(event: Record) -> list[str]:
    return [f"  {_session(session)}" for session in event["sessions"]]


def _session(session: Record) -> str:
    hours = f"{session['starts'].replace('T', ' ')}–{session['ends'][11:]}"
    parts = [
        _("{hours} (estimated)").format(hours=hours) if session["ends_is_estimated"] else hours,
        _("warm-up {time}").format(time=session["warm_up"][11:]) if session["warm_up"] else "",
        _("officials {time}").format(time=session["officials_meeting"][11:]) if session["officials_meeting"] else "",
    ]
    name = session["name"] or _("Session {number}").format(number=session["number"])
    return _("{session}: {times}").format(session=name, times=", ".join(filter(None, parts)))


def _print_shift(record: Record) -> None:
    """The shift in a line, below it each role with who is there."""
    when = f"{record['starts'].replace('T', ' ')}–{record['ends'][11:]}"
    print_lines(["  ".join(filter(None, (when, record["venue"], record["name"])))])
    for need in record["needs"]:
        count = f"{need['role']} {need['filled']}/{need['min']}"
        names = ", ".join(name.replace(" ", NO_BREAK) for name in need["people"])
        print_paragraph(f"{count}: {names}" if names else count, indent="    ")
