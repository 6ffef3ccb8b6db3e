"""Framadate: days over moments, a comma after each line, words in the language of the page."""

import pytest
from tests.formats.poll_exports.tables import headings, hours, said, sheet


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("Saturday 12 June 2027", ("Yes", "Under reserve", "No", "unkown")),
        ("samedi 12 juin 2027", ("Oui", "Si nécessaire", "Non", "Inconnu")),
        ("Samstag 12 Juni 2027", ("Ja", "Unter Vorbehalt", "Nein", "Unbekannt")),
        ("2027-06-12", ("Yes", "Ifneedbe", "No", "")),
        ("12/06/2027", ("Sì", "Se necessario", "No", "Sconosciuto")),
    ],
)
def test_two_rows_of_headings_in_any_language(day, words):
    text = (
        f",{day},{day},\r\n,9:00,14h30-16h,\r\nOtto Berg,{words[0]},{words[1]},\r\nTuuli Aho,{words[2]},{words[3]},\r\n"
    )
    found = sheet(text)
    assert headings(found) == ["2027-06-12T09:00", "2027-06-12T14:30"]
    assert hours(found)[1] == "06-12 14:30-16:00"
    assert found.problems == ()
    assert said(found) == {"Otto Berg": "YM", "Tuuli Aho": "N-"}


def test_moments_in_words_stay_words_and_none_is_the_whole_day():
    found = sheet(
        ",samedi 12 juin 2027,samedi 12 juin 2027,dimanche 13 juin 2027,\n,matin,soir,,\nOtto Berg,Oui,Non,Oui,\n"
    )
    assert headings(found) == ["2027-06-12 matin", "2027-06-12 soir", "2027-06-13"]
    assert said(found) == {"Otto Berg": "YNY"}


def test_a_poll_of_words_has_one_row_of_headings():
    found = sheet(",Pizza,Soup,\nOtto Berg,Yes,Under reserve,\nTuuli Aho,unkown,No,\n")
    assert (headings(found), said(found)) == (["Pizza", "Soup"], {"Otto Berg": "YM", "Tuuli Aho": "-N"})
