"""Which options of a poll the columns of a file answer, which ones they add, and whether they fit the poll's event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from clubhub.domain.answer_sheets import AnswerColumn, match_options
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PollId, new_id
from clubhub.domain.polls import Option, Poll
from clubhub.domain.rosters import Roster
from clubhub.support import dates
from clubhub.support.texts import _

MOMENT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTaken:
    """What a column was taken as: its option; `is_added` says that the poll gets the option from this file.

    `when` is the option's time in words, "" for a plain choice.
    """

    heading: str
    option: Option
    is_added: bool
    when: str


def taken_columns(
    columns: Sequence[AnswerColumn], poll: Poll, options: Sequence[Option], *, is_new: bool, language: str
) -> tuple[ColumnTaken, ...]:
    """The option of each column. Times that the poll has no option for are added to it, after the others.

    A new poll tied to no event takes every column, any other times alone. Raises InvalidInput for a label that is none
    of the options, or for two columns of one option.
    """
    is_free = is_new and poll.event_id is None
    matched = [None] * len(columns) if is_free else match_options(columns, options)
    places = count(max((option.position for option in options), default=-1) + 1)
    return tuple(
        ColumnTaken(heading=column.heading, option=option, is_added=found is None, when=_when(option, language))
        for column, found in zip(columns, matched, strict=True)
        for option in [found or _added(poll.id, next(places), column)]
    )


def check_days(columns: Sequence[ColumnTaken], roster: Roster) -> None:
    """Raises InvalidInput if the columns have times, but none on a day of the event or of its shifts."""
    slots = [(c.option.starts, c.option.ends) for c in columns if c.option.starts and c.option.ends]
    event, language = roster.event, roster.club.language
    first = min([event.starts_on, *(shift.shift.starts.date() for shift in roster.shifts)])
    last = max([event.ends_on, *((shift.shift.ends - MOMENT).date() for shift in roster.shifts)])
    if slots and not any(starts.date() <= last and (ends - MOMENT).date() >= first for starts, ends in slots):
        earliest, latest = min(slots)[0].date(), max((ends - MOMENT).date() for _starts, ends in slots)
        raise InvalidInput(
            _(
                "The columns are for {columns}, but {event} is on {days}. Nothing was taken in: write the event's days "
                "over the columns, or name another event."
            ).format(
                columns=dates.day_span(earliest, latest, language),
                event=event.name,
                days=dates.day_span(first, last, language),
            )
        )


def _added(poll_id: PollId, position: int, column: AnswerColumn) -> Option:
    return Option(
        id=OptionId(new_id()),
        poll_id=poll_id,
        position=position,
        label=column.heading,
        starts=column.starts,
        ends=column.ends,
    )


def _when(option: Option, language: str) -> str:
    """Like "Sat 27 September 07:45–12:30", or the day alone where all of it is meant."""
    if option.starts is None or option.ends is None:
        return ""
    day = dates.short_day(option.starts.date(), language)
    return day if option.is_whole_day else f"{day} {dates.span(option.starts, option.ends, language)}"
