"""Doodle's export: a real one, and its other shapes and languages."""

from collections import Counter

from tests.formats.poll_exports.tables import headings, hours, said, sheet

from clubhub.domain.polls import Mark
from clubhub.formats.answers import answers_from_table
from clubhub.formats.tables import read_table

HEAD = "Poll\nhttps://doodle.com/poll/abcdefghijklmnop\n\n"
TIMES = """\
Umfrage Training
https://doodle.com/poll/abcdefghijklmnop

,Mai 2027,,Juni 2027
,Sa 29,,Di 1
,19:00 – 20:00,22:00 – 00:30,19:00 – 20:00
Malin Holmgård,OK,(OK),
"Dahl, Viggo",,OK,OK
Anzahl,1:0:1,1:1:0,1:0:1
"""


def test_a_real_export_of_13_people_and_84_slots(shared_data):
    found = answers_from_table(read_table(shared_data / "polls" / "doodle-export-13x84.csv"))
    marks = Counter(mark for row in found.rows for mark in row.marks)
    assert (len(found.rows), len(found.columns)) == (13, 84)
    assert marks == {Mark.YES: 286, Mark.IF_NEED_BE: 56, Mark.NO: 750}
    assert found.columns[47].heading == "2019-05-23T12:00"
    assert Counter(row.marks[47] for row in found.rows) == {Mark.YES: 9, Mark.NO: 4}
    assert [row.name for row in found.rows][:2] == ["*A", "B"]
    assert found.notes[1:] == (
        "The Count row differs from the rows above it in 10 columns. The rows were taken, not the sums.",
        "The Count row is of 14 people, and the file has 13 of them.",
    )


def test_merged_months_and_days_hold_on_in_any_language():
    found = sheet(TIMES)
    assert headings(found) == ["2027-05-29T19:00", "2027-05-29T22:00", "2027-06-01T19:00"]
    assert hours(found)[1] == "05-29 22:00-00:30"
    assert said(found) == {"Malin Holmgård": "YMN", "Dahl, Viggo": "NYY"}
    assert found.notes == ("Doodle leaves a cell blank for “no”: 2 blank cells were read as no.",)


def test_days_without_times_are_whole_days():
    found = sheet(f"{HEAD},May 2027,,\n,Sat 29,Sun 30,Mon 31\nTuuli Aho,OK,,(OK)\nCount,1:0:0,0:0:1,0:1:0\n")
    assert headings(found) == ["2027-05-29", "2027-05-30", "2027-05-31"]
    assert said(found) == {"Tuuli Aho": "YNM"}


def test_a_poll_of_words_and_sums_of_yes_alone():
    found = sheet(f"{HEAD},Pizza,Soup\nTuuli Aho,OK,\nOtto Berg,OK,OK\nCount,2,2\n")
    assert (headings(found), said(found)) == (["Pizza", "Soup"], {"Tuuli Aho": "YN", "Otto Berg": "YY"})
    assert "The Count row differs from the rows above it in 1 column. The rows were taken, not the sums." in found.notes


def test_a_cell_that_doodle_never_writes_is_refused_with_its_row():
    found = sheet(TIMES.replace("(OK)", "tentative"))
    assert [problem.row for problem in found.problems] == [7]
    assert said(found) == {"Dahl, Viggo": "NYY"}


def test_one_start_with_two_ends_stays_two_columns():
    found = sheet(f"{HEAD},May 2027,\n,Sat 29,\n,9:00 AM – 10:00 AM,9:00 AM – 11:00 AM\nTuuli Aho,OK,\n")
    assert headings(found) == ["2027-05-29T09:00–10:00", "2027-05-29T09:00–11:00"]
