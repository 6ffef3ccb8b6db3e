"""Making polls, and writing down answers by hand: one mark, several, or all of one person's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.availability import newest_answers
from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, changed_meanwhile
from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId, new_id
from clubhub.domain.poll_drafts import MarkEdit, PollDraft, check_draft
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.formats import dates
from clubhub.services.lookup import event_of, exactly_named, poll_of, same_name
from clubhub.services.poll_marks import MarkWriter, person_name
from clubhub.storage import clubs, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PollMade:
    poll_id: PollId
    changes: Changes


class PollEditingService:
    """Changes polls and answers. A poll that has closed still takes answers at the desk: warn, never block."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, draft: PollDraft) -> PollMade:
        """Make a poll with an option per slot, in order of time.

        Raises InvalidInput for a draft that can't be asked, or a name that another poll has, NotFound if its event is
        gone.
        """
        checked = check_draft(draft)
        poll = Poll(id=PollId(new_id()), name=checked.name, event_id=checked.event_id)
        with self._database.write(_("make the poll “{name}”").format(name=poll.name)) as work:
            if poll.event_id is not None:
                event_of(work, poll.event_id)
            _refuse_taken_name(work, poll)
            language = clubs.load_club(work).language
            polls.insert_poll(work, poll)
            polls.insert_options(
                work,
                [
                    Option(
                        id=OptionId(new_id()),
                        poll_id=poll.id,
                        position=position,
                        label=f"{dates.short_day(starts.date(), language)} {dates.span(starts, ends, language)}",
                        starts=starts,
                        ends=ends,
                    )
                    for position, (starts, ends) in enumerate(checked.slots)
                ],
            )
        return PollMade(poll_id=poll.id, changes=work.changes)

    def rename(self, poll: Poll, name: str) -> Changes:
        """Raises InvalidInput for an empty or taken name, Conflict if the poll was changed meanwhile."""
        renamed = replace(poll, name=" ".join(name.split()))
        if not renamed.name:
            raise InvalidInput(_("The poll needs a name. Nothing was changed."))
        with self._database.write(
            _("rename the poll “{old}” to “{new}”").format(old=poll.name, new=renamed.name)
        ) as work:
            _refuse_taken_name(work, renamed)
            polls.save_poll(work, renamed)
        return work.changes

    def remove(self, poll_id: PollId) -> Changes:
        """Remove a poll with its options and answers; undo brings all of it back. Raises NotFound if it is gone."""
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("remove the poll “{name}”").format(name=poll.name)
            polls.delete_poll(work, poll_id)
        return work.changes

    def set_marks(self, poll_id: PollId, edits: Sequence[MarkEdit]) -> Changes:
        """Write cells of the grid, all or none, as one step of undo.

        A person without an answer gets one; an answer that says nothing any more is removed, so that its person is
        silent again. Raises Conflict if a cell isn't what it was when it was edited (but for being the wanted mark
        already), NotFound if the poll, a person or a guest is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            writer = MarkWriter(work, poll, edits)
            for edit in edits:
                writer.take(edit)
            writer.write()
            work.title = writer.title()
        return work.changes

    def record_answer(
        self,
        poll_id: PollId,
        *,
        person_id: PersonId | None = None,
        guest_name: str = "",
        marks: Mapping[OptionId, Mark],
        comment: str = "",
        seen: Sequence[Answer] | None = None,
    ) -> Changes:
        """Record one person's answer, or a guest's by name, replacing an earlier one, which stays in the history.

        `seen` is the earlier answer as it was looked at, empty for none; None replaces whatever stands there.
        Raises InvalidInput if there is neither a person nor a name, or for a guest of an event's poll, NotFound if the
        poll or the person is gone, Conflict if the earlier answer isn't the one that was seen.
        """
        guest = " ".join(guest_name.split())
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            if person_id is None:
                _check_guest(poll, guest)
            present = polls.load_answers(work, poll_id)
            earlier = newest_answers(present).get(person_id) if person_id else _guest_answer(present, guest)
            if seen is not None and list(seen) != ([earlier] if earlier else []):
                raise changed_meanwhile()
            answer = Answer(
                id=earlier.id if earlier else AnswerId(new_id()),
                poll_id=poll_id,
                person_id=person_id,
                guest_name="" if person_id else guest,
                marks=dict(marks),
                comment=comment.strip(),
                answered_at=utc_now(),
                version=earlier.version if earlier else 1,
            )
            name = person_name(work, person_id) if person_id else guest
            _write(work, answer, is_known=earlier is not None)
            work.title = _("take down the answer of {name} to “{poll}”").format(name=name, poll=poll.name)
        return work.changes


def _refuse_taken_name(reader: Reader, poll: Poll) -> None:
    others = [other for other in polls.load_polls(reader) if other.id != poll.id]
    if exactly_named(others, poll.name):
        raise InvalidInput(
            _("There is a poll called “{name}” already. Give this one another name.").format(name=poll.name)
        )


def _check_guest(poll: Poll, guest: str) -> None:
    if not guest:
        raise InvalidInput(_("Say whose answer this is. Nothing was written."))
    if poll.event_id is not None:
        raise InvalidInput(
            _("{name} is not in the club, and this poll asks about an event. Add the person first.").format(name=guest)
        )


def _guest_answer(present: Sequence[Answer], guest: str) -> Answer | None:
    guests = (answer for answer in present if answer.person_id is None)
    return next((answer for answer in guests if same_name(answer.guest_name, guest)), None)


def _write(work: UnitOfWork, answer: Answer, *, is_known: bool) -> None:
    if is_known:
        polls.save_answer(work, answer)
    else:
        polls.insert_answers(work, [answer])
