"""The code that names a poll on its ballots, and the secret that signs them.

A poll gets both when it is made: were they a step of their own, undoing it would make ballots void that went out.
"""

from dataclasses import replace

from clubhub.domain.answer_keys import new_code, new_secret
from clubhub.domain.changes import Changes
from clubhub.domain.ids import PollId
from clubhub.domain.polls import Poll
from clubhub.services.lookup import poll_of
from clubhub.storage import polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


def with_code(reader: Reader, poll: Poll) -> Poll:
    """The poll with a code that no other poll has, and a secret; what it has stays. Nothing is written."""
    if poll.code and poll.secret:
        return poll
    code = poll.code or new_code(other.code for other in polls.load_polls(reader))
    return replace(poll, code=code, secret=poll.secret or new_secret())


def give_code(database: Database, poll_id: PollId) -> Changes:
    """Write a code and a secret for a poll of an older file, which may have none; empty if it has them.

    Undoing this makes ballots void that were made since: the step's name says so. Raises NotFound if the poll is gone.
    """
    with database.read() as reader:
        poll = poll_of(reader, poll_id)
        if poll.code and poll.secret:
            return Changes()
    with database.write(_("give “{poll}” the code without which its ballots are void").format(poll=poll.name)) as work:
        polls.save_poll(work, with_code(work, poll_of(work, poll_id)))
    return work.changes
