"""Who stands on shifts that a newer programme moves, and for whom the new times don't fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from clubhub.domain.breaks import Rule
from clubhub.domain.drafts import EventDraft
from clubhub.domain.ids import NeedId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.services.club_facts import ClubFacts, load_facts
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import plural, some_of

NAMES_IN_A_SENTENCE = 3
_Place = tuple[NeedId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPeople:
    """`count` people are on moved shifts; `misfits` of them break a rule there that they didn't break before.

    `pinned` of the misfits stay where they are when the roster is filled again. `was_published`: they were told.
    """

    count: int = 0
    misfits: tuple[Person, ...] = ()
    pinned: int = 0
    was_published: bool = False

    @property
    def sentences(self) -> tuple[str, ...]:
        """How they fare, and what to do next; empty where nobody is on a moved shift."""
        if self.misfits:
            return (_misfits(self.misfits), *([_pinned(self.pinned)] if self.pinned else []))
        if not self.count or not self.was_published:
            return ()
        sentence = plural(
            "{count} person on moved shifts still fits: publish, so that the new times are known.",
            "{count} people on moved shifts still fit: publish, so that the new times are known.",
            self.count,
        )
        return (sentence,)


def moved_people(reader: Reader, roster: Roster, draft: EventDraft) -> MovedPeople:
    """What the draft's times mean for those on the roster as it is now; facts are read only if somebody is moved."""
    later = _moved(roster, draft)
    changed = {one.shift.id for one, other in zip(roster.shifts, later.shifts, strict=True) if one != other}
    on_them = [e for e in later.entries() if e.place.person and e.shift.shift.id in changed]
    if not on_them:
        return MovedPeople()
    facts = load_facts(reader, roster.event)
    before, after = _broken(roster, facts), _broken(later, facts)
    misfits = [entry for entry in on_them if after.get(_place(entry), set()) - before.get(_place(entry), set())]
    return MovedPeople(
        count=len(_people(on_them)),
        misfits=tuple(_people(misfits)),
        pinned=len(_people([e for e in misfits if e.place.assignment and e.place.assignment.is_pinned])),
        was_published=roster.publication is not None,
    )


def _misfits(people: Sequence[Person]) -> str:
    return plural(
        "{count} person on moved shifts no longer fits ({names}): fill again, then publish.",
        "{count} people on moved shifts no longer fit ({names}): fill again, then publish.",
        len(people),
        names=some_of([person.name for person in people], NAMES_IN_A_SENTENCE),
    )


def _pinned(count: int) -> str:
    return plural(
        "{count} of them is pinned and stays there when you fill: free that place first.",
        "{count} of them are pinned and stay there when you fill: free these places first.",
        count,
    )


def _moved(roster: Roster, draft: EventDraft) -> Roster:
    times = {shift.key: (shift.starts, shift.ends) for shift in draft.shifts}
    return replace(roster, shifts=tuple(_at(shift, times) for shift in roster.shifts))


def _at(item: RosterShift, times: Mapping[str, tuple[datetime, datetime]]) -> RosterShift:
    shift = item.shift
    starts, ends = times.get(shift.source_key, (shift.starts, shift.ends))
    return replace(item, shift=replace(shift, starts=starts, ends=ends))


def _broken(roster: Roster, facts: ClubFacts) -> dict[_Place, set[Rule]]:
    """The rules that people break on their places."""
    return {
        _place(entry): {found.rule for found in facts.breaks(entry.place.person, entry, others, roster)}
        for own in roster.entries_by_person().values()
        for entry in own
        for others in [[other for other in own if other is not entry]]
        if entry.place.person
    }


def _place(entry: RosterEntry) -> _Place:
    return entry.need.need.id, entry.place.number


def _people(entries: Sequence[RosterEntry]) -> list[Person]:
    """Each once, in the order of their places."""
    return list({entry.place.person.id: entry.place.person for entry in entries if entry.place.person}.values())
