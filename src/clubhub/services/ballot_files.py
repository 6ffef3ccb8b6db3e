"""Ballots as files in a folder: texts, links and sheets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from clubhub.domain.ballots import AskedPoll, Asking, Ballot
from clubhub.domain.errors import Cancelled
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.services.files import make_folder, write_file
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural

TEXTS, SHEETS = "texts", "sheets"
"""The folders of what each person gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotsWritten:
    """`notes` are sentences on what could not be shown or done."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


def write_ballots(
    asking: Asking,
    folder: Path,
    paper: Paper,
    *,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> BallotsWritten:
    """Everybody's text and sheet, all links in a table, all sheets in a file; in two folders each person's own."""
    asked, ballots = asking.asked, asking.ballots
    people = [ballot.person for ballot in ballots if ballot.person]
    for made in (folder, folder / TEXTS, folder / SHEETS):
        make_folder(made)
    files: list[tuple[Path, Callable[[], bytes]]] = [
        (folder / "everybody.txt", lambda: _text(asking.everybody)),
        (folder / "everybody.pdf", lambda: _sheet(asked, None, paper)),
        (folder / "links.csv", lambda: _links(ballots)),
        *([(folder / "sheets.pdf", lambda: _sheet(asked, people, paper))] if people else []),
        *_personal_files(asked, ballots, folder, paper),
    ]
    paths: list[Path] = []
    for path, make in files:
        if should_stop and should_stop():
            raise Cancelled(_("Stopped. The files written so far are in {folder}.").format(folder=folder))
        write_file(path, make())
        paths.append(path)
        if on_progress:
            on_progress(len(paths), len(files))
    return BallotsWritten(paths=tuple(paths), notes=tuple(_notes(asked, asking.everybody, ballots)))


def write_sheets(asked: AskedPoll, people: Sequence[Person] | None, path: Path, paper: Paper) -> BallotsWritten:
    """One file with a sheet for each of the people, or with None for everybody."""
    from clubhub.formats.ballots.sheets import ballot_sheets

    made = ballot_sheets(asked, people, paper, printed_at=utc_now())
    write_file(path, made.pdf)
    return BallotsWritten(paths=(path,), notes=made.warnings)


def _personal_files(
    asked: AskedPoll, ballots: Iterable[Ballot], folder: Path, paper: Paper
) -> Iterator[tuple[Path, Callable[[], bytes]]]:
    from clubhub.formats.file_names import file_names

    personal = {ballot.person.id: ballot for ballot in ballots if ballot.person}
    people = [ballot.person for ballot in personal.values() if ballot.person]
    for person_id, name in file_names(people, "").items():
        ballot = personal[person_id]
        yield folder / TEXTS / f"{name}.txt", partial(_text, ballot)
        yield folder / SHEETS / f"{name}.pdf", partial(_sheet, asked, [ballot.person] if ballot.person else None, paper)


def _text(ballot: Ballot) -> bytes:
    return f"{ballot.text}\n".encode()


def _sheet(asked: AskedPoll, people: Sequence[Person] | None, paper: Paper) -> bytes:
    from clubhub.formats.ballots.sheets import ballot_sheets

    return ballot_sheets(asked, people, paper, printed_at=utc_now()).pdf


def _links(ballots: Iterable[Ballot]) -> bytes:
    from clubhub.formats.ballots.link_table import link_table

    return link_table(ballots)


def _notes(asked: AskedPoll, everybody: Ballot, ballots: Iterable[Ballot]) -> Iterator[str]:
    if not everybody.answer_links:
        yield _("Nobody’s address is known for the answers, so there are no links to answer by. Say who takes them.")
    if asked.page and not everybody.page_link:
        yield _("The poll is too long for a link to the answer page: it goes out as numbered lines.")
    unreached = sum(ballot.reader is None for ballot in ballots)
    if unreached:
        yield plural(
            "{count} person can’t be reached: hand the sheet over.",
            "{count} people can’t be reached: hand the sheets over.",
            unreached,
        )
