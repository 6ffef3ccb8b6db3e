"""What leaves the club as files: the suffix of the path chooses the format."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import EventId, PollId
from clubhub.domain.papers import Paper
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.domain.rosters import Roster
from clubhub.services.files import make_folder, numbered_paths, write_file
from clubhub.services.lookup import event_of, find_event, find_poll, poll_of
from clubhub.services.people import PeopleService
from clubhub.services.poll_files import result_makers, result_picture
from clubhub.services.poll_outcomes import load_outcome
from clubhub.services.roster_view import load_roster
from clubhub.storage import people
from clubhub.storage.database import Database
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural, some_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """`warnings` are sentences on what could not be shown as it is."""

    path: Path
    warnings: tuple[str, ...] = ()


_Made = tuple[bytes, tuple[str, ...]]


class ExportService:
    """Rosters, people and polls as files that anyone can read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roster(
        self, event_name: str, path: Path, *, layout: RosterLayout = RosterLayout.VENUE, paper: Paper = Paper.A4
    ) -> Exported:
        """The roster as .pdf, .xlsx, .csv, .ics, .html or .txt; `layout` and `paper` are for PDF alone.

        Raises NotFound for the event, InvalidInput for another suffix, EnvironmentProblem if it can't be written.
        """
        with self._database.read() as reader:
            event = find_event(reader, event_name)
        return self.event_file(event.id, path, layout=layout, paper=paper)

    def event_file(
        self, event_id: EventId, path: Path, *, layout: RosterLayout = RosterLayout.VENUE, paper: Paper = Paper.A4
    ) -> Exported:
        """As `roster`, of the event of an id."""
        roster = self._roster(event_id)
        makers: Mapping[str, Callable[[], _Made]] = {
            ".pdf": lambda: _pdf(roster, layout, paper, path),
            ".xlsx": lambda: _xlsx(roster),
            ".csv": lambda: _csv(roster),
            ".ics": lambda: _ics(roster),
            ".html": lambda: _html(roster),
            ".txt": lambda: _text(roster),
        }
        return _write(path, makers)

    def calendars(self, event_name: str, folder: Path) -> list[Path]:
        """A calendar per person with a place, in one folder, which is made if it is missing."""
        with self._database.read() as reader:
            event = find_event(reader, event_name)
        return self.event_calendars(event.id, folder)

    def event_calendars(self, event_id: EventId, folder: Path) -> list[Path]:
        """As `calendars`, of the event of an id."""
        from clubhub.formats.calendars import calendar_files

        roster = self._roster(event_id)
        make_folder(folder)
        written = []
        for name, content in calendar_files(roster):
            write_file(folder / name, content)
            written.append(folder / name)
        return written

    def older_calendars(self, event_name: str, folder: Path, written: Collection[Path]) -> list[Path]:
        """The event's personal calendars of earlier exports that lie beside those just `written`, by name."""
        from clubhub.formats.calendars import is_personal_calendar

        with self._database.read() as reader:
            event = find_event(reader, event_name)
        others = [path for path in sorted(folder.glob("*.ics")) if path not in written and path.is_file()]
        return [path for path in others if is_personal_calendar(path.read_bytes(), event.name)]

    def event_text(self, event_id: EventId) -> str:
        """The roster as plain text for a chat. Raises NotFound if the event is gone."""
        from clubhub.formats.roster_text import roster_text

        return roster_text(self._roster(event_id))

    def event_pages(
        self,
        event_id: EventId,
        *,
        layout: RosterLayout = RosterLayout.VENUE,
        paper: Paper = Paper.A4,
        dots_per_inch: int = 96,
    ) -> list[bytes]:
        """The pages of the PDF as PNG images, to look at or to print. Raises NotFound if the event is gone."""
        from clubhub.services.printing import print_pages

        return print_pages(self._roster(event_id), layout, paper, dots_per_inch=dots_per_inch)

    def _roster(self, event_id: EventId) -> Roster:
        with self._database.read() as reader:
            return load_roster(reader, event_of(reader, event_id))

    def people(self, path: Path) -> Exported:
        """Everybody as .csv or .xlsx, with headings that an import understands."""
        from clubhub.formats.people_out import people_csv, people_xlsx

        directory = PeopleService(self._database).directory()
        listed = (
            directory.people,
            directory.households.values(),
            directory.groups.values(),
            directory.skills.values(),
        )
        return _write(
            path,
            {
                ".csv": lambda: (people_csv(*listed), ()),
                ".xlsx": lambda: (people_xlsx(*listed, made_at=utc_now()), ()),
            },
        )

    def poll(self, name: str, path: Path, *, rule: AnyRule = USUAL_RULE, paper: Paper = Paper.A4) -> Exported:
        """A poll as .csv or .xlsx (its answers, as an import understands them), .pdf, .html, .png or .ics (its result).

        `rule` finds the best of the result, `paper` is for PDF alone. Names are in .pdf, .html and .png only if the
        poll shows them. Raises NotFound or Conflict for the poll, InvalidInput for another suffix or a calendar without
        times, EnvironmentProblem if it can't be written.
        """
        from clubhub.formats.polls_out import poll_csv, poll_xlsx

        with self._database.read() as reader:
            found = load_outcome(reader, find_poll(reader, name), rule)
            listed = people.load_people(reader)
        now, told = utc_now(), (found.poll, found.options, found.answers, listed)
        return _write(
            path,
            {
                ".csv": lambda: (poll_csv(*told), ()),
                ".xlsx": lambda: (poll_xlsx(*told, made_at=now), ()),
                **result_makers(found, now, paper),
            },
        )

    def poll_picture(self, poll_id: PollId, rule: AnyRule = USUAL_RULE) -> bytes:
        """The result as a PNG for a chat. Raises NotFound if the poll is gone."""
        with self._database.read() as reader:
            found = load_outcome(reader, poll_of(reader, poll_id), rule)
        return result_picture(found, utc_now())

    def plan(self, name: str, path: Path) -> Exported:
        """A shift plan as a .toml file to edit. Raises NotFound with the names there are."""
        from clubhub.formats.shift_plans import plan_text

        return _write(path, {".toml": lambda: (plan_text(name), ())})


