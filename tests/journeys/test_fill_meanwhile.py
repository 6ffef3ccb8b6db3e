"""What happens in the club between a plan and its writing, from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clubhub.app import build_services
from clubhub.services.filling import Filling
from clubhub.storage import events, rosters

PEOPLE = """Given name,Family name,Skills
Anna,Lind,Judge
Bo,Ek,
Otto,Berg,
"""
SHIFTS = """Role,Venue,Date,Start,End,People,Skill
Timekeeper,Pool deck,2027-06-12,10:00,12:00,1,
Judge,Pool deck,2027-06-12,10:00,12:00,1,Judge
Canteen,Café,2027-06-12,13:00,15:00,1,
"""
HEADINGS = "Name,2027-06-12T10:00,2027-06-12T12:00,2027-06-12T14:00\n"

Meanwhile = Callable[..., None]


@pytest.fixture
def run(clubhub, club: Path) -> Callable[..., Any]:
    """A command that must succeed."""

    def run_(*arguments: object) -> Any:
        answer = clubhub("--club", club, *arguments)
        assert answer.code == 0, answer.err
        return answer

    return run_


@pytest.fixture
def say(run, write) -> Callable[[str], None]:
    """Answers like "Anna Lind,yes,no,no"."""

    def say_(lines: str) -> None:
        run("import", "answers", write("said.csv", HEADINGS + lines + "\n"), "--event", "Gala")

    return say_


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Meanwhile:
    """Does something after the plan was made and before it is written."""
    plain = Filling.run

    def set_(*does: Callable[[], object]) -> None:
        def search(filling: Filling, **callbacks: Any) -> Any:
            found = plain(filling, **callbacks)
            for do in does:
                do()
            return found

        monkeypatch.setattr(Filling, "run", search)

    return set_


@pytest.fixture(autouse=True)
def gala(run, write) -> None:
    run("import", "people", write("people.csv", PEOPLE))
    run("import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")


def people(run) -> dict[str, list[str]]:
    shifts = run("list", "shifts", "--event", "Gala", "--json").json
    return {need["role"]: need["people"] for shift in shifts for need in shift["needs"]}


def test_the_replacement_of_a_pinned_person_who_cancelled_comes_though_something_changed(run, say, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Timekeeper", "10:00")
    say("Anna Lind,no,no,no")
    meanwhile(lambda: run("contact", "Gala", "Otto Berg"))
    told = run("fill", "Gala", "--repair").out

    assert "Left out" not in told
    assert people(run)["Timekeeper"] == ["Bo Ek"]


def test_a_pinned_person_whose_skill_lapsed_moves_to_a_place_at_the_same_time(run, say, write, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,no,no,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Judge", "10:00")
    run("import", "people", write("late.csv", "Name,Skills\nAnna Lind,Judge (2027-01-31)\n"))
    meanwhile(lambda: run("contact", "Gala", "Otto Berg"))
    told = run("fill", "Gala", "--repair").out

    assert "Left out" not in told
    assert (people(run)["Judge"], people(run)["Timekeeper"]) == ([], ["Anna Lind"])


def test_who_was_pinned_meanwhile_stays(run, say, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Timekeeper", "10:00", "--no-pin")

    def pin() -> None:
        run("free", "Gala", "Anna Lind", "Timekeeper", "10:00")
        run("assign", "Gala", "Anna Lind", "Timekeeper", "10:00")

    meanwhile(pin)
    told = run("fill", "Gala").out
    assert "Left out, since it doesn’t hold any more: Anna Lind is pinned to Timekeeper" in told
    assert people(run)["Timekeeper"] == ["Anna Lind"]
    assert people(run)["Judge"] == []


def test_who_was_taken_off_by_hand_meanwhile_is_not_called_to_another_place(run, say, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Timekeeper", "10:00", "--no-pin")
    meanwhile(lambda: run("free", "Gala", "Anna Lind", "Timekeeper", "10:00"))
    told = run("fill", "Gala").out

    assert "Anna Lind was taken off Timekeeper (Timekeeper, Sat 12 June 10:00–12:00) meanwhile." in told
    assert people(run) == {"Timekeeper": ["Bo Ek"], "Judge": [], "Canteen": ["Otto Berg"]}


def test_a_place_that_stayed_empty_since_somebody_lapsed_is_told(run, say, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    meanwhile(lambda: say("Bo Ek,no,no,no"))
    done = run("fill", "Gala", "--json").json

    assert (done["filled"], done["places"]) == (2, 3)
    assert [short["name"] for short in done["empty"]] == ["Timekeeper"]
    assert run("why", "Gala", "--json").json == done["empty"]


def test_who_hears_is_counted_from_the_version_that_was_given_out_meanwhile(run, say, meanwhile):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Judge", "10:00")
    run("publish", "Gala")
    run("assign", "Gala", "Bo Ek", "Timekeeper", "10:00")
    meanwhile(lambda: run("publish", "Gala"))
    done = run("fill", "Gala", "--repair", "--json").json

    assert people(run)["Canteen"] == ["Otto Berg"]
    assert done["hearing"] == 1


def test_whose_place_went_meanwhile_comes_to_the_other_place_all_the_same(run, say, meanwhile, club):
    say("Anna Lind,yes,yes,no\nBo Ek,yes,yes,no\nOtto Berg,no,yes,yes")
    run("assign", "Gala", "Anna Lind", "Timekeeper", "10:00", "--no-pin")

    def remove() -> None:
        services = build_services(club)
        gone = next(e for e in services.rosters.roster("Gala").entries() if e.need.role.name == "Timekeeper")
        with services._database.write("remove the shift") as work:
            rosters.delete_assignments(work, [gone.place.assignment])
            events.delete_needs(work, [gone.need.need])

    meanwhile(remove)
    told = run("fill", "Gala").out
    assert "Left out, since it doesn’t hold any more: Timekeeper (Timekeeper, Sat 12 June 10:00–12:00) is gone" in told
    assert people(run)["Judge"] == ["Anna Lind"]


def test_why_a_place_is_open_is_said_in_the_language_of_the_desk(run):
    run("settings", "--language", "fi")
    assert "Timekeeper, Sat 12 June 10:00–12:00: 1 of 1 is open." in run("fill", "Gala").out
