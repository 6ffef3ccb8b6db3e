"""Jobs run off the window's thread; answers come back to whoever is still there."""

import threading
import time

import pytest
from PySide6.QtCore import QObject

from clubhub.domain.errors import Cancelled, NotFound
from clubhub.viewmodels.jobs import JobRunner


class Page(QObject):
    """Somebody who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.refusals: list[Exception] = []

    def take(self, value: object) -> None:
        self.values.append((value, threading.current_thread() is threading.main_thread()))

    def refuse(self, error: Exception) -> None:
        self.refusals.append(error)


@pytest.fixture
def jobs(qapp) -> JobRunner:
    return JobRunner(qapp)


def refusing(_progress) -> None:
    raise NotFound("not there")


def failing(_progress) -> None:
    raise ZeroDivisionError


def test_an_answer_comes_on_the_main_thread(jobs, qtbot):
    page = Page()
    jobs.run("add", lambda _progress: 2**40 + 1, page.take, owner=page)
    qtbot.waitUntil(lambda: page.values == [(2**40 + 1, True)])
    assert jobs.running == []


def test_an_answer_for_a_page_that_is_gone_is_dropped(jobs, qtbot):
    page = Page()
    values = page.values
    jobs.run("wait", lambda _progress: time.sleep(0.2), page.take, owner=page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not jobs.running)
    qtbot.wait(50)
    assert values == []


def test_a_refusal_goes_to_the_caller_or_to_the_window(jobs, qtbot):
    page = Page()
    jobs.run("find", refusing, page.take, owner=page, on_failed=page.refuse)
    qtbot.waitUntil(lambda: [str(error) for error in page.refusals] == ["not there"])
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run("find", refusing, page.take, owner=page)
    assert str(told.args[0]) == "not there"


def test_a_fault_is_told_as_one_and_logged(jobs, qtbot, caplog):
    with qtbot.waitSignal(jobs.faulted):
        jobs.run("divide", failing, Page().take, owner=jobs)
    assert "fault in a job" in caplog.text


def test_a_stopped_job_answers_nothing(jobs, qtbot):
    page = Page()

    def work(progress) -> None:
        while not progress.should_stop():
            time.sleep(0.01)
        raise Cancelled

    job = jobs.run("long", work, page.take, owner=page, on_failed=page.refuse)
    assert jobs.running == [job]
    job.stop()
    qtbot.waitUntil(lambda: not jobs.running)
    assert (page.values, page.refusals) == ([], [])


def test_progress_is_seen_and_quiet_work_is_not(jobs, qtbot):
    page, go_on = Page(), threading.Event()

    def work(progress) -> None:
        progress("half", 0.5)
        go_on.wait(5)

    job = jobs.run("long", work, page.take, owner=page)
    quiet = jobs.run("read", lambda _progress: go_on.wait(5), page.take, owner=page, quiet=True)
    qtbot.waitUntil(lambda: (job.text, job.share) == ("half", 0.5))
    assert quiet not in jobs.running
    go_on.set()
    assert jobs.wait()


def test_work_in_turn_is_done_one_after_another_and_other_work_meanwhile(jobs, qtbot):
    page, steps, go_on = Page(), [], threading.Event()

    def slow(_progress) -> None:
        steps.append("slow begins")
        go_on.wait(5)
        steps.append("slow ends")

    jobs.run("read much", slow, page.take, owner=page, in_turn=True)
    jobs.run("read more", lambda _progress: steps.append("next"), page.take, owner=page, in_turn=True)
    jobs.run("read little", lambda _progress: steps.append("other"), page.take, owner=page)
    qtbot.waitUntil(lambda: "other" in steps)
    assert "next" not in steps
    go_on.set()
    assert jobs.wait()
    assert [step for step in steps if step != "other"] == ["slow begins", "slow ends", "next"]


def test_shutting_down_waits_for_running_work(jobs):
    ended = threading.Event()

    def work(progress) -> None:
        while not progress.should_stop():
            time.sleep(0.01)
        ended.set()

    jobs.run("long", work, Page().take, owner=jobs)
    assert jobs.shut_down()
    assert ended.is_set()
