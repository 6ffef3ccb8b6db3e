"""Making and opening a club's file."""

import os
import stat
import sys
from dataclasses import replace

import pytest
from sqlalchemy import text
from tests.storage.club_samples import add, everyone, person
from tests.storage.conftest import CLUB

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import clubs, database, integrity


def club_of(opened):
    with opened.read() as reader:
        return clubs.load_club(reader)


@pytest.mark.parametrize(
    "name",
    [
        "Åbo ? # % 100%41 'quoted' &mode=memory.clubhub",
        "プール 🏊.clubhub",
        "no suffix",
        " leading and trailing ",
        pytest.param(
            os.fsdecode(b"latin-\xe5.clubhub"),
            marks=pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are Unicode there"),
        ),
        pytest.param(
            'a"b\nc:d*.clubhub', marks=pytest.mark.skipif(sys.platform == "win32", reason="no such names on Windows")
        ),
    ],
)
def test_any_name_and_folder_can_hold_a_club(tmp_path, name):
    path = tmp_path / "Ö folder #1?" / name
    add(database.create(path, CLUB, actor="Tuva"), person())
    opened = database.open_file(path, actor="Tuva")
    assert club_of(opened) == CLUB
    assert len(everyone(opened)) == 1
    assert [found.name for found in path.parent.iterdir()] == [name]


def test_a_new_club_is_sound_and_without_history(club):
    assert integrity.find_damage(club) == []
    with club.read() as reader:
        assert reader.connection.execute(text("SELECT count(*) FROM changes")).scalar_one() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_a_new_club_is_readable_by_its_owner_alone(path):
    database.create(path, CLUB, actor="Tuva")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_file_is_marked_as_a_club_and_keeps_no_side_files(club, path):
    with club.read() as reader:
        pragma = {
            name: reader.connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("application_id", "user_version", "journal_mode", "foreign_keys", "synchronous")
        }
    assert pragma == {
        "application_id": 0x436C4875,
        "user_version": 3,
        "journal_mode": "delete",
        "foreign_keys": 1,
        "synchronous": 2,
    }
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"somebody's letter"])
def test_a_path_that_exists_is_left_as_it_was(path, content):
    path.write_bytes(content)
    with pytest.raises(EnvironmentProblem, match="exists already and was left as it is"):
        database.create(path, CLUB, actor="Tuva")
    assert path.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_dangling_link_is_left_as_it_was(path, tmp_path):
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentProblem, match="exists already"):
        database.create(path, CLUB, actor="Tuva")
    assert not (tmp_path / "elsewhere").exists()


def test_a_folder_that_is_a_file_is_no_place_for_a_club(tmp_path):
    (tmp_path / "letter").write_text("Dear Bo")
    with pytest.raises(EnvironmentProblem, match="can't be made"):
        database.create(tmp_path / "letter" / "a.clubhub", CLUB, actor="Tuva")
    assert (tmp_path / "letter").read_text() == "Dear Bo"


def test_a_name_too_long_is_refused_when_making_and_opening(tmp_path):
    path = tmp_path / ("x" * 300)
    with pytest.raises(EnvironmentProblem, match=r"can't be made|can't be opened"):
        database.create(path, CLUB, actor="Tuva")
    with pytest.raises(EnvironmentProblem, match=r"can't be opened|no club"):
        database.open_file(path, actor="Tuva")
    assert list(tmp_path.iterdir()) == []


def test_a_making_that_fails_leaves_nothing_behind(path, monkeypatch):
    def fail(*_given):
        raise RuntimeError("the power fails")

    monkeypatch.setattr(database, "insert_club", fail)
    with pytest.raises(RuntimeError):
        database.create(path, CLUB, actor="Tuva")
    assert list(path.parent.iterdir()) == []


def test_a_club_opened_for_reading_refuses_changes(club, path):
    add(club, person())
    reading = database.Database(path, actor="Tuva", read_only=True)
    before = path.read_bytes()
    with pytest.raises(EnvironmentProblem, match=r"can't be written to\. Nothing was changed"):
        add(reading, person("Bo"))
    assert len(everyone(reading)) == 1
    assert path.read_bytes() == before


def test_the_club_can_be_moved_between_two_openings(club, path, tmp_path):
    with club.write("rename") as work:
        clubs.save_club(work, replace(CLUB, name="Moved"))
    moved = path.rename(tmp_path / "moved.clubhub")
    assert club_of(database.open_file(moved, actor="Tuva")).name == "Moved"
    with pytest.raises(EnvironmentProblem, match="can't be opened"):
        everyone(club)
    assert not path.exists()
