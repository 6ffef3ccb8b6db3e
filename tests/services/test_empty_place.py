"""Why places of a filled roster are empty, and why somebody is on one."""

from datetime import timedelta

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.polls import Mark
from clubhub.services.bundle import Services
from clubhub.services.empty_place import Where
from clubhub.services.roster_desk import PlaceKey, RosterDesk


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The demo, filled; tests only read it."""
    folder = tmp_path_factory.mktemp("why")
    return opened_copy(make_filled(folder / "filled.clubhub"), folder / "demo.clubhub")


@pytest.fixture(scope="module")
def desk(services: Services) -> RosterDesk:
    return services.places.desk(the_event(services).id)


def open_key(desk: RosterDesk, role: str) -> PlaceKey:
    return next(key for key, entry in desk.entries.items() if entry.place.is_open and entry.need.role.name == role)


def test_more_places_than_people_at_a_moment_are_a_proof(services: Services, desk: RosterDesk):
    crowd = services.places.story(desk, open_key(desk, "Canteen")).why.crowd
    assert f"{crowd.at:%H:%M}" == "13:30"
    running = [
        need
        for shift in desk.roster.shifts
        if shift.shift.starts <= crowd.at < shift.shift.ends
        for need in shift.needs
    ]
    assert crowd.people < crowd.places <= sum(need.need.min_count for need in running)
    coming = desk.facts.availabilities.during(crowd.at, crowd.at + timedelta(minutes=1)).values()
    assert crowd.people <= sum(mark is not Mark.NO for mark in coming)


def test_the_proof_is_told_with_the_time_of_day_of_the_event(services: Services):
    event = the_event(services)
    found = {empty.role: empty.reasons for empty in services.rosters.why(event.name)}
    [proof] = [reason for reason in found["Canteen"] if "want somebody" in reason]
    assert proof.startswith("At Sun 13 June 13:30 ")
    assert not [reason for reason in found["First aid"] if "want somebody" in reason]


def test_a_place_whose_able_people_are_all_on_it_needs_no_crowd(services: Services, desk: RosterDesk):
    why = services.places.story(desk, open_key(desk, "First aid")).why
    assert why.is_proved
    assert why.crowd is None


def test_who_else_could_be_there_is_counted_where_they_are(services: Services, desk: RosterDesk):
    keys = [key for key, entry in desk.entries.items() if entry.place.person]
    stories = [services.places.story(desk, key) for key in keys[::20]]
    for story in stories:
        assert story.besides.others == sum(count.count for count in story.besides.counts)
    assert {count.where for story in stories for count in story.besides.counts} >= {Where.FREE, Where.BUSY}
    assert {story.owed for story in stories} == {None}
