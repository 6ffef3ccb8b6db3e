"""The log: one file a day, thirty days, no names, and never a reason to fail."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from clubhub.support import logs

LOG = logging.getLogger("clubhub.services.people")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "logs"


@pytest.fixture(autouse=True)
def _logger_as_before() -> Iterator[None]:
    logger = logging.getLogger("clubhub")
    before, level = list(logger.handlers), logger.level
    logger.handlers = []
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers = before
    logger.setLevel(level)


def text_of(folder: Path) -> str:
    return logs.todays_log(folder).read_text("utf-8")


def test_a_line_names_its_moment_its_kind_and_its_place(folder: Path) -> None:
    logs.start_logging(folder)
    with time_machine.travel("2026-05-03T21:30:00+00:00", tick=False):
        LOG.info("imported %d people", 3)
        line = text_of(folder)
    assert line == f"2026-05-03T21:30:00Z INFO {os.getpid()} clubhub.services.people: imported 3 people\n"


def test_nothing_is_made_before_there_is_something_to_say(folder: Path) -> None:
    logs.start_logging(folder)
    assert not folder.exists()


def test_starting_twice_writes_each_line_once(folder: Path) -> None:
    logs.start_logging(folder)
    logs.start_logging(folder)
    LOG.warning("once")
    assert text_of(folder).count("once") == 1


def test_an_exception_leaves_its_way_but_not_its_words(folder: Path) -> None:
    logs.start_logging(folder)
    try:
        try:
            {}["Anna Lind"]
        except KeyError as missing:
            raise ValueError("no shift for Anna Lind") from missing
    except ValueError:
        LOG.exception("fault in command %s", "fill")
    written = text_of(folder)
    assert "Anna Lind" not in written.replace('{}["Anna Lind"]', "").replace('ValueError("no shift for Anna Lind")', "")
    assert "builtins.KeyError\nand then\n" in written
    assert written.rstrip().endswith("builtins.ValueError")
    assert "test_logs.py" in written


def test_a_new_day_begins_a_new_file(folder: Path) -> None:
    logs.start_logging(folder)
    with time_machine.travel("2026-05-03T23:59:59+00:00", tick=False):
        LOG.info("evening")
    with time_machine.travel("2026-05-04T00:00:01+00:00", tick=False):
        LOG.info("morning")
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["clubhub-2026-05-03.log", "clubhub-2026-05-04.log"]
    assert "evening" not in (folder / names[1]).read_text("utf-8")


def test_logs_of_more_than_thirty_days_ago_go_and_younger_ones_stay(folder: Path) -> None:
    folder.mkdir(parents=True)
    now = logs.utc_now().timestamp()
    for days, name in [(31, "clubhub-old.log"), (29, "clubhub-young.log"), (99, "something-else.txt")]:
        (folder / name).write_text("x", "utf-8")
        os.utime(folder / name, (now - days * 86_400,) * 2)
    logs.start_logging(folder)
    LOG.info("line")
    assert {path.name for path in folder.iterdir()} == {
        "clubhub-young.log",
        "something-else.txt",
        logs.todays_log(folder).name,
    }


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    logs.start_logging(tmp_path / "file" / "logs")
    LOG.error("lost")
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_stops_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.start_logging(folder)
    folder.mkdir(parents=True)
    logs.todays_log(folder).symlink_to("/dev/full")
    LOG.error("lost")
    assert capsys.readouterr().err == ""


def test_without_a_folder_the_systems_place_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "log_folder", lambda: tmp_path / "state")
    logs.start_logging()
    LOG.info("here")
    assert "here" in text_of(tmp_path / "state")
