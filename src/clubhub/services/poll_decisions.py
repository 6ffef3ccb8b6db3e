"""Deciding: an option is chosen with the reason why, and becomes an event whose shifts know who can come."""

from dataclasses import dataclass

from clubhub.domain.ballots import AnswersTo
from clubhub.domain.changes import Changes
from clubhub.domain.ids import EventId, OptionId, PollId
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.polls import Poll
from clubhub.services.asked_people import asked_people
from clubhub.services.asked_polls import load_asked, readers_of
from clubhub.services.decision_writing import write_decision, write_event, write_tie
from clubhub.services.lookup import event_of, find_event, poll_of
from clubhub.services.poll_invitations import check_invitations
from clubhub.storage import people, poll_records
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFromPoll:
    """The event that was made, and whether the poll's answers say now who can come to it."""

    event_id: EventId
    is_tied: bool
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionWanted:
    """A decision and what shall come of it; None for what shall not.

    `use_for` is the name of an event that is there. `invites` is whether invitations go out; `answers_to` is who takes
    the answers to them, None for the usual contact.
    """

    option_id: OptionId | None = None
    rule: AnyRule = USUAL_RULE
    event: str | None = None
    is_tied: bool = True
    use_for: str | None = None
    invites: bool = False
    answers_to: AnswersTo | None = None


class DecisionService:
    """Each method is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def decide(self, poll_id: PollId, option_id: OptionId, rule: AnyRule = USUAL_RULE) -> Changes:
        """Choose an option, or another one than before; the reason is kept as the answers are now.

        Raises NotFound if the poll or the option is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            option = write_decision(work, poll, option_id, rule)
            work.title = _("decide “{poll}”: {option}").format(poll=poll.name, option=option.label)
        return work.changes

    def rehearse(self, poll_id: PollId, wanted: DecisionWanted) -> None:
        """Raise what one of the steps would be refused with, while nothing is written."""
        with self._database.rehearse("") as work:
            if wanted.option_id is not None:
                write_decision(work, poll_of(work, poll_id), wanted.option_id, wanted.rule)
            if wanted.event is not None:
                write_event(work, poll_of(work, poll_id), wanted.event, "", is_tied=wanted.is_tied)
            if wanted.use_for is not None:
                write_tie(work, poll_of(work, poll_id), find_event(work, wanted.use_for))
            if wanted.invites:
                _check_invitations(work, poll_of(work, poll_id), wanted.answers_to)

    def undecide(self, poll_id: PollId) -> Changes:
        """Leave it open again; an event that was made of it stays. Nothing happens if nothing is decided."""
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("leave “{poll}” open again").format(poll=poll.name)
            decision = poll_records.find_decision(work, poll_id)
            if decision is not None:
                poll_records.delete_decision(work, decision)
        return work.changes

    def make_event(self, poll_id: PollId, name: str, city: str = "", *, is_tied: bool = True) -> EventFromPoll:
        """Make the event of what was decided, in the club's zone, on the days of the chosen time.

        Where the poll says which roles are needed, the event gets a shift at that time with them. With `is_tied` the
        poll's answers become the availability for its shifts, if it is answered with marks. Raises Conflict if nothing
        is decided, the choice has no time, or the poll belongs to an event already; InvalidInput for a name that can't
        be or that another event has.
        """
        with self._database.write(_("make the event {event}").format(event=name.strip())) as work:
            poll = poll_of(work, poll_id)
            event_id, tells_who_comes = write_event(work, poll, name, city, is_tied=is_tied)
        return EventFromPoll(event_id=event_id, is_tied=tells_who_comes, changes=work.changes)

    def tie(self, poll_id: PollId, event_id: EventId) -> Changes:
        """Let the poll's answers say who can come to an event.

        Raises NotFound if one is gone, InvalidInput if the poll doesn't ask about times with marks, Conflict if it asks
        in another zone than the event's, or if one of them is tied already: two polls would contradict each other.
        """
        with self._database.write("") as work:
            poll, event = poll_of(work, poll_id), event_of(work, event_id)
            write_tie(work, poll, event)
            work.title = _("use “{poll}” for {event}").format(poll=poll.name, event=event.name)
        return work.changes


def _check_invitations(work: UnitOfWork, poll: Poll, answers_to: AnswersTo | None) -> None:
    asked = load_asked(work, poll, answers_to)
    decision = poll_records.find_decision(work, poll.id)
    option = next((one for one in asked.options if decision and one.id == decision.option_id), None)
    if option is not None:
        readers = readers_of(asked_people(work, poll), people.load_people(work))
        check_invitations(asked, option, readers.values())
