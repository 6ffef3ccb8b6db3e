"""What households owe, have done, and are going to do."""

from datetime import date

import pytest
from tests.domain.roster_parts import at, person

from clubhub.domain.clubs import Club
from clubhub.domain.ledger import LedgerEntry, Turn, duty_of, ledger_of, whole_hours
from clubhub.domain.people import Household
from clubhub.domain.seasons import season_of

CLUB = Club(name="Kvarnö", time_zone="Europe/Helsinki", duty_minutes=600)
SEASON = season_of(CLUB, date(2027, 6, 12))
VIK = Household(id=100, name="Vik")
HOLM = Household(id=200, name="holm", duty_minutes=0)
AINO, ERIK = (person(number, f"{name} Vik", household_id=VIK.id) for number, name in ((1, "Aino"), (2, "Erik")))
ALONE = person(3, "Maja Ek")


def turn(who, minutes, *, event=1, is_done=True, day=12):
    return Turn(
        person_id=who.id,
        event_id=event,
        event_name="Games",
        role_name="Runner",
        starts=at(f"2027-06-{day} 09:00"),
        minutes=minutes,
        is_done=is_done,
    )


def pages(turns=(), entries=(), club=CLUB, households=(VIK, HOLM), people=(AINO, ERIK, ALONE)):
    ledger = ledger_of(club, SEASON, people=people, households=households, turns=turns, entries=entries)
    return {page.name: page for page in ledger.balances}


def test_everybody_has_a_page_by_name_and_somebody_without_a_household_one_alone():
    found = pages()
    assert list(found) == ["holm", "Maja Ek", "Vik"]
    assert found["Vik"].members == (AINO, ERIK)
    assert (found["Maja Ek"].household, found["Maja Ek"].key, found["Maja Ek"].members) == (None, ALONE.id, (ALONE,))
    assert (found["holm"].members, found["holm"].turns) == ((), ())


def test_what_is_done_what_is_planned_and_what_was_entered_are_told_apart():
    entry = LedgerEntry(id=9, done_on=date(2027, 5, 1), minutes=120, note="baked cakes", household_id=VIK.id)
    page = pages([turn(AINO, 200, day=13), turn(ERIK, 60, is_done=False, day=12)], [entry])["Vik"]
    assert (page.served_minutes, page.planned_minutes, page.entered_minutes, page.done_minutes) == (200, 60, 120, 320)
    assert page.balance_minutes == 320 - 600
    assert page.left_minutes() == 600 - 320 - 60
    assert [one.person_id for one in page.turns] == [ERIK.id, AINO.id]


def test_what_is_left_to_do_leaves_the_event_out_that_is_being_planned_and_is_never_negative():
    page = pages([turn(AINO, 500, event=1), turn(AINO, 300, event=2, is_done=False)])["Vik"]
    assert page.left_minutes() == 0
    assert page.left_minutes(without=1) == 300
    assert page.left_minutes(without=2) == 100
    assert page.balance_minutes == -100


def test_an_own_duty_goes_before_the_club_s_and_nothing_is_owed_where_there_is_none():
    assert [duty_of(CLUB, household) for household in (VIK, HOLM, None)] == [600, 0, 600]
    free = Club(name="Kvarnö", time_zone="Europe/Helsinki")
    assert [duty_of(free, household) for household in (VIK, HOLM, None)] == [None, 0, None]
    page = pages([turn(AINO, 60)], club=free)["Vik"]
    assert (page.balance_minutes, page.left_minutes(), page.served_minutes) == (None, None, 60)


def test_what_somebody_did_alone_counts_for_the_household_that_they_join():
    entry = LedgerEntry(id=9, done_on=date(2027, 5, 1), minutes=90, person_id=ALONE.id)
    assert pages(entries=[entry])["Maja Ek"].entered_minutes == 90
    joined = person(3, "Maja Ek", household_id=VIK.id)
    assert pages(entries=[entry], people=(AINO, joined))["Vik"].entered_minutes == 90


@pytest.mark.parametrize(("minutes", "hours"), [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2)])
def test_hours_are_rounded_with_half_an_hour_up(minutes: int, hours: int):
    assert whole_hours(minutes) == hours
