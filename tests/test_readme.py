"""The golden path of the README, typed as it stands there, and the examples of files."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from clubhub import app
from clubhub.cli.main import run

CHECKOUT = Path(__file__).resolve().parents[1]


def lines_of_the_golden_path() -> list[str]:
    """The lines of the block of shell that makes a club, without its empty ones."""
    blocks = re.findall(r"```sh\n(.*?)```", (CHECKOUT / "README.md").read_text("utf-8"), re.DOTALL)
    (path,) = (block for block in blocks if block.startswith("clubhub new"))
    return [line for line in path.splitlines() if line]


def test_every_command_of_the_golden_path_does_its_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CHECKOUT / "resources" / "demo", tmp_path / "resources" / "demo")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLUBHUB_CLUB", raising=False)
    failed = []
    for line in lines_of_the_golden_path():
        program, *arguments = shlex.split(line)
        if program == "export":
            monkeypatch.setenv(*arguments[0].split("="))
        elif run(app.build_services, app.create_club, app.open_window, arguments) != 0:
            failed.append(f"{line}\n{capsys.readouterr().err}")
    assert failed == []
    written = {path.name for path in tmp_path.iterdir()}
    assert {"roster.pdf", "people.pdf", "roster.xlsx", "roster.ics", "roster.html", "calendars"} <= written
    assert len(list((tmp_path / "calendars").glob("*.ics"))) > 20


def test_the_examples_of_files_come_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```csv\n(.*?)```", (CHECKOUT / "docs" / "files.md").read_text("utf-8"), re.DOTALL)
    club = tmp_path / "k.clubhub"
    steps = [["new", str(club), "--name", "Kvarnö", "--time-zone", "Europe/Helsinki"]]
    for kind, text in zip(("people", "shifts", "answers"), blocks, strict=True):
        path = tmp_path / f"{kind}.csv"
        path.write_text(text, "utf-8")
        event = [] if kind == "people" else ["--event", "Gala"]
        steps.append(["--club", str(club), "import", kind, str(path), *event])
    steps.append(["--club", str(club), "fill", "Gala"])
    codes = [run(app.build_services, app.create_club, app.open_window, step) for step in steps]
    said = capsys.readouterr()
    assert codes == [0] * 5, said.err
    assert "Not used" not in said.out
    assert "2 of 3 places are filled" in said.out
