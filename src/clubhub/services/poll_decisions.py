"""Deciding: an option is chosen with the reason why, and becomes an event whose shifts know who can come."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.event_edits import EventEdit, check_event
from clubhub.domain.events import Event, Need, Shift
from clubhub.domain.ids import DecisionId, EventId, NeedId, OptionId, PollId, RoleId, ShiftId, new_id
from clubhub.domain.poll_decisions import decision_reason, ranking_reason
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.polls import Decision, Option, Poll, PollKind
from clubhub.services.lookup import availability_poll, event_of, poll_of
from clubhub.services.poll_outcomes import PollOutcome, load_outcome
from clubhub.storage import clubs, events, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFromPoll:
    """The event that was made, and whether the poll's answers say now who can come to it."""

    event_id: EventId
    is_tied: bool
    changes: Changes


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
            found = load_outcome(work, poll, rule)
            option = _option_of(found, option_id)
            before = found.decision
            decision = Decision(
                id=before.id if before else DecisionId(new_id()),
                poll_id=poll_id,
                option_id=option_id,
                reason=_reason(found, option_id),
                decided_at=utc_now(),
                version=before.version if before else 1,
            )
            poll_records.put_decision(work, decision)
            work.title = _("decide “{poll}”: {option}").format(poll=poll.name, option=option.label)
        return work.changes

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
        be.
        """
        with self._database.write(_("make the event {event}").format(event=name.strip())) as work:
            poll = poll_of(work, poll_id)
            starts, ends = _decided_time(work, poll)
            if poll.event_id is not None:
                raise Conflict(_("This poll belongs to an event already. Open that one."))
            zone = clubs.load_club(work).time_zone
            event = _event(name, city, starts, ends, zone)
            events.insert_events(work, [event])
            _add_shift(work, event, poll, starts, ends)
            tells_who_comes = is_tied and poll.kind is PollKind.MARKS
            if tells_who_comes:
                polls.save_poll(work, replace(poll, event_id=event.id))
        return EventFromPoll(event_id=event.id, is_tied=tells_who_comes, changes=work.changes)

    def tie(self, poll_id: PollId, event_id: EventId) -> Changes:
        """Let the poll's answers say who can come to an event.

        Raises NotFound if one is gone, InvalidInput if the poll doesn't ask about times with marks, Conflict if it asks
        in another zone than the event's, or if one of them is tied already: two polls would contradict each other.
        """
        with self._database.write("") as work:
            poll, event = poll_of(work, poll_id), event_of(work, event_id)
            _check_tie(work, poll, event)
            polls.save_poll(work, replace(poll, event_id=event.id))
            work.title = _("use “{poll}” for {event}").format(poll=poll.name, event=event.name)
        return work.changes


def _option_of(found: PollOutcome, option_id: OptionId) -> Option:
    option = next((one for one in found.options if one.id == option_id), None)
    if option is None:
        raise NotFound(_("This choice is no longer in the poll. Nothing was decided: look at the poll again."))
    return option


def _reason(found: PollOutcome, option_id: OptionId) -> str:
    if found.poll.kind is PollKind.RANKED:
        return ranking_reason(found.options, found.answers, option_id)
    return decision_reason(found.outcome, option_id)


def _decided_time(reader: Reader, poll: Poll) -> tuple[datetime, datetime]:
    decision = poll_records.find_decision(reader, poll.id)
    options = polls.load_options(reader, poll.id)
    option = next((one for one in options if decision and one.id == decision.option_id), None)
    if option is None:
        raise Conflict(_("Nothing is decided in this poll yet. Choose an option first."))
    if option.starts is None or option.ends is None:
        raise Conflict(_("What was chosen has no time, so no event can be made of it."))
    return option.starts, option.ends


def _event(name: str, city: str, starts: datetime, ends: datetime, zone: str) -> Event:
    """A time that ends at midnight ends on the day before."""
    last = (ends - datetime.resolution).date()
    check_event(EventEdit(name=name, starts_on=starts.date(), ends_on=last, time_zone=zone, city=city))
    return Event(
        id=EventId(new_id()),
        name=name.strip(),
        starts_on=starts.date(),
        ends_on=last,
        time_zone=zone,
        city=city.strip(),
    )


def _add_shift(work: UnitOfWork, event: Event, poll: Poll, starts: datetime, ends: datetime) -> None:
    """One for all the roles that the poll says are needed; none without."""
    counts: defaultdict[RoleId, int] = defaultdict(int)
    for need in poll_records.load_needs(work, poll.id):
        if need.role_id is not None:
            counts[need.role_id] += need.count
    known = {role.id for role in events.load_roles(work)}
    wanted = {role_id: count for role_id, count in counts.items() if role_id in known}
    if not wanted:
        return
    shift = Shift(id=ShiftId(new_id()), event_id=event.id, name=event.name, starts=starts, ends=ends)
    events.insert_shifts(work, [shift])
    events.insert_needs(
        work,
        [
            Need(id=NeedId(new_id()), shift_id=shift.id, role_id=role_id, min_count=count, max_count=count)
            for role_id, count in wanted.items()
        ],
    )


def _check_tie(reader: Reader, poll: Poll, event: Event) -> None:
    if poll.event_id is not None:
        raise Conflict(_("This poll belongs to an event already. Nothing was changed."))
    if availability_poll(polls.load_polls(reader), event) is not None:
        raise Conflict(
            _("{event} has a poll that says who can come already. Nothing was changed.").format(event=event.name)
        )
    if poll.kind is not PollKind.MARKS or not any(one.starts for one in polls.load_options(reader, poll.id)):
        raise InvalidInput(_("This poll doesn't ask about times, so it can't say who comes. Nothing was changed."))
    if event.time_zone != clubs.load_club(reader).time_zone:
        raise Conflict(
            _("The poll asks in the club's time zone, {event} has another. Nothing was changed.").format(
                event=event.name
            )
        )
