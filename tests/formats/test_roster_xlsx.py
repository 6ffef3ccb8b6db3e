"""The roster as a spreadsheet, read back with calamine and, for what calamine doesn't show, as the XML in it."""

import io
import zipfile
from datetime import date, time

import pytest
import python_calamine
from tests.formats.roster_samples import ODD_ROSTERS, one_person, renamed, swimming_meet

from clubhub.formats.roster_xlsx import roster_xlsx

FORMULA_LIKE = [
    "=1+1",
    "+358 40 123",
    "-2",
    "@SUM(A1)",
    "\tx",
    "https://kvarno.example",
    "0123",
    "1e5",
    "_x0041_",
    "TRUE",
]


def sheet(data, name):
    rows = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_name(name).to_python()
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_there_is_a_row_for_each_place_with_real_dates_and_times():
    roster = swimming_meet()
    rows = sheet(roster_xlsx(roster), "Roster")
    assert len(rows) == sum(1 for _ in roster.entries())
    keeper = next(row for row in rows if row["Role"] == "Timekeeper" and row["Lane"] == 3)
    assert keeper["Date"] == date(2026, 6, 13)
    assert [keeper[times] for times in ("Be there", "Start", "End")] == [time(8, 30), time(9), time(12, 30)]
    assert keeper["Hours"] == 4
    assert keeper["Session"] == "Session 1"
    assert keeper["Status"] == "filled"


def test_open_places_are_loud_by_word_and_by_fill():
    data = roster_xlsx(one_person())
    assert "FDEEE2" not in part(data, "xl/styles.xml")
    data = roster_xlsx(swimming_meet())
    assert "FDEEE2" in part(data, "xl/styles.xml")
    assert {row["Status"] for row in sheet(data, "Roster")} == {"OPEN", "filled", "extra"}
    assert all(row["Name"] == "" for row in sheet(data, "Roster") if row["Status"] == "OPEN")


def test_the_open_places_are_listed_with_how_many_and_which_lanes():
    rows = sheet(roster_xlsx(swimming_meet(open_every=2)), "Open places")
    keepers = next(row for row in rows if row["Role"] == "Timekeeper")
    assert keepers["Open places"] == 3
    assert keepers["Lanes"].startswith("lanes ")
    everything = sum(entry.place.is_open for entry in swimming_meet(open_every=2).entries())
    assert sum(row["Open places"] for row in rows) == everything


def test_everybody_has_one_row_with_shifts_and_hours():
    roster = swimming_meet()
    rows = sheet(roster_xlsx(roster), "People")
    assert len(rows) == len(roster.people())
    filled = [entry for entry in roster.entries() if entry.place.person]
    assert sum(row["Shifts"] for row in rows) == len(filled)
    length = sum((entry.shift.length for entry in filled[1:]), filled[0].shift.length)
    assert sum(row["Hours"] for row in rows) == pytest.approx(length.total_seconds() / 3600)


@pytest.mark.parametrize("name", FORMULA_LIKE)
def test_a_name_that_looks_like_something_else_stays_a_name(name):
    data = roster_xlsx(renamed(one_person(), [name]))
    assert sheet(data, "Roster")[0]["Name"] == name.strip()
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in part(data, "xl/worksheets/sheet1.xml")


def test_a_name_longer_than_a_cell_is_cut_to_what_fits():
    assert len(sheet(roster_xlsx(renamed(one_person(), ["å" * 40_000])), "Roster")[0]["Name"]) == 32_767


def test_the_headings_stay_on_screen_filter_and_repeat_on_paper():
    data = roster_xlsx(swimming_meet())
    page = part(data, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in page
    assert "<autoFilter" in page
    assert 'orientation="landscape"' in page
    assert 'fitToHeight="0"' in page
    assert "Kvarnö Games" in page
    assert "Roster!$1:$1" in part(data, "xl/workbook.xml")


@pytest.mark.parametrize("name", ODD_ROSTERS)
def test_odd_rosters_are_written_too(name):
    roster = ODD_ROSTERS[name]()
    assert len(sheet(roster_xlsx(roster), "Roster")) == sum(1 for _ in roster.entries())


def test_the_same_roster_gives_the_same_file():
    assert roster_xlsx(one_person()) == roster_xlsx(one_person())
