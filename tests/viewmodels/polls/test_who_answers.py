"""Whose answer it is that somebody types."""

import pytest

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.who_answers import begun_row, unasked_rows, who_words

PEOPLE = [
    Person(id=PersonId(at), given_name=given, family_name=family)
    for at, (given, family) in enumerate([("Rolf", "Backlund"), ("Åke", "Lind"), ("Anna", "Lind"), ("Rolf", "Sten")], 1)
]
ASKED = [*unasked_rows(PEOPLE[:3], []), GridRow(key="guest", name="Tuuli Nobody", marks={})]
UNASKED = unasked_rows(PEOPLE, ASKED)


@pytest.mark.parametrize(
    ("typed", "name"),
    [("rolf", "Rolf Backlund"), ("ake", "Åke Lind"), ("lind", None), ("sten", "Rolf Sten"), ("tuuli", None),
     (" ", None), ("xy", None)],
)  # fmt: skip
def test_one_person_is_meant_by_a_beginning_and_those_asked_come_first(typed, name):
    found = begun_row(ASKED, UNASKED, typed)
    assert (found.name if found else None) == name


def test_only_those_who_have_no_row_come_after():
    assert [row.name for row in UNASKED] == ["Rolf Sten"]


def test_it_is_said_who_is_taken_and_who_is_a_guest():
    assert who_words("rolf", None, ASKED[0], takes_guests=True) == "Tab or Enter takes Rolf Backlund."
    guest = "A guest: nobody in the club is called “Tuuli Nobody”."
    assert who_words(" Tuuli  Nobody", None, None, takes_guests=True) == guest
    assert who_words("Tuuli Nobody", ASKED[3], None, takes_guests=True) == guest
    assert who_words("Tuuli", None, None, takes_guests=False) == "Nobody in the club is called “Tuuli”."
    assert who_words("Rolf Backlund", ASKED[0], ASKED[0], takes_guests=True) == ""
    assert who_words("  ", None, None, takes_guests=True) == ""
