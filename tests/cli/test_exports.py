"""What leaves the club as files, read by programs that this project didn't write."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from clubhub.support.resources import resource
from clubhub.support.settings import SettingsStore

RESOURCES = resource("demo")


_FILLED: list[bytes] = []


@pytest.fixture
def demo(clubhub, club: Path) -> Path:
    """The demo's people, meet and answers, filled: by these commands once, copied after that."""
    if _FILLED:
        club.write_bytes(_FILLED[0])
        return club
    resources = RESOURCES
    for step in (
        ("import", "people", resources / "people.csv"),
        ("import", "meet", resources / "meet.lef", "--event", "Games"),
        ("import", "answers", resources / "answers.csv", "--event", "Games"),
        ("fill", "Games"),
        ("publish", "Games"),
    ):
        answer = clubhub("--club", club, *step)
        assert answer.code == 0, answer.err
    _FILLED.append(club.read_bytes())
    return club


def export(clubhub, club, path: Path, *arguments: str) -> Path:
    answer = clubhub("--club", club, "export", "roster", "Games", "--out", path, *arguments)
    assert answer.code == 0, answer.err
    return path


def test_each_format_opens_in_a_reader_of_others(clubhub, demo, tmp_path):
    names = {
        name
        for shift in clubhub("--club", demo, "list", "shifts", "--json").json
        for need in shift["needs"]
        for name in need["people"]
    }
    texts = {
        "csv": export(clubhub, demo, tmp_path / "r.csv").read_text("utf-8-sig"),
        "txt": export(clubhub, demo, tmp_path / "r.txt").read_text("utf-8"),
        "html": export(clubhub, demo, tmp_path / "r.html").read_text("utf-8"),
        "ics": str(Calendar.from_ical(export(clubhub, demo, tmp_path / "r.ics").read_bytes()).walk("VEVENT")),
    }
    for layout in ("venue", "person", "shift", "strip"):
        pdf = export(clubhub, demo, tmp_path / f"{layout}.pdf", "--by", layout)
        texts[layout] = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    sheets = CalamineWorkbook.from_path(export(clubhub, demo, tmp_path / "r.xlsx"))
    texts["xlsx"] = str([sheets.get_sheet_by_name(name).to_python() for name in sheets.sheet_names])
    for name in sorted(names)[:10]:
        given = name.split()[0]
        missing = [kind for kind, text in texts.items() if given not in text]
        assert missing == [], name
    assert len(list(csv.reader(io.StringIO(texts["csv"])))) == 157


def test_a_second_export_updates_a_calendar_instead_of_doubling_it(clubhub, demo, tmp_path):
    def events(path: Path) -> dict[str, int]:
        return {str(e["UID"]): int(e["SEQUENCE"]) for e in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}

    before = events(export(clubhub, demo, tmp_path / "one.ics"))
    shift = next(
        s
        for s in clubhub("--club", demo, "list", "shifts", "--json").json
        for n in s["needs"]
        if n["role"] == "Referee"
    )
    person = next(n["people"][0] for n in shift["needs"] if n["role"] == "Referee")
    assert clubhub("--club", demo, "free", "Games", person, "Referee", shift["starts"]).code == 0
    after = events(export(clubhub, demo, tmp_path / "two.ics"))
    assert after.keys() == before.keys()
    assert sum(after[uid] > before[uid] for uid in after) == 1
    assert all(after[uid] >= before[uid] for uid in after)
    clubhub("--club", demo, "undo")
    restored = events(export(clubhub, demo, tmp_path / "three.ics"))
    assert all(restored[uid] >= after[uid] for uid in after)


def test_each_person_has_a_calendar(clubhub, demo, tmp_path):
    answer = clubhub("--club", demo, "export", "calendars", "Games", "--out", tmp_path / "calendars")
    assert answer.code == 0
    files = list((tmp_path / "calendars").glob("*.ics"))
    events = sum(len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) for path in files)
    filled = sum(event["filled"] for event in clubhub("--club", demo, "list", "events", "--json").json)
    assert (len(files), events) == (51, filled)


def test_people_and_polls_that_went_out_come_in_again_unchanged(clubhub, demo, tmp_path):
    for suffix in ("csv", "xlsx"):
        people, poll = tmp_path / f"people.{suffix}", tmp_path / f"poll.{suffix}"
        assert clubhub("--club", demo, "export", "people", "--out", people).code == 0
        assert clubhub("--club", demo, "export", "poll", "Games", "--out", poll).code == 0
        counts = clubhub("--club", demo, "import", "people", people, "--json").json
        assert (counts["added"], counts["updated"], counts["unchanged"]) == (0, 0, 60)
        before = clubhub("--club", demo, "list", "polls", "--json").json
        assert clubhub("--club", demo, "import", "answers", poll, "--event", "Games").code == 0
        assert clubhub("--club", demo, "list", "polls", "--json").json == before


