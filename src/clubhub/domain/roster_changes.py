"""What a change of a roster means for each person: a place more, another place, one less, or other hours."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clubhub.domain.ids import NeedId, PersonId, ShiftId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Publication, PublishedPlace, PublishedShift, Roster, RosterNeed, RosterShift


class ChangeKind(StrEnum):
    NEW = "new"
    MOVED = "moved"
    FREED = "freed"
    RETIMED = "retimed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a need, whoever is on it. `shift` and `need` are None for one that is gone."""

    shift: RosterShift | None
    need: RosterNeed | None
    place: int

    @property
    def key(self) -> tuple[NeedId | None, int]:
        return (self.need.need.id if self.need else None, self.place)

    @property
    def starts(self) -> datetime:
        """For ordering; what is gone comes first."""
        return self.shift.shift.starts if self.shift else datetime.min  # noqa: DTZ901  wall time, to sort by only


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChange:
    """`before` is None for a new place, `after` for a freed one. `hours_before` are those told, of a retimed place."""

    kind: ChangeKind
    person: Person
    before: Spot | None = None
    after: Spot | None = None
    hours_before: tuple[datetime, datetime] | None = None


Seat = tuple[Person, Spot]


def pair_changes(removed: Iterable[Seat], added: Iterable[Seat]) -> list[PersonChange]:
    """Of one person a place taken away and one given are one move. New ones first, then moved, then freed; by time."""
    gone: dict[PersonId, list[Spot]] = defaultdict(list)
    for person, spot in sorted(removed, key=lambda seat: seat[1].starts):
        gone[person.id].append(spot)
    changes = []
    for person, spot in sorted(added, key=lambda seat: seat[1].starts):
        left = gone[person.id]
        before = left.pop(0) if left else None
        kind = ChangeKind.MOVED if before else ChangeKind.NEW
        changes.append(PersonChange(kind=kind, person=person, before=before, after=spot))
    for person, spot in removed:
        if spot in gone[person.id]:
            changes.append(PersonChange(kind=ChangeKind.FREED, person=person, before=spot))
    return sorted(changes, key=_order)


def since_publication(roster: Roster, publication: Publication, people: Mapping[PersonId, Person]) -> "Unpublished":
    """What differs from the version; `people` are those of the version, as far as they are still in the club."""
    spots = _Spots(roster)
    told = {(place.need_id, place.place, place.person_id): place for place in publication.places}
    now = {(spot.key[0], spot.place, person.id): (person, spot) for person, spot in spots.seats()}
    removed = [
        (people[place.person_id], spots.of(place))
        for key, place in told.items()
        if key not in now and place.person_id in people
    ]
    added = [seat for key, seat in now.items() if key not in told]
    hours = {shift.shift_id: shift for shift in publication.shifts}
    stayed = [seat for key, seat in now.items() if key in told]
    retimed = [change for seat in stayed if (change := _retimed(seat, hours))]
    changes = (*pair_changes(removed, added), *retimed)
    return Unpublished(people=changes, shifts=_shift_changes(roster, hours))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished:
    """`shifts` counts those that are new, gone or at other hours since the version that was given out last."""

    people: tuple[PersonChange, ...] = ()
    shifts: int = 0

    @property
    def count(self) -> int:
        """What a person would call the number of changes; at least 1 where anything differs."""
        return len(self.people) or self.shifts

    @property
    def touched(self) -> int:
        """How many people hear of something new."""
        return len({change.person.id for change in self.people})


class _Spots:
    """The places of a roster by need."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._needs = {need.need.id: (shift, need) for shift in roster.shifts for need in shift.needs}

    def of(self, place: PublishedPlace) -> Spot:
        shift, need = self._needs.get(place.need_id, (None, None))
        return Spot(shift=shift, need=need, place=place.place)

    def seats(self) -> list[Seat]:
        return [
            (entry.place.person, Spot(shift=entry.shift, need=entry.need, place=entry.place.number))
            for entry in self._roster.entries()
            if entry.place.person
        ]


def everybody_new(roster: Roster) -> Unpublished:
    """Before the first version: whoever has a place hears of it for the first time."""
    return Unpublished(people=tuple(pair_changes((), _Spots(roster).seats())), shifts=len(roster.shifts))


def _retimed(seat: Seat, hours: Mapping[ShiftId, PublishedShift]) -> PersonChange | None:
    person, spot = seat
    told = hours.get(spot.shift.shift.id) if spot.shift else None
    if (
        told is None
        or spot.shift is None
        or (told.starts, told.ends) == (spot.shift.shift.starts, spot.shift.shift.ends)
    ):
        return None
    before = (told.starts, told.ends)
    return PersonChange(kind=ChangeKind.RETIMED, person=person, before=spot, after=spot, hours_before=before)


def _shift_changes(roster: Roster, hours: Mapping[ShiftId, PublishedShift]) -> int:
    now = {(shift.shift.id, shift.shift.starts, shift.shift.ends) for shift in roster.shifts}
    told = {(shift.shift_id, shift.starts, shift.ends) for shift in hours.values()}
    return len({key[0] for key in now ^ told})


def _order(change: PersonChange) -> tuple[int, datetime, str]:
    spot = change.after or change.before
    kinds: Sequence[ChangeKind] = list(ChangeKind)
    return kinds.index(change.kind), spot.starts if spot else datetime.min, change.person.name  # noqa: DTZ901  to sort
