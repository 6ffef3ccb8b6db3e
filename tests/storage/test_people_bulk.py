"""Many people at once: what belongs to them goes with them, and comes back."""

from dataclasses import replace
from datetime import timedelta

from tests.storage.club_samples import MOMENT, NOON, Meet, everyone, full_person, poll_with_options, state, undo

from clubhub.domain.ids import new_id
from clubhub.domain.polls import Answer
from clubhub.storage import events, people_bulk, polls, rosters


def test_a_person_goes_with_contacts_places_and_answers_and_all_come_back(club):
    meet, full = Meet(club), full_person(club)
    helper = meet.people[0]
    meet.assign(club, helper, 1)
    poll, _options = poll_with_options(club)
    with club.write("answer") as work:
        polls.insert_answers(work, [Answer(id=new_id(), poll_id=poll.id, person_id=full.id, answered_at=MOMENT)])
        events.save_event(work, replace(meet.event, contact_id=full.id))
    before = state(club)
    with club.write("remove two") as work:
        people_bulk.delete_people(work, [helper.id, full.id])
    with club.read() as reader:
        assert rosters.load_assignments(reader, meet.event.id) == []
        assert polls.load_answers(reader, poll.id) == []
        assert events.load_events(reader)[0].contact_id is None
    assert {person.id for person in everyone(club)} == {person.id for person in meet.people[1:]}
    undo(club)
    assert state(club) == before


def test_only_households_without_people_are_removed(club):
    full = full_person(club)
    before = state(club)["households"]
    with club.write("tidy") as work:
        people_bulk.delete_empty_households(work, [full.household_id])
    assert state(club)["households"] == before
    with club.write("remove") as work:
        people_bulk.delete_people(work, [full.id])
        people_bulk.delete_empty_households(work, [full.household_id])
    assert state(club)["households"] == {}


def test_duties_are_told_for_those_who_have_them(club):
    meet = Meet(club)
    meet.assign(club, meet.people[0], 1)
    with club.read() as reader:
        assert people_bulk.duty_ends(reader) == {meet.people[0].id: NOON + timedelta(hours=4)}
        assert people_bulk.events_on_duty(reader, meet.people[0].id) == {meet.event.id}
        assert people_bulk.events_on_duty(reader, meet.people[1].id) == set()
