"""Writes what a poll comes to within one piece of work: the decision, its event, and the tie to an event."""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.event_edits import EventEdit, check_event
from clubhub.domain.events import Event, Need, Shift
from clubhub.domain.ids import DecisionId, EventId, NeedId, OptionId, RoleId, ShiftId, new_id
from clubhub.domain.poll_decisions import decision_reason, ranking_reason
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.polls import Decision, Option, Poll, PollKind
from clubhub.services.lookup import availability_poll, refuse_taken_event_name
from clubhub.services.poll_outcomes import PollOutcome, load_outcome
from clubhub.storage import clubs, events, poll_records, polls
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


def write_decision(work: UnitOfWork, poll: Poll, option_id: OptionId, rule: AnyRule) -> Option:
    """Returns what was chosen. Raises NotFound if it is no longer in the poll."""
    found = load_outcome(work, poll, rule)
    option = _option_of(found, option_id)
    before = found.decision
    decision = Decision(
        id=before.id if before else DecisionId(new_id()),
        poll_id=poll.id,
        option_id=option_id,
        reason=_reason(found, option_id),
        decided_at=utc_now(),
        version=before.version if before else 1,
    )
    poll_records.put_decision(work, decision)
    return option


def write_event(work: UnitOfWork, poll: Poll, name: str, city: str, *, is_tied: bool) -> tuple[EventId, bool]:
    """The event of what was decided, and whether the poll says who can come. Raises as `DecisionService` tells."""
    starts, ends = _decided_time(work, poll)
    if poll.event_id is not None:
        raise Conflict(_("This poll belongs to an event already. Open that one."))
    event = _event(name, city, starts, ends, clubs.load_club(work).time_zone)
    refuse_taken_event_name(work, event)
    events.insert_events(work, [event])
    _add_shift(work, event, poll, starts, ends)
    tells_who_comes = is_tied and poll.kind is PollKind.MARKS
    if tells_who_comes:
        polls.save_poll(work, replace(poll, event_id=event.id))
    return event.id, tells_who_comes


def write_tie(work: UnitOfWork, poll: Poll, event: Event) -> None:
    """Raises InvalidInput or Conflict where the poll can't say who comes."""
    _check_tie(work, poll, event)
    polls.save_poll(work, replace(poll, event_id=event.id))


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
