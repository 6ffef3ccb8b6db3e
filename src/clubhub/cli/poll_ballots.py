"""Commands that ask the people of a poll: ballots in a folder, the answer page, calendar invitations."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clubhub.cli.output import print_lines, say_done, tell
from clubhub.cli.polls import PollArgument, commands
from clubhub.cli.session import ClubOption, PaperOption, paper_to_use, services
from clubhub.domain.errors import NotFound
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clubhub.domain.ballots import Asking
    from clubhub.domain.polls import Option
    from clubhub.services.ballot_files import BallotsWritten

FolderOption = Annotated[Path, typer.Option("--out", metavar="DIR", help=_("The folder to write to."))]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="RULE", help=_("Who is asked, if not all whom the poll is for: group: …, person: ….")),
]
MailToOption = Annotated[
    str | None,
    typer.Option("--mail-to", metavar="ADDRESS", help=_("Where answers go by mail; else to the event's contact.")),
]
WhatsAppOption = Annotated[
    str | None,
    typer.Option("--whatsapp", metavar="NUMBER", help=_("Where answers go by WhatsApp or SMS; else to the contact.")),
]


def register(_app: typer.Typer) -> None:
    """Beside the other commands on polls."""
    commands.command("ballots", help=_("Everybody's ballot: plain text, links and a sheet to print."))(write_ballots)
    commands.command("page", help=_("The answer page: one HTML file to put on the club's own pages."))(write_page)
    commands.command("invite", help=_("Ask about one slot by calendar: an invitation (.ics) and a draft each."))(invite)


def write_ballots(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    out: FolderOption,
    to: ToOption = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help=_("Ask this person alone."))] = None,
    page: Annotated[
        str | None,
        typer.Option(
            "--page", metavar="ADDRESS", help=_("Where the answer page lies; else as the window was told; “” for none.")
        ),
    ] = None,
    mail_to: MailToOption = None,
    whatsapp: WhatsAppOption = None,
    renew: Annotated[bool, typer.Option("--renew", help=_("Make the ballots of before void."))] = False,
    paper: PaperOption = None,
    club: ClubOption = None,
) -> None:
    bundle = services(ctx, club)
    service = bundle.ballots
    address = SettingsStore().current.answer_page_of(bundle.clubs.club().name) if page is None else page
    if renew:
        say_done(service.renew_secret(service.id_of(poll)))
    asking = service.ask_named(poll, rule=to, person=person, mail_to=mail_to, phone_to=whatsapp, page=address)
    written = service.write_all(asking, out, paper=paper_to_use(paper))
    count = len(asking.ballots)
    sentence = plural("Wrote {count} ballot to {folder}.", "Wrote {count} ballots to {folder}.", count, folder=out)
    _show(written, [sentence, *_whereto(asking)])
    if not asking.everybody.answer_links:
        tell(_("Give the address with --mail-to ADDRESS or --whatsapp NUMBER."))


def write_page(ctx: typer.Context, *, out: FolderOption, club: ClubOption = None) -> None:
    path = services(ctx, club).ballots.write_page(out)
    print_lines(
        [
            _("Wrote {path}.").format(path=path),
            _("Put it on the club’s own pages, and give its address: poll ballots POLL --page ADDRESS."),
        ]
    )


def invite(
    ctx: typer.Context,
    *,
    poll: PollArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help=_("The slot, by its number on ballots."))],
    out: FolderOption,
    to: ToOption = None,
    person: Annotated[str | None, typer.Option("--person", metavar="NAME", help=_("Ask this person alone."))] = None,
    mail_to: MailToOption = None,
    club: ClubOption = None,
) -> None:
    service = services(ctx, club).ballots
    asking = service.ask_named(poll, rule=to, person=person, mail_to=mail_to)
    with naming_mail_to():
        written = service.write_invitations(asking, _numbered(asking, number).id, out)
    count = len(written.paths) // 2
    _show(
        written,
        [plural("Wrote {count} invitation to {folder}.", "Wrote {count} invitations to {folder}.", count, folder=out)],
    )


@contextmanager
def naming_mail_to() -> "Iterator[None]":
    """Where nobody is known who takes the answers, say which option tells it."""
    from clubhub.services.poll_invitations import NoAddressForAnswers

    try:
        yield
    except NoAddressForAnswers as error:
        sentence = _("Answers from calendars come by mail: say where to with --mail-to ADDRESS. Nothing was written.")
        raise NoAddressForAnswers(sentence) from error


def _numbered(asking: "Asking", number: int) -> "Option":
    options = asking.asked.options
    found = next((option for option in options if option.number == number), None)
    if found is None:
        known = ", ".join(f"{option.number} {option.label}" for option in options[:8])
        raise NotFound(_("The poll has no number {number}. There are: {known}.").format(number=number, known=known))
    return found


def _whereto(asking: "Asking") -> list[str]:
    to = asking.asked.answers_to
    roads = ", ".join(part for part in (to.mail, to.phone) if part)
    who = ", ".join(part for part in (to.name, roads) if part)
    return [_("Answers go to {who}.").format(who=who)] if who else []


def _show(written: "BallotsWritten", sentences: list[str]) -> None:
    print_lines(sentences)
    for note in written.notes:
        tell(note)
