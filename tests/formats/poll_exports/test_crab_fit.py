"""Crab Fit: quarters of an hour in UTC, from its address for programs or as a table."""

import json

import pytest
from tests.formats.poll_exports.tables import SIGNS, TODAY, headings, hours, said, sheet

from clubhub.domain.errors import InvalidInput
from clubhub.formats.answers import answers_from_table
from clubhub.formats.poll_exports.crab_fit import table_from_json

PEOPLE = [
    {"name": "Otto Berg", "availability": ["0600-12062027", "0615-12062027"], "created_at": 1},
    {"name": "Tuuli Aho", "availability": ["0615-12062027"], "created_at": 2},
]


def read_json(value):
    return answers_from_table(table_from_json(json.dumps(value)), zone="Europe/Helsinki", today=TODAY)


def test_people_alone_and_with_their_event():
    found = read_json(PEOPLE)
    assert hours(found) == ["06-12 09:00-09:15", "06-12 09:15-09:30"]
    assert said(found) == {"Otto Berg": "YY", "Tuuli Aho": "NY"}
    event = {"event": {"name": "Trip", "times": ["0630-12062027", "0600-12062027"]}, "people": PEOPLE}
    assert headings(read_json(event)) == ["2027-06-12T09:00", "2027-06-12T09:30"]
    assert said(read_json(event)) == {"Otto Berg": "YN", "Tuuli Aho": "NN"}


def test_a_table_with_its_codes():
    found = sheet("Name,0615-12062027,0600-12062027\nOtto Berg,x,\n")
    assert (headings(found), said(found)) == (["2027-06-12T09:00", "2027-06-12T09:15"], {"Otto Berg": "NY"})
    assert SIGNS[found.rows[0].marks[1]] == "Y"


@pytest.mark.parametrize("text", ["", "no json", "{}", "[]", "[1]", '{"people": 3}', '[{"name": "A"}]', "[" * 100_000])
def test_other_json_is_none_of_crab_fit_s(text):
    assert table_from_json(text) is None


def test_a_poll_of_weekdays_and_a_day_that_does_not_exist_are_refused():
    for code, word in (("0900-6", "weekdays"), ("0900-31022027", "no time")):
        with pytest.raises(InvalidInput, match=word):
            sheet(f"Name,{code}\nOtto Berg,x\n")
