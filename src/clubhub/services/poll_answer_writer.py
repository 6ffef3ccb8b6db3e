"""One person's whole answer on its way into the club, in place of an earlier one."""

from clubhub.domain.answer_owners import newest_of_each, whose
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import AnswerId, PersonId, new_id
from clubhub.domain.poll_answers import Said, check_said
from clubhub.domain.polls import Answer, Poll, Road
from clubhub.domain.waiting_lists import yes_since
from clubhub.services.poll_marks import person_name
from clubhub.storage import polls
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


class AnswerWriter:
    """`earlier` is the answer that stands there, None if there is none; `name` is the person's or the guest's.

    Raises InvalidInput if there is neither a person nor a name, or for a guest of an event's poll, NotFound if the
    person is gone.
    """

    def __init__(self, work: UnitOfWork, poll: Poll, person_id: PersonId | None, guest_name: str = "") -> None:
        self._work = work
        self._poll = poll
        self._person_id = person_id
        guest = " ".join(guest_name.split())
        if person_id is None:
            _check_guest(poll, guest)
        self.earlier = newest_of_each(polls.load_answers(work, poll.id)).get(whose(person_id, guest))
        self.name = person_name(work, person_id) if person_id else guest

    def write(self, given: Said, *, comment: str = "", road: Road = Road.TYPED) -> None:
        """Raises InvalidInput for what such a poll can't be answered with."""
        known = {option.id for option in polls.load_options(self._work, self._poll.id)}
        said, now, earlier = check_said(self._poll.kind, known, given), utc_now(), self.earlier
        answer = Answer(
            id=earlier.id if earlier else AnswerId(new_id()),
            poll_id=self._poll.id,
            person_id=self._person_id,
            guest_name="" if self._person_id else self.name,
            marks=said.marks,
            ranking=said.ranking,
            said=said.said,
            yes_since=yes_since(earlier, said.marks, now),
            road=road,
            comment=comment.strip(),
            answered_at=now,
            version=earlier.version if earlier else 1,
        )
        if earlier:
            polls.save_answer(self._work, answer)
        else:
            polls.insert_answers(self._work, [answer])


def _check_guest(poll: Poll, guest: str) -> None:
    if not guest:
        raise InvalidInput(_("Say whose answer this is. Nothing was written."))
    if poll.event_id is not None:
        raise InvalidInput(
            _("{name} is not in the club, and this poll asks about an event. Add the person first.").format(name=guest)
        )
