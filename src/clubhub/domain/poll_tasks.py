"""What polls want of a coordinator: to be decided once they have closed, and a word to the silent just before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from clubhub.domain.overview import Task, TaskKind
from clubhub.domain.polls import Poll
from clubhub.support.texts import _, plural

SOON = timedelta(days=2)
"""As long before the deadline there is still time to remind once."""

FORGOTTEN = timedelta(days=60)
"""A poll that has been closed for so long is not asked about any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollStanding:
    """`answered` and `silent` are how many of those asked have and have not."""

    poll: Poll
    answered: int
    silent: int
    is_decided: bool


def poll_tasks(standings: Iterable[PollStanding], now: datetime) -> list[Task]:
    """In the order given; `now` is aware. What is decided wants nothing, nor a poll without a deadline."""
    found = (_task(one, now) for one in standings if one.poll.closes_at is not None and not one.is_decided)
    return [task for task in found if task is not None]


def _task(one: PollStanding, now: datetime) -> Task | None:
    closes_at = one.poll.closes_at or now
    if now < closes_at <= now + SOON and one.silent:
        hours = max(1, round((closes_at - now) / timedelta(hours=1)))
        return Task(
            kind=TaskKind.POLL_CLOSES,
            headline=plural("A poll closes in {count} hour", "A poll closes in {count} hours", hours),
            detail=_("“{poll}”: {silent}").format(poll=one.poll.name, silent=_silent_words(one.silent)),
            poll_id=one.poll.id,
        )
    can_be_decided = one.poll.event_id is None and one.poll.kind.has_options and one.answered
    if can_be_decided and timedelta() <= now - closes_at <= FORGOTTEN:
        return Task(
            kind=TaskKind.POLL_TO_DECIDE,
            headline=_("A poll has closed and is not decided"),
            detail=_("“{poll}”: {answered}").format(poll=one.poll.name, answered=_answered_words(one.answered)),
            poll_id=one.poll.id,
        )
    return None


def _silent_words(count: int) -> str:
    return plural("{count} person is silent", "{count} people are silent", count)


def _answered_words(count: int) -> str:
    return plural("{count} person has answered", "{count} people have answered", count)
