"""`dev.py lint` goes through all checks, whatever the first says."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools import checks


@pytest.mark.parametrize(("bad", "code"), [("ruff", 1), ("mypy", 1), ("nothing", 0)])
def test_every_check_runs_and_one_failure_fails_all(bad: str, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[object]] = []
    monkeypatch.setattr(checks, "call", lambda command: ran.append(command) or int(bad in command))
    assert checks.lint(Path("python")) == code
    assert len(ran) == len(checks.CHECKS)
