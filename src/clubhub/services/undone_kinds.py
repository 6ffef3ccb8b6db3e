"""Looks, at the end of an undo or redo, for answers that a poll couldn't hold in the kind that it would have then."""

from collections.abc import Iterable

from clubhub.domain.errors import Conflict
from clubhub.domain.poll_kinds import lost_answers
from clubhub.domain.polls import Poll
from clubhub.storage import polls
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import plural


def refuse_lost_answers(work: UnitOfWork, before: Iterable[Poll]) -> None:
    """Raises Conflict if a poll has another kind than `before`, and answers to it would lose what they say."""
    kinds = {poll.id: poll.kind for poll in before}
    for poll in polls.load_polls(work):
        was = kinds.get(poll.id, poll.kind)
        lost = len(lost_answers(was, poll.kind, polls.load_answers(work, poll.id))) if was is not poll.kind else 0
        if lost:
            raise Conflict(
                plural(
                    "“{name}” would be answered in another way again, and {count} answer would lose what it says. "
                    "Nothing was changed; change or remove that answer first.",
                    "“{name}” would be answered in another way again, and {count} answers would lose what they say. "
                    "Nothing was changed; change or remove those answers first.",
                    lost,
                    name=poll.name,
                )
            )
