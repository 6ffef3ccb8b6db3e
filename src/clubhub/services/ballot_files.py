"""Ballots as files in a folder: texts, links and sheets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from clubhub.domain.ballots import AskedPoll, Asking, Ballot
from clubhub.domain.errors import Cancelled
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.services.ballot_sheets import MOST_SHEETS, further_note, set_in_parts, sheet_paths
from clubhub.services.files import make_folder, write_file
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural, some_of

if TYPE_CHECKING:
    from clubhub.formats.ballots.sheets_job import SheetsMade

TEXTS, SHEETS = "texts", "sheets"
"""The folders of what each person gets."""

MOST_NAMED = 6
"""In a sentence on those who can't be reached."""


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
    """Everybody's text and sheet, all links in a table, all sheets in a file; in two folders each person's own.

    More than MOST_SHEETS people's sheets are several files, and no sheet is alone then.
    """
    people = _people(asking)
    sheets = sheet_paths(folder / "sheets.pdf", len(people))
    has_own = len(people) <= MOST_SHEETS
    for made in (folder, folder / TEXTS, *([folder / SHEETS] if has_own else [])):
        make_folder(made)
    total = 3 + len(sheets) + len(people) * (1 + has_own)
    warnings: list[str] = []
    parts = set_in_parts(asking.asked, people, paper, is_each_alone=has_own, should_stop=should_stop)
    files = chain(
        _for_everybody(asking, folder, paper),
        _for_each(asking, folder, zip(sheets, parts, strict=True), warnings),
    )
    paths = _write(files, folder, total, on_progress, should_stop)
    notes = (*_notes(asking), further_note(sheets), "" if has_own else _none_alone(), *warnings)
    return BallotsWritten(paths=paths, notes=tuple(dict.fromkeys(note for note in notes if note)))


def write_sheets(
    asked: AskedPoll,
    people: Sequence[Person] | None,
    path: Path,
    paper: Paper,
    *,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> BallotsWritten:
    """A sheet for each of the people, or with None one for everybody; a file for each MOST_SHEETS."""
    if people is None:
        content, told = _sheet_for_everybody(asked, paper)
        write_file(path, content)
        return BallotsWritten(paths=(path,), notes=told)
    paths, warnings = sheet_paths(path, len(people)), list[str]()
    parts = set_in_parts(asked, people, paper, should_stop=should_stop)
    files = ((one, _noting(made, warnings).pdf) for one, made in zip(paths, parts, strict=True))
    written = _write(files, path.parent, len(paths), on_progress, should_stop)
    notes = (further_note(paths), *warnings)
    return BallotsWritten(paths=written, notes=tuple(dict.fromkeys(note for note in notes if note)))


def _write(
    files: Iterable[tuple[Path, bytes]],
    folder: Path,
    total: int,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> tuple[Path, ...]:
    """Each as soon as it is made. Raises Cancelled, with what is there by then."""
    paths: list[Path] = []
    stopped = _("Stopped. The files written so far are in {folder}.").format(folder=folder)
    try:
        for path, content in _until_stopped(files, should_stop):
            write_file(path, content)
            paths.append(path)
            if on_progress:
                on_progress(len(paths), total)
    except Cancelled as stop:
        raise Cancelled(stopped) from stop
    return tuple(paths)


def _until_stopped(
    files: Iterable[tuple[Path, bytes]], should_stop: Callable[[], bool] | None
) -> Iterator[tuple[Path, bytes]]:
    for file in files:
        if should_stop and should_stop():
            raise Cancelled
        yield file


def _for_everybody(asking: Asking, folder: Path, paper: Paper) -> Iterator[tuple[Path, bytes]]:
    yield folder / "everybody.txt", _text(asking.everybody)
    yield folder / "everybody.pdf", _sheet_for_everybody(asking.asked, paper)[0]
    yield folder / "links.csv", _links(asking.ballots)


def _for_each(
    asking: Asking, folder: Path, sheets: Iterable[tuple[Path, "SheetsMade"]], warnings: list[str]
) -> Iterator[tuple[Path, bytes]]:
    """All sheets, then each person's own text and sheet; what a sheet can't show goes to the warnings."""
    from clubhub.formats.file_names import file_names

    alone: list[bytes] = []
    for path, made in sheets:
        alone += _noting(made, warnings).alone
        yield path, made.pdf
    people = _people(asking)
    names = file_names(people, "")
    texts = {ballot.person.id: ballot for ballot in asking.ballots if ballot.person}
    for at, person in enumerate(people):
        yield folder / TEXTS / f"{names[person.id]}.txt", _text(texts[person.id])
        if alone:
            yield folder / SHEETS / f"{names[person.id]}.pdf", alone[at]


def _people(asking: Asking) -> list[Person]:
    return [ballot.person for ballot in asking.ballots if ballot.person]


def _noting(made: "SheetsMade", warnings: list[str]) -> "SheetsMade":
    warnings += made.warnings
    return made


def _text(ballot: Ballot) -> bytes:
    return f"{ballot.text}\n".encode()


def _sheet_for_everybody(asked: AskedPoll, paper: Paper) -> tuple[bytes, tuple[str, ...]]:
    from clubhub.formats.ballots.sheets import ballot_sheets

    made = ballot_sheets(asked, None, paper, printed_at=utc_now())
    return made.pdf, made.warnings


def _links(ballots: Iterable[Ballot]) -> bytes:
    from clubhub.formats.ballots.link_table import link_table

    return link_table(ballots)


def _notes(asking: Asking) -> Iterator[str]:
    asked, everybody = asking.asked, asking.everybody
    if not everybody.answer_links:
        yield _("Nobody’s address is known for the answers, so there are no links to answer by. Say who takes them.")
    if asked.page and not everybody.page_link:
        yield _("The poll is too long for a link to the answer page: it goes out as numbered lines.")
    unreached = [ballot.person.name for ballot in asking.ballots if ballot.person and ballot.reader is None]
    if unreached:
        yield plural(
            "{names} can’t be reached: hand the sheet over.",
            "{count} people can’t be reached: {names}. Hand the sheets over.",
            len(unreached),
            names=some_of(unreached, MOST_NAMED),
        )


def _none_alone() -> str:
    return _(
        "More than {most} people are asked, so nobody’s sheet is a file of its own: ask somebody alone to get theirs."
    ).format(most=MOST_SHEETS)
