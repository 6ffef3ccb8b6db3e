"""Ways between venues."""

import pytest
from tests.services.rule_samples import add_people, make_gala

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput, NotFound


@pytest.fixture
def services(tmp_path):
    services = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    make_gala(services)
    return services


def minutes(services):
    return [way.minutes for way in services.travel.table().ways]


def test_a_way_is_entered_once_for_both_directions_and_taken_away_with_0(services):
    hall, quay = services.travel.table().venues
    assert (hall.name, quay.name) == ("Hall", "Quay")
    assert services.travel.set_way(hall.id, quay.id, 20).title == "set the way between Hall and Quay"
    services.travel.set_way(quay.id, hall.id, 25)
    assert minutes(services) == [25]
    services.travel.set_way(hall.id, quay.id, 0)
    assert minutes(services) == []
    services.history.undo()
    assert minutes(services) == [25]
    assert not services.travel.set_way(hall.id, quay.id, 25)


def test_what_is_no_way_is_refused(services):
    hall, quay = services.travel.table().venues
    for one, other, length in ((hall, hall, 5), (hall, quay, -1), (hall, quay, 24 * 60 + 1)):
        with pytest.raises(InvalidInput, match="Nothing was changed"):
            services.travel.set_way(one.id, other.id, length)
    with pytest.raises(NotFound):
        services.travel.set_way(hall.id, 1, 5)


def test_venues_are_found_by_the_beginning_of_their_name(services):
    assert services.travel.find("qu").name == "Quay"
    with pytest.raises(NotFound, match="no venue called “Café”"):
        services.travel.find("Café")


def test_who_is_put_on_two_places_too_far_apart_is_warned_of(services):
    add_people(services, "Bo Ek")
    hall, quay = services.travel.table().venues
    services.travel.set_way(hall.id, quay.id, 20)
    assert services.rosters.assign("Gala", "Bo Ek", "runner", "08:00").warnings == ()
    (warning,) = services.rosters.assign("Gala", "Bo Ek", "runner", "12:15").warnings
    assert warning.startswith("Bo Ek has 15 minutes from Runner (Morning")
