"""Names for files that are named after people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.formats.file_names import file_names, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Anna Lind", "anna-lind"),
        ("Åsa Öhrvall-Ærø", "asa-ohrvall-aero"),
        ("../../x", "x"),
        ("a\0b", "a-b"),
        ("con", "person-con"),
        ("LPT1", "person-lpt1"),
        ("Con Nolan", "con-nolan"),
        ("O'Brien", "obrien"),
        ("🏊", "person"),
        ("Ольга", "person"),
        ("", "person"),
        (".hidden", "hidden"),
        ("C:\\x.ics ", "c-x-ics"),
    ],
)
def test_a_name_becomes_a_safe_readable_slug(name, expected):
    assert slug(name) == expected


def test_two_of_the_same_name_get_different_files():
    people = [Person(id=PersonId(number), given_name="Anna", family_name="Lind") for number in (10**17, 10**17 + 1)]
    names = file_names([*people, Person(id=PersonId(7), given_name="Bo")], ".ics")
    assert len(set(names.values())) == 3
    assert names[PersonId(7)] == "bo.ics"
    assert all(re.fullmatch(r"anna-lind-[0-9a-z]{4}\.ics", names[person.id]) for person in people)


def test_ids_that_end_alike_get_their_whole_id():
    people = [Person(id=PersonId(5 + turn * 36**4), given_name="Anna") for turn in (1, 2)]
    assert len(set(file_names(people, ".ics").values())) == 2


@given(st.lists(st.text(max_size=80), max_size=30))
def test_all_names_are_different_portable_and_not_too_long(names):
    people = [Person(id=PersonId(2**61 + n), given_name=name) for n, name in enumerate(names)]
    found = list(file_names(people, ".ics").values())
    assert len({name.casefold() for name in found}) == len(people)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,75}\.ics", name) for name in found)
