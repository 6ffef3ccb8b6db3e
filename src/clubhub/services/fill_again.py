"""Looks again at a plan before it is written: what people said, did or were changed to meanwhile may speak against it.

Only what one person's place depends on is looked at. Who stands beside them there is told afterwards, like every other
rule that a roster breaks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.breaks import Rule, place_words
from clubhub.domain.events import Event
from clubhub.domain.fill_proposals import Difference, Lapsed
from clubhub.domain.ids import NeedId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.roster_changes import Spot
from clubhub.domain.rosters import Assignment, Place, Roster, RosterEntry
from clubhub.services.club_facts import ClubFacts, load_facts
from clubhub.services.roster_view import load_roster
from clubhub.storage import change_log, rosters
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _

_OF_COMPANY = frozenset({Rule.KEPT_APART, Rule.MINOR_ALONE, Rule.PARTNER_MISSING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`lapsed` was left out. `judged_by`: the roster and the facts just before it was written.

    None for `judged_by`: nothing in the club had changed since the plan was begun.
    """

    taken: tuple[Difference, ...]
    lapsed: tuple[Lapsed, ...] = ()
    judged_by: tuple[Roster, ClubFacts] | None = None

    @property
    def removed(self) -> list[Assignment]:
        return [difference.removed for difference in self.taken if difference.removed]

    @property
    def added(self) -> list[Assignment]:
        return [difference.added for difference in self.taken if difference.added]


def write_what_holds(work: UnitOfWork, event: Event, wanted: Sequence[Difference], as_of: int) -> Written:
    """Write the differences that still hold; `as_of` is the newest change that the plan knows."""
    written = Written(taken=tuple(wanted))
    if change_log.newest_id(work) != as_of:
        roster, facts = load_roster(work, event), load_facts(work, event)
        taken, lapsed = still_holding(roster, facts, wanted)
        written = Written(taken=tuple(taken), lapsed=tuple(lapsed), judged_by=(roster, facts))
    rosters.delete_assignments(work, written.removed)
    rosters.insert_assignments(work, written.added)
    return written


def still_holding(
    roster: Roster, facts: ClubFacts, wanted: Sequence[Difference]
) -> tuple[list[Difference], list[Lapsed]]:
    """What can be written of the differences as the roster and the facts are now, and what can't, in their order.

    A place with another number of the same need is as good. Whoever was to leave a place for another one and was taken
    off it by hand isn't called to the new one: that they were taken off may mean that they can't come.
    """
    lapsed: dict[int, str] = {}
    while True:
        kept = {at: one for at, one in enumerate(wanted) if at not in lapsed}
        now = _State(roster, facts, kept.values())
        found = {at: why for at, one in kept.items() if (why := now.take(one))}
        if not found:
            return now.taken, [Lapsed(difference=wanted[at], why=lapsed[at]) for at in sorted(lapsed)]
        lapsed |= found


