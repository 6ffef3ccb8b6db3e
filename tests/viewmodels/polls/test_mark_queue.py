"""Marks are written one after another; what is refused is told, and the others are written all the same."""

import threading

import pytest
from PySide6.QtCore import QObject

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.polls import Mark
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.polls.mark_queue import MarkQueue

pytestmark = pytest.mark.usefixtures("qapp")


class SlowEditing:
    """Holds every write until it is let go; refuses marks of option 9."""

    def __init__(self) -> None:
        self.written: list[int] = []
        self.go_on = threading.Event()

    def set_marks(self, _poll_id, edits):
        self.go_on.wait(10)
        if edits[0].option_id == 9:
            raise Conflict("changed meanwhile")
        self.written.append(edits[0].option_id)
        return Changes(title="mark", ids={"answers": frozenset({1})})


@pytest.fixture
def editing():
    return SlowEditing()


@pytest.fixture
def queue(editing):
    owner, jobs = QObject(), JobRunner()
    made = MarkQueue(editing, jobs, owner)
    yield made
    editing.go_on.set()
    jobs.shut_down()
    owner.deleteLater()


def edit(option: int) -> MarkEdit:
    return MarkEdit(option_id=OptionId(option), was=None, mark=Mark.YES, person_id=PersonId(1))


def test_marks_are_written_in_their_order_and_then_told(queue, editing, qtbot):
    for option in (1, 2, 3):
        queue.put(PollId(1), [edit(option)])
    assert not queue.is_idle
    with qtbot.waitSignal(queue.written):
        editing.go_on.set()
    qtbot.waitUntil(lambda: queue.is_idle)
    assert editing.written == [1, 2, 3]
    assert queue.count == 3


def test_a_refusal_is_told_once_and_other_marks_are_written(queue, editing, qtbot):
    for option in (9, 2, 9, 3):
        queue.put(PollId(1), [edit(option)])
    with qtbot.waitSignals([queue.written, queue.refused]):
        editing.go_on.set()
    assert editing.written == [2, 3]
    with qtbot.waitSignal(queue.refused) as told:
        queue.put(PollId(1), [edit(9)])
    assert str(told.args[0]) == "changed meanwhile"
    assert queue.is_idle


def test_what_builds_on_marks_waits_for_them_and_is_not_taken_when_it_is_refused(queue, editing, qtbot):
    def refuse():
        raise Conflict("not as it was seen")

    taken: list[list[int]] = []
    for option in (1, 2):
        queue.put(PollId(1), [edit(option)])
    queue.then(lambda: list(editing.written), taken.append)
    queue.then(refuse, taken.append)
    queue.put(PollId(1), [edit(3)])
    with qtbot.waitSignal(queue.refused) as told:
        editing.go_on.set()
    assert str(told.args[0]) == "not as it was seen"
    assert (taken, editing.written) == ([[1, 2]], [1, 2, 3])
    with qtbot.waitSignal(queue.written) as told:
        queue.then(lambda: [4], taken.append)
    assert told.args[0] == []
    assert taken == [[1, 2], [4]]


def test_a_window_that_closes_waits_for_marks_that_were_typed(editing):
    owner, jobs = QObject(), JobRunner()
    closing = MarkQueue(editing, jobs, owner)
    for option in (1, 2, 3):
        closing.put(PollId(1), [edit(option)])
    threading.Timer(0.1, editing.go_on.set).start()
    assert jobs.shut_down()
    assert editing.written == [1, 2, 3]
