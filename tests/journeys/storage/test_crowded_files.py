"""When the file is in use, may not be written, has no room or was left in the middle of a change."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.conftest import CHECKOUT
from tests.storage.club_samples import add, everyone, person, state
from tests.storage.conftest import CLUB

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import database, integrity

ACTS = CHECKOUT / "tests" / "storage" / "file_acts.py"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals, limits or rights")


@contextmanager
def acting(act, path):
    child = subprocess.Popen(
        [sys.executable, str(ACTS), act, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "src")])},
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def act_out(act, path):
    """Everything that the other process said."""
    with acting(act, path) as child:
        output, _errors = child.communicate(timeout=60)
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def open_folder():
    """A folder that everybody on the computer may use; pytest's own is its owner's alone."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def test_a_second_program_that_writes_is_waited_for_then_named(club, path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 300)
    before = state(club)
    with acting("hold", path) as child:
        assert child.stdout.readline() == "ready\n"
        with pytest.raises(EnvironmentProblem, match="Another program is using"):
            add(database.open_file(path, actor="Tuva"), person())
        assert state(club) == before
        child.communicate("done\n")
    add(club, person("Bo"))
    assert [value.given_name for value in everyone(club)] == ["Bo", "Held"]


@posix
def test_a_club_left_in_the_middle_of_a_change_opens_as_it_was_before(club, path):
    add(club, person())
    before = state(club)
    act_out("die_while_writing", path)
    assert path.with_name(f"{path.name}-journal").exists()
    opened = database.open_file(path, actor="Tuva")
    assert state(opened) == before
    assert integrity.find_damage(opened) == []
    assert [found.name for found in path.parent.iterdir()] == [path.name]


@posix
def test_a_club_left_so_where_nothing_can_be_written_asks_for_a_copy_with_its_journal(club, path):
    add(club, person())
    act_out("die_while_writing", path)
    with pytest.raises(EnvironmentProblem, match=r"together with kvarken\.clubhub-journal"):
        everyone(database.Database(path, actor="Tuva", read_only=True))


@posix
def test_without_room_nothing_is_changed(club, path):
    add(club, person())
    before = state(club)
    (end,) = act_out("fill_the_disk", path)
    assert end["refused"] == "EnvironmentProblem"
    assert "Nothing was changed" in end["message"]
    assert state(club) == before
    assert integrity.find_damage(club) == []


@posix
def test_a_club_that_has_no_room_is_not_left_half_made(path):
    (end,) = act_out("make_without_room", path)
    assert end["refused"] == "EnvironmentProblem"
    assert list(path.parent.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        command = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_named_and_nothing_is_changed(small_disk):
    path = small_disk / "a.clubhub"
    club = database.create(path, CLUB, actor="Tuva")
    add(club, person())
    before = state(club)
    (end,) = act_out("write_much", path)
    assert end["refused"] == "EnvironmentProblem"
    assert "The disk is full, so nothing was changed" in end["message"]
    assert state(club) == before
    (small_disk / "filler").write_bytes(bytes(small_disk.stat().st_blksize * 10))
    assert integrity.find_damage(club) == []


@posix
@pytest.mark.parametrize("bound", ["file", "folder"])
def test_a_club_that_may_not_be_written_is_opened_for_reading(open_folder, bound):
    path = open_folder / "a.clubhub"
    add(database.create(path, CLUB, actor="Tuva"), person())
    path.chmod(0o444 if bound == "file" else 0o666)
    open_folder.chmod(0o777 if bound == "file" else 0o555)
    before = hashlib.sha256(path.read_bytes()).digest()
    read, end = act_out("read_and_write", path)
    assert read == {"people": 1, "read_only": True}
    assert end["refused"] == "EnvironmentProblem"
    assert "can't be written to. Nothing was changed" in end["message"]
    assert hashlib.sha256(path.read_bytes()).digest() == before


@posix
def test_a_club_that_may_not_be_read_is_not_opened(open_folder):
    path = open_folder / "a.clubhub"
    database.create(path, CLUB, actor="Tuva")
    path.chmod(0)
    (end,) = act_out("read_and_write", path)
    assert end["refused"] == "EnvironmentProblem"
    assert "can't be opened" in end["message"]


@posix
def test_a_folder_that_may_not_be_looked_into_is_named(open_folder):
    path = open_folder / "inner" / "a.clubhub"
    database.create(path, CLUB, actor="Tuva")
    path.parent.chmod(0)
    (end,) = act_out("read_and_write", path)
    path.parent.chmod(0o700)
    assert end["refused"] == "EnvironmentProblem"
    assert "can't be opened" in end["message"]


@posix
def test_a_club_is_not_made_where_nothing_may_be_made(open_folder):
    open_folder.chmod(0o555)
    for path in (open_folder / "a.clubhub", open_folder / "new folder" / "a.clubhub"):
        (end,) = act_out("make", path)
        assert end["refused"] == "EnvironmentProblem"
        assert "can't be made" in end["message"]
    open_folder.chmod(0o777)
    assert list(open_folder.iterdir()) == []
