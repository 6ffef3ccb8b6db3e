"""The roster as plain text for a chat."""

from dataclasses import replace

import pytest
from tests.formats.roster_samples import (
    ODD_ROSTERS,
    empty_roster,
    fourteen_days,
    one_person,
    overnight,
    renamed,
    swimming_meet,
)

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.formats.roster_text import roster_text


def test_open_places_come_first_with_whom_to_tell():
    lines = roster_text(swimming_meet()).splitlines()
    assert lines[:3] == ["Kvarnö Games", "Sat 13 June – Sun 14 June 2026", "Version 3, Fri 12 June 18:40"]
    start = lines.index("Still open: 8 places")
    assert lines[start + 1] == "Sat 13 June 06:45–07:45 Set-up, Hall"
    assert lines[start + 9] == "Can you help? Tell Henrike Ostenfeld."
    assert start < lines.index("SATURDAY 13 JUNE") < lines.index("SUNDAY 14 JUNE")


def test_a_time_is_followed_by_its_roles_and_who_does_them():
    text = roster_text(swimming_meet())
    assert "08:30–12:30 Session 1, Pool deck, work from 09:00\n• Timekeeper: 1 Lotte B., 2 Arvid G., " in text
    assert "OPEN lane 5" in text


def test_every_name_is_in_it_short_unless_two_share_the_short_form():
    people = [
        Person(id=PersonId(1), given_name="Maj", family_name="Sjöblad"),
        Person(id=PersonId(2), given_name="Maj", family_name="Suomela"),
        Person(id=PersonId(3), given_name="Bo", family_name="Ekskär"),
    ]
    text = roster_text(swimming_meet(helpers=people))
    assert "Bo E." in text
    assert "Bo Ekskär" not in text
    assert "Maj Sjöblad" in text
    assert "Maj Suomela" in text
    assert "Maj S." not in text


def test_nothing_in_it_is_markup_to_a_chat_program():
    names = ["*Bo* _Lind_", "~Eva~ `x`", "- Ann", "> Ulf", "1. Kaj", "a\nb"]
    text = roster_text(renamed(swimming_meet(), names))
    assert not set("*_~`") & set(text)
    assert not [line for line in text.splitlines() if line.lstrip().startswith(("-", ">", "1."))]
    assert "a b" in text


@pytest.mark.parametrize("name", ODD_ROSTERS)
def test_lines_are_short_and_end_without_blanks(name):
    for line in roster_text(ODD_ROSTERS[name]()).splitlines():
        assert len(line) <= 66 or len(max(line.split(), key=len)) > 60, line
        assert line == line.rstrip()


def test_a_full_roster_says_thanks_and_an_empty_one_that_there_are_no_shifts():
    assert "All places are filled. Thank you!\n" in roster_text(one_person())
    assert roster_text(empty_roster()).endswith("There are no shifts yet.\n")


def test_every_day_has_its_heading_and_a_long_shift_says_on_which_day_it_ends():
    assert roster_text(fourteen_days()).count("DAY ") == 14
    assert "22:00–Mon 15 June 00:00 Gate\n• Lead: " in roster_text(overnight())


def test_nobodys_phone_is_in_it():
    roster = swimming_meet()
    contact = replace(roster.contact, emails=("henrike@kvarno.example",))
    assert "+358" not in roster_text(replace(roster, contact=contact))
    assert "@" not in roster_text(replace(roster, contact=contact))
