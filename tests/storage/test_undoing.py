"""Undo and redo: steps back and forth, and what is refused."""

from dataclasses import replace

import pytest
from tests.storage.club_samples import (
    NOON,
    Meet,
    add,
    everyone,
    full_person,
    history,
    indexed,
    person,
    redo,
    state,
    undo,
)

from clubhub.domain.errors import Conflict
from clubhub.storage import change_log, events, people, rosters, tables, undoing


def rename(club, value, name):
    with club.write(f"rename to {name}") as work:
        current = people.load_people(work, [value.id])[0]
        people.save_person(work, replace(current, given_name=name))


def names(club):
    return [value.given_name for value in everyone(club)]


def undo_this(club, entry):
    with club.write("undo an older change") as work:
        undoing.apply_inverse(work, entry)


def test_undo_twice_is_two_steps_back_and_redo_twice_two_forth(club):
    anna = person()
    add(club, anna)
    rename(club, anna, "Annika")
    rename(club, anna, "Anne")
    assert undo(club).title == "rename to Anne"
    assert names(club) == ["Annika"]
    assert undo(club).title == "rename to Annika"
    assert names(club) == ["Anna"]
    redo(club)
    assert names(club) == ["Annika"]
    redo(club)
    assert names(club) == ["Anne"]
    with club.read() as reader:
        assert change_log.next_redo(reader) is None


def test_everything_can_be_undone_until_nothing_is_left_and_made_again(club):
    empty = state(club)
    full_person(club)
    full = state(club)
    for _round in range(3):
        undo(club)
        assert state(club) == empty
        redo(club)
        assert state(club) == full
    held, wanted = indexed(club)
    assert held == wanted


def test_a_new_change_cuts_off_what_could_be_redone(club):
    add(club, person("Anna"))
    add(club, person("Bo"))
    undo(club)
    add(club, person("Cilla"))
    with club.read() as reader:
        assert change_log.next_redo(reader) is None
    undo(club)
    redo(club)
    assert sorted(names(club)) == ["Anna", "Cilla"]
    with club.read() as reader:
        assert change_log.next_redo(reader) is None


def test_undo_skips_undos_also_after_a_new_change(club):
    add(club, person("Anna"), title="add Anna")
    add(club, person("Bo"), title="add Bo")
    undo(club)
    add(club, person("Cilla"), title="add Cilla")
    assert undo(club).title == "add Cilla"
    assert undo(club).title == "add Anna"
    assert names(club) == []


def test_nothing_to_undo_in_a_new_club(club):
    with club.read() as reader:
        assert change_log.next_undo(reader) is None
        assert change_log.next_redo(reader) is None


def test_undo_knows_the_title_that_it_takes_back(club):
    add(club, person(), title="add Anna Lind")
    undo(club)
    with club.read() as reader:
        assert change_log.original_title(reader, change_log.next_redo(reader)) == "add Anna Lind"


def test_a_change_whose_row_was_edited_later_is_not_undone(club):
    anna = person()
    add(club, anna)
    (added,) = history(club)
    rename(club, anna, "Annika")
    before = state(club, with_versions=True)
    with pytest.raises(Conflict, match="changed later"):
        undo_this(club, added)
    assert state(club, with_versions=True) == before
    assert len(history(club)) == 2


def test_a_change_whose_row_was_removed_later_is_not_undone(club):
    anna = person()
    add(club, anna)
    rename(club, anna, "Annika")
    renamed = history(club)[0]
    with club.write("remove") as work:
        work.delete(tables.people, [anna.id])
    with pytest.raises(Conflict, match="changed later"):
        undo_this(club, renamed)


def test_an_addition_that_something_points_at_now_is_not_undone(club):
    meet = Meet(club)
    (brought_in,) = history(club)
    meet.assign(club, meet.people[0], 1)
    with club.write("add a person's mail") as work:
        people.save_person(work, replace(meet.people[1], emails=("bo@example.org",)))
    before = state(club, with_versions=True)
    with pytest.raises(Conflict):
        undo_this(club, brought_in)
    assert state(club, with_versions=True) == before


def test_a_removal_whose_place_was_taken_meanwhile_is_not_undone(club):
    meet = Meet(club)
    first = meet.assign(club, meet.people[0], 1)
    with club.write("take Anna off") as work:
        rosters.delete_assignments(work, [first])
    taken_off = history(club)[0]
    with club.write("put Bo there, leaving the need alone") as work:
        work.insert(tables.assignments, [vars_of(meet.assignment(meet.people[1], 1))])
    with pytest.raises(Conflict, match="changed later"):
        undo_this(club, taken_off)
    with club.read() as reader:
        (left,) = rosters.load_assignments(reader, meet.event.id)
    assert left.person_id == meet.people[1].id


