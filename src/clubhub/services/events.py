"""Events: the list, and bringing programmes in from files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.drafts import EventDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.event_diff import EventDiff, compare
from clubhub.domain.events import Event
from clubhub.domain.ids import PersonId, ShiftId
from clubhub.domain.rosters import Roster
from clubhub.services import reading
from clubhub.services.event_drafts import draft_of
from clubhub.services.event_writer import EventWriter
from clubhub.services.lookup import exactly_named, find_event
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeImport:
    """What bringing in a programme did, or would do (`changes` is empty then).

    `diff` compares with the event as it was; None for a new event. `left_alone` are the names of published shifts
    that the file would change.
    """

    event_name: str
    draft: EventDraft
    diff: EventDiff | None
    left_alone: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`event` names the event to make or update (None: as the file calls it). `lanes` and `zone` go before the file's.

    `accept` lets published shifts be changed too.
    """

    event: str | None = None
    plan: str | None = None
    lanes: int | None = None
    zone: str | None = None
    dry_run: bool = False
    accept: bool = False


class EventService:
    """The club's events and their programmes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rosters(self) -> list[Roster]:
        """Every event with all of its shifts, the earliest first."""
        with self._database.read() as reader:
            return [load_roster(reader, event) for event in events.load_events(reader)]

    def find(self, name: str) -> Event:
        """The event of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_event(reader, name)

    def set_contact(self, event: Event, person_id: PersonId) -> Changes:
        """Choose whom helpers call. Raises Conflict if the event was changed meanwhile."""
        with self._database.write(_("choose the contact of {event}").format(event=event.name)) as work:
            events.save_event(work, replace(event, contact_id=person_id))
        return work.changes

    def import_meet(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """A Lenex file becomes an event with shifts by a shift plan; an event of that name is brought in line."""
        from clubhub.domain.plan_shifts import draft_event
        from clubhub.formats.shift_plans import READY_PLAN, find_plan

        plan = find_plan(options.plan or READY_PLAN)
        meet = reading.read_meet(path)
        return self._settle(
            "meet:",
            options,
            lambda zone: draft_event(meet, plan, lanes=options.lanes, zone=options.zone, club_zone=zone),
        )

    def import_schedule(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """A frab or pretalx schedule becomes an event, a shift per entry; an event of that name is brought in line."""
        return self._settle(
            "schedule:", options, lambda zone: reading.read_schedule(path, zone=options.zone, club_zone=zone)
        )

    def import_shifts(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """Shifts of a spreadsheet are added to an event, or make it. Raises InvalidInput with a reason per bad row."""
        from clubhub.formats.shift_tables import draft_from_table

        table = reading.read_table(path)
        name = options.event or path.stem
        return self._settle(
            "table:",
            replace(options, event=name),
            lambda zone: draft_from_table(table, event_name=name, zone=options.zone, club_zone=zone),
        )

    def _settle(self, source: str, options: ImportOptions, make_draft: Callable[[str], EventDraft]) -> ProgrammeImport:
        """Compare first, then write; `make_draft` is given the zone to take where the file has none."""
        with self._database.read() as reader:
            draft = _named(make_draft(_zone(reader, options)), source, options)
            outcome = _compared(reader, draft, source, options)
        if not draft.shifts:
            raise InvalidInput(_("No shift was found in the file, so nothing was changed."))
        if options.dry_run:
            return outcome
        with self._database.write(_("bring in the programme of {event}").format(event=draft.name)) as work:
            outcome = _compared(work, draft, source, options)
            _write(work, draft, source, options)
        return replace(outcome, changes=work.changes)


def _zone(reader: Reader, options: ImportOptions) -> str:
    """Where the file gives none: the zone of the event that it updates, else the club's."""
    event = exactly_named(events.load_events(reader), options.event) if options.event else None
    return event.time_zone if event else clubs.load_club(reader).time_zone


def _named(draft: EventDraft, source: str, options: ImportOptions) -> EventDraft:
    """Under the wanted name, and with keys that tell which kind of file a shift came from."""
    shifts = tuple(replace(shift, key=source + shift.key) for shift in draft.shifts)
    return replace(draft, name=(options.event or draft.name).strip(), shifts=shifts)


def _write(work: UnitOfWork, draft: EventDraft, source: str, options: ImportOptions) -> None:
    event = exactly_named(events.load_events(work), draft.name)
    if event is None:
        EventWriter(work).add(draft)
        return
    frozen = set() if options.accept else _published(load_roster(work, event))
    EventWriter(work).update(event, draft, source=source, frozen=frozen)


def _compared(reader: Reader, draft: EventDraft, source: str, options: ImportOptions) -> ProgrammeImport:
    event = exactly_named(events.load_events(reader), draft.name)
    if event is None:
        return ProgrammeImport(event_name=draft.name, draft=draft, diff=None, left_alone=(), changes=Changes())
    roster = load_roster(reader, event)
    diff = compare(draft_of(roster, source), draft)
    published = set() if options.accept else _published(roster)
    names = {s.shift.source_key: s.shift.name for s in roster.shifts if s.shift.id in published}
    left_alone = tuple(names[key] for key in diff.touched_keys if key in names)
    return ProgrammeImport(event_name=event.name, draft=draft, diff=diff, left_alone=left_alone, changes=Changes())


def _published(roster: Roster) -> set[ShiftId]:
    """The shifts of the newest version that was given out."""
    return {shift.shift_id for shift in roster.publication.shifts} if roster.publication else set()
