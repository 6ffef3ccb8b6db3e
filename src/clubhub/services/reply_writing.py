"""Answers that were ticked in a review, on their way into the club."""

from collections.abc import Mapping
from datetime import datetime

from clubhub.domain.answer_owners import Whose, whose
from clubhub.domain.errors import InvalidInput, preview_is_old
from clubhub.domain.ids import AnswerId, OptionId, new_id
from clubhub.domain.poll_answers import Said, check_said
from clubhub.domain.polls import Answer, Mark
from clubhub.domain.reply_reviews import Review, ReviewItem, Taken
from clubhub.domain.waiting_lists import yes_since
from clubhub.services.poll_marks import person_name
from clubhub.storage import polls
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


class ReplyWriter:
    """Takes items one by one, then writes the last of each person, over an earlier answer if there is one."""

    def __init__(self, work: UnitOfWork, review: Review) -> None:
        self._work = work
        self._review = review
        self._of_number = {item.number: item for item in review.items}
        self._taken: dict[Whose, list[tuple[ReviewItem, Taken]]] = {}

    def take(self, chosen: Taken, present: Mapping[Whose, Answer]) -> None:
        item = self._of_number.get(chosen.number)
        if item is None or not item.can_be_taken:
            raise InvalidInput(_("One of these is no answer to this poll, so nothing was written. Take out its tick."))
        owner = self._whose(chosen)
        if present.get(owner) != self._review.answers.get(owner):
            raise preview_is_old()
        self._taken.setdefault(owner, []).append((item, chosen))

    def write(self, now: datetime) -> int:
        """How many people's answers were written."""
        option_ids = {option.id for option in self._review.options}
        new = []
        for owner, taken in self._taken.items():
            earlier = self._review.answers.get(owner)
            answer = self._answer(taken, earlier, option_ids, now)
            if earlier:
                polls.save_answer(self._work, answer)
            else:
                new.append(answer)
        polls.insert_answers(self._work, new)
        return len(self._taken)

    def _whose(self, chosen: Taken) -> Whose:
        if chosen.person_id is not None:
            person_name(self._work, chosen.person_id)
            return chosen.person_id
        guest = whose(None, chosen.guest_name)
        if not guest:
            raise InvalidInput(_("Say whose answer each of these is. Nothing was written."))
        if self._review.poll.event_id is not None:
            raise InvalidInput(
                _("{name} is not in the club, and this poll asks about an event. Add the person first.").format(
                    name=chosen.guest_name
                )
            )
        return guest

    def _answer(
        self,
        taken: list[tuple[ReviewItem, Taken]],
        earlier: Answer | None,
        option_ids: set[OptionId],
        now: datetime,
    ) -> Answer:
        """The last whole answer, with what calendars said of single options after it."""
        ordered = sorted(taken, key=lambda pair: (pair[0].sent_at or now, pair[0].number))
        marks: dict[OptionId, Mark] = dict(earlier.marks) if earlier else {}
        comment = earlier.comment if earlier else ""
        for item, _chosen in ordered:
            marks = {**(marks if item.is_partial else {}), **item.read.marks}
            comment = item.read.comment or (comment if item.is_partial else "")
        last, chosen = ordered[-1]
        said = check_said(
            self._review.poll.kind,
            option_ids,
            Said(marks=marks, ranking=last.read.ranking, said=last.read.said),
        )
        return Answer(
            id=earlier.id if earlier else AnswerId(new_id()),
            poll_id=self._review.poll.id,
            person_id=chosen.person_id,
            guest_name="" if chosen.person_id else " ".join(chosen.guest_name.split()),
            marks=said.marks,
            ranking=said.ranking,
            said=said.said,
            yes_since=yes_since(earlier, said.marks, now),
            road=last.message.road,
            comment=comment,
            answered_at=_answered_at(last, earlier, now),
            version=earlier.version if earlier else 1,
        )


def _answered_at(item: ReviewItem, earlier: Answer | None, now: datetime) -> datetime:
    """When it was sent, as far as that is known and not in the future; a calendar's reply leaves the rest as new."""
    sent_at = min(item.sent_at or now, now)
    return max(sent_at, earlier.answered_at) if item.is_partial and earlier else sent_at
