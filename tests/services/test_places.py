"""Places changed by hand, one by one, on the demo club."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.demo_copies import make_demo

from clubhub.app import build_services
from clubhub.domain.breaks import Rule
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.polls import Mark
from clubhub.services.empty_place import Where
from clubhub.services.roster_desk import PlaceKey


@pytest.fixture(scope="session")
def unfilled_demo(tmp_path_factory):
    path = tmp_path_factory.mktemp("places") / "demo.clubhub"
    return make_demo(path)


@pytest.fixture
def services(unfilled_demo, tmp_path):
    path = tmp_path / "demo.clubhub"
    path.write_bytes(unfilled_demo.read_bytes())
    return build_services(path)


@pytest.fixture
def desk(services):
    return services.places.desk(services.events.find("Kvarken").id)


def key_of(desk, role, session, number=1):
    return next(
        key
        for key, entry in desk.entries.items()
        if (entry.need.role.name, entry.shift.session.name, key.number) == (role, session, number)
    )


def again(services, desk):
    return services.places.desk(desk.roster.event.id, desk)


def test_who_could_step_in_begins_with_a_yes_of_the_household_with_least_hours(services, desk):
    key = key_of(desk, "Runner", "Saturday morning")
    first = desk.stand_ins(key).everybody[0]
    assert (first.fits, first.mark, first.household_length) == (True, Mark.YES, timedelta())
    elsewhere = key_of(desk, "Runner", "Sunday morning")
    services.places.assign(desk, elsewhere, first.person.id)
    later = again(services, desk).stand_ins(key).everybody
    assert [item.person.id for item in later].index(first.person.id) > 0
    found = next(item for item in later if item.person.id == first.person.id)
    assert found.length == found.household_length == timedelta(hours=3, minutes=15)


def test_those_who_break_no_rule_come_before_those_who_break_one(desk):
    found = desk.stand_ins(key_of(desk, "First aid", "Sunday afternoon"))
    assert [len(item.breaks) for item in found.likely] == [0] * found.fitting + [1] * found.bent
    assert len(found.everybody) == len(desk.facts.people)
    assert [len(item.breaks) for item in found.everybody] == sorted(len(item.breaks) for item in found.everybody)


def test_an_empty_place_counts_everybody_once_and_says_when_it_is_proved(services, desk):
    story = services.places.story(desk, key_of(desk, "First aid", "Sunday afternoon"))
    assert sum(count.count for count in story.why.counts) == story.why.asked == len(desk.facts.people)
    assert Counter(count.where for count in story.why.counts)[Where.LACKS_SKILL] == 1
    assert story.why.is_proved == (story.why.able == 0)
    assert story.why.remedy


def test_a_place_that_somebody_could_take_is_not_proved_to_stay_empty(services, desk):
    story = services.places.story(desk, key_of(desk, "Runner", "Saturday morning"))
    minors = sum({found.rule for found in item.breaks} == {Rule.MINOR_ALONE} for item in story.stand_ins.likely)
    assert story.why.able == story.stand_ins.fitting + minors
    assert story.stand_ins.fitting > 0 < minors
    assert not story.why.is_proved


def test_somebody_on_another_place_at_that_time_counts_as_busy(services, desk):
    runner, timekeeper = key_of(desk, "Runner", "Saturday morning"), key_of(desk, "Timekeeper", "Saturday morning")
    before = services.places.story(desk, timekeeper).why
    services.places.assign(desk, runner, desk.stand_ins(runner).everybody[0].person.id)
    after = services.places.story(again(services, desk), timekeeper).why
    assert (after.able, after.asked) == (before.able, before.asked)
    assert [count.count for count in after.counts if count.where is Where.BUSY] == [1]


def test_a_place_beyond_the_needed_ones_has_no_reason_to_be_told(services, desk):
    key = key_of(desk, "Runner", "Saturday morning")
    services.places.assign(desk, key, desk.stand_ins(key).everybody[0].person.id)
    full = again(services, desk)
    entry = full.entry(key)
    optional = replace(entry, place=replace(entry.place, number=2, person=None, assignment=None, is_required=False))
    vars(full)["entries"] = {**full.entries, PlaceKey(key.need_id, 2): optional}
    assert services.places.story(full, PlaceKey(key.need_id, 2)).why is None


def test_somebody_assigned_by_hand_is_pinned_and_undo_takes_them_off(services, desk):
    key = key_of(desk, "Runner", "Saturday morning")
    person = desk.stand_ins(key).everybody[0].person
    done = services.places.assign(desk, key, person.id, reason="asked by phone")
    place = again(services, desk).entry(key).place
    assert (place.person, place.assignment.is_pinned, place.assignment.override) == (person, True, "")
    assert (done.warnings, done.changes.title) == ((), f"assign {person.name} to Runner 08:30")
    services.history.undo()
    assert again(services, desk).entry(key).place.person is None


def test_a_rule_that_speaks_against_somebody_is_told_and_the_reason_kept(services, desk):
    key = key_of(desk, "First aid", "Sunday afternoon")
    bent = next(item for item in desk.stand_ins(key).everybody if item.breaks[:1] and not item.fits)
    done = services.places.assign(desk, key, bent.person.id, reason=" She is a nurse. ")
    later = again(services, desk)
    assignment = later.entry(key).place.assignment
    assert done.warnings == tuple(found.sentence for found in bent.breaks)
    assert assignment.override == "She is a nurse."
    assert later.warnings[assignment.id] == bent.breaks
    services.places.set_aside(later, key, "")
    assert again(services, desk).entry(key).place.assignment.override == ""


def test_nobody_is_put_on_a_taken_place_or_twice_on_one_need(services, desk):
    key, beside = (key_of(desk, "Timekeeper", "Saturday morning", number) for number in (1, 2))
    first, second = (item.person for item in desk.stand_ins(key).everybody[:2])
    services.places.assign(desk, key, first.id)
    with pytest.raises(Conflict, match="Somebody is on this place already"):
        services.places.assign(desk, key, second.id)
    with pytest.raises(Conflict, match="in this role already"):
        services.places.assign(desk, beside, first.id)


def test_freeing_somebody_who_was_exchanged_meanwhile_is_refused(services, desk):
    key = key_of(desk, "Timekeeper", "Saturday morning")
    first, second = (item.person for item in desk.stand_ins(key).everybody[:2])
    services.places.assign(desk, key, first.id)
    stale = again(services, desk)
    services.places.free(stale, key)
    services.places.assign(stale, key, second.id)
    with pytest.raises(Conflict, match="Somebody changed this place meanwhile"):
        services.places.free(stale, key)
    assert again(services, desk).entry(key).place.person == second


def test_nobody_is_put_on_a_shift_that_was_moved_meanwhile(services, desk):
    key = key_of(desk, "Timekeeper", "Saturday morning")
    session = desk.entry(key).shift.session
    person = desk.stand_ins(key).everybody[0].person
    services.editing.save_session(replace(session, ends=session.ends + timedelta(hours=3)))
    with pytest.raises(Conflict, match="Somebody changed this shift meanwhile"):
        services.places.assign(desk, key, person.id)
    services.places.assign(again(services, desk), key, person.id)


def test_nobody_is_assigned_who_was_removed_meanwhile(services, desk):
    key = key_of(desk, "Timekeeper", "Saturday morning")
    person = desk.stand_ins(key).everybody[0].person
    services.people.remove([person.id])
    with pytest.raises(NotFound, match=f"{person.name} is no longer in the club"):
        services.places.assign(desk, key, person.id)


def test_another_place_of_the_need_may_be_filled_meanwhile(services, desk):
    key, beside = (key_of(desk, "Timekeeper", "Saturday morning", number) for number in (1, 2))
    first, second = (item.person for item in desk.stand_ins(key).everybody[:2])
    services.places.assign(desk, key, first.id)
    services.places.assign(desk, beside, second.id)
    assert again(services, desk).entry(beside).place.person == second


def test_a_pin_is_set_and_taken_back(services, desk):
    key = key_of(desk, "Timekeeper", "Saturday morning")
    services.places.assign(desk, key, desk.stand_ins(key).everybody[0].person.id, pin=False)
    services.places.pin(again(services, desk), key, is_pinned=True)
    assert again(services, desk).entry(key).place.assignment.is_pinned
    services.places.pin(again(services, desk), key, is_pinned=False)
    assert not again(services, desk).entry(key).place.assignment.is_pinned


def test_two_people_swap_places_of_one_need_and_of_two(services, desk):
    lanes = [key_of(desk, "Timekeeper", "Saturday morning", number) for number in (1, 2)]
    runner = key_of(desk, "Runner", "Sunday morning")
    first, second = (item.person for item in desk.stand_ins(lanes[0]).everybody[:2])
    for key, person in zip(lanes, (first, second), strict=True):
        services.places.assign(desk, key, person.id)
    done = services.places.swap(again(services, desk), *lanes)
    assert done.changes.title == f"swap {first.name} and {second.name}"
    later = again(services, desk)
    assert [later.entry(key).place.person for key in lanes] == [second, first]
    services.places.swap(later, lanes[0], runner)
    later = again(services, desk)
    assert [later.entry(key).place.person for key in (*lanes, runner)] == [None, first, second]
    services.history.undo()
    services.history.undo()
    assert [again(services, desk).entry(key).place.person for key in lanes] == [first, second]


def test_a_move_is_warned_of_by_the_places_that_stay_not_by_the_one_that_is_left(services, desk):
    lane, runner = key_of(desk, "Timekeeper", "Saturday morning"), key_of(desk, "Runner", "Saturday morning")
    person = next(
        item for item in desk.stand_ins(lane).everybody if desk.stand_in(item.person, desk.entry(runner)).fits
    )
    services.places.assign(desk, lane, person.person.id)
    assert services.places.swap(again(services, desk), lane, runner).warnings == ()


def test_two_empty_places_or_one_person_twice_are_not_swapped(services, desk):
    lane, runner = key_of(desk, "Timekeeper", "Saturday morning"), key_of(desk, "Runner", "Sunday morning")
    with pytest.raises(InvalidInput, match="Both places are empty"):
        services.places.swap(desk, lane, runner)
    person = desk.stand_ins(lane).everybody[0].person
    for key in (lane, runner):
        services.places.assign(desk, key, person.id)
    with pytest.raises(InvalidInput, match="same person"):
        services.places.swap(again(services, desk), lane, runner)


def test_somebody_on_two_places_at_once_breaks_a_rule_on_each(services, desk):
    lane, runner = key_of(desk, "Timekeeper", "Saturday morning"), key_of(desk, "Runner", "Saturday morning")
    person = desk.stand_ins(lane).everybody[0].person
    for key in (lane, runner):
        services.places.assign(desk, key, person.id)
    later = again(services, desk)
    for key, other in ((lane, "Runner"), (runner, "Timekeeper")):
        breaks = later.warnings[later.entry(key).place.assignment.id]
        assert [(found.rule, found.subject) for found in breaks] == [(Rule.OVERLAP, other)]


def test_a_filled_place_tells_of_the_person_there(services, desk):
    key, other = key_of(desk, "First aid", "Saturday morning"), key_of(desk, "Runner", "Sunday morning")
    person = desk.stand_ins(key).everybody[0].person
    for place in (key, other):
        services.places.assign(desk, place, person.id)
    story = services.places.story(again(services, desk), key)
    assert (story.there.person, story.there.mark, story.skills) == (person, Mark.YES, ("First aid",))
    assert [entry.need.role.name for entry in story.others] == ["Runner"]


def test_people_are_read_again_only_after_one_of_them_changed(services, desk):
    key = key_of(desk, "Runner", "Saturday morning")
    services.places.assign(desk, key, desk.stand_ins(key).everybody[0].person.id)
    later = again(services, desk)
    assert later.facts is desk.facts
    assert again(services, later) is later
    while services.history.undo().kinds.isdisjoint({"answers"}):
        assert again(services, later).facts is desk.facts
    assert again(services, later).facts is not desk.facts


def test_a_place_or_an_event_that_is_gone_is_told(services, desk):
    with pytest.raises(NotFound, match="no longer in the roster"):
        services.places.story(desk, PlaceKey(1, 1))
    with pytest.raises(NotFound, match="no longer in the club"):
        services.places.desk(1)
