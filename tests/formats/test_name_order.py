"""The order of names in the club's alphabet."""

import pytest

from clubhub.domain.clubs import Club
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.formats.name_order import by_family_name, name_key


def club(language="en", region=""):
    return Club(name="Kvarnö", time_zone="Europe/Helsinki", language=language, region=region)


def in_order(names, of_club):
    return sorted(names, key=name_key(of_club))


@pytest.mark.parametrize(
    ("of_club", "expected"),
    [
        (club("fi"), ["Aho", "Zander", "Åkerblom", "Ärje", "Öhrvall"]),
        (club("sv-FI"), ["Aho", "Zander", "Åkerblom", "Ärje", "Öhrvall"]),
        (club("en", "FI"), ["Aho", "Zander", "Åkerblom", "Ärje", "Öhrvall"]),
        (club("de"), ["Aho", "Åkerblom", "Ärje", "Öhrvall", "Zander"]),
    ],
)
def test_accented_letters_stand_where_the_club_looks_for_them(of_club, expected):
    assert in_order(["Öhrvall", "Zander", "Ärje", "Aho", "Åkerblom"], of_club) == expected


def test_a_danish_club_has_ae_oe_aa_last_and_swedish_letters_beside_them():
    assert in_order(["Åge", "Øst", "Zoffer", "Ægir", "Öst", "Ärlig"], club("da")) == [
        "Zoffer",
        "Ægir",
        "Ärlig",
        "Öst",
        "Øst",
        "Åge",
    ]


def test_capitals_and_foreign_accents_make_no_difference():
    assert in_order(["élan", "Elb", "ELA", "Łasa", "Lasb"], club("fi")) == ["ELA", "élan", "Elb", "Łasa", "Lasb"]


def test_composed_and_decomposed_letters_are_the_same():
    key = name_key(club("fi"))
    assert key("A\u030akerblom") == key("Åkerblom")


def test_people_are_sorted_by_family_name_and_those_without_by_their_only_name():
    people = [
        Person(id=PersonId(1), given_name="Öda", family_name="Berg"),
        Person(id=PersonId(2), given_name="Cia"),
        Person(id=PersonId(3), given_name="Anna", family_name="Berg"),
        Person(id=PersonId(4), given_name="Anna", family_name="Ahl"),
    ]
    assert [person.id for person in by_family_name(people, club("sv"))] == [4, 3, 1, 2]
