"""Tells the difference between a roster and a plan person by person, each with a short reason."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from clubhub.domain.breaks import Rule
from clubhub.domain.fill_proposals import Difference
from clubhub.domain.ids import NeedId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Mark
from clubhub.domain.roster_changes import ChangeKind, PersonChange, Seat, Spot, pair_changes
from clubhub.domain.rosters import Assignment, Roster
from clubhub.rostering.problem import Pair
from clubhub.services.club_facts import ClubFacts
from clubhub.support.texts import _

_PlaceKey = tuple[NeedId, int]


class DifferenceMaker:
    """Knows the roster as it is; is asked once for each plan."""

    def __init__(self, roster: Roster, facts: ClubFacts) -> None:
        self._facts = facts
        self._people = {person.id: person for person in facts.people} | {p.id: p for p in roster.people()}
        self._needs = {need.need.id: (shift, need) for shift in roster.shifts for need in shift.needs}
        self._holders: dict[_PlaceKey, Person] = {
            (entry.need.need.id, entry.place.number): entry.place.person
            for entry in roster.entries()
            if entry.place.person
        }
        self._roster = roster
        self._entries = roster.entries_by_person()

    @property
    def places(self) -> int:
        """How many places must be filled."""
        return sum(need.need.min_count for _shift, need in self._needs.values())

    def filled_by(self, plan: Iterable[Pair]) -> int:
        """How many required places a plan of the engine fills."""
        heads = Counter(need for _person, need in plan)
        return sum(min(heads[str(id_)], need.need.min_count) for id_, (_shift, need) in self._needs.items())

    def hearing(self, removed: Sequence[Assignment], added: Sequence[Assignment]) -> int:
        """How many people would be on other needs than they know: by the newest version, else by the roster."""
        present = {(person.id, need_id) for (need_id, _place), person in self._holders.items()}
        planned = present - {(a.person_id, a.need_id) for a in removed} | {(a.person_id, a.need_id) for a in added}
        publication = self._roster.publication
        told = {(place.person_id, place.need_id) for place in publication.places} if publication else present
        return len({person for person, _need in planned ^ told})

    def filled_after(self, removed: Sequence[Assignment], added: Sequence[Assignment]) -> int:
        """How many required places would have somebody; a need beyond its minimum counts no further."""
        heads = Counter(need_id for need_id, _place in self._holders)
        heads.update(assignment.need_id for assignment in added)
        heads.subtract(assignment.need_id for assignment in removed)
        return sum(min(heads[need_id], need.need.min_count) for need_id, (_shift, need) in self._needs.items())

    def differences(self, removed: Sequence[Assignment], added: Sequence[Assignment]) -> list[Difference]:
        """New places, then moves, then freed places; each in the order of time."""
        rows = {(a.person_id, a.need_id): a for a in (*removed, *added)}
        changes = pair_changes(self._seats(removed), self._seats(added))
        takers = {(a.need_id, a.place): self._people[a.person_id] for a in added}
        places_after = Counter({person_id: len(entries) for person_id, entries in self._entries.items()})
        places_after.update(a.person_id for a in added)
        places_after.subtract(a.person_id for a in removed)
        return [
            Difference(
                change=change,
                removed=_row(rows, change, change.before),
                added=_row(rows, change, change.after),
                why=self._why(change, takers, is_first=places_after[change.person.id] == 1),
            )
            for change in changes
        ]

    def _seats(self, assignments: Iterable[Assignment]) -> list[Seat]:
        return [
            (self._people[a.person_id], Spot(shift=shift, need=need, place=a.place))
            for a in assignments
            for shift, need in [self._needs[a.need_id]]
        ]

    def _why(self, change: PersonChange, takers: dict[_PlaceKey, Person], *, is_first: bool) -> str:
        if change.after is None:
            return self._why_freed(change, takers)
        shift = change.after.shift
        if shift and self._facts.mark(change.person.id, shift) is Mark.IF_NEED_BE:
            return _("said “if need be”")
        holder = self._holders.get(_key(change.after))
        if holder and holder.id != change.person.id:
            return _("takes the place of {name}").format(name=holder.given_name or holder.name)
        if change.kind is ChangeKind.NEW and is_first:
            return _("the only shift")
        return _("fills an open place")

    def _why_freed(self, change: PersonChange, takers: dict[_PlaceKey, Person]) -> str:
        if change.before is None:
            return ""
        broken = self._broken(change.person, change.before)
        if broken:
            return _BROKEN[broken]()
        taker = takers.get(_key(change.before))
        return _("{name} takes over").format(name=taker.given_name or taker.name) if taker else _("shares the work")

    def _broken(self, person: Person, spot: Spot) -> Rule | None:
        """The worst rule that the person breaks there now."""
        entries = self._entries.get(person.id, [])
        here = [entry for entry in entries if _key(spot) == (entry.need.need.id, entry.place.number)]
        if not here:
            return None
        others = [entry for entry in entries if entry is not here[0]]
        breaks = self._facts.breaks(person, here[0], others, self._roster)
        return breaks[0].rule if breaks else None


def _key(spot: Spot) -> _PlaceKey:
    need_id, place = spot.key
    return (NeedId(need_id or 0), place)


def _row(rows: dict[tuple[PersonId, NeedId], Assignment], change: PersonChange, spot: Spot | None) -> Assignment | None:
    return rows[change.person.id, _key(spot)[0]] if spot else None


_BROKEN: dict[Rule, Callable[[], str]] = {
    Rule.SKILL_MISSING: lambda: _("lacks the skill"),
    Rule.SKILL_LAPSED: lambda: _("the skill lapses before"),
    Rule.TOO_YOUNG: lambda: _("is too young"),
    Rule.BANNED: lambda: _("is not to be there"),
    Rule.NOT_SIGNED_UP: lambda: _("has not signed up for it"),
    Rule.OVERLAP: lambda: _("is on another place then"),
    Rule.TOO_FAR: lambda: _("comes from too far"),
    Rule.SHORT_REST: lambda: _("rests too little"),
    Rule.OVER_DAY: lambda: _("has too many hours that day"),
    Rule.OVER_LIMIT: lambda: _("has too many hours"),
    Rule.KEPT_APART: lambda: _("is to be kept apart from somebody there"),
    Rule.MINOR_ALONE: lambda: _("is under 18 without an adult there"),
    Rule.PARTNER_MISSING: lambda: _("would be there without the partner"),
    Rule.SAID_NO: lambda: _("said no"),
    Rule.SILENT: lambda: _("has not said yes"),
}