def test_the_ready_plan_goes_out_to_be_edited_and_comes_in_again(clubhub, club, tmp_path):
    plan = tmp_path / "our-plan.toml"
    assert clubhub("--club", club, "export", "plan", "swimming-meet", "--out", plan).code == 0
    done = clubhub("--club", club, "import", "meet", RESOURCES / "meet.lef", "--plan", plan, "--dry-run", "--json")
    assert done.json["places"] == 156
    plan.write_text(plan.read_text("utf-8").replace("count = 6", "count = 9"), "utf-8")
    more = clubhub("--club", club, "import", "meet", RESOURCES / "meet.lef", "--plan", plan, "--dry-run", "--json")
    assert more.json["places"] > 156
    plan.write_text("[[role]]\nname = 3\n")
    assert clubhub("--club", club, "import", "meet", RESOURCES / "meet.lef", "--plan", plan).code == 3
    assert clubhub("--club", club, "import", "meet", RESOURCES / "meet.lef", "--plan", "nope").code == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["roster", "Games", "--out", "r.docx"], 3),
        (["roster", "Nothing", "--out", "r.pdf"], 3),
        (["roster", "Games", "--out", "/proc/none/r.pdf"], 4),
        (["roster", "Games", "--out", "r.pdf", "--by", "moon"], 2),
        (["poll", "Nothing", "--out", "p.csv"], 3),
        (["people", "--out", "p.pdf"], 3),
        (["plan", "nothing", "--out", "p.toml"], 3),
    ],
)
def test_what_can_not_be_written_is_refused(clubhub, club, tmp_path, monkeypatch, arguments, code):
    path = RESOURCES / "meet.lef"
    monkeypatch.chdir(tmp_path)
    clubhub("--club", club, "import", "meet", path, "--event", "Games")
    answer = clubhub("--club", club, "export", *arguments)
    assert answer.code == code
    assert not list(tmp_path.glob("[rp].*"))


def test_a_character_without_a_glyph_is_named_and_printed_as_a_box(clubhub, club, write, tmp_path):
    clubhub("--club", club, "import", "people", write("people.csv", "Name\nAnna 🎉 Lind\n"))
    shifts = write("shifts.csv", "Role,Date,Start,End,People\nCanteen,2027-06-12,10:00,12:00,1\n")
    clubhub("--club", club, "import", "shifts", shifts, "--event", "Gala")
    clubhub("--club", club, "assign", "Gala", "Anna Lind", "Canteen", "10:00")
    answer = clubhub("--club", club, "export", "roster", "Gala", "--out", tmp_path / "r.pdf")
    assert answer.code == 0
    assert "🎉" in answer.err
    assert "□" in "".join(page.extract_text() for page in PdfReader(tmp_path / "r.pdf").pages)


def test_exports_make_no_folders_but_the_calendars_own(clubhub, demo, tmp_path):
    refused = clubhub("--club", demo, "export", "roster", "Games", "--out", tmp_path / "non" / "roster.txt")
    assert (refused.code, "There is no folder" in refused.err) == (4, True)
    deep = clubhub("--club", demo, "export", "calendars", "Games", "--out", tmp_path / "non" / "calendars")
    assert (deep.code, (tmp_path / "non").exists()) == (4, False)
    assert clubhub("--club", demo, "export", "calendars", "Games", "--out", tmp_path / "calendars").code == 0


def test_a_version_that_was_given_out_carries_its_own_time_and_a_draft_that_of_now(
    clubhub, demo, tmp_path, monkeypatch
):
    first = export(clubhub, demo, tmp_path / "first.txt").read_text("utf-8")
    later = datetime(2031, 3, 1, 12, 0, tzinfo=UTC)
    monkeypatch.setattr("clubhub.services.roster_view.utc_now", lambda: later)
    assert export(clubhub, demo, tmp_path / "again.txt").read_text("utf-8") == first
    assert "Version 1, " in first
    person, shift = next(
        (need["people"][0], shift | {"role": need["role"]})
        for shift in clubhub("--club", demo, "list", "shifts", "--json").json
        for need in shift["needs"]
        if need["people"]
    )
    clubhub("--club", demo, "free", "Games", person, shift["role"], shift["starts"])
    assert "Draft after version 1, Sat 1 March 14:00" in export(clubhub, demo, tmp_path / "draft.txt").read_text(
        "utf-8"
    )


def test_calendars_of_who_has_no_place_any_more_are_named_and_left(clubhub, demo, tmp_path):
    folder = tmp_path / "calendars"
    clubhub("--club", demo, "export", "calendars", "Games", "--out", folder)
    (folder / "own.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "utf-8")
    clubhub("--club", demo, "export", "roster", "Games", "--out", folder / "all.ics")
    clubhub("--club", demo, "undo")
    clubhub("--club", demo, "undo")
    told = clubhub("--club", demo, "export", "calendars", "Games", "--out", folder).err
    assert "anna-lind.ics is from an earlier export: that person has no place now." in told
    assert not {"own.ics", "all.ics"} & set(told.split())
    assert (folder / "anna-lind.ics").is_file()


def test_only_a_pdf_is_laid_out_in_several_ways(clubhub, demo, tmp_path):
    wrong = clubhub("--club", demo, "export", "roster", "Games", "--by", "person", "--out", tmp_path / "r.csv")
    assert (wrong.code, list(tmp_path.glob("r.csv"))) == (2, [])


def test_the_paper_is_the_one_given_else_the_one_of_the_settings(clubhub, demo, tmp_path, monkeypatch):
    def width(path: Path) -> int:
        return round(PdfReader(path).pages[0].mediabox.width)

    assert width(export(clubhub, demo, tmp_path / "a.pdf", "--by", "shift")) == 595
    assert width(export(clubhub, demo, tmp_path / "b.pdf", "--by", "shift", "--paper", "Letter")) == 612
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    SettingsStore().change(paper="Letter")
    assert width(export(clubhub, demo, tmp_path / "c.pdf", "--by", "shift")) == 612
    assert width(export(clubhub, demo, tmp_path / "d.pdf", "--by", "shift", "--paper", "A4")) == 595
