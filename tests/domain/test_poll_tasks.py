"""Polls on Home: one that closes soon with silent people, one that has closed undecided, and nothing else."""

from datetime import UTC, datetime, timedelta

import pytest

from clubhub.domain.ids import EventId, PollId
from clubhub.domain.overview import TaskKind
from clubhub.domain.poll_tasks import PollStanding, poll_tasks
from clubhub.domain.polls import Poll, PollKind

NOW = datetime(2027, 6, 1, 18, tzinfo=UTC)


def standing(
    hours: float | None, *, answered: int = 5, silent: int = 3, decided: bool = False, **fields
) -> PollStanding:
    closes_at = None if hours is None else NOW + timedelta(hours=hours)
    poll = Poll(id=PollId(1), name="Camp", closes_at=closes_at, **fields)
    return PollStanding(poll=poll, answered=answered, silent=silent, is_decided=decided)


def kinds(*standings: PollStanding) -> list[TaskKind]:
    return [task.kind for task in poll_tasks(standings, NOW)]


def test_a_poll_that_closes_within_two_days_wants_a_word_to_the_silent():
    (task,) = poll_tasks([standing(20)], NOW)
    assert task.kind is TaskKind.POLL_CLOSES
    assert (task.headline, task.detail) == ("A poll closes in 20 hours", "“Camp”: 3 people are silent")
    assert kinds(standing(20, event_id=EventId(1))) == [TaskKind.POLL_CLOSES]


def test_a_closed_poll_wants_to_be_decided():
    (task,) = poll_tasks([standing(-1)], NOW)
    assert (task.kind, task.detail) == (TaskKind.POLL_TO_DECIDE, "“Camp”: 5 people have answered")


@pytest.mark.parametrize(
    "one",
    [
        standing(None),
        standing(72),
        standing(20, silent=0),
        standing(20, decided=True),
        standing(-1, decided=True),
        standing(-1, answered=0),
        standing(-1, event_id=EventId(1)),
        standing(-1, kind=PollKind.TEXT),
        standing(-24 * 61),
    ],
)
def test_others_want_nothing(one):
    assert kinds(one) == []
