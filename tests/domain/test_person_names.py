"""Whom a written name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.plain_names import folded


def person(number: int, given_name: str, family_name: str = "", *emails: str) -> Person:
    return Person(id=PersonId(number), given_name=given_name, family_name=family_name, emails=emails)


ANNA = person(1, "Anna", "Lind", "anna@example.org", "family@example.org")
OTTO = person(2, "Otto", "Lind", "family@example.org")
ASA = person(3, "Åsa", "Åkerö")
AXEL = person(4, "Carl-Axel", "von Øster")
LARS_ANTON = person(5, "Lars", "Anton")
ANTON_LARS = person(6, "Anton", "Lars")
COACH = person(7, "Coach")
CLUB = NameIndex([ANNA, OTTO, ASA, AXEL, LARS_ANTON, ANTON_LARS, COACH])


@pytest.mark.parametrize(
    "written", ["Anna Lind", " anna   LIND ", "Lind, Anna", "Lind Anna", "Anna Lind <anna@example.org>", "AnnaLind"]
)
def test_a_name_is_found_in_each_way_of_writing_it(written: str):
    assert CLUB.find(written) == ANNA


@pytest.mark.parametrize("written", ["Asa Akero", "ÅSA ÅKERÖ", "A\u030asa A\u030akero\u0308"])
def test_accents_and_case_do_not_matter(written: str):
    assert CLUB.find(written) == ASA


@pytest.mark.parametrize("written", ["Carl Axel von Oster", "CarlAxel vonØster", "von Øster, Carl-Axel"])
def test_hyphens_blanks_and_particles_do_not_matter(written: str):
    assert CLUB.find(written) == AXEL


def test_a_single_name_is_found():
    assert CLUB.find("coach") == COACH


def test_the_order_as_written_goes_first_and_a_comma_turns_it():
    assert CLUB.find("Lars Anton") == LARS_ANTON
    assert CLUB.find("Lars, Anton") == ANTON_LARS


def test_an_exact_name_goes_before_one_that_differs_in_an_accent():
    asa = person(9, "Asa", "Åkerö")
    both = NameIndex([ASA, asa])
    assert (both.find("Asa Åkerö"), both.find("Åsa Åkerö")) == (asa, ASA)
    with pytest.raises(Conflict):
        both.find("asa akero")


def test_two_people_of_one_name_are_told_apart_by_mail():
    other = person(8, "Anna", "Lind", "anna.two@example.org")
    both = NameIndex([ANNA, other])
    assert both.find("Anna Lind (anna.two@example.org)") == other
    assert both.find("Anna Lind <ANNA@example.org>") == ANNA
    with pytest.raises(Conflict, match=r"2 people .* “Anna Lind” \(anna@example.org, anna.two@example.org\)"):
        both.find("Anna Lind")
    with pytest.raises(Conflict):
        both.find("Anna Lind <somebody@example.org>")


def test_two_people_of_one_name_without_mail_can_not_be_told_apart():
    with pytest.raises(Conflict, match="different names"):
        NameIndex([person(1, "Anna", "Lind"), person(2, "Anna", "Lind")]).find("Anna Lind")


def test_a_mail_address_alone_is_enough_unless_a_family_shares_it():
    assert CLUB.find("anna@example.org") == ANNA
    with pytest.raises(Conflict):
        CLUB.find("<family@example.org>")


def test_a_changed_family_name_is_bridged_by_the_address_but_a_sibling_is_not_taken_for_another():
    assert CLUB.find("Anna Berg <anna@example.org>") == ANNA
    with pytest.raises(NotFound):
        CLUB.find("Vera Lind <anna@example.org>")


def test_a_typing_error_is_answered_with_the_likeliest_name():
    with pytest.raises(NotFound, match=r"“Ana Lindt”\. Did you mean Anna Lind\?"):
        CLUB.find("Ana Lindt")


@pytest.mark.parametrize("written", ["Xerxes Quist", "", " , ", "?", "nobody@example.org"])
def test_a_name_like_no_other_is_not_guessed(written: str):
    with pytest.raises(NotFound) as refusal:
        CLUB.find(written)
    assert "Did you mean" not in str(refusal.value)


def test_an_empty_club_knows_nobody():
    with pytest.raises(NotFound):
        NameIndex([]).find("Anna Lind")


names = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x17F), min_size=2, max_size=8)


@given(names, names)
def test_everybody_is_found_by_name_in_both_orders(given_name: str, family_name: str):
    someone = person(1, given_name, family_name)
    index = NameIndex([someone])
    for written in (someone.name, f"{family_name}, {given_name}", someone.name.upper(), folded(someone.name)):
        assert index.find(written) == someone
