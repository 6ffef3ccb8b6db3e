"""Who has moved up to a place of a poll that is still to come, and wasn't told yet."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from clubhub.domain.ids import EventId, PersonId, PollId
from clubhub.domain.moved_up import MovedUp, moved_up
from clubhub.domain.poll_tasks import FORGOTTEN
from clubhub.domain.polls import Option, Poll
from clubhub.domain.wall_time import from_utc
from clubhub.storage import clubs, events, poll_records, polls
from clubhub.storage.answer_log import poll_steps, polls_touched_since, polls_with_room
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now

GUESTS_FOR = timedelta(days=3)
"""A guest has no row that could say that they were told: so long it is asked for."""


def untold(reader: Reader, of_polls: Sequence[Poll]) -> dict[PollId, list[MovedUp]]:
    """Those of each poll, by option; a poll without any is left out. Of a decided poll only what was chosen counts.

    The log is gone through once for all polls, and not at all where nothing with so much room is to come.
    """
    coming = _options_to_come(reader, of_polls)
    with_room = polls_with_room(reader, coming) if coming else set()
    steps = poll_steps(reader, with_room) if with_room else {}
    dated = {poll.id for poll in of_polls if poll.event_id is not None}
    found = {}
    for poll_id, made in steps.items():
        moved = moved_up(coming[poll_id], made)
        told = _told(reader, poll_id) if moved else {}
        found[poll_id] = [one for one in moved if not _is_told(one, told, is_dated=poll_id in dated)]
    return {poll_id: moved for poll_id, moved in found.items() if moved}


def _told(reader: Reader, poll_id: PollId) -> dict[PersonId, datetime]:
    """When each was told last; the log is the oldest first."""
    return {one.person_id: one.reminded_at for one in poll_records.load_reminders(reader, poll_id)}


def _is_told(one: MovedUp, told: Mapping[PersonId, datetime], *, is_dated: bool) -> bool:
    """What has no day may be over: it isn't asked for any more after so long."""
    who, now = one.answer.person_id, utc_now()
    if who is None:
        return one.moved_at <= now - GUESTS_FOR
    if who in told and one.moved_at <= told[who]:
        return True
    return not is_dated and one.option.ends is None and one.moved_at <= now - FORGOTTEN


def _options_to_come(reader: Reader, of_polls: Collection[Poll]) -> dict[PollId, list[Option]]:
    """Without the polls of which nothing is to come."""
    club, decisions = clubs.load_club(reader), poll_records.load_decisions(reader)
    zones, last_days = _events(reader)
    options = polls.load_options_of(reader, [poll.id for poll in of_polls])
    undated = any(one.ends is None for found in options.values() for one in found)
    recent = polls_touched_since(reader, utc_now() - FORGOTTEN) if undated else set()
    found = {}
    for poll in of_polls:
        decision, event = decisions.get(poll.id), poll.event_id or EventId(0)
        now = from_utc(utc_now(), zones.get(event, club.time_zone))
        last_day = last_days.get(event, date.max if poll.id in recent else date.min)
        found[poll.id] = [
            option
            for option in options.get(poll.id, ())
            if (decision is None or decision.option_id == option.id) and _is_to_come(option, now, last_day)
        ]
    return {poll_id: coming for poll_id, coming in found.items() if coming}


def _is_to_come(option: Option, now: datetime, last_day: date) -> bool:
    return option.ends > now if option.ends is not None else last_day >= now.date()


def _events(reader: Reader) -> tuple[dict[EventId, str], dict[EventId, date]]:
    """The zone and the last day of each."""
    known = events.load_events(reader)
    return {event.id: event.time_zone for event in known}, {event.id: event.ends_on for event in known}