def _write(path: Path, makers: Mapping[str, Callable[[], _Made]]) -> Exported:
    make = makers.get(path.suffix.casefold())
    if make is None:
        raise InvalidInput(
            _("“{name}” ends in no format that can be written here. Use one of: {suffixes}.").format(
                name=path.name, suffixes=", ".join(makers)
            )
        )
    content, warnings = make()
    write_file(path, content)
    return Exported(path=path, warnings=warnings)


def _pdf(roster: Roster, layout: RosterLayout, paper: Paper, path: Path) -> _Made:
    """What doesn't go into one file is written beside it, numbered from 2 on, and told."""
    from clubhub.services.printing import MOST_STRIPS, print_pdfs

    first, *further = print_pdfs(roster, layout, paper)
    beside = numbered_paths(path, len(further) + 1)[1:]
    for one, made in zip(beside, further, strict=True):
        write_file(one, made.pdf)
    names = [one.name for one in beside]
    warnings = dict.fromkeys(warning for made in (first, *further) for warning in made.warnings)
    sentence = plural(
        "The strips after the first {most} are in {names}.",
        "The strips after the first {most} are in {count} more files: {names}.",
        len(names),
        most=MOST_STRIPS,
        names=some_of(names, 4),
    )
    return first.pdf, (*([sentence] if names else []), *warnings)


def _xlsx(roster: Roster) -> _Made:
    from clubhub.formats.roster_xlsx import roster_xlsx

    return roster_xlsx(roster), ()


def _csv(roster: Roster) -> _Made:
    from clubhub.formats.roster_csv import roster_csv

    return roster_csv(roster), ()


def _ics(roster: Roster) -> _Made:
    from clubhub.formats.calendars import roster_ics

    return roster_ics(roster), ()


def _html(roster: Roster) -> _Made:
    from clubhub.formats.roster_html import roster_html

    return roster_html(roster).encode(), ()


def _text(roster: Roster) -> _Made:
    from clubhub.formats.roster_text import roster_text

    return roster_text(roster).encode(), ()
