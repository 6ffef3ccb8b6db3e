"""Runs the command line in this process, as the command `clubhub` does."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clubhub.app import build_services, create_club
from clubhub.cli.main import run


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Clubhub = Callable[..., Answer]


def _no_window(club: Path | None) -> int:
    """In place of the window: says which club it would show."""
    sys.stdout.write(f"window on {club}\n")
    return 0


@pytest.fixture
def clubhub(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Clubhub:
    """Run a command with these arguments."""
    monkeypatch.delenv("CLUBHUB_CLUB", raising=False)

    def command(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run(build_services, create_club, _no_window, [str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return command


@pytest.fixture
def club(clubhub: Clubhub, tmp_path: Path) -> Path:
    """A new, empty club."""
    path = tmp_path / "swimming.clubhub"
    answer = clubhub("new", path, "--name", "Kvarnö Swim Club", "--time-zone", "Europe/Helsinki", "--region", "FI")
    assert answer.code == 0
    return path


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file to bring in."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written
