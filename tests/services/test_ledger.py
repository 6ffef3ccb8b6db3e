"""What households owe and have done, from rosters and by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.services.rule_samples import add_people, make_gala

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound

GALA = date(2027, 6, 12)


@pytest.fixture
def services(tmp_path, monkeypatch):
    monkeypatch.setattr("clubhub.services.ledger_pages.utc_now", lambda: datetime(2027, 6, 12, 9, 0, tzinfo=UTC))
    club = Club(name="Kvarnö", time_zone="Europe/Helsinki", duty_minutes=600)
    return create_club(tmp_path / "club.clubhub", club)


def pages(services, day=GALA):
    return {page.name: page for page in services.ledger.ledger(day).balances}


def test_a_roster_counts_as_done_where_it_is_over_and_as_planned_where_not(services):
    add_people(services, "Bo Ek", "Aino Ek", household="Ek")
    make_gala(services)
    services.rosters.assign("Gala", "Bo Ek", "runner", "08:00")
    services.rosters.assign("Gala", "Aino Ek", "runner", "12:15")
    page = pages(services)["Ek"]
    assert (page.served_minutes, page.planned_minutes, page.balance_minutes) == (240, 180, -360)
    assert [(turn.event_name, turn.role_name, turn.minutes) for turn in page.turns] == [
        ("Gala", "Runner", 240),
        ("Gala", "Runner", 180),
    ]
    assert services.ledger.ledger(GALA).season.name == "2026/27"
    assert pages(services, date(2027, 8, 1))["Ek"].turns == ()


def test_what_is_entered_by_hand_counts_and_can_be_changed_and_taken_back(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    done = services.ledger.enter(bo.household_id, 120, " baked cakes ", GALA)
    assert (done.changes.title, done.entry.note) == ("enter 2:00 h for Ek", "baked cakes")
    services.ledger.change(replace(done.entry, minutes=-30))
    assert pages(services)["Ek"].done_minutes == -30
    with pytest.raises(Conflict):
        services.ledger.change(replace(done.entry, minutes=60))
    services.ledger.remove([done.entry.id])
    assert pages(services)["Ek"].entries == ()
    services.history.undo()
    assert pages(services)["Ek"].entries[0].minutes == -30


def test_an_entry_for_somebody_counts_for_their_household_and_else_for_them_alone(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    (maja,) = add_people(services, "Maja Vik")
    assert services.ledger.enter(bo.id, 60, "", GALA).entry.household_id == bo.household_id
    assert services.ledger.enter(maja.id, 60, "", GALA).entry.person_id == maja.id
    assert {name: page.entered_minutes for name, page in pages(services).items()} == {"Ek": 60, "Maja Vik": 60}


def test_an_entry_without_a_day_is_of_today_in_the_club_s_zone(services, monkeypatch):
    monkeypatch.setattr("clubhub.services.club_facts.utc_now", lambda: datetime(2027, 7, 31, 22, 0, tzinfo=UTC))
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    assert services.ledger.enter(bo.household_id, 60, "").entry.done_on == date(2027, 8, 1)
    assert services.ledger.ledger().season.name == "2027/28"


@pytest.mark.parametrize(("minutes", "day"), [(0, GALA), (10_000 * 60 + 1, GALA), (60, date(1066, 1, 1))])
def test_what_is_no_entry_is_refused(services, minutes, day):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        services.ledger.enter(bo.household_id, minutes, "", day)
    with pytest.raises(NotFound):
        services.ledger.enter(1, 60, "", GALA)


def test_a_household_of_its_own_duty_and_one_that_is_exempt(services):
    add_people(services, "Bo Ek", household="Ek")
    household = pages(services)["Ek"].household
    services.ledger.set_duty(household, 0)
    assert (pages(services)["Ek"].duty_minutes, pages(services)["Ek"].left_minutes()) == (0, 0)
    with pytest.raises(Conflict):
        services.ledger.set_duty(household, 60)
    with pytest.raises(InvalidInput):
        services.ledger.set_duty(pages(services)["Ek"].household, -1)
    services.history.undo()
    assert pages(services)["Ek"].duty_minutes == 600


def test_a_household_that_moved_away_stays_until_its_last_entry_is_removed(services):
    (bo,) = add_people(services, "Bo Ek", household="Ek")
    entry = services.ledger.enter(bo.household_id, 60, "", GALA).entry
    services.people.remove([bo.id])
    assert pages(services)["Ek"].members == ()
    services.ledger.remove([entry.id])
    assert pages(services) == {}


def test_the_page_beside_a_person_is_the_one_of_the_ledger(services):
    bo, aino, cia = add_people(services, "Bo Ek", "Aino Ek", household="Ek") + add_people(services, "Cia Lund")
    make_gala(services)
    services.rosters.assign("Gala", "Bo Ek", "runner", "08:00")
    services.rosters.assign("Gala", "Cia Lund", "runner", "12:15")
    services.ledger.enter(bo.household_id, 90, "baked cakes")
    services.ledger.enter(cia.id, 30, "drove the bus")
    known = services.ledger.ledger()
    for person in (bo, aino, cia):
        detail = services.people.detail(person.id)
        assert detail.season == known.season
        assert detail.hours == next(page for page in known.balances if page.key == person.household_key)


def test_an_entry_is_read_alone_and_missed_when_it_is_gone(services):
    (bo,) = add_people(services, "Bo Ek")
    entry = services.ledger.enter(bo.id, 60, "cakes").entry
    assert services.ledger.entry(entry.id) == entry
    services.ledger.remove([entry.id])
    with pytest.raises(NotFound, match="no longer in the ledger"):
        services.ledger.entry(entry.id)
