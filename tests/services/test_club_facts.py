"""What the engine's question and the warnings are made from."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.services.rule_samples import add_people, key_of, make_gala

from clubhub.app import create_club
from clubhub.domain.club_rules import Company
from clubhub.domain.clubs import Club

GALA = date(2027, 6, 12)


@pytest.fixture
def services(tmp_path):
    return create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))


def with_duty(services, minutes):
    services.clubs.save(replace(services.clubs.club(), duty_minutes=minutes))


def test_pairs_ways_and_the_event_s_bans_are_known(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    gala = make_gala(services)
    services.companions.keep(bo.id, aino.id, Company.TOGETHER)
    services.bans.ban_by_name("Gala", "Bo Ek", "judge", None)
    hall, quay = services.travel.table().venues
    services.travel.set_way(hall.id, quay.id, 20)
    desk = services.places.desk(gala.id)
    rules = desk.facts.rules
    assert list(rules.together_with(bo.id)) == [aino.id]
    assert rules.ban(bo.id, key_of(desk, "Judge", "Morning").need_id) is not None
    assert rules.minutes_between(quay.id, hall.id) == 20
    assert desk.facts.owed == {}


def test_what_is_owed_leaves_the_event_s_own_places_out_and_counts_all_else(services, monkeypatch):
    monkeypatch.setattr("clubhub.services.ledger_pages.utc_now", lambda: datetime(2027, 6, 1, tzinfo=UTC))
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    (maja,) = add_people(services, "Maja Vik")
    with_duty(services, 600)
    gala = make_gala(services)
    services.rosters.assign("Gala", "Bo Ek", "runner", "08:00")
    assert services.places.desk(gala.id).facts.owed == {bo.household_id: 10, maja.id: 10}
    services.ledger.enter(bo.household_id, 90, "baked cakes", GALA)
    other = make_gala(services, "2027-06-19")
    assert services.places.desk(other.id).facts.owed == {bo.household_id: 5, maja.id: 10}  # 600 - 90 - 240 minutes
    assert services.places.desk(gala.id).facts.owed[bo.household_id] == 9


def test_a_duty_of_another_season_is_whole_again(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    with_duty(services, 600)
    services.ledger.enter(bo.household_id, 600, "painted the hall", GALA)
    gala = make_gala(services, "2027-08-14")
    assert services.places.desk(gala.id).facts.owed == {bo.household_id: 10}


def test_an_exempt_household_owes_nothing_where_the_others_share_evenly(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    add_people(services, "Maja Vik")
    (page,) = [page for page in services.ledger.ledger(GALA).balances if page.name == "Ek"]
    services.ledger.set_duty(page.household, 0)
    assert services.places.desk(make_gala(services).id).facts.owed == {bo.household_id: 0}


def test_a_desk_that_is_asked_again_knows_what_was_entered_meanwhile(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    with_duty(services, 600)
    gala = make_gala(services)
    desk = services.places.desk(gala.id)
    services.ledger.enter(bo.household_id, 120, "", GALA)
    assert services.places.desk(gala.id, desk).facts.owed == {bo.household_id: 8}
