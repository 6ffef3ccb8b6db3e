"""Every value comes back from the file as it went in, in the order that the loader promises."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.storage.club_samples import MOMENT, NOON, Meet, add, everyone, full_person, person, poll_with_options, undo
from tests.storage.conftest import CLUB

from clubhub.domain.errors import Conflict
from clubhub.domain.events import Role, Session
from clubhub.domain.ids import new_id
from clubhub.domain.people import AgeBand, Group, Household, Skill
from clubhub.domain.polls import Answer, Mark
from clubhub.domain.posts import Post
from clubhub.domain.rosters import Publication, PublishedPlace, PublishedShift
from clubhub.storage import clubs, events, people, polls, posts, rosters


def test_a_person_with_everything_comes_back(club):
    value = full_person(club)
    assert everyone(club) == [value]


def test_an_edited_person_loses_and_gains_what_the_edit_says(club):
    value = full_person(club)
    edited = replace(value, emails=value.emails[::-1], phones=(), skills=value.skills[:1], groups=(), household_id=None)
    with club.write("edit") as work:
        people.save_person(work, edited)
    assert everyone(club) == [replace(edited, version=2)]


def test_people_come_by_family_name_then_given_name(club):
    add(club, person("Bo", "Lind"), person("Anna", "Ström"), person("Anna", "Lind"))
    assert [value.name for value in everyone(club)] == ["Anna Lind", "Bo Lind", "Anna Ström"]


def test_only_those_asked_for_come(club):
    anna, bo = person("Anna", emails=("a@example.org",)), person("Bo", emails=("b@example.org",))
    add(club, anna, bo)
    with club.read() as reader:
        assert people.load_people(reader, [bo.id, 4711]) == [bo]
        assert people.load_people(reader, []) == []


def test_households_groups_and_skills_come_by_name(club):
    with club.write("add") as work:
        people.insert_households(work, [Household(id=new_id(), name=name) for name in ("Ström", "Lind")])
        people.insert_groups(work, [Group(id=new_id(), name=name) for name in ("Masters", "Juniors")])
        people.insert_skills(work, [Skill(id=new_id(), name=name) for name in ("Starter", "First aid")])
    with club.read() as reader:
        assert [value.name for value in people.load_households(reader)] == ["Lind", "Ström"]
        assert [value.name for value in people.load_groups(reader)] == ["Juniors", "Masters"]
        assert [value.name for value in people.load_skills(reader)] == ["First aid", "Starter"]


def test_the_club_comes_back_edited_and_a_stale_edit_is_refused(club):
    with club.read() as reader:
        assert clubs.load_club(reader) == CLUB
    with club.write("move") as work:
        clubs.save_club(work, replace(CLUB, time_zone="Europe/Stockholm"))
    with club.read() as reader:
        assert clubs.load_club(reader) == replace(CLUB, time_zone="Europe/Stockholm", version=2)
    with pytest.raises(Conflict), club.write("rename") as work:
        clubs.save_club(work, replace(CLUB, name="Other"))


def test_an_event_with_all_its_parts_comes_back(club):
    meet = Meet(club)
    session = Session(
        id=new_id(),
        event_id=meet.event.id,
        number=1,
        name="Heats",
        starts=NOON,
        ends=NOON + timedelta(hours=3),
        warm_up=NOON - timedelta(hours=1),
        officials_meeting=None,
        ends_is_estimated=True,
    )
    with club.write("more") as work:
        events.insert_sessions(work, [session])
        events.save_event(work, replace(meet.event, estimates=("The end was estimated.",), lanes=8))
        events.save_shift(work, replace(meet.shift, session_id=session.id))
    with club.read() as reader:
        assert events.load_events(reader) == [
            replace(meet.event, estimates=("The end was estimated.",), lanes=8, version=2)
        ]
        assert events.load_sessions(reader, meet.event.id) == [session]
        assert events.load_shifts(reader, meet.event.id) == [replace(meet.shift, session_id=session.id, version=2)]
        assert events.load_needs(reader, meet.event.id) == [meet.need]
        assert events.load_venues(reader) == [meet.venue]


def test_roles_come_by_priority_with_their_skills(club):
    skills = [Skill(id=new_id(), name=name) for name in ("Starter", "First aid")]
    starter = Role(
        id=new_id(),
        name="Starter",
        skills=tuple(sorted(skill.id for skill in skills)),
        minimum_age=AgeBand.ADULT,
        priority=1,
    )
    with club.write("add") as work:
        people.insert_skills(work, skills)
        events.insert_roles(work, [Role(id=new_id(), name="Canteen", priority=9), starter])
    with club.read() as reader:
        first, second = events.load_roles(reader)
    assert (first, second.name) == (starter, "Canteen")


def test_a_role_has_the_first_wanted_skill_that_the_club_has_now_and_loses_it_with_the_skill(club):
    aider = Role(id=new_id(), name="First aid", wanted_skills=("Ensiapu", "First aid", "EA1"))
    later, sooner = (Skill(id=new_id(), name=name) for name in ("EA1", "first-aid"))
    with club.write("add the role") as work:
        events.insert_roles(work, [aider])
    for skill in (later, sooner):
        with club.write("add a skill") as work:
            people.insert_skills(work, [skill])
        with club.read() as reader:
            assert events.load_roles(reader) == [replace(aider, skills=(skill.id,))]
    undo(club)
    undo(club)
    with club.read() as reader:
        assert events.load_roles(reader) == [aider]


def test_a_skill_that_a_role_has_and_wants_stands_once(club):
    skill = Skill(id=new_id(), name="Starter")
    starter = Role(id=new_id(), name="Starter", skills=(skill.id,), wanted_skills=("Starter",))
    with club.write("add") as work:
        people.insert_skills(work, [skill])
        events.insert_roles(work, [starter])
    with club.read() as reader:
        assert events.load_roles(reader) == [starter]


def test_removing_a_shift_takes_its_needs_and_assignments(club):
    meet = Meet(club)
    meet.assign(club, meet.people[0], 1)
    with club.write("remove the shift") as work:
        events.delete_shifts(work, [meet.shift])
    with club.read() as reader:
        assert events.load_shifts(reader, meet.event.id) == []
        assert events.load_needs(reader, meet.event.id) == []
        assert rosters.load_assignments(reader, meet.event.id) == []


def test_the_marks_of_an_answer_come_back_under_their_options(club):
    poll, options = poll_with_options(club)
    answer = Answer(
        id=new_id(),
        poll_id=poll.id,
        guest_name="Frida",
        marks={options[0].id: Mark.YES, options[2].id: Mark.IF_NEED_BE},
        comment="With my dog.",
        answered_at=MOMENT,
    )
    with club.write("answer") as work:
        polls.insert_answers(work, [answer])
        polls.save_answer(work, replace(answer, marks={**answer.marks, options[1].id: Mark.NO}))
    with club.read() as reader:
        (back,) = polls.load_answers(reader, poll.id)
        assert polls.load_options(reader, poll.id) == options
        assert polls.load_polls(reader) == [poll]
    assert back == replace(answer, marks={**answer.marks, options[1].id: Mark.NO}, version=2)
    assert all(isinstance(mark, Mark) for mark in back.marks.values())


def test_a_publication_comes_back_newest_first(club):
    meet = Meet(club)
    published = [
        Publication(
            id=new_id(),
            event_id=meet.event.id,
            number=number,
            published_at=MOMENT,
            shifts=(PublishedShift(shift_id=meet.shift.id, starts=meet.shift.starts, ends=meet.shift.ends),),
            places=(
                PublishedPlace(shift_id=meet.shift.id, need_id=meet.need.id, place=number, person_id=meet.people[0].id),
            ),
        )
        for number in (1, 2)
    ]
    with club.write("publish") as work:
        for publication in published:
            rosters.insert_publication(work, publication)
    with club.read() as reader:
        assert rosters.load_publications(reader, meet.event.id) == published[::-1]


def test_posts_come_newest_first(club):
    older, newer = (
        Post(id=new_id(), title=title, body="Hej!", written_at=MOMENT + timedelta(days=days), audience="group Juniors")
        for title, days in (("Bus", 0), ("Lunch", 1))
    )
    with club.write("announce") as work:
        posts.insert_post(work, older)
        posts.insert_post(work, newer)
    with club.read() as reader:
        assert posts.load_posts(reader) == [newer, older]
