"""The roster as CSV, read back with the csv module."""

import csv
import io

import pytest
from tests.formats.roster_samples import ODD_ROSTERS, one_person, renamed, swimming_meet

from clubhub.formats.csv_cells import unguard
from clubhub.formats.roster_csv import roster_csv


def read(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_there_is_a_row_for_each_place():
    roster = swimming_meet()
    rows = read(roster_csv(roster))
    assert len(rows) == sum(1 for _ in roster.entries())
    keeper = next(row for row in rows if row["Role"] == "Timekeeper" and row["Lane"] == "3")
    assert (keeper["Date"], keeper["Be there"], keeper["Start"], keeper["End"], keeper["Hours"]) == (
        "2026-06-13",
        "08:30",
        "09:00",
        "12:30",
        "4",
    )


def test_it_starts_with_a_byte_order_mark_and_has_windows_line_ends():
    data = roster_csv(one_person())
    assert data.startswith(b"\xef\xbb\xbfDay,")
    assert data.count(b"\n") == data.count(b"\r\n") == 2


@pytest.mark.parametrize("name", ["=1+1", "@cmd", '=HYPERLINK("x","y")', "+1-2", "＝1", "'=x"])
def test_no_cell_comes_alive_and_our_reader_gets_the_name_back(name):
    cell = read(roster_csv(renamed(one_person(), [name])))[0]["Name"]
    assert cell == "'" + name
    assert unguard(cell) == name


def test_commas_quotes_and_line_breaks_stay_in_their_cell():
    name = 'Ann "A, b"\r\nLind'
    assert read(roster_csv(renamed(one_person(), [name])))[0]["Name"] == name


@pytest.mark.parametrize("name", ODD_ROSTERS)
def test_odd_rosters_are_written_too(name):
    roster = ODD_ROSTERS[name]()
    assert len(read(roster_csv(roster))) == sum(1 for _ in roster.entries())


def test_naughty_names_come_back_as_they_were(shared_data):
    naughty = (shared_data / "corpora" / "blns" / "blns.txt").read_text(encoding="utf-8").splitlines()
    names = [line.strip() for line in naughty if line.strip()]
    roster = renamed(swimming_meet(), names)
    found = [unguard(row["Name"]) for row in read(roster_csv(roster))]
    assert found == [entry.place.person.name if entry.place.person else "" for entry in roster.entries()]
