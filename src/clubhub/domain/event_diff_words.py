"""The sentences that tell how a newer draft of an event differs from the event as it is."""

from collections.abc import Iterator
from datetime import datetime

from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.support import dates
from clubhub.support.texts import _, language

# Beyond this many days a weekday alone doesn't tell which day is meant.
_DAYS_OF_A_WEEK = 7


class DiffWords:
    """What differs between two drafts of one event; "moves" of what `is_done`, "would move" of what is only looked at.

    The date stands where the weekday alone would mislead.
    """

    def __init__(self, present: EventDraft, newer: EventDraft, *, is_done: bool) -> None:
        self._present = present
        self._newer = newer
        self._is_done = is_done
        days = max(present.ends_on, newer.ends_on) - min(present.starts_on, newer.starts_on)
        self._with_date = days.days >= _DAYS_OF_A_WEEK

    def new(self, shift: ShiftDraft) -> str:
        people = ", ".join(f"{need.role} {_count(need)}" for need in shift.needs)
        sentence = self._said(_("{shift} is new: {when}, {people}."), _("{shift} would be new: {when}, {people}."))
        return sentence.format(shift=_name(shift), when=self._when(shift), people=people)

    def gone(self, shift: ShiftDraft) -> str:
        sentence = self._said(
            _("{shift}, {when}, is no longer in the file."), _("{shift}, {when}, would go: it is not in the file.")
        )
        return sentence.format(shift=_name(shift), when=self._when(shift))

    def moves(self, shift: ShiftDraft, newer: ShiftDraft) -> Iterator[str]:
        moves = self._said(_("{shift} moves from {old} to {new}."), _("{shift} would move from {old} to {new}."))
        if (shift.starts, shift.ends) != (newer.starts, newer.ends):
            yield moves.format(shift=_name(shift), old=self._when(shift), new=self._when(newer))
        if shift.venue != newer.venue:
            nowhere = _("no place")
            yield moves.format(shift=_name(shift), old=shift.venue or nowhere, new=newer.venue or nowhere)
        if shift.session_number != newer.session_number:
            belongs = self._said(_("{shift} now belongs to {session}."), _("{shift} would belong to {session}."))
            yield belongs.format(shift=_name(shift), session=_session(newer))
        if shift.name != newer.name:
            called = self._said(_("{shift} is now called “{name}”."), _("{shift} would be called “{name}”."))
            yield called.format(shift=_name(shift), name=newer.name)

    def need_changes(self, shift: ShiftDraft, newer: ShiftDraft) -> Iterator[str]:
        present, wanted = ({need.role: need for need in one.needs} for one in (shift, newer))
        for role, need in present.items():
            now = wanted.get(role)
            if now is None:
                gone = self._said(_("{shift} no longer needs {role}."), _("{shift} would no longer need {role}."))
                yield gone.format(shift=_name(shift), role=role)
            elif _count(need) != _count(now):
                other = self._said(
                    _("{shift} needs {new} as {role} instead of {old}."),
                    _("{shift} would need {new} as {role} instead of {old}."),
                )
                yield other.format(shift=_name(shift), role=role, old=_count(need), new=_count(now))
            elif _lanes(need) != _lanes(now):
                lanes = self._said(
                    _("{shift} has other lanes for {role}."), _("{shift} would have other lanes for {role}.")
                )
                yield lanes.format(shift=_name(shift), role=role)
        more = self._said(_("{shift} also needs {count} as {role}."), _("{shift} would also need {count} as {role}."))
        for role, need in wanted.items():
            if role not in present:
                yield more.format(shift=_name(shift), role=role, count=_count(need))

    def about_event(self) -> Iterator[str]:
        present, newer = self._present, self._newer
        facts = (
            (_("first day"), present.starts_on, newer.starts_on),
            (_("last day"), present.ends_on, newer.ends_on),
            (_("time zone"), present.time_zone, newer.time_zone),
            (_("number of lanes"), present.lanes, newer.lanes),
            (_("city"), present.city, newer.city),
        )
        sentence = self._said(
            _("The {what} of the event changes from {old} to {new}."),
            _("The {what} of the event would change from {old} to {new}."),
        )
        for what, old, new in facts:
            if old != new and new:
                yield sentence.format(what=what, old=old or _("unknown"), new=new)
        yield from self._about_sessions()

    def _about_sessions(self) -> Iterator[str]:
        """Sessions that come or go; moved ones show in their shifts. A file without sessions says nothing of them."""
        if not self._newer.sessions:
            return
        old, new = ({session.number: session for session in d.sessions} for d in (self._present, self._newer))
        for number in sorted(old.keys() - new.keys()):
            yield _("{session} is no longer in the file.").format(session=old[number].name)
        is_new = self._said(_("{session} is new."), _("{session} would be new."))
        for number in sorted(new.keys() - old.keys()):
            yield is_new.format(session=new[number].name)

    def _said(self, done: str, undone: str) -> str:
        return done if self._is_done else undone

    def _when(self, shift: ShiftDraft) -> str:
        return f"{self._day(shift.starts)} {shift.starts:%H:%M}–{shift.ends:%H:%M}"

    def _day(self, moment: datetime) -> str:
        words = dates.day_and_year if self._with_date else dates.weekday
        return words(moment.date(), language())


def _name(shift: ShiftDraft) -> str:
    if shift.part == 1:
        return f"“{shift.name}”"
    return _("“{name}”, part {part},").format(name=shift.name, part=shift.part)


def _session(shift: ShiftDraft) -> str:
    if shift.session_number is None:
        return _("no session")
    return _("session {number}").format(number=shift.session_number)


def _count(need: NeedDraft) -> str:
    return str(need.min_count) if need.min_count == need.max_count else f"{need.min_count}–{need.max_count}"


def _lanes(need: NeedDraft) -> int | None:
    return need.first_lane if need.is_per_lane else None
