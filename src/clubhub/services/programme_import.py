"""Decides what a programme changes in an event that is in the club already, and writes it; else the event is new."""

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field, replace

from clubhub.domain.changes import Changes
from clubhub.domain.drafts import EventDraft
from clubhub.domain.errors import Conflict
from clubhub.domain.event_diff import EventDiff, compare
from clubhub.domain.events import Event
from clubhub.domain.rosters import Roster
from clubhub.services.event_drafts import draft_of, held_back, widened
from clubhub.services.event_writer import EventWriter
from clubhub.services.lookup import exactly_named
from clubhub.services.moved_people import MovedPeople, moved_people
from clubhub.services.roster_view import load_roster
from clubhub.storage import events
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeImport:
    """What bringing in a programme did, or would do (`changes` is empty then).

    `diff` compares the event as it was with what was written; None for a new event. `waiting` is what would change
    further if published shifts might be changed, with what belongs to the same sessions; `left_alone` counts the
    published ones. `moved` tells of the people on shifts that get other times.
    """

    event_name: str
    draft: EventDraft
    diff: EventDiff | None = None
    waiting: EventDiff = field(default_factory=EventDiff)
    left_alone: int = 0
    moved: MovedPeople = field(default_factory=MovedPeople)
    changes: Changes = field(default_factory=Changes)

    def does_the_same_as(self, other: "ProgrammeImport") -> bool:
        """Of two that were not done: whether they would change the same, for the same people."""
        mine = (self.draft, self.diff, self.waiting, self.moved)
        return mine == (other.draft, other.diff, other.waiting, other.moved)


class ProgrammeImporter:
    """One programme on its way into its event: compares first, then writes what it compared.

    `source` begins the keys of all shifts that come from this kind of file. Published shifts are left alone unless
    `accept`. Raises Conflict if the draft's times are of another zone than the event's.
    """

    def __init__(self, reader: Reader, draft: EventDraft, *, source: str, accept: bool) -> None:
        self._source = source
        self._event = exactly_named(events.load_events(reader), draft.name)
        self._present: EventDraft | None = None
        self._moved = MovedPeople()
        self._published: frozenset[str] = frozenset()
        self._wanted = self._written = draft
        if self._event:
            _check_zone(self._event, draft)
            roster = load_roster(reader, self._event)
            self._wanted = widened(draft, self._event)
            self._present = draft_of(roster, source)
            self._published = frozenset() if accept else _published(roster)
            self._written = _without_waiting(self._present, self._wanted, self._published)
            self._moved = moved_people(reader, roster, self._written)

    def outcome(self, *, is_done: bool) -> ProgrammeImport:
        """`is_done`: the sentences say that it happens, not that it would."""
        if self._event is None or self._present is None:
            return ProgrammeImport(event_name=self._wanted.name, draft=self._wanted)
        waiting = compare(self._written, self._wanted, is_done=False)
        return ProgrammeImport(
            event_name=self._event.name,
            draft=self._wanted,
            diff=compare(self._present, self._written, is_done=is_done),
            waiting=waiting,
            left_alone=len(self._published.intersection(waiting.touched_keys)),
            moved=self._moved,
        )

    def write(self, work: UnitOfWork) -> None:
        writer = EventWriter(work)
        if self._event is None or self._present is None:
            writer.add(self._written)
        else:
            changed = {change.key for change in compare(self._present, self._written).shifts}
            writer.update(self._event, self._written, source=self._source, changed=changed)


def keyed(draft: EventDraft, source: str) -> EventDraft:
    """With keys that tell which kind of file a shift came from."""
    return replace(draft, shifts=tuple(replace(shift, key=source + shift.key) for shift in draft.shifts))


def _published(roster: Roster) -> frozenset[str]:
    """The keys of the shifts of the newest version that was given out."""
    told = {shift.shift_id for shift in roster.publication.shifts} if roster.publication else set()
    return frozenset(shift.shift.source_key for shift in roster.shifts if shift.shift.id in told)


def _without_waiting(present: EventDraft, wanted: EventDraft, published: Container[str]) -> EventDraft:
    """What may be written now: a session of which a published shift would change waits as a whole."""
    changed = [change.key for change in compare(present, wanted).shifts]
    sessions: dict[str, set[int]] = defaultdict(set)
    for shift in (*present.shifts, *wanted.shifts):
        if shift.session_number is not None:
            sessions[shift.key].add(shift.session_number)
    touched = {key for key in changed if key in published}
    waiting = {number for key in touched for number in sessions[key]}
    return held_back(present, wanted, touched | {key for key in changed if sessions[key] & waiting})


def _check_zone(event: Event, draft: EventDraft) -> None:
    """Times of one zone under the name of another would be wrong without anybody seeing it."""
    if draft.time_zone != event.time_zone:
        raise Conflict(
            _(
                "{event} keeps the time of {zone}, not of {other}. Nothing was changed. Bring the file in without a "
                "time zone of its own, or as another event."
            ).format(event=event.name, zone=event.time_zone, other=draft.time_zone)
        )
