"""Compares an event as it is with a newer draft of it, shift by key, before anything is changed."""

from dataclasses import dataclass
from enum import StrEnum

from clubhub.domain.drafts import EventDraft, ShiftDraft
from clubhub.domain.event_diff_words import DiffWords


class ShiftChangeKind(StrEnum):
    """MOVED: other times, place, session or name (and perhaps other needs); NEEDS: only roles or numbers differ."""

    MOVED = "moved"
    NEEDS = "needs"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftChange:
    """What happens to one shift, in sentences. `name` is the shift's present name, of a new one its new name."""

    kind: ShiftChangeKind
    key: str
    name: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDiff:
    """`shifts` are the changed ones: those of the present event in its order, then the new ones.

    `about_event` are sentences on days, city, lanes, zone and sessions; `unchanged` counts shifts.
    """

    shifts: tuple[ShiftChange, ...] = ()
    about_event: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.shifts and not self.about_event

    @property
    def touched_keys(self) -> tuple[str, ...]:
        """The keys of shifts that are there now and would change or go."""
        return tuple(change.key for change in self.shifts if change.kind is not ShiftChangeKind.NEW)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, for reading: the event first."""
        return (*self.about_event, *(sentence for change in self.shifts for sentence in change.sentences))


def compare(present: EventDraft, newer: EventDraft, *, is_done: bool = True) -> EventDiff:
    """What bringing in `newer` changes, or would change unless `is_done`.

    Roles are compared by number and lanes, not by skills, notes or age.
    """
    words = DiffWords(present, newer, is_done=is_done)
    wanted = {shift.key: shift for shift in newer.shifts}
    known = {shift.key for shift in present.shifts}
    changes = [_change(words, shift, wanted.get(shift.key)) for shift in present.shifts]
    changed = [change for change in changes if change]
    new = [shift for shift in newer.shifts if shift.key not in known]
    return EventDiff(
        shifts=(*changed, *(_told(ShiftChangeKind.NEW, shift, [words.new(shift)]) for shift in new)),
        about_event=tuple(words.about_event()),
        unchanged=len(changes) - len(changed),
    )


def _change(words: DiffWords, shift: ShiftDraft, newer: ShiftDraft | None) -> ShiftChange | None:
    """None if nothing of the shift changes."""
    if newer is None:
        return _told(ShiftChangeKind.GONE, shift, [words.gone(shift)])
    moves, needs = list(words.moves(shift, newer)), list(words.need_changes(shift, newer))
    if not moves and not needs:
        return None
    return _told(ShiftChangeKind.MOVED if moves else ShiftChangeKind.NEEDS, shift, [*moves, *needs])


def _told(kind: ShiftChangeKind, shift: ShiftDraft, sentences: list[str]) -> ShiftChange:
    return ShiftChange(kind=kind, key=shift.key, name=shift.name, sentences=tuple(sentences))
