"""How a household stands, in words, and the table of them."""

from datetime import date, datetime

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.domain.clubs import Club
from clubhub.domain.ledger import HouseholdBalance, LedgerEntry, Turn
from clubhub.domain.people import Household, Person
from clubhub.domain.seasons import Season
from clubhub.viewmodels.ledger import (
    entry_text,
    key_of,
    ledger_columns,
    matching,
    season_sentence,
    state_of,
    sums_sentence,
    turn_text,
)
from clubhub.viewmodels.table_model import RowTableModel


def turn(minutes, *, is_done):
    return Turn(person_id=1, event_id=2, event_name="Gala", role_name="Runner",
                starts=datetime.fromisoformat("2027-06-12 08:00"), minutes=minutes, is_done=is_done)  # fmt: skip


def page(duty=None, turns=(), entered=0, name="Ek"):
    entries = (LedgerEntry(id=5, done_on=date(2027, 5, 1), minutes=entered, note="baked cakes"),) if entered else ()
    people = (Person(id=1, given_name="Bo", family_name=name), Person(id=7, given_name="Åsa", family_name=name))
    return HouseholdBalance(key=3, name=name, household=Household(id=3, name=name), members=people,
                            duty_minutes=duty, turns=turns, entries=entries)  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "meaning", "words"),
    [
        (page(), "", ""),
        (page(0), "", "owes nothing"),
        (page(480), "open", "8:00 h to do"),
        (page(480, [turn(180, is_done=False)], 60), "open", "4:00 h to do"),
        (page(480, [turn(480, is_done=False)]), "planned", "done with what is coming"),
        (page(480, [turn(480, is_done=True)]), "ok", "done"),
        (page(480, [turn(480, is_done=True)], 90), "ok", "done, 1:30 h more"),
    ],
)
def test_a_household_stands_as_its_hours_say(shown, meaning, words):
    assert (state_of(shown).meaning, state_of(shown).text) == (meaning, words)


def test_sums_leave_out_what_is_nothing():
    assert sums_sentence(page(480)) == "Nothing yet"
    shown = page(480, [turn(240, is_done=True), turn(180, is_done=False)], -30)
    assert sums_sentence(shown) == "Served 4:00 h, entered −0:30 h, coming 3:00 h"


def test_shifts_and_entries_are_told_with_their_days():
    assert turn_text(turn(60, is_done=True)) == "12 June 2027, Runner, Gala"
    assert entry_text(page(0, entered=60).entries[0]) == "1 May 2027, baked cakes"


def test_the_season_says_what_is_owed():
    season = Season(starts_on=date(2026, 8, 1), ends_on=date(2027, 7, 31))
    club = Club(name="Kvarnö", time_zone="Europe/Helsinki", duty_minutes=450)
    assert season_sentence(club, season) == "1 August 2026 to 31 July 2027. Every household owes 7:30 h."
    nothing = Club(name="Kvarnö", time_zone="Europe/Helsinki")
    assert season_sentence(nothing, season) == "1 August 2026 to 31 July 2027. The club asks for no hours."


def test_words_are_found_in_the_household_and_its_people():
    pages = [page(name="Ek"), page(name="Lind")]
    assert [found.name for found in matching(pages, "asa li")] == ["Lind"]
    assert matching(pages, "") == pages


def test_the_table_shows_hours_only_where_there_are_some(qtmodeltester):
    model = RowTableModel(ledger_columns(), key_of)
    qtmodeltester.check(model)
    tester = QAbstractItemModelTester(model)
    model.set_rows([page(480, [turn(240, is_done=True)])])
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown == ["Ek", "Bo and Åsa", "8:00", "4:00", "", "", "4:00 h to do"]
    assert tester.model() is model
