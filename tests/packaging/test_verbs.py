"""The verbs of packaging/dev.py: what each runs, and what a wrong one gets."""

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools import verbs
from devtools.places import CHECKOUT, DEV_LOCK, RUN_LOCK, Stop

DEV = CHECKOUT / "packaging" / "dev.py"
OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 9, 2)
runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, on a machine where all is set up: the lock first, then the command."""
    made: list[list[str]] = []

    def call(command: Sequence[object], _folder: Path = CHECKOUT) -> int:
        made.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(verbs, "make_ready", lambda lock: Path(lock.name))
    monkeypatch.setattr(verbs.system, "provide_libraries", lambda: None)
    monkeypatch.setattr(verbs.system, "has_display", lambda: False)
    monkeypatch.setattr(verbs, "call", call)
    return made


def test_run_does_the_demo_in_the_folder_asked_for(calls: list[list[str]], tmp_path: Path) -> None:
    assert verbs.main(["run", str(tmp_path)]) == 0
    assert calls == [[RUN_LOCK.name, "-m", "clubhub", "demo", str(tmp_path)]]


def test_run_opens_the_window_where_there_is_a_display(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(verbs.system, "has_display", lambda: True)
    assert verbs.main(["run", str(tmp_path)]) == 0
    assert [command[3] for command in calls] == ["demo", "window"]
    (tmp_path / verbs.DEMO_CLUB).touch()
    assert verbs.main(["run", str(tmp_path)]) == 0
    assert calls[2:] == [[RUN_LOCK.name, "-m", "clubhub", "window", str(tmp_path / verbs.DEMO_CLUB)]]


def test_run_alone_writes_below_build(calls: list[list[str]]) -> None:
    assert verbs.main(["run"]) == 0
    assert calls[0][-1] == str(CHECKOUT / "build" / "demo")


def test_test_hands_its_arguments_to_pytest_on_all_cores(calls: list[list[str]]) -> None:
    assert verbs.main(["test", "-k", "undo"]) == 0
    assert calls == [[DEV_LOCK.name, "-m", "pytest", "-n", "auto", "--dist", "worksteal", "-k", "undo"]]


@pytest.mark.usefixtures("calls")
def test_the_code_of_what_ran_is_the_code_of_the_verb(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "call", lambda _command, _folder: 3)
    assert verbs.main(["clubhub", "list", "people"]) == 3


def test_the_command_line_runs_where_it_was_called_and_imports_nothing_from_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "typer.py").write_text("raise SystemExit(9)", "utf-8")
    monkeypatch.setattr(verbs, "make_ready", lambda _lock: Path(sys.executable))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT / "src"))  # as .venv knows it
    monkeypatch.chdir(tmp_path)
    arguments = ["new", "here.clubhub", "--name", "Kvarnö", "--time-zone", "Europe/Helsinki"]
    assert verbs.main(["clubhub", *arguments]) == 0
    assert (tmp_path / "here.clubhub").is_file()


def test_bench_runs_the_named_files_and_leaves_helpers_out(
    calls: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "BENCHMARKS", tmp_path)
    for name in ("people", "sheets", "_tables"):
        (tmp_path / f"{name}.py").write_text("", "utf-8")
    assert verbs.main(["bench"]) == 0
    assert [Path(call[1]).stem for call in calls] == ["people", "sheets"]
    assert verbs.main(["bench", "sheets"]) == 0
    assert len(calls) == 3
    assert verbs.main(["bench", "_tables"]) == verbs.USAGE_EXIT


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run", "a", "b"], ["run", "--loud"], ["lint", "src"]])
def test_wrong_usage_gets_the_usage(
    arguments: list[str], calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert verbs.main(arguments) == verbs.USAGE_EXIT
    said = capsys.readouterr().out
    assert all(name in said for name in verbs.VERBS)
    assert calls == []


def test_a_computer_that_lacks_something_ends_with_its_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_lock: Path) -> Path:
        raise Stop("no network")

    monkeypatch.setattr(verbs, "make_ready", stop)
    assert verbs.main(["test"]) == 4
    assert capsys.readouterr().out == "no network\n"


def test_an_old_python_is_told_what_is_needed() -> None:
    outcome = subprocess.run(
        [sys.executable, "-c", OLD_PYTHON, str(DEV), "run"], check=False, capture_output=True, text=True
    )
    assert outcome.returncode == 1
    assert "Python 3.11 or newer; this is 3.9" in outcome.stderr


def test_an_old_python_can_read_the_file_that_tells_it() -> None:
    ast.parse(DEV.read_text("utf-8"), feature_version=(3, 4))
