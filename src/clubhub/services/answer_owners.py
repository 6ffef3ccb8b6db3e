"""Answers that stand in a poll already: taken out again, or found to be somebody's of the club."""

from collections.abc import Sequence
from dataclasses import replace

from clubhub.domain.availability import newest_answers
from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound, changed_meanwhile
from clubhub.domain.ids import AnswerId, PersonId, PollId
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Answer
from clubhub.domain.waiting_lists import earliest_yes
from clubhub.services.lookup import poll_of
from clubhub.services.poll_marks import person_name
from clubhub.storage import polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


class AnswerOwnerService:
    """What is taken out or replaced stays in the history; undo brings it back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remove(
        self,
        poll_id: PollId,
        seen: Said,
        comment: str = "",
        *,
        person_id: PersonId | None = None,
        answer_id: AnswerId | None = None,
    ) -> Changes:
        """Take out a person's answer, or with `answer_id` a guest's; the person is silent again.

        `seen` and `comment` are what it said to the poll's options when that was wanted. Raises NotFound if the poll or
        the answer is gone, Conflict if the answer says something else.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            found = _answers(work, poll_id, person_id, answer_id)
            if (seen, comment) != (_shown(work, found[-1]), found[-1].comment):
                raise changed_meanwhile()
            name = person_name(work, person_id) if person_id else found[0].guest_name
            polls.delete_answers(work, [answer.id for answer in found])
            work.title = _("remove the answer of {name} to “{poll}”").format(name=name, poll=poll.name)
        return work.changes

    def give(self, given: Answer, person_id: PersonId, *, seen: Answer | None = None) -> Changes:
        """Make a guest's answer that of a person, in place of their own if they have answered: `seen`, None for none.

        Raises NotFound if the poll, the answer or the person is gone, Conflict if one of both answers isn't as it was
        looked at.
        """
        with self._database.write("") as work:
            poll = poll_of(work, given.poll_id)
            (present,) = _answers(work, poll.id, None, given.id)
            name = person_name(work, person_id)
            theirs = polls.load_answers_of(work, poll.id, [person_id], [])
            earlier = newest_answers(theirs).get(person_id)
            if (present, earlier) != (given, seen):
                raise changed_meanwhile()
            _put(work, replace(given, person_id=person_id, guest_name=""), earlier, theirs)
            work.title = _("give the answer of the guest {guest} to {name}, in “{poll}”").format(
                guest=given.guest_name, name=name, poll=poll.name
            )
        return work.changes


def _put(work: UnitOfWork, answer: Answer, earlier: Answer | None, theirs: Sequence[Answer]) -> None:
    """Over the person's newest, so that its history and its places in the lines go on; else it only gets its owner."""
    if earlier is None:
        polls.save_answer(work, answer)
        return
    polls.delete_answers(work, [answer.id, *(one.id for one in theirs if one.id != earlier.id)])
    since = earliest_yes(answer, earlier)
    polls.save_answer(work, replace(answer, id=earlier.id, version=earlier.version, yes_since=since))


def _shown(work: UnitOfWork, answer: Answer) -> Said:
    """What an answer says in the grid: marks of options that were removed stay in it, unseen."""
    known = {option.id for option in polls.load_options(work, answer.poll_id)}
    marks = {option_id: mark for option_id, mark in answer.marks.items() if option_id in known}
    return Said(marks=marks, ranking=answer.ranking, said=answer.said)


def _answers(work: UnitOfWork, poll_id: PollId, person_id: PersonId | None, answer_id: AnswerId | None) -> list[Answer]:
    """All of a person, or the one of a guest."""
    people, guests = [person_id] if person_id else [], [answer_id] if answer_id else []
    found = polls.load_answers_of(work, poll_id, people, guests)
    if not found:
        raise NotFound(_("This answer is no longer in the poll, so nothing was changed. Look at the poll again."))
    return found
