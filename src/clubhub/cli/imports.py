"""Commands that bring things in: people, shifts, meets, schedules and answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from clubhub.cli.output import print_json, print_lines, say_dry_run
from clubhub.cli.people_imports import show_people_import
from clubhub.cli.programmes import show_programme
from clubhub.cli.records import column_record
from clubhub.cli.session import ClubOption, EventOption, JsonOption, services
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.services.answer_columns import ColumnTaken
    from clubhub.services.answers_import import AnswersImport
    from clubhub.services.events import ImportOptions

PathArgument = Annotated[Path, typer.Argument(metavar="PATH", help=_("The file to bring in."))]
AnswersArgument = Annotated[
    Path, typer.Argument(metavar="PATH", help=_("The file to bring in, or - for standard input."))
]
UnsignedOption = Annotated[
    bool, typer.Option("--unsigned", help=_("Count words without a code too, if they and their sender are clear."))
]
PollOption = Annotated[str | None, typer.Option("--poll", metavar="NAME", help=_("The poll, by its name."))]
PlanOption = Annotated[
    str | None, typer.Option("--plan", metavar="NAME", help=_("The shift plan: a name, or a .toml file."))
]
LanesOption = Annotated[int | None, typer.Option("--lanes", min=1, max=20, help=_("How many lanes the pool has."))]
ZoneOption = Annotated[str | None, typer.Option("--time-zone", metavar="ZONE", help=_("The event's time zone."))]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=_("Show what would happen, and change nothing."))]
AcceptOption = Annotated[bool, typer.Option("--accept", help=_("Change shifts too that are published already."))]

commands = typer.Typer(no_args_is_help=True, help=_("Bring in people, shifts, a meet, a schedule or answers."))


def register(app: typer.Typer) -> None:
    app.add_typer(commands, name="import")


@commands.command("people", help=_("Bring in people from CSV, XLSX, XLS or ODS: all of them, or none."))
def import_people(
    ctx: typer.Context,
    *,
    path: PathArgument,
    dry_run: DryRunOption = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    done = services(ctx, club).people.import_file(path, dry_run=dry_run)
    show_people_import(done, dry_run=dry_run, json=json)


@commands.command("meet", help=_("Bring in a swimming meet (Lenex .lef or .lxf) as an event with shifts."))
def import_meet(
    ctx: typer.Context,
    *,
    path: PathArgument,
    event: EventOption = None,
    plan: PlanOption = None,
    lanes: LanesOption = None,
    time_zone: ZoneOption = None,
    dry_run: DryRunOption = False,
    accept: AcceptOption = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    options = _options(event=event, plan=plan, lanes=lanes, zone=time_zone, dry_run=dry_run, accept=accept)
    show_programme(services(ctx, club).events.import_meet(path, options), dry_run=dry_run, json=json)


@commands.command("schedule", help=_("Bring in a frab or pretalx schedule (XML or JSON), a shift per entry."))
def import_schedule(
    ctx: typer.Context,
    *,
    path: PathArgument,
    event: EventOption = None,
    time_zone: ZoneOption = None,
    dry_run: DryRunOption = False,
    accept: AcceptOption = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    options = _options(event=event, zone=time_zone, dry_run=dry_run, accept=accept)
    show_programme(services(ctx, club).events.import_schedule(path, options), dry_run=dry_run, json=json)


@commands.command("shifts", help=_("Bring in shifts from CSV, XLSX, XLS or ODS."))
def import_shifts(
    ctx: typer.Context,
    *,
    path: PathArgument,
    event: EventOption = None,
    time_zone: ZoneOption = None,
    dry_run: DryRunOption = False,
    accept: AcceptOption = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    options = _options(event=event, zone=time_zone, dry_run=dry_run, accept=accept)
    show_programme(services(ctx, club).events.import_shifts(path, options), dry_run=dry_run, json=json)


@commands.command(
    "answers",
    help=_(
        "Take in answers to a poll: a table (CSV, XLSX, XLS, ODS), or words as they came (a chat, mails, calendar "
        "replies, text; - reads standard input). Of words only what is signed and clear is counted."
    ),
)
def import_answers(
    ctx: typer.Context,
    *,
    path: AnswersArgument,
    event: EventOption = None,
    poll: PollOption = None,
    unsigned: UnsignedOption = False,
    dry_run: DryRunOption = False,
    club: ClubOption = None,
    json: JsonOption = False,
) -> None:
    from clubhub.cli.replies import file_of, naming_poll, take_in

    club_services = services(ctx, club)
    with file_of(path) as file:
        incoming = club_services.answers_in.read_file(file)
        if incoming is not None:
            with naming_poll():
                review = club_services.answers_in.review([incoming], club_services.answers_in.poll_meant(poll, event))
            take_in(club_services, review, with_unsigned=unsigned, dry_run=dry_run, json=json)
            return
        if not event and not poll:
            raise typer.BadParameter(
                _("Say which answers these are: --event NAME or --poll NAME."), param_hint="--poll"
            )
        done = club_services.polls.import_answers(file, event=event, poll=poll, dry_run=dry_run)
    show_answers_import(done, dry_run=dry_run, json=json)


def show_answers_import(done: "AnswersImport", *, dry_run: bool, json: bool) -> None:
    """A table's answers: how its columns were taken, how many answers, whether the poll is new, who is a guest."""
    if json:
        counts = {"answers": done.answers, "replaced": done.replaced, "guests": done.guests}
        options = [column_record(column) for column in done.columns]
        about = {"options": options, "uncovered": done.uncovered, "notes": done.notes, "new_poll": done.is_new_poll}
        print_json({"poll": done.poll_name, **counts, **_verdicts(done), **about, "dry_run": dry_run})
        return
    print_lines(done.notes)
    if done.is_new_poll:
        told = _("There was no poll called “{poll}”, so a new one is made from the columns.")
        print_lines([told.format(poll=done.poll_name)])
    print_lines([_column(column, is_new_poll=done.is_new_poll) for column in done.columns])
    answers = plural("{count} answer to “{poll}”", "{count} answers to “{poll}”", done.answers, poll=done.poll_name)
    replaced = plural("{count} of them in place of an earlier one", "{count} in place of earlier ones", done.replaced)
    print_lines([_("{answers}, {replaced}.").format(answers=answers, replaced=replaced)])
    verdicts = _verdicts(done)
    sums = _("Sure: {sure}. Unsure, kept as guests: {unsure}. Refused: {refused}.")
    print_lines([sums.format(**{verdict: len(rows) for verdict, rows in verdicts.items()})])
    if done.guests:
        print_lines([_("Guests, who match nobody in the club: {names}.").format(names=", ".join(done.guests))])
    print_lines(done.uncovered)
    say_dry_run(dry_run=dry_run)


def _verdicts(done: "AnswersImport") -> dict[str, list[dict[str, Any]]]:
    """Rows of people of the club are sure, those of guests are not; a table with a refused row isn't taken at all."""
    rows: dict[str, list[dict[str, Any]]] = {"sure": [], "unsure": [], "refused": []}
    for name in done.names:
        record = {"row": name.row, "name": name.name or name.written, "replaces": name.replaces}
        rows["sure" if name.name else "unsure"].append(record)
    return rows


def _column(column: "ColumnTaken", *, is_new_poll: bool) -> str:
    words = {"heading": column.heading, "when": column.when or _("a choice")}
    if column.is_added and not is_new_poll:
        return _("“{heading}”: {when}, added to the poll").format(**words)
    return _("“{heading}”: {when}").format(**words)


def _options(**chosen: Any) -> "ImportOptions":  # noqa: ANN401  the fields of ImportOptions
    from clubhub.services.events import ImportOptions

    return ImportOptions(**chosen)
