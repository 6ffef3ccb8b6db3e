"""Writing the locks; uv itself is played by a function that writes what it would."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from devtools import locks
from devtools.places import Stop


@pytest.fixture
def written_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, int], list[Sequence[object]]]:
    """Let uv write a text and end with a code; gives the commands it was called with."""
    monkeypatch.setattr(locks, "CHECKOUT", tmp_path)
    monkeypatch.setattr(locks, "RUN_LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(locks, "DEV_LOCK", tmp_path / "requirements-dev.lock")
    monkeypatch.setattr(locks.shutil, "which", lambda _name: "uv")

    def prepare(text: str, code: int) -> list[Sequence[object]]:
        commands: list[Sequence[object]] = []

        def call(command: Sequence[object]) -> int:
            commands.append(command)
            (tmp_path / str(command[-1])).write_text(text, "utf-8")
            return code

        monkeypatch.setattr(locks, "call", call)
        return commands

    return prepare


def test_both_locks_are_written_and_the_second_agrees_with_the_first(written_as: Callable) -> None:
    commands = written_as("rich==15.0.0 \\\n    --hash=sha256:00\n", 0)
    assert locks.lock(["--upgrade"]) == 0
    assert [str(command[-1]) for command in commands] == ["requirements.lock", "requirements-dev.lock"]
    assert all({"--generate-hashes", "--universal", "--upgrade"} <= set(command) for command in commands)
    assert commands[1][commands[1].index("--constraint") + 1] == "requirements.lock"


def test_a_lock_with_an_address_is_refused(written_as: Callable) -> None:
    written_as("--index-" + "url https://packages.example.org/\n", 0)
    with pytest.raises(Stop, match="names an address"):
        locks.lock([])


def test_a_failure_of_uv_is_told(written_as: Callable) -> None:
    written_as("", 1)
    with pytest.raises(Stop, match="was not written"):
        locks.lock([])
