"""Which differences of a filled roster can be accepted without which others."""

from dataclasses import replace

from tests.domain.roster_parts import person, shift

from clubhub.domain.fill_proposals import Difference, possible, requirements, with_dependent, with_required
from clubhub.domain.ids import AssignmentId
from clubhub.domain.people import Person
from clubhub.domain.roster_changes import ChangeKind, PersonChange, Spot
from clubhub.domain.rosters import Assignment, RosterShift

AINO, BO, CIA = person(1, "Aino Salo"), person(2, "Bo Ek"), person(3, "Cia Berg")
MORNING = shift(1, "2027-06-12T08:00", "2027-06-12T12:00", people=[AINO])
NOON = shift(2, "2027-06-12T11:00", "2027-06-12T14:00", people=[None])
EVENING = shift(3, "2027-06-12T17:00", "2027-06-12T20:00", people=[None])


def difference(who: Person, before: RosterShift | None, after: RosterShift | None) -> Difference:
    kind = ChangeKind.FREED if after is None else ChangeKind.MOVED if before else ChangeKind.NEW
    change = PersonChange(kind=kind, person=who, before=_spot(before), after=_spot(after))
    return Difference(change=change, removed=_row(who, before), added=_row(who, after))


def _spot(item: RosterShift | None) -> Spot | None:
    return Spot(shift=item, need=item.needs[0], place=1) if item else None


def _row(who: Person, item: RosterShift | None) -> Assignment | None:
    if item is None:
        return None
    need_id = item.needs[0].need.id
    return Assignment(id=AssignmentId(who.id * 10 + need_id), need_id=need_id, person_id=who.id, place=1)


def test_a_place_is_given_only_after_it_is_left():
    leaves, joins = difference(AINO, MORNING, EVENING), difference(BO, None, MORNING)
    needs = requirements([leaves, joins])

    assert needs == {leaves.key: frozenset(), joins.key: {leaves.key}}
    assert with_required(joins.key, needs) == {joins.key, leaves.key}
    assert with_dependent(leaves.key, needs) == {joins.key, leaves.key}
    assert possible([leaves, joins], [joins.key]) == []
    assert possible([leaves, joins], [leaves.key]) == [leaves]


def test_a_person_leaves_a_place_before_another_at_the_same_time():
    leaves, joins = difference(AINO, MORNING, None), difference(AINO, None, NOON)
    assert requirements([leaves, joins])[joins.key] == {leaves.key}


def test_places_at_other_times_do_not_need_each_other():
    leaves, joins = difference(AINO, MORNING, None), difference(AINO, None, EVENING)
    assert requirements([leaves, joins])[joins.key] == frozenset()


def test_two_who_swap_are_accepted_together_or_not_at_all():
    there = replace(EVENING, needs=shift(3, "2027-06-12T17:00", "2027-06-12T20:00", people=[BO]).needs)
    one, other = difference(AINO, MORNING, there), difference(BO, there, MORNING)
    needs = requirements([one, other])

    assert with_required(one.key, needs) == with_dependent(one.key, needs) == {one.key, other.key}
    assert possible([one, other], [one.key]) == []
    assert possible([one, other], [one.key, other.key]) == [one, other]


def test_a_chain_is_followed_to_its_end():
    chain = [difference(AINO, MORNING, EVENING), difference(BO, NOON, MORNING), difference(CIA, None, NOON)]
    needs = requirements(chain)

    assert with_required(chain[2].key, needs) == {difference.key for difference in chain}
    assert possible(chain, [chain[1].key, chain[2].key]) == []
