"""Headings found whatever their language, case and punctuation."""

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.person_fields import PersonField as Field
from clubhub.domain.person_fields import field_name
from clubhub.domain.tables import Table
from clubhub.formats.headings import find_columns, find_heading_row, heading_key
from clubhub.formats.people_columns import NAMES, PEOPLE_VOCABULARY

EXAMPLES = "a column “Name”"


def table(*rows):
    return Table(rows=tuple(map(tuple, rows)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("E-mail", "EMAIL:"),
        ("Sähköposti", "sahkoposti "),
        ("Straße", "STRASSE"),
        ("Prénom", "prenom*"),
        ("Född", "fodd"),
    ],
)
def test_case_accents_and_punctuation_do_not_count(one, other):
    assert heading_key(one) == heading_key(other)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Given name, Last name, E-mail address, Mobile", "GIVEN_NAME FAMILY_NAME MAIL PHONE"),
        ("Etunimi, Sukunimi, Sähköposti, Puhelinnumero, Joukkue", "GIVEN_NAME FAMILY_NAME MAIL PHONE GROUPS"),
        ("Förnamn, Efternamn, E-post, Mobilnummer, Hushåll", "GIVEN_NAME FAMILY_NAME MAIL PHONE HOUSEHOLD"),
        ("Vorname, Nachname, E-Mail-Adresse, Handy, Geb.-Datum", "GIVEN_NAME FAMILY_NAME MAIL PHONE BORN"),
        ("Prénom, Nom de famille, Courriel, Tél. portable, Né(e) le", "GIVEN_NAME FAMILY_NAME MAIL PHONE BORN"),
    ],
)
def test_columns_are_found_in_five_languages(headings, fields):
    columns = find_columns(headings.split(", "), PEOPLE_VOCABULARY)
    assert [field.name for field in sorted(columns, key=lambda field: columns[field])] == fields.split()


def test_several_columns_of_a_kind_are_found_from_the_left():
    found = find_columns(["Name", "Mail 1", "Phone (work)", "E-mail2", "Phone"], PEOPLE_VOCABULARY)
    assert found == {Field.FULL_NAME: (0,), Field.MAIL: (1, 3), Field.PHONE: (2, 4)}


def test_columns_of_a_childs_guardian_are_not_the_persons_own():
    assert find_columns(["Guardian name", "Parent mail", "Huoltajan puhelin", "Shoe size"], PEOPLE_VOCABULARY) == {}


def test_every_field_has_a_name_and_no_heading_two_meanings():
    keys = [heading_key(word) for words in PEOPLE_VOCABULARY.values() for word in set(map(heading_key, words))]
    assert all(keys)
    assert sorted(keys) == sorted(set(keys))
    assert all(field_name(field) for field in Field)


def test_titles_above_the_headings_are_passed_over():
    found = find_heading_row(
        table(["Members 2026"], [], ["Name", "Mail"], ["Anna", "a@b.fi"]), PEOPLE_VOCABULARY, NAMES, EXAMPLES
    )
    assert (found.index, found.headings) == (2, ("Name", "Mail"))
    assert found.columns == {Field.FULL_NAME: (0,), Field.MAIL: (1,)}


@pytest.mark.parametrize("rows", [[], [[]], [["Shoe", "Size"], ["Mail", "Phone"]], [["x"]] * 10 + [["Name", "Mail"]]])
def test_headings_that_are_not_understood_are_named_with_what_is_needed(rows):
    with pytest.raises(InvalidInput, match="needed is a column “Name”") as caught:
        find_heading_row(table(*rows), PEOPLE_VOCABULARY, NAMES, EXAMPLES)
    assert all(f"“{heading}”" in str(caught.value) for heading in (rows or [[]])[0])
