"""Events: the list, and bringing programmes in from files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.draft_checks import zone_and_estimate
from clubhub.domain.drafts import EventDraft
from clubhub.domain.errors import InvalidInput, NotFound, preview_is_old
from clubhub.domain.events import Event, Session
from clubhub.domain.file_kinds import MEET_SUFFIXES, SCHEDULE_SUFFIXES
from clubhub.domain.ids import EventId, PersonId, SessionId, ShiftId
from clubhub.domain.plain_names import plain_name, title_of
from clubhub.domain.rosters import Roster, RosterShift
from clubhub.services import reading
from clubhub.services.event_views import EventLine, EventView, event_lines, event_view
from clubhub.services.lookup import event_of, find_event
from clubhub.services.programme_import import ProgrammeImport, ProgrammeImporter, keyed
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events
from clubhub.storage.database import Database
from clubhub.support.texts import _

_DraftMaker = Callable[[str | None, str], EventDraft]
"""Takes the zone to read the times in (None: the file's own), and the club's, for a file that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """`event` names the event to make or update (None: as the file calls it). `lanes` and `zone` go before the file's.

    An event that is in the club keeps its zone: without `zone` the file is read in it. `accept` lets published shifts
    be changed too. `seen` is the dry run that a person agreed to: if something else would be done now, Conflict is
    raised instead.
    """

    event: str | None = None
    plan: str | None = None
    lanes: int | None = None
    zone: str | None = None
    dry_run: bool = False
    accept: bool = False
    seen: ProgrammeImport | None = None


class EventService:
    """The club's events and their programmes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rosters(self) -> list[Roster]:
        """Every event with all of its shifts, the earliest first."""
        with self._database.read() as reader:
            return [load_roster(reader, event) for event in events.load_events(reader)]

    def lines(self) -> list[EventLine]:
        """Every event with its coverage and version, the earliest first."""
        with self._database.read() as reader:
            return event_lines(reader)

    def view(self, event_id: EventId) -> EventView:
        """One event with its roster and what isn't published. Raises NotFound if it is gone."""
        with self._database.read() as reader:
            return event_view(reader, event_of(reader, event_id))

    def event(self, event_id: EventId) -> Event:
        """An event alone. Raises NotFound if it is gone."""
        with self._database.read() as reader:
            return event_of(reader, event_id)

    def session(self, event_id: EventId, session_id: SessionId) -> Session:
        """A session as it is now. Raises NotFound if it or its event is gone."""
        found = next((one for one in self.view(event_id).roster.sessions if one.id == session_id), None)
        if found is None:
            raise NotFound(_("This session is no longer in the club."))
        return found

    def shift(self, event_id: EventId, shift_id: ShiftId) -> RosterShift:
        """A shift as it is now, with who is on it. Raises NotFound if it or its event is gone."""
        found = next((one for one in self.view(event_id).roster.shifts if one.shift.id == shift_id), None)
        if found is None:
            raise NotFound(_("This shift is no longer in the club."))
        return found

    def find(self, name: str) -> Event:
        """The event of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_event(reader, name)

    def set_contact(self, event: Event, person_id: PersonId) -> Changes:
        """Choose whom helpers call. Raises Conflict if the event was changed meanwhile."""
        with self._database.write(_("choose the contact of {event}").format(event=event.name)) as work:
            events.save_event(work, replace(event, contact_id=person_id))
        return work.changes

    def bring_in(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """Take a file by its suffix: a meet (.lef, .lxf), a schedule (.xml, .json), else a sheet of shifts."""
        suffix = path.suffix.casefold()
        if suffix in MEET_SUFFIXES:
            return self.import_meet(path, options)
        if suffix in SCHEDULE_SUFFIXES:
            return self.import_schedule(path, options)
        return self.import_shifts(path, options)

    def plans(self) -> list[str]:
        """The names of the shift plans that a meet can be brought in by, the ready one first."""
        from clubhub.formats.shift_plans import READY_PLAN, plan_names

        return sorted(plan_names(), key=lambda name: (name != READY_PLAN, name))

    def import_meet(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """A Lenex file becomes an event with shifts by a shift plan; an event of that name is brought in line."""
        from clubhub.domain.plan_shifts import draft_event
        from clubhub.formats.shift_plans import READY_PLAN, find_plan

        plan = find_plan(options.plan or READY_PLAN)
        meet = reading.read_meet(path)
        return self._settle(
            "meet:",
            options,
            lambda zone, club_zone: draft_event(meet, plan, lanes=options.lanes, zone=zone, club_zone=club_zone),
        )

    def import_schedule(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """A frab or pretalx schedule becomes an event, a shift per entry; an event of that name is brought in line."""
        return self._settle(
            "schedule:",
            options,
            lambda zone, club_zone: reading.read_schedule(path, zone=zone, club_zone=club_zone),
        )

    def import_shifts(self, path: Path, options: ImportOptions) -> ProgrammeImport:
        """Shifts of a spreadsheet are added to an event, or make it. Raises InvalidInput with a reason per bad row."""
        from clubhub.formats.shift_tables import draft_from_table

        table = reading.read_table(path)
        return self._settle(
            "table:",
            options,
            lambda zone, club_zone: draft_from_table(table, event_name=path.stem, zone=zone, club_zone=club_zone),
        )

    def _settle(self, source: str, options: ImportOptions, make_draft: _DraftMaker) -> ProgrammeImport:
        """Compare, and write unless it is a dry run: in one transaction, so that what is told is what is done."""
        draft = keyed(self._draft(options, make_draft), source)
        if not draft.shifts:
            raise InvalidInput(_("No shift was found in the file, so nothing was changed."))
        if options.dry_run:
            with self._database.read() as reader:
                return ProgrammeImporter(reader, draft, source=source, accept=options.accept).outcome(is_done=False)
        with self._database.write(_("bring in the programme of {event}").format(event=draft.name)) as work:
            importer = ProgrammeImporter(work, draft, source=source, accept=options.accept)
            if options.seen and not options.seen.does_the_same_as(importer.outcome(is_done=False)):
                raise preview_is_old()
            outcome = importer.outcome(is_done=True)
            importer.write(work)
        return replace(outcome, changes=work.changes)

    def _draft(self, options: ImportOptions, make_draft: _DraftMaker) -> EventDraft:
        """Under the wanted name. A file for an event that is in the club is read in that event's zone.

        Only after a first reading is the event's name known: then the file is read again, if the zones differ.
        """
        with self._database.read() as reader:
            club_zone = clubs.load_club(reader).time_zone
            known = {plain_name(event.name): event for event in events.load_events(reader)}
        wanted = (options.event or "").strip()
        event = known.get(plain_name(wanted))
        draft = make_draft(options.zone or (event.time_zone if event else None), club_zone)
        event = known.get(plain_name(wanted or title_of(draft.name)))
        if event and options.zone is None:
            if draft.time_zone != event.time_zone:
                draft = make_draft(event.time_zone, club_zone)
            draft = _with_zone_estimate(draft, event)
        return replace(draft, name=wanted or title_of(draft.name))


def _with_zone_estimate(draft: EventDraft, event: Event) -> EventDraft:
    """A zone that was an estimate when the event was made is still one, though the file was read in it now."""
    _zone, sentences = zone_and_estimate(None, event.time_zone)
    kept = [sentence for sentence in sentences if sentence in event.estimates]
    return replace(draft, estimates=tuple(dict.fromkeys((*kept, *draft.estimates))))