class _State:
    """The roster after all of these differences, as far as they can be taken."""

    def __init__(self, roster: Roster, facts: ClubFacts, differences: Iterable[Difference]) -> None:
        self.taken: list[Difference] = []
        self._roster, self._facts = roster, facts
        self._people = {person.id: person for person in facts.people}
        self._entries: dict[NeedId, list[RosterEntry]] = {}
        self._rows: dict[tuple[PersonId, NeedId], Assignment] = {}
        self._there: dict[NeedId, dict[int, Person]] = {}
        for entry in roster.entries():
            need_id, place = entry.need.need.id, entry.place
            self._entries.setdefault(need_id, []).append(entry)
            if place.person and place.assignment:
                self._rows[place.person.id, need_id] = place.assignment
                self._there.setdefault(need_id, {})[place.number] = place.person
        self._places_of = roster.entries_by_person()
        for difference in differences:
            self._plan(difference)

    def take(self, difference: Difference) -> str:
        """Take it, or say why it doesn't hold."""
        why = next(self._objections(difference), "")
        if why:
            return why
        row = self._present(difference)
        added = difference.added and replace(difference.added, place=self._number(difference.added))
        if added:
            self._there.setdefault(added.need_id, {})[added.place] = difference.change.person
        if row or added:
            self.taken.append(replace(difference, removed=row, added=added))
        return ""

    def _plan(self, difference: Difference) -> None:
        """Who is to leave leaves first, so that others can come; where somebody comes counts against other places."""
        person_id, row = difference.change.person.id, self._present(difference)
        places = list(self._places_of.get(person_id, []))
        if row and _may_leave(difference, row):
            self._there[row.need_id].pop(row.place, None)
            places = [entry for entry in places if entry.need.need.id != row.need_id]
        if difference.added:
            places += self._entries.get(difference.added.need_id, [])[:1]
        self._places_of[person_id] = places

    def _present(self, difference: Difference) -> Assignment | None:
        """The row that goes, as it is now; None where it is gone already."""
        removed = difference.removed
        return self._rows.get((removed.person_id, removed.need_id)) if removed else None

    def _objections(self, difference: Difference) -> Iterator[str]:
        name, row = difference.change.person.name, self._present(difference)
        if row and not _may_leave(difference, row):
            yield _("{name} is pinned to {place} now.").format(name=name, place=_words(difference.change.before))
        if difference.added is None:
            if row is None:
                yield _("{name} is not on {place} any more.").format(name=name, place=_words(difference.change.before))
            return
        yield from self._against(difference, difference.added)

    def _against(self, difference: Difference, added: Assignment) -> Iterator[str]:
        """What speaks against somebody on a place that they would come to."""
        name, place = difference.change.person.name, _words(difference.change.after)
        person, entries = self._people.get(added.person_id), self._entries.get(added.need_id)
        if person is None:
            yield _("{name} is no longer in the club.").format(name=name)
        elif entries is None:
            yield _("{place} is gone, where {name} was to be.").format(place=place, name=name)
        elif (person.id, added.need_id) in self._rows:
            yield _("{name} is on {place} already.").format(name=name, place=place)
        elif self._was_taken_off(difference):
            before = _words(difference.change.before)
            yield _("{name} was taken off {place} meanwhile.").format(name=name, place=before)
        elif self._number(added) == 0:
            other = self._there[added.need_id].get(added.place) or next(iter(self._there[added.need_id].values()))
            yield _("{other} is on {place} now, where {name} was to be.").format(
                other=other.name, place=place, name=name
            )
        else:
            others = [one for one in self._places_of[person.id] if one.need.need.id != added.need_id]
            breaks = self._facts.breaks(person, replace(entries[0], place=Place(number=1)), others, self._roster)
            yield from (found.sentence for found in breaks if found.rule not in _OF_COMPANY)

    def _was_taken_off(self, difference: Difference) -> bool:
        """Whether the person left the place that is there still; where the place went itself, nobody took them off."""
        removed = difference.removed
        return removed is not None and removed.need_id in self._entries and self._present(difference) is None

    def _number(self, added: Assignment) -> int:
        """The place that was meant, else another free one of the need; 0 if there is none."""
        taken = self._there.get(added.need_id, {})
        numbers = [entry.place.number for entry in self._entries[added.need_id]]
        free = [number for number in numbers if number not in taken]
        return added.place if added.place in free else next(iter(free), 0)


def _may_leave(difference: Difference, row: Assignment) -> bool:
    """Whoever was pinned meanwhile stays; whom a repair took off a pin that it knew leaves all the same."""
    return not row.is_pinned or (difference.removed is not None and difference.removed.is_pinned)


def _words(spot: Spot | None) -> str:
    """Like "Timekeeper (Saturday morning, Sat 12 June 08:30–11:45)", of a place as the plan knew it."""
    if spot is None or spot.shift is None or spot.need is None:
        return ""
    return place_words(RosterEntry(shift=spot.shift, need=spot.need, place=Place(number=spot.place)))
