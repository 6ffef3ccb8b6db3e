"""A poll that is about to be made, and changes to its answers, before they are in the club's file."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import AnswerId, EventId, OptionId, PersonId
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Mark
from clubhub.domain.slots import whole_day
from clubhub.support.texts import _

MOST_OPTIONS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PollDraft:
    """`slots` are wall-clock times in the zone of the event, else of the club; they may be in any order."""

    name: str
    slots: tuple[Span, ...]
    event_id: EventId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkEdit:
    """One cell of the grid. `was` is what the person at the desk saw there; None is silence.

    Whose it is: a person's, or that of a guest's answer (`person_id` None, `answer_id` set).
    """

    option_id: OptionId
    was: Mark | None
    mark: Mark | None
    person_id: PersonId | None = None
    answer_id: AnswerId | None = None


def usual_name(event: str) -> str:
    """What the poll of an event is called unless somebody says otherwise."""
    return _("{event}: when can you come?").format(event=event)


def check_draft(draft: PollDraft) -> PollDraft:
    """The draft with its name tidied and its slots in order of time. Raises InvalidInput with what is missing."""
    name = " ".join(draft.name.split())
    slots = tuple(sorted(draft.slots))
    if not name:
        raise InvalidInput(_("The poll needs a name. Nothing was made."))
    if not slots:
        raise InvalidInput(_("The poll asks about no time yet. Add one, then make it."))
    if len(slots) > MOST_OPTIONS:
        raise InvalidInput(
            _("{count} times are too many to answer; {most} is the most. Nothing was made.").format(
                count=len(slots), most=MOST_OPTIONS
            )
        )
    if len(set(slots)) < len(slots):
        raise InvalidInput(_("Two of the times are the same. Remove one, then make the poll."))
    if any(ends <= starts for starts, ends in slots):
        raise InvalidInput(_("A time ends before it starts. Mend it, then make the poll."))
    return PollDraft(name=name, slots=slots, event_id=draft.event_id)


def slots_of_day(day: date, times: list[time], length: timedelta) -> list[Span]:
    """The slots that begin at these times of a day, each so long; without times the whole day is one slot."""
    if not times:
        return [whole_day(day)]
    starts = [datetime.combine(day, moment) for moment in sorted(set(times))]
    return [(start, start + length) for start in starts]
