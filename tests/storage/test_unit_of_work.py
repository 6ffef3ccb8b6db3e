"""Pieces of work: what is written, what is logged, and what is refused."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from tests.storage.club_samples import Meet, add, everyone, full_person, history, person, state

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.storage import people, tables


def parts(club):
    with club.read() as reader:
        return reader.rows(select(tables.change_parts).order_by(tables.change_parts.c.position))


def test_a_work_that_changes_nothing_leaves_no_history(club):
    with club.write("look around") as work:
        people.load_people(work)
    assert history(club) == []
    assert not work.changes


def test_saving_what_is_there_already_leaves_no_history(club):
    known = full_person(club)
    with club.write("save") as work:
        people.save_person(work, known)
    assert [entry.title for entry in history(club)] == ["add Åsa Öberg"]
    assert not work.changes
    assert everyone(club) == [known]


def test_the_order_in_which_skills_and_groups_are_named_is_no_change(club):
    known = full_person(club)
    with club.write("save") as work:
        people.save_person(work, replace(known, skills=known.skills[::-1], groups=known.groups[::-1]))
    assert not work.changes


def test_the_history_says_who_what_when_and_how_much(club):
    add(club, person("Anna"), person("Bo"), title="add two people")
    (entry,) = history(club)
    assert (entry.actor, entry.title, entry.rows, entry.undoes, entry.is_undone) == (
        "Tuva",
        "add two people",
        2,
        None,
        False,
    )
    assert entry.made_at.utcoffset().total_seconds() == 0


def test_the_history_lists_the_newest_first_up_to_the_limit(club):
    for name in ("Anna", "Bo", "Cilla"):
        add(club, person(name), title=f"add {name}")
    assert [entry.title for entry in history(club)] == ["add Cilla", "add Bo", "add Anna"]


def test_changes_name_the_tables_and_ids_that_were_touched(club):
    anna = person(emails=("anna@example.org",))
    changes = add(club, anna)
    assert changes.kinds == {"people", "person_emails"}
    assert changes.ids["people"] == {anna.id}
    assert changes.title == "add people"


def test_a_title_chosen_at_the_end_is_the_one_in_the_history(club):
    with club.write("import") as work:
        people.insert_people(work, [person()])
        work.title = "import 1 person"
    assert [entry.title for entry in history(club)] == ["import 1 person"]
    assert work.changes.title == "import 1 person"


def test_a_stale_write_is_refused_and_nothing_of_it_is_kept(club):
    anna = person()
    add(club, anna)
    with club.write("rename") as work:
        people.save_person(work, replace(anna, given_name="Annika"))
    before = state(club, with_versions=True)

    def add_and_rename():
        with club.write("rename again") as work:
            people.insert_people(work, [person("Bo")])
            people.save_person(work, replace(anna, given_name="Anne"))

    with pytest.raises(Conflict, match="Somebody changed this meanwhile"):
        add_and_rename()
    assert state(club, with_versions=True) == before
    assert [entry.title for entry in history(club)] == ["rename", "add people"]


def test_a_new_mail_alone_makes_an_older_copy_of_the_person_stale(club):
    anna = person()
    add(club, anna)
    with club.write("add a mail") as work:
        people.save_person(work, replace(anna, emails=("anna@example.org",)))
    with pytest.raises(Conflict), club.write("rename") as work:
        people.save_person(work, replace(anna, given_name="Annika"))
    assert everyone(club)[0].version == 2


def test_editing_what_is_gone_is_not_found(club):
    with pytest.raises(NotFound, match="no longer in the club"), club.write("rename") as work:
        people.save_person(work, person())


def test_removing_somebody_with_duties_is_a_conflict(club):
    meet = Meet(club)
    meet.assign(club, meet.people[0], 1)
    before = state(club)
    with pytest.raises(Conflict, match="still depends"), club.write("remove Anna") as work:
        work.delete(tables.people, [meet.people[0].id])
    assert state(club) == before


def test_removing_what_is_gone_already_changes_nothing(club):
    with club.write("remove") as work:
        work.delete(tables.people, [4711])
    assert history(club) == []


def test_touching_raises_the_version_once_however_often_a_row_is_named(club):
    anna = person()
    add(club, anna)
    with club.write("touch") as work:
        work.touch(tables.people, [anna.id, anna.id, 4711])
    assert everyone(club) == [replace(anna, version=2)]


def test_an_interrupted_work_leaves_nothing(club):
    def add_until_interrupted():
        with club.write("add") as work:
            people.insert_people(work, [person()])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_until_interrupted()
    assert everyone(club) == []
    assert parts(club) == []


def test_the_log_keeps_rows_as_the_file_has_them(club):
    known = full_person(club)
    logged = [part for part in parts(club) if part["row_id"] == known.id]
    assert len(logged) == 1
    assert logged[0]["before"] is None
    assert '"given_name":"Åsa"' in logged[0]["after"]
    assert '"is_guardian":1' in logged[0]["after"]


def test_a_bulk_insert_of_many_batches_keeps_every_row(club):
    add(club, *(person(f"N{number}") for number in range(4501)))
    assert len(everyone(club)) == 4501
    assert history(club)[0].rows == 4501


def test_more_people_can_be_asked_for_than_a_statement_holds(club):
    anna = person()
    add(club, anna)
    with club.read() as reader:
        assert people.load_people(reader, [*range(1, 300_000), anna.id]) == [anna]


def test_half_a_character_is_refused_and_nothing_is_kept(club):
    with pytest.raises(InvalidInput, match="half a character"):
        add(club, person("Anna"), person("\ud800"))
    assert everyone(club) == []
