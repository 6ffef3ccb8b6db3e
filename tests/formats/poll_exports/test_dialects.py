"""Every dialect through real files, and tables that are none of them."""

import io
import json
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.poll_exports.tables import headings, said, sheet

from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import Table
from clubhub.formats.answers import answers_from_table
from clubhub.formats.poll_exports import find_export
from clubhub.formats.poll_exports.job import answers_table
from clubhub.support.clock import utc_now

ZONE = "Europe/Helsinki"


def written(path: Path, rows) -> Path:
    """A workbook with these cells; a moment is a cell of a date, as Excel has it."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page, moment = book.add_worksheet(), book.add_format({"num_format": "d.m.yyyy h:mm"})
        for at, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, datetime):
                    page.write_datetime(at, place, cell, moment)
                else:
                    page.write_string(at, place, cell)
    path.write_bytes(target.getvalue())
    return path


def test_a_workbook_of_microsoft_forms_with_cells_of_dates(tmp_path):
    sent = datetime.fromisoformat("2027-05-01T10:11")
    path = written(
        tmp_path / "forms.xlsx",
        [
            ("ID", "Aloitusaika", "Valmistumisaika", "Sähköposti", "Nimi", "Milloin?"),
            ("1", sent, sent, "otto@example.org", "Otto Berg", "la 12. kesäkuuta 2027;su 13. kesäkuuta 2027;"),
            ("2", sent, sent, "tuuli@example.org", "Tuuli Aho", "su 13. kesäkuuta 2027;"),
        ],
    )
    found = answers_from_table(answers_table(path), zone=ZONE)
    assert (headings(found), said(found)) == (["2027-06-12", "2027-06-13"], {"Otto Berg": "YY", "Tuuli Aho": "NY"})


def test_a_workbook_of_nextcloud_keeps_the_numbers_of_its_rows(tmp_path):
    rows = [
        ("Trip",),
        ("",),
        ("Von", "Sa., 12. Juni 2027, 08:00"),
        ("Bis", "Sa., 12. Juni 2027, 09:00"),
        ("Otto", "hm"),
    ]
    found = answers_from_table(answers_table(written(tmp_path / "poll.xlsx", rows)), zone=ZONE)
    assert [problem.row for problem in found.problems] == [5]


def test_json_of_crab_fit_and_newdle_s_workbook(tmp_path, shared_data):
    path = tmp_path / "people.json"
    path.write_text(json.dumps([{"name": "Otto Berg", "availability": ["0600-12062027"]}]), encoding="utf-8")
    assert said(answers_from_table(answers_table(path), zone=ZONE)) == {"Otto Berg": "Y"}
    newdle = shared_data / "polls" / "newdle-answers"
    assert answers_from_table(answers_table(newdle.with_suffix(".xlsx"))) == answers_from_table(
        answers_table(newdle.with_suffix(".csv"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "Name,2027-06-12T08:00,Comment\nAnna Lind,yes,late\n",
        "Name,Pizza,Soup\nAnna Lind,x,\n",
        "Name,Sat 12 June,Sun 13 June\nAnna Lind,x,\n",
        "Name,Sat 12 June 2027,Sun 13 June 2027\nAnna Lind,x,\n",
        "Nimi,12.6.2027 8.00\nAnna Lind,kyllä\n",
        "Name,Time stamp,Soup\nAnna Lind,yes,no\n",
    ],
)
def test_a_plain_table_is_no_dialect(text):
    found = find_export(
        Table(rows=tuple(tuple(line.split(",")) for line in text.splitlines())), zone=ZONE, today=utc_now().date()
    )
    assert found is None


def test_a_mail_address_beside_the_name_is_no_option():
    found = sheet("Name,E-mail,2027-06-12 08:00\nOtto Berg,otto@example.org,yes\n")
    assert (headings(found), found.rows[0].mail) == (["2027-06-12T08:00"], "otto@example.org")


CELLS = st.sampled_from(
    [
        *("", " ", "Name", "Otto Berg", "OK", "(OK)", "yes", "x", "May 2027", "Sat 29", "7:00 AM – 8:00 AM", "9:0:5"),
        *("https://doodle.com/poll/x", "0600-12062027", "0600-6", "2027/05/01 10:11:12", "E-mail", "12 Jun 2027", "✔"),
        *("2027-06-12T05:00:00Z - 2027-06-12T09:30:00Z", "When? [12.6.2027]", "Sat 12 Jun 9:00 AM - 10:00 AM", "a;b;"),
        *("2027-13-45T05:00Z - 2027-13-45T06:00Z", "0001-01-01T00:00Z - 0001-01-01T01:00Z", "0000-01010001"),
        *("0001-01-01", "99/99/9999", "29 February 2027", "[", "2027-06-12T25:61"),
    ]
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5).map(tuple), min_size=1, max_size=7).map(tuple))
def test_no_table_however_odd_stops_the_program(rows):
    """Whatever is found has a heading for each column and no heading twice; else there is a sentence."""
    try:
        found = answers_from_table(Table(rows=rows), zone=ZONE)
    except InvalidInput:
        return
    names = [column.heading.casefold() for column in found.columns]
    assert len(set(names)) == len(names)
    assert all(len(row.marks) == len(names) for row in found.rows)
