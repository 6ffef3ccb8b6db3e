"""The main job on the demo club, as `dev.py run` does it, and what comes out of it in readers of others."""

import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from python_calamine import CalamineWorkbook


@pytest.fixture
def demo(clubhub, tmp_path) -> Path:
    answer = clubhub("demo", tmp_path / "out")
    assert answer.code == 0, answer.err
    assert "147 of 156 places" in answer.out
    return tmp_path / "out"


def test_the_demo_writes_everything_and_other_programs_read_it(demo, outside_program):
    pages = PdfReader(demo / "roster.pdf").pages
    assert "OPEN" in "".join(page.extract_text() for page in pages)
    told = subprocess.run([outside_program("pdfinfo"), demo / "roster.pdf"], capture_output=True, text=True, check=True)
    assert f"Pages:           {len(pages)}" in told.stdout
    assert "Tagged:          yes" in told.stdout
    events = Calendar.from_ical((demo / "roster.ics").read_bytes()).walk("VEVENT")
    sheet = CalamineWorkbook.from_path(demo / "roster.xlsx").get_sheet_by_index(0).to_python()
    assert len(events) == 68
    assert len(sheet) == 157
    assert "Still open: 9 places" in (demo / "roster.txt").read_text("utf-8")
    assert len(list((demo / "calendars").glob("*.ics"))) == 51


def test_the_demo_s_page_opens_in_a_browser(demo, tmp_path, outside_program):
    shown = subprocess.run(
        [
            outside_program("chromium"),
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
            *("--disable-component-update", "--disable-sync", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom"),
            (demo / "roster.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "Kvarken Games" in shown.stdout
    assert "http" not in shown.stdout.replace("https://kvarno-swim.example.org", "").split("<body", 1)[1]


def test_the_demo_can_be_run_again_and_its_club_opens(clubhub, demo):
    assert clubhub("demo", demo).code == 0
    club = demo / "kvarken.clubhub"
    assert clubhub("--club", club, "check").code == 0
    event = clubhub("--club", club, "list", "events", "--json").json[0]
    assert (event["name"], event["filled"], event["places"], event["version"]) == ("Kvarken Games", 147, 156, 1)


def test_the_demo_does_not_touch_a_club_that_is_there(clubhub, club, tmp_path):
    before = club.read_bytes()
    refused = clubhub("demo", tmp_path / "out", "--club", club)
    assert refused.code == 4
    assert club.read_bytes() == before
