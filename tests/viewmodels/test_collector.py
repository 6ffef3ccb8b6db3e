"""Garbage is collected in the window's thread, what is much is put aside, and everything is looked at in the end."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt

from clubhub.viewmodels.collector import FEW, LOOK_MS, Collector
from clubhub.viewmodels.jobs import JobRunner


class Circle:
    """Garbage that only the collector can free."""

    def __init__(self):
        self.itself = self


def circle():
    return weakref.ref(Circle())


@pytest.fixture
def collector(qapp):
    assert qapp is not None
    parent = QObject()
    gc.collect()
    made = Collector(parent)
    yield made
    made.stop()
    assert gc.isenabled()


@pytest.fixture
def looks(collector):
    """The threads in which the collector ran, one for each time."""
    assert collector is not None
    threads = []

    def hear(phase, _info):
        if phase == "start":
            threads.append(threading.current_thread())

    gc.callbacks.append(hear)
    yield threads
    gc.callbacks.remove(hear)


def test_what_points_at_itself_is_freed_at_the_next_look(collector, qtbot):
    gone = circle()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=3 * LOOK_MS)
    assert collector.parent() is not None


def test_a_job_that_makes_much_is_never_looked_through(collector, looks, qtbot):
    runner, owner, answers = JobRunner(), QObject(), []
    runner.run("", lambda _progress: [(number, []) for number in range(5 * FEW)], answers.append, owner=owner)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert all(thread is threading.main_thread() for thread in looks)
    looks.clear()
    collector.look()
    frozen = gc.get_freeze_count()
    assert frozen > 5 * FEW
    assert runner.shut_down()


def test_many_new_objects_are_put_aside_and_found_when_the_person_is_away(collector, looks):
    gone = circle()
    many = [[number] for number in range(2 * FEW)]
    collector.look()
    assert (looks, gone() is None) == ([], False)
    collector.look_at_all()
    assert gone() is None
    assert len(many) == 2 * FEW


def test_everything_is_looked_at_only_after_a_while_with_another_program(collector):
    collector._follow(Qt.ApplicationState.ApplicationInactive)
    assert collector._away.isActive()
    collector._follow(Qt.ApplicationState.ApplicationActive)
    assert not collector._away.isActive()


def test_a_refusal_keeps_nothing_that_its_job_has_read(collector, qtbot):
    from clubhub.domain.errors import InvalidInput

    runner, owner, told, kept = JobRunner(), QObject(), [], []

    class Read:
        pass

    def refuse(_progress):
        read = Read()
        kept.append(weakref.ref(read))
        raise InvalidInput("No.")

    runner.run("", refuse, told.append, owner=owner, on_failed=lambda error: told.append(str(error)))
    qtbot.waitUntil(lambda: told == ["No."])
    assert kept[0]() is None
    assert runner.shut_down()
    assert collector.parent() is not None
