"""Files that are wrong in ways that happen: a clear sentence each, nothing half-written, no traceback."""

import io
import json
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from clubhub.support.resources import resource


@pytest.fixture
def refused(clubhub, club):
    """Bring a file in, and see that it is refused in words and leaves the club as it was."""

    def refused(kind: str, path: Path, *arguments: str, code: int = 3) -> str:
        before = club.read_bytes()
        answer = clubhub("--club", club, "import", kind, path, *arguments)
        assert answer.code == code, answer
        assert answer.err.strip()
        assert "Traceback" not in answer.err
        assert club.read_bytes() == before
        return answer.err

    return refused


def test_a_file_of_100_mb_is_refused(refused, tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"Given name,Family name\n")
        file.truncate(100 * 1024 * 1024)
    assert "MB" in refused("people", path)


def test_a_sheet_with_one_far_off_cell_is_refused(refused, tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "far.xlsx")
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Given name")
    sheet.write(1, 0, "Anna")
    sheet.write(1_048_575, 16_383, "far away")
    book.close()
    assert "XFD1048576" in refused("people", tmp_path / "far.xlsx")


def test_a_zip_bomb_is_refused(refused, tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 300_000_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(buffer.getvalue())
    refused("people", path)


def test_a_person_without_a_name_is_refused_with_the_row(refused, write):
    path = write("people.csv", "Given name,Mail\nAnna,anna@example.org\n,nobody@example.org\n")
    assert "Row 3" in refused("people", path)


@pytest.mark.parametrize(("day", "is_taken"), [("2012-02-29", True), ("2011-02-29", False), ("29.2.2011", False)])
def test_29_february_is_a_birthday_in_leap_years_alone(clubhub, refused, club, write, day, is_taken):
    path = write("people.csv", f"Given name,Birth date\nAnna,{day}\n")
    if is_taken:
        assert clubhub("--club", club, "import", "people", path).code == 0
        assert clubhub("--club", club, "list", "people", "--json").json[0]["age_band"] in ("13-15", "16-17", "adult")
    else:
        assert "Row 2" in refused("people", path)


def test_a_shift_that_ends_before_it_starts_is_refused(refused, write):
    path = write("shifts.csv", "Role,Date,Start,End,People\nJudge,2027-06-12,12:00,09:00,1\n")
    assert "Row 2" in refused("shifts", path, "--event", "Gala")


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_date_far_from_our_time_is_refused(refused, clubhub, club, write, year):
    path = write("shifts.csv", f"Role,Date,Start,End\nJudge,{year}-12-31,22:00,24:00\n")
    assert "Row 2" in refused("shifts", path, "--event", "Gala")
    demo = resource("demo", "meet.lef").read_text(encoding="utf-8")
    refused("meet", write("meet.lef", demo.replace('date="2027-', f'date="{year}-')))
    for entry in ({"date": f"{year}-12-31T23:30:00"}, {"start": "23:30"}):
        talk = {"id": 1, "guid": "g", "title": "Talk", "duration": "01:00", **entry}
        days = [{"date": f"{year}-12-31", "rooms": {"A": [talk]}}]
        content = {"schedule": {"conference": {"title": "Camp", "days": days}}}
        refused("schedule", write("schedule.json", json.dumps(content)))
    answers = write("answers.csv", f"Name,{year}-12-31,{year}-12-31T22:00\nAnna,yes,no\n")
    assert clubhub("--club", club, "import", "answers", answers, "--poll", "Party").code == 0


def test_a_terminal_gets_no_command_and_no_broken_letter_from_a_file(clubhub, club, write):
    talk = {"id": 1, "guid": "g", "title": "Talk \x1b[31m", "date": "2027-06-12T10:00:00", "duration": "01:00"}
    days = [{"date": "2027-06-12", "rooms": {"A": [talk]}}]
    schedule = {"schedule": {"conference": {"title": "Camp \x1b]0;\x07 \ud800", "days": days}}}
    path = write("schedule.json", json.dumps(schedule))
    for arguments in (["--dry-run"], ["--dry-run", "--json"], []):
        answer = clubhub("--club", club, "import", "schedule", path, *arguments)
        assert "\x1b" not in answer.out + answer.err
        assert "\x07" not in answer.out + answer.err
        assert answer.code == (0 if arguments else 3), answer


def test_a_shift_in_the_hour_that_the_clock_skips_is_refused(refused, write):
    path = write("shifts.csv", "Role,Date,Start,End,People\nGuard,2026-03-29,02:30,06:00,1\n")
    assert "02:30" in refused("shifts", path, "--event", "Camp", "--time-zone", "Europe/Berlin")


@pytest.mark.parametrize(("night", "hours"), [("2026-03-28", "7:00"), ("2026-10-24", "9:00")])
def test_a_shift_over_a_clock_change_is_taken_and_its_real_length_told(clubhub, club, write, night, hours):
    path = write("shifts.csv", f"Role,Date,Start,End,People\nGuard,{night},22:00,06:00,1\n")
    taken = clubhub("--club", club, "import", "shifts", path, "--event", "Camp", "--time-zone", "Europe/Berlin")
    assert taken.code == 0
    assert f"{hours} hours" in taken.out
    warnings = clubhub("--club", club, "list", "warnings", "--event", "Camp", "--json").json
    assert any(warning["kind"] == "clock change" and f"{hours} hours" in warning["name"] for warning in warnings)


def test_a_folder_and_a_file_without_rights_are_the_computer_s_side(refused, tmp_path):
    refused("people", tmp_path, code=4)
    refused("people", tmp_path / "none.csv", code=4)
    refused("people", tmp_path / f"{'a' * 300}.csv", code=4)


@pytest.mark.parametrize("kind", ["people", "shifts", "meet", "schedule"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b"\xff\xfe",
        b"PK\x03\x04broken",
        b"%PDF-1.7 x",
        b"<html><body>no</body></html>",
        b"{}",
        b"\x00" * 999,
    ],
)
def test_rubbish_is_refused_everywhere(refused, tmp_path, kind, content):
    path = tmp_path / "rubbish.csv"
    path.write_bytes(content)
    refused(kind, path)


def test_a_meet_in_an_unknown_zone_or_with_no_lanes_is_refused(refused):
    refused("meet", resource("demo", "meet.lef"), "--time-zone", "Europe/Nowhere")
    refused("meet", resource("demo", "meet.lef"), "--lanes", "0", code=2)
