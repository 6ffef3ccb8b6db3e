"""Who was asked again in a poll, and when.

The same rows keep who was told of a place. Which of both a row is shows in what the person said at that moment: only
who says nothing is asked again, and only whose yes has a place is told of it.
"""

from collections.abc import Iterable

from clubhub.domain.errors import Conflict
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.polls import Mark, Reminder
from clubhub.domain.reminders import is_too_early
from clubhub.storage import people, poll_records
from clubhub.storage.answer_log import answers_over_time, polls_with_room
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now
from clubhub.support.texts import plural


def load_reminded(reader: Reader, poll_id: PollId) -> list[Reminder]:
    """The poll's reminders, the oldest first, without those who were told of a place."""
    log = poll_records.load_reminders(reader, poll_id)
    if not log or not polls_with_room(reader, [poll_id]):
        return log
    said = answers_over_time(reader, poll_id, {one.person_id for one in log})

    def is_told_of_place(one: Reminder) -> bool:
        earlier = [answer for made_at, answer in said.get(one.person_id, ()) if made_at <= one.reminded_at]
        return bool(earlier) and earlier[-1] is not None and Mark.YES in earlier[-1].marks.values()

    return [one for one in log if not is_told_of_place(one)]


def refuse_too_early(reader: Reader, poll_id: PollId, whom: Iterable[PersonId]) -> None:
    """Raises Conflict if one of them was asked less than two days ago."""
    now, log = utc_now(), load_reminded(reader, poll_id)
    early = [who for who in whom if is_too_early([one for one in log if one.person_id == who], now)]
    if early:
        names = {person.id: person.name for person in people.load_people(reader)}
        raise Conflict(
            plural(
                "{name} was asked less than two days ago already, so nothing was written down. Look at the list again.",
                "{name} and others were asked less than two days ago already, so nothing was written down. Look at the "
                "list again.",
                len(early),
                name=names.get(early[0], ""),
            )
        )
