"""Which poll a table of answers belongs to where nobody says: found by its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from clubhub.domain.answer_sheets import AnswerColumn, match_options
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.events import Event
from clubhub.domain.polls import Option, Poll
from clubhub.services.answers_import import is_answered_by_marks
from clubhub.services.lookup import availability_poll
from clubhub.storage import events, polls
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PollMeant:
    """Which poll is answered, by its name or its event's; neither: that which the answers themselves lead to.

    `is_new` takes a table as a new poll, called as its file.
    """

    poll: str | None = None
    event: str | None = None
    is_new: bool = False


def target_of(reader: Reader, columns: Sequence[AnswerColumn]) -> PollMeant:
    """The poll that has all the columns as options; else the event on whose days all of them are; else a new poll.

    Raises Conflict where two polls or two events would do.
    """
    fitting = _the_only([poll.name for poll in _polls_of(reader, columns)])
    if fitting is not None:
        return PollMeant(poll=fitting)
    held = [event for event in events.load_events(reader) if _is_on_days_of(event, columns)]
    if _the_only([event.name for event in held]) is None:
        return PollMeant(is_new=True)
    poll = availability_poll(polls.load_polls(reader), held[0])
    return PollMeant(poll=poll.name) if poll else PollMeant(event=held[0].name)


def _polls_of(reader: Reader, columns: Sequence[AnswerColumn]) -> list[Poll]:
    """Those that ask for no more than the columns, where there are any; else those that ask for more too."""
    found = [(poll, polls.load_options(reader, poll.id)) for poll in polls.load_polls(reader)]
    having = [(poll, options) for poll, options in found if is_answered_by_marks(poll) and _has_all(options, columns)]
    exact = [poll for poll, options in having if len(options) == len(columns)]
    return exact or [poll for poll, _options in having]


def _has_all(options: Sequence[Option], columns: Sequence[AnswerColumn]) -> bool:
    try:
        return None not in match_options(columns, options)
    except InvalidInput:
        return False


def _is_on_days_of(event: Event, columns: Sequence[AnswerColumn]) -> bool:
    return all(column.starts and event.starts_on <= column.starts.date() <= event.ends_on for column in columns)


def _the_only(names: Sequence[str]) -> str | None:
    if len(names) > 1:
        quoted = ", ".join(f"“{name}”" for name in names)
        raise Conflict(_("This table fits several: {names}. Choose which one it answers.").format(names=quoted))
    return next(iter(names), None)
