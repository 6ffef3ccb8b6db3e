"""Every screen hears of a change, whoever made it."""

from pathlib import Path

import pytest

from clubhub.app import build_services, create_club
from clubhub.domain.clubs import Club
from clubhub.viewmodels.history_watch import HistoryWatch
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.notifier import ChangeNotifier


@pytest.fixture
def club(tmp_path: Path) -> Path:
    path = tmp_path / "club.clubhub"
    create_club(path, Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    return path


def test_a_change_of_another_program_is_told_with_its_kinds(club, qapp, qtbot):
    jobs, notifier = JobRunner(qapp), ChangeNotifier()
    watch = HistoryWatch(build_services(club).history, jobs, notifier)
    qtbot.waitUntil(lambda: watch.state is not None)
    with qtbot.waitSignal(notifier.changed, timeout=5000) as told:
        build_services(club).posts.write("Hello", "Nothing else.")
    assert told.args[0].kinds == {"posts"}
    assert watch.state.undo.title == "write the post “Hello”"
    watch.stop()
    assert jobs.shut_down()


def test_what_can_be_undone_follows_undo_and_redo(club, qapp, qtbot):
    services = build_services(club)
    services.posts.write("Hello", "")
    jobs = JobRunner(qapp)
    watch = HistoryWatch(services.history, jobs, ChangeNotifier())
    qtbot.waitUntil(lambda: watch.state is not None and watch.state.undo is not None)
    services.history.undo()
    watch.look()
    qtbot.waitUntil(lambda: watch.state.undo is None and watch.state.redo is not None)
    watch.stop()
    assert jobs.shut_down()


def test_a_file_that_is_gone_is_looked_for_again(club, qapp, qtbot):
    jobs = JobRunner(qapp)
    watch = HistoryWatch(build_services(club).history, jobs, ChangeNotifier())
    qtbot.waitUntil(lambda: watch.state is not None)
    away = club.rename(club.with_suffix(".away"))
    watch.look()
    jobs.wait()
    qtbot.wait(50)
    away.rename(club)
    build_services(club).posts.write("Back", "")
    watch.look()
    qtbot.waitUntil(lambda: watch.state.undo is not None, timeout=5000)
    watch.stop()
    assert jobs.shut_down()