def vars_of(value):
    return {name: getattr(value, name) for name in value.__slots__}


def test_a_removal_is_not_undone_twice(club):
    anna = person()
    add(club, anna)
    with club.write("remove") as work:
        work.delete(tables.people, [anna.id])
    removed = history(club)[0]
    undo(club)
    with pytest.raises(Conflict):
        undo_this(club, removed)


def test_two_people_who_swapped_places_swap_back(club):
    meet = Meet(club)
    anna, bo = (meet.assign(club, helper, place) for place, helper in enumerate(meet.people[:2], start=1))
    before = state(club)
    with club.write("swap Anna and Bo") as work:
        rosters.save_assignment(work, replace(anna, place=99))
        rosters.save_assignment(work, replace(bo, place=1))
        rosters.save_assignment(work, replace(anna, place=2, version=2))
    swapped = state(club)
    assert {row["place"] for row in swapped["assignments"].values()} == {1, 2}
    undo(club)
    assert state(club) == before
    redo(club)
    assert state(club) == swapped


def test_a_row_added_edited_and_removed_in_one_change_is_nothing(club):
    anna, bo = person("Anna"), person("Bo")
    add(club, bo)
    with club.write("much ado") as work:
        people.insert_people(work, [anna])
        people.save_person(work, replace(anna, given_name="Annika"))
        people.save_person(work, replace(bo, given_name="Bosse"))
        people.save_person(work, replace(bo, given_name="Björn", version=2))
        work.delete(tables.people, [anna.id])
    assert names(club) == ["Björn"]
    undo(club)
    assert names(club) == ["Bo"]
    redo(club)
    assert names(club) == ["Björn"]


def test_a_row_added_and_edited_in_one_change_goes_and_comes_back_edited(club):
    anna = person("Anna")
    with club.write("add and rename") as work:
        people.insert_people(work, [anna])
        people.save_person(work, replace(anna, given_name="Annika"))
    undo(club)
    assert names(club) == []
    redo(club)
    assert names(club) == ["Annika"]


def test_a_row_removed_and_made_again_in_one_change_comes_back_as_it_was(club):
    anna = person("Anna")
    add(club, anna)
    with club.write("make anew") as work:
        work.delete(tables.people, [anna.id])
        people.insert_people(work, [replace(anna, given_name="Annika")])
    undo(club)
    assert names(club) == ["Anna"]
    redo(club)
    assert names(club) == ["Annika"]


def test_undoing_an_assignment_raises_the_needs_version_so_that_calendars_hear_of_it(club):
    meet = Meet(club)
    seen = []
    for act in (lambda: meet.assign(club, meet.people[0], 1), lambda: undo(club), lambda: redo(club)):
        act()
        with club.read() as reader:
            seen.append(events.load_needs(reader, meet.event.id)[0].version)
    assert seen == [2, 3, 4]


def test_moving_somebody_to_another_place_raises_the_needs_version(club):
    meet = Meet(club)
    assigned = meet.assign(club, meet.people[0], 1)
    with club.write("move") as work:
        rosters.save_assignment(work, replace(assigned, place=2))
    with club.read() as reader:
        assert events.load_needs(reader, meet.event.id)[0].version == 3


def test_pinning_somebody_leaves_the_need_alone(club):
    meet = Meet(club)
    assigned = meet.assign(club, meet.people[0], 1)
    with club.write("pin") as work:
        rosters.save_assignment(work, replace(assigned, is_pinned=True))
    with club.read() as reader:
        assert events.load_needs(reader, meet.event.id)[0].version == 2


def test_a_value_that_the_file_rounds_is_undone_after_a_redo(club):
    meet = Meet(club)
    with club.write("move the shift") as work:
        events.save_shift(work, replace(meet.shift, starts=NOON.replace(second=30, minute=5)))
    moved = state(club)
    for _round in range(2):
        undo(club)
        redo(club)
    assert state(club) == moved


def test_undo_of_a_bulk_of_many_batches(club):
    empty = state(club)
    add(club, *(person(f"N{number}", emails=(f"n{number}@example.org",)) for number in range(4100)))
    undo(club)
    assert state(club) == empty
    redo(club)
    assert len(everyone(club)) == 4100


def test_a_versions_number_is_never_used_twice(club):
    anna = person()
    add(club, anna)
    stale = everyone(club)[0]
    undo(club)
    redo(club)
    with pytest.raises(Conflict), club.write("rename") as work:
        people.save_person(work, replace(stale, given_name="Annika"))
