"""Decides what a programme changes in an event that is in the club already, and writes it; else the event is new."""

from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.drafts import EventDraft
from clubhub.domain.errors import Conflict
from clubhub.domain.event_diff import EventDiff, compare
from clubhub.domain.events import Event
from clubhub.domain.ids import ShiftId
from clubhub.domain.rosters import Roster
from clubhub.services.event_drafts import draft_of, widened
from clubhub.services.event_writer import EventWriter
from clubhub.services.lookup import exactly_named
from clubhub.services.roster_view import load_roster
from clubhub.storage import events
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


class ProgrammeImporter:
    """One programme on its way into its event: compares first, then writes what it compared.

    `source` begins the keys of all shifts that come from this kind of file. Published shifts are left alone unless
    `accept`. Raises Conflict if the draft's times are of another zone than the event's.
    """

    def __init__(self, reader: Reader, draft: EventDraft, *, source: str, accept: bool) -> None:
        self._source = source
        self._event = exactly_named(events.load_events(reader), draft.name)
        self._roster = load_roster(reader, self._event) if self._event else None
        self._frozen = set() if accept or self._roster is None else _published(self._roster)
        if self._event:
            _check_zone(self._event, draft)
        self._draft = widened(draft, self._event) if self._event else draft

    def outcome(self) -> ProgrammeImport:
        if self._roster is None:
            return ProgrammeImport(
                event_name=self._draft.name, draft=self._draft, diff=None, left_alone=(), changes=Changes()
            )
        diff = compare(draft_of(self._roster, self._source), self._draft)
        names = {s.shift.source_key: s.shift.name for s in self._roster.shifts if s.shift.id in self._frozen}
        return ProgrammeImport(
            event_name=self._roster.event.name,
            draft=self._draft,
            diff=diff,
            left_alone=tuple(names[key] for key in diff.touched_keys if key in names),
            changes=Changes(),
        )

    def write(self, work: UnitOfWork) -> None:
        writer = EventWriter(work)
        if self._event is None:
            writer.add(self._draft)
        else:
            writer.update(self._event, self._draft, source=self._source, frozen=self._frozen)


def keyed(draft: EventDraft, source: str) -> EventDraft:
    """With keys that tell which kind of file a shift came from."""
    return replace(draft, shifts=tuple(replace(shift, key=source + shift.key) for shift in draft.shifts))


def _published(roster: Roster) -> set[ShiftId]:
    """The shifts of the newest version that was given out."""
    return {shift.shift_id for shift in roster.publication.shifts} if roster.publication else set()


def _check_zone(event: Event, draft: EventDraft) -> None:
    """Times of one zone under the name of another would be wrong without anybody seeing it."""
    if draft.time_zone != event.time_zone:
        raise Conflict(
            _(
                "{event} keeps the time of {zone}, not of {other}. Nothing was changed. Bring the file in without a "
                "time zone of its own, or as another event."
            ).format(event=event.name, zone=event.time_zone, other=draft.time_zone)
        )
