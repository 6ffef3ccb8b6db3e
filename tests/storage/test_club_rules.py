"""Pairs, bans and ways in the club's file; and what people, roles and households have of the rules."""

from dataclasses import replace

import pytest
from tests.storage.club_samples import Meet, add, everyone, full_person, person, redo, state, undo

from clubhub.domain.club_rules import Ban, Companions, Company, Travel
from clubhub.domain.errors import Conflict
from clubhub.domain.events import Event, Role, Venue
from clubhub.domain.ids import new_id
from clubhub.domain.people import Skill
from clubhub.storage import club_rules, events, people, people_bulk


def lay_down(club, put, value, title="lay down a rule"):
    with club.write(title) as work:
        put(work, value)


def rules_of(club, event_id=None):
    with club.read() as reader:
        return club_rules.load_club_rules(reader, event_id)


@pytest.fixture
def pair(club):
    anna, bo = person("Anna"), person("Bo")
    add(club, anna, bo)
    value = Companions(id=new_id(), one_id=anna.id, other_id=bo.id, company=Company.TOGETHER)
    lay_down(club, club_rules.put_companions, value)
    return value


def test_a_pair_is_kept_with_the_names_of_both_changed_and_undone(club, pair):
    assert (rules_of(club).companions, sorted(rules_of(club).names.values())) == ((pair,), ["Anna Lind", "Bo Lind"])
    apart = replace(pair, company=Company.APART)
    lay_down(club, club_rules.put_companions, apart)
    assert rules_of(club).companions == (replace(apart, version=2),)
    undo(club)
    assert rules_of(club).companions[0].company is Company.TOGETHER
    redo(club)
    with club.write("let them be") as work:
        club_rules.delete_companions(work, [pair.id])
    assert rules_of(club).companions == ()


def test_a_pair_that_was_changed_meanwhile_is_not_written_over(club, pair):
    lay_down(club, club_rules.put_companions, replace(pair, company=Company.APART))
    with pytest.raises(Conflict):
        lay_down(club, club_rules.put_companions, replace(pair, company=Company.APART))


def test_bans_are_found_by_event_and_go_with_the_place(club):
    meet = Meet(club)
    ban = Ban(id=new_id(), person_id=meet.people[0].id, need_id=meet.need.id, note="no stairs")
    lay_down(club, club_rules.put_ban, ban)
    other = Event(id=new_id(), name="Trip", starts_on=meet.event.starts_on, ends_on=meet.event.ends_on, time_zone="UTC")
    assert [rules_of(club, event).bans for event in (None, meet.event.id, other.id)] == [(ban,), (ban,), ()]
    before = state(club)
    with club.write("drop the shift") as work:
        events.delete_shifts(work, [meet.shift])
    assert rules_of(club).bans == ()
    undo(club)
    assert state(club) == before


def test_ways_are_kept_and_changed(club):
    meet, cafe = Meet(club), Venue(id=new_id(), name="Café")
    one, other = sorted((meet.venue.id, cafe.id))
    way = Travel(id=new_id(), one_id=one, other_id=other, minutes=20)
    with club.write("a café") as work:
        events.insert_venues(work, [cafe])
        club_rules.put_travel(work, way)
    lay_down(club, club_rules.put_travel, replace(way, minutes=25))
    assert rules_of(club).minutes_between(cafe.id, meet.venue.id) == 25
    with club.write("it is next door") as work:
        club_rules.delete_travel(work, [way.id])
    assert rules_of(club).travel == ()


def test_a_person_goes_with_all_rules_about_them_and_these_come_back(club, pair):
    meet, asa = Meet(club), full_person(club)
    lay_down(club, club_rules.put_ban, Ban(id=new_id(), person_id=pair.other_id, need_id=meet.need.id))
    with club.write("sign up") as work:
        (bo,) = people.load_people(work, [pair.other_id])
        people.save_person(work, replace(bo, signed_up=(meet.role.id,), dislikes=(meet.role.id,)))
    before = state(club)
    with club.write("remove") as work:
        people_bulk.delete_people(work, [pair.other_id, asa.id])
    assert (rules_of(club).companions, rules_of(club).bans) == ((), ())
    undo(club)
    assert state(club) == before


def test_limits_and_wishes_are_kept_with_the_person_and_raise_the_version_once(club):
    meet = Meet(club)
    anna = meet.people[0]
    wishes = {"signed_up": (meet.role.id,), "likes": (meet.role.id,), "dislikes": ()}
    with club.write("change Anna") as work:
        people.save_person(work, replace(anna, max_minutes=480, max_minutes_day=240, min_rest=600, **wishes))
    changed = next(one for one in everyone(club) if one.id == anna.id)
    assert (changed.max_minutes, changed.max_minutes_day, changed.min_rest, changed.version) == (480, 240, 600, 2)
    assert (changed.signed_up, changed.likes, changed.dislikes) == ((meet.role.id,), (meet.role.id,), ())
    with club.write("change Anna's mind") as work:
        people.save_person(work, replace(changed, likes=(), dislikes=(meet.role.id,)))
    changed = next(one for one in everyone(club) if one.id == anna.id)
    assert (changed.signed_up, changed.likes) == ((meet.role.id,), ())
    assert (changed.dislikes, changed.version) == ((meet.role.id,), 3)


def role_of(club, role_id):
    with club.read() as reader:
        return next(role for role in events.load_roles(reader) if role.id == role_id)


def test_a_role_is_saved_with_its_skills_and_the_wanted_one_gets_no_row(club):
    skills = [Skill(id=new_id(), name=name) for name in ("Starter", "Judge", "Driver")]
    starter, judge, driver = skills
    role = Role(id=new_id(), name="Starter", skills=(judge.id,), wanted_skills=("Starter",))
    with club.write("add a role") as work:
        people.insert_skills(work, skills)
        events.insert_roles(work, [role])
    before, rows = role_of(club, role.id), state(club)["role_skills"]
    assert set(before.skills) == {starter.id, judge.id}
    with club.write("change its priority") as work:
        events.save_role(work, replace(before, priority=1, is_opt_in=True))
    assert role_of(club, role.id) == replace(before, priority=1, is_opt_in=True, version=2)
    assert state(club)["role_skills"] == rows
    with club.write("change its skills") as work:
        events.save_role(work, replace(role_of(club, role.id), skills=(driver.id,), wanted_skills=()))
    assert (role_of(club, role.id).skills, role_of(club, role.id).version) == ((driver.id,), 3)
    with pytest.raises(Conflict), club.write("too late") as work:
        events.save_role(work, before)
