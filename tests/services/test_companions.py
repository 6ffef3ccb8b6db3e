"""Pairs that rosters keep together or apart."""

import pytest
from tests.services.rule_samples import add_people, key_of, make_gala

from clubhub.app import create_club
from clubhub.domain.breaks import Rule
from clubhub.domain.club_rules import Company
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput, NotFound


@pytest.fixture
def services(tmp_path):
    return create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))


def told(services):
    return [(pair.one.name, pair.other.name, str(pair.row.company)) for pair in services.companions.pairs()]


def test_a_pair_is_the_one_or_the_other_and_is_listed_by_name(services):
    bo, aino, carl = add_people(services, "Bo Ek", "Aino Vik", "Carl Holm")
    changes = services.companions.keep(bo.id, aino.id, Company.TOGETHER)
    assert changes.title == "keep Bo Ek and Aino Vik together"
    services.companions.keep(carl.id, bo.id, Company.TOGETHER)
    assert told(services) == [("Aino Vik", "Bo Ek", "together"), ("Bo Ek", "Carl Holm", "together")]
    services.companions.keep(aino.id, bo.id, Company.APART)
    assert told(services)[0] == ("Aino Vik", "Bo Ek", "apart")
    services.history.undo()
    assert told(services)[0] == ("Aino Vik", "Bo Ek", "together")


def test_a_person_s_page_has_the_pairs_of_that_person(services):
    bo, aino, carl = add_people(services, "Bo Ek", "Aino Vik", "Carl Holm")
    services.companions.keep(bo.id, aino.id, Company.TOGETHER)
    services.companions.keep(aino.id, carl.id, Company.APART)
    found = {who.name: [str(pair.row.company) for pair in services.people.detail(who.id).pairs] for who in (bo, aino)}
    assert found == {"Bo Ek": ["together"], "Aino Vik": ["together", "apart"]}


def test_what_is_so_already_is_no_change(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    assert services.companions.keep(bo.id, aino.id, Company.APART)
    assert not services.companions.keep(aino.id, bo.id, Company.APART)


def test_a_pair_that_is_let_be_comes_back_by_undo(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    services.companions.keep(bo.id, aino.id, Company.APART)
    (pair,) = services.companions.pairs()
    assert services.companions.release([pair.row.id]).title == "no longer keep together or apart: Aino Vik – Bo Ek"
    assert told(services) == []
    services.history.undo()
    assert len(told(services)) == 1


def test_a_pair_is_two_people_of_the_club(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    with pytest.raises(InvalidInput, match="two different"):
        services.companions.keep(bo.id, bo.id, Company.APART)
    services.people.remove([aino.id])
    with pytest.raises(NotFound, match="no longer in the club"):
        services.companions.keep(bo.id, aino.id, Company.APART)


def test_the_desk_hears_of_a_new_pair(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    event = make_gala(services)
    desk = services.places.desk(event.id)
    services.places.assign(desk, key_of(desk, "Runner", "Morning"), bo.id)
    services.places.assign(desk, key_of(desk, "Judge", "Morning"), aino.id)
    desk = services.places.desk(event.id, desk)
    assert desk.warnings == {}
    services.companions.keep(bo.id, aino.id, Company.APART)
    desk = services.places.desk(event.id, desk)
    assert [[found.rule for found in breaks] for breaks in desk.warnings.values()] == [[Rule.KEPT_APART]] * 2
    notices = [notice.sentence for notice in services.rosters.notices("Gala") if notice.kind == "kept apart"]
    assert len(notices) == 1
