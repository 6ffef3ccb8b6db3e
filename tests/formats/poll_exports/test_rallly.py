"""Rallly: commas in names, three generations of headings, files cut at a "#"."""

import pytest
from tests.formats.poll_exports.tables import headings, hours, said, sheet

OPTIONS = "Sat 12 Jun 2027 9:00 AM - 10:30 AM,Sun 13 Jun 2027"


@pytest.mark.parametrize("before", ["3 participants", "Name,Email", "Name,Email,Responded on (Europe/Helsinki)"])
def test_names_with_commas_are_put_together_again(before):
    further = before.count(",")
    mail, moment = ("otto@example.org" if further else ""), "2027-06-01 10:00:00"
    beside = "".join(f",{cell}" for cell in (mail, moment)[:further])
    found = sheet(f"{before},{OPTIONS}\nOtto Berg{beside},Yes,If need be\nDahl, Viggo, junior{beside},No,Yes\n")
    assert headings(found) == ["2027-06-12T09:00", "2027-06-13"]
    assert hours(found)[0] == "06-12 09:00-10:30"
    assert said(found) == {"Otto Berg": "YM", "Dahl, Viggo, junior": "NY"}
    assert {row.mail for row in found.rows} == {mail}


def test_a_year_that_is_not_told_is_the_nearest_with_that_weekday():
    found = sheet("1 participant,Sat 12 Jun 9:00 AM - 10:00 AM\nOtto Berg,Yes\n")
    assert headings(found) == ["2027-06-12T09:00"]
    assert found.notes[1] == "The file names no year: 2027 is the nearest that fits the weekdays."


def test_a_row_cut_off_at_a_hash_is_refused():
    found = sheet(f"2 participants,{OPTIONS}\nOtto Berg,Yes,No\nTeam \n")
    assert [(problem.row, "cut off" in problem.reason) for problem in found.problems] == [(3, True)]
    assert said(found) == {"Otto Berg": "YN"}


def test_other_languages_and_their_words():
    found = sheet(
        "2 osallistujaa,la 12 kesä 2027 9.00 - 10.00\nOtto Berg,Kyllä\nTuuli Aho,Tarvittaessa\nViggo Dahl,Ei\n"
    )
    assert said(found) == {"Otto Berg": "Y", "Tuuli Aho": "M", "Viggo Dahl": "N"}
