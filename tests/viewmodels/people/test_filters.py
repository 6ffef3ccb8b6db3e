"""The filter finds the same people as looking at each of them, however it is typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.people import Channel, Group, Household, Person, Skill, SkillGrant
from clubhub.services.people import PeopleDirectory, PeopleOverview
from clubhub.viewmodels.people.filters import (
    LAPSES,
    NO_CONTACT,
    Criterion,
    Kind,
    PeopleSieve,
    Sorting,
    criterion_text,
)
from clubhub.viewmodels.people.rows import people_rows

DIRECTORY = PeopleDirectory(
    people=(
        Person(id=1, given_name="Åsa", family_name="Öberg", emails=("asa.oberg@example.org",), groups=(11,)),
        Person(id=2, given_name="Sven-Olof", family_name="Ek", phones=("+358405550102",), household_id=31),
        Person(
            id=3, given_name="Bo", family_name="Lindholm", groups=(12,),
            skills=(SkillGrant(skill_id=21, expires_on=date(2027, 1, 1)),),
        ),
        Person(id=4, given_name="Cia", family_name="Ek", groups=(11, 12), skills=(SkillGrant(skill_id=21),)),
    ),
    households={31: Household(id=31, name="Granlöv")},
    groups={11: Group(id=11, name="Masters"), 12: Group(id=12, name="Board")},
    skills={21: Skill(id=21, name="First aid")},
)  # fmt: skip
ROWS = people_rows(PeopleOverview(directory=DIRECTORY, today=date(2027, 6, 1), duty_ends={}))
BY_NAME = Sorting()


def found(words="", *criteria, sorting=BY_NAME, sieve=None):
    return [row.id for row in (sieve or PeopleSieve(ROWS)).shown(words, criteria, sorting)]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("asa", [1]),
        ("ÖBERG", [1]),
        ("oberg å", [1]),
        ("sven olof", [2]),
        ("sven-olof", [2]),
        ("holm", [3]),
        ("asa.oberg@ex", [1]),
        ("040 555 0102", [2]),
        ("granlov", [2]),
        ("board", [4, 3]),
        ("first", [4, 3]),
        ("nobody", []),
        ("  ", [4, 2, 3, 1]),
    ],
)
def test_words_are_found_in_everything_that_is_known(words, ids):
    assert found(words) == ids


@pytest.mark.parametrize(
    ("criteria", "ids"),
    [
        ([Criterion(Kind.GROUP, 11)], [4, 1]),
        ([Criterion(Kind.GROUP, 11), Criterion(Kind.GROUP, 12)], [4, 3, 1]),
        ([Criterion(Kind.GROUP, 12), Criterion(Kind.SKILL, 21), LAPSES], [3]),
        ([NO_CONTACT], [4, 3]),
        ([Criterion(Kind.ROAD, Channel.SMS.value)], [2]),
    ],
)
def test_any_of_a_kind_fits_and_all_kinds_must(criteria, ids):
    assert found("", *criteria) == ids


@given(st.lists(st.text("ek lindåö0-", max_size=8), max_size=6))
def test_typing_on_and_back_finds_what_a_fresh_filter_finds(typed):
    sieve = PeopleSieve(ROWS)
    for words in typed:
        for end in range(len(words) + 1):
            assert found(words[:end], sieve=sieve) == found(words[:end])


@pytest.mark.parametrize(
    ("column", "ids"),
    [("household", [2, 4, 3, 1]), ("groups", [3, 4, 1, 2]), ("reached", [4, 3, 1, 2]), ("skills", [3, 4, 2, 1])],
)
def test_each_column_sorts_and_sorts_back(column, ids):
    assert found(sorting=Sorting(column)) == ids
    assert found(sorting=Sorting(column, is_descending=True)) == ids[::-1]


def test_chips_are_named_and_one_whose_group_is_gone_is_not():
    texts = [
        criterion_text(one, DIRECTORY)
        for one in (Criterion(Kind.GROUP, 11), Criterion(Kind.SKILL, 21), Criterion(Kind.ROAD, "mail"), LAPSES)
    ]
    assert texts == ["Masters", "Skill: First aid", "Reached by: Mail", "Lapses soon"]
    assert criterion_text(Criterion(Kind.GROUP, 99), DIRECTORY) == ""
