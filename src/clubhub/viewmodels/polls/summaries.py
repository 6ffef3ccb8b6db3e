"""The list of polls: name, event, days, who has answered."""

from datetime import UTC

from clubhub.domain.polls import Poll
from clubhub.services.poll_boards import PollSummary
from clubhub.support.clock import utc_now
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.table_model import Column
from clubhub.viewmodels.times_in_words import short_day


def summary_columns() -> list[Column[PollSummary]]:
    return [
        Column(key="name", heading=_("Poll"), text=lambda row: row.poll.name),
        Column(
            key="answered",
            heading=_("Answered"),
            text=_answered,
            sort=lambda row: row.answered,
            spoken=lambda row: words.answered_sentence(row.answered, row.asked, row.guests),
        ),
        Column(key="days", heading=_("Days"), text=days, sort=_first_day),
        Column(key="event", heading=_("Event"), text=lambda row: row.event_name),
        Column(
            key="options",
            heading=_("Times"),
            text=lambda row: str(row.options),
            sort=lambda row: row.options,
            is_number=True,
        ),
        Column(key="state", heading=_("State"), text=lambda row: state_word(row.poll)),
    ]


def days(row: PollSummary) -> str:
    """Like "Sat 12 June – Sun 13 June"; "" for plain choices."""
    if row.starts is None or row.ends is None:
        return ""
    first, last = short_day(row.starts.date()), short_day(row.ends.date())
    return first if first == last else f"{first} {words.EN_DASH} {last}"


def is_closed(poll: Poll) -> bool:
    return poll.closes_at is not None and poll.closes_at <= utc_now()


def state_word(poll: Poll) -> str:
    return _("Closed") if is_closed(poll) else _("Collecting answers")


def _first_day(row: PollSummary) -> float:
    return row.starts.replace(tzinfo=UTC).timestamp() if row.starts else float("inf")


def _answered(row: PollSummary) -> str:
    text = _("{answered} of {asked}").format(answered=row.answered, asked=row.asked)
    return f"{text} + {row.guests}" if row.guests else text
