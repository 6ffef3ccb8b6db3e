"""Compares an event as it is with a newer draft of it, shift by key, before anything is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.support.texts import _

# Beyond this many days a weekday alone doesn't tell which day is meant.
_DAYS_OF_A_WEEK = 7


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

    shifts: tuple[ShiftChange, ...]
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

    def of_kind(self, kind: ShiftChangeKind) -> tuple[ShiftChange, ...]:
        return tuple(change for change in self.shifts if change.kind is kind)


def compare(present: EventDraft, newer: EventDraft) -> EventDiff:
    """What bringing in `newer` would change. Roles are compared by number and lanes, not by skills, notes or age."""
    words = _Words(present, newer)
    wanted = {shift.key: shift for shift in newer.shifts}
    known = {shift.key for shift in present.shifts}
    changes = [words.change(shift, wanted.get(shift.key)) for shift in present.shifts]
    changed = [change for change in changes if change]
    return EventDiff(
        shifts=(*changed, *(words.new(shift) for shift in newer.shifts if shift.key not in known)),
        about_event=tuple(_about_event(present, newer)),
        unchanged=len(changes) - len(changed),
    )


class _Words:
    """Sentences about shifts, with the date where the weekday alone would mislead."""

    def __init__(self, present: EventDraft, newer: EventDraft) -> None:
        days = max(present.ends_on, newer.ends_on) - min(present.starts_on, newer.starts_on)
        self._with_date = days.days >= _DAYS_OF_A_WEEK

    def change(self, shift: ShiftDraft, newer: ShiftDraft | None) -> ShiftChange | None:
        """None if nothing of the shift changes."""
        if newer is None:
            sentence = _("{shift}, {when}, is no longer in the file.")
            return _change(ShiftChangeKind.GONE, shift, [sentence.format(shift=_name(shift), when=self._when(shift))])
        moves, needs = list(self._moves(shift, newer)), list(_need_changes(shift, newer))
        if not moves and not needs:
            return None
        return _change(ShiftChangeKind.MOVED if moves else ShiftChangeKind.NEEDS, shift, [*moves, *needs])

    def new(self, shift: ShiftDraft) -> ShiftChange:
        people = ", ".join(f"{need.role} {_count(need)}" for need in shift.needs)
        sentence = _("{shift} is new: {when}, {people}.")
        text = sentence.format(shift=_name(shift), when=self._when(shift), people=people)
        return _change(ShiftChangeKind.NEW, shift, [text])

    def _moves(self, shift: ShiftDraft, newer: ShiftDraft) -> Iterator[str]:
        if (shift.starts, shift.ends) != (newer.starts, newer.ends):
            yield _("{shift} moves from {old} to {new}.").format(
                shift=_name(shift), old=self._when(shift), new=self._when(newer)
            )
        if shift.venue != newer.venue:
            yield _("{shift} moves from {old} to {new}.").format(
                shift=_name(shift), old=shift.venue or _("no place"), new=newer.venue or _("no place")
            )
        if shift.session_number != newer.session_number:
            yield _("{shift} now belongs to {session}.").format(shift=_name(shift), session=_session(newer))
        if shift.name != newer.name:
            yield _("{shift} is now called “{name}”.").format(shift=_name(shift), name=newer.name)

    def _when(self, shift: ShiftDraft) -> str:
        return f"{self._day(shift.starts)} {shift.starts:%H:%M}–{shift.ends:%H:%M}"

    def _day(self, moment: datetime) -> str:
        names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
        name = names[moment.weekday()]
        return f"{name} {moment:%Y-%m-%d}" if self._with_date else name


def _change(kind: ShiftChangeKind, shift: ShiftDraft, sentences: list[str]) -> ShiftChange:
    return ShiftChange(kind=kind, key=shift.key, name=shift.name, sentences=tuple(sentences))


def _name(shift: ShiftDraft) -> str:
    if shift.part == 1:
        return f"“{shift.name}”"
    return _("“{name}”, part {part},").format(name=shift.name, part=shift.part)


def _session(shift: ShiftDraft) -> str:
    if shift.session_number is None:
        return _("no session")
    return _("session {number}").format(number=shift.session_number)


def _need_changes(shift: ShiftDraft, newer: ShiftDraft) -> Iterator[str]:
    present, wanted = ({need.role: need for need in one.needs} for one in (shift, newer))
    for role, need in present.items():
        now = wanted.get(role)
        if now is None:
            yield _("{shift} no longer needs {role}.").format(shift=_name(shift), role=role)
        elif _count(need) != _count(now):
            yield _("{shift} needs {new} as {role} instead of {old}.").format(
                shift=_name(shift), role=role, old=_count(need), new=_count(now)
            )
        elif _lanes(need) != _lanes(now):
            yield _("{shift} has other lanes for {role}.").format(shift=_name(shift), role=role)
    for role, need in wanted.items():
        if role not in present:
            yield _("{shift} also needs {count} as {role}.").format(shift=_name(shift), role=role, count=_count(need))


def _count(need: NeedDraft) -> str:
    return str(need.min_count) if need.min_count == need.max_count else f"{need.min_count}–{need.max_count}"


def _lanes(need: NeedDraft) -> int | None:
    return need.first_lane if need.is_per_lane else None


def _about_event(present: EventDraft, newer: EventDraft) -> Iterator[str]:
    facts = (
        (_("first day"), present.starts_on, newer.starts_on),
        (_("last day"), present.ends_on, newer.ends_on),
        (_("time zone"), present.time_zone, newer.time_zone),
        (_("number of lanes"), present.lanes, newer.lanes),
        (_("city"), present.city, newer.city),
    )
    for what, old, new in facts:
        if old != new and new:
            sentence = _("The {what} of the event changes from {old} to {new}.")
            yield sentence.format(what=what, old=old or _("unknown"), new=new)
    yield from _about_sessions(present, newer)


def _about_sessions(present: EventDraft, newer: EventDraft) -> Iterator[str]:
    """Sessions that come or go; moved ones show in their shifts. A file without sessions says nothing about them."""
    if not newer.sessions:
        return
    old, new = ({session.number: session for session in draft.sessions} for draft in (present, newer))
    for number in sorted(old.keys() - new.keys()):
        yield _("{session} is no longer in the file.").format(session=old[number].name)
    for number in sorted(new.keys() - old.keys()):
        yield _("{session} is new.").format(session=new[number].name)
