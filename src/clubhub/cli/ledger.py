"""Commands on the ledger: what households owe and have done."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.output import Record, print_json, print_lines, print_table, say_done
from clubhub.cli.rules import hours_or
from clubhub.cli.session import ClubOption, JsonOption, services
from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.ids import LedgerEntryId
from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.ledger import HouseholdBalance, LedgerEntry, Turn

commands = typer.Typer(no_args_is_help=True, help=_("What households owe in a season and have done."))

DayOption = Annotated[
    str | None, typer.Option(metavar="DAY", help=_("The day, or one of the season meant: 2027-06-12; else today."))
]


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="ledger")


@commands.command("show", help=_("Every household's hours in a season, or all that one household has done."))
def show(
    ctx: typer.Context,
    *,
    household: Annotated[str | None, typer.Argument(metavar="HOUSEHOLD", help=_("Only this one."))] = None,
    on: DayOption = None,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    service = services(ctx, club).ledger
    book = service.ledger(_day(on))
    pages = [service.page(household, _day(on))] if household else list(book.balances)
    records = [_record(page) for page in pages]
    if json:
        print_json({"season": book.season.name, "households": records})
        return
    shown = [{**record, **_hours(page)} for record, page in zip(records, pages, strict=True)]
    columns = {
        "name": _("Household"),
        "duty": _("Owes"),
        "served": _("On shifts"),
        "entered": _("Entered"),
        "balance": _("Balance"),
        "planned": _("Planned"),
    }
    print_lines([_("Season {name}").format(name=book.season.name)])
    nothing = _("Nobody is in the club yet. Bring people in with: import people FILE.")
    print_table(shown, columns, empty=nothing, below=_details if household else _nothing)


@commands.command("enter", help=_("Write down work that no roster knows of: baked cakes, 2 h."))
def enter(
    ctx: typer.Context,
    *,
    household: Annotated[str, typer.Argument(metavar="HOUSEHOLD", help=_("By its name or one of its people."))],
    hours: Annotated[str, typer.Argument(metavar="HOURS", help=_("Like 2, 1.5 or 1:30."))],
    note: Annotated[str, typer.Argument(metavar="NOTE", help=_("What was done."))],
    on: DayOption = None,
    take_back: Annotated[bool, typer.Option(help=_("Take the hours away instead."))] = False,
    club: ClubOption = None,
) -> None:
    from clubhub.services.written_hours import written_minutes

    service = services(ctx, club).ledger
    minutes = written_minutes(hours)
    done = service.enter(service.page(household).key, -minutes if take_back else minutes, note, _day(on))
    say_done(done.changes)


@commands.command("remove", help=_("Take an entry away; “ledger show HOUSEHOLD --json” tells its id."))
def remove(
    ctx: typer.Context,
    *,
    entry: Annotated[str, typer.Argument(metavar="ID", help=_("The entry's id."))],
    club: ClubOption = None,
) -> None:
    service = services(ctx, club).ledger
    changes = service.remove([LedgerEntryId(int(entry))]) if entry.isdecimal() else None
    if not changes:
        raise NotFound(_("There is no entry with this id. Nothing was changed."))
    say_done(changes)


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InvalidInput(_("“{text}” is no day. Write it like 2027-06-12.").format(text=written)) from error


def _record(page: "HouseholdBalance") -> dict[str, Any]:
    return {
        "id": str(page.key),
        "name": page.name,
        "people": [person.name for person in page.members],
        "duty_minutes": page.duty_minutes,
        "served_minutes": page.served_minutes,
        "entered_minutes": page.entered_minutes,
        "planned_minutes": page.planned_minutes,
        "balance_minutes": page.balance_minutes,
        "turns": [_turn_record(page, turn) for turn in page.turns],
        "entries": [_entry_record(entry) for entry in page.entries],
    }


def _turn_record(page: "HouseholdBalance", turn: "Turn") -> dict[str, Any]:
    return {
        "person": next((one.name for one in page.members if one.id == turn.person_id), ""),
        "event": turn.event_name,
        "role": turn.role_name,
        "starts": turn.starts.isoformat(timespec="minutes"),
        "minutes": turn.minutes,
        "done": turn.is_done,
    }


def _entry_record(entry: "LedgerEntry") -> dict[str, Any]:
    return {"id": str(entry.id), "day": entry.done_on.isoformat(), "minutes": entry.minutes, "note": entry.note}


def _hours(page: "HouseholdBalance") -> dict[str, str]:
    return {
        "duty": hours_or(page.duty_minutes, "–"),
        "served": hours_or(page.served_minutes, ""),
        "entered": hours_or(page.entered_minutes, ""),
        "balance": hours_or(page.balance_minutes, "–"),
        "planned": hours_or(page.planned_minutes, ""),
    }


def _nothing(_record: Record) -> list[str]:
    return []


def _details(record: Record) -> list[str]:
    """What the hours are made of, by day."""
    turns = [
        (turn["starts"].replace("T", " "), turn["minutes"], f"{turn['person']}, {turn['role']}, {turn['event']}")
        for turn in record["turns"]
    ]
    entries = [(entry["day"], entry["minutes"], entry["note"]) for entry in record["entries"]]
    return [f"  {when}  {hours_or(minutes, '')}  {what}" for when, minutes, what in sorted(turns + entries)]
