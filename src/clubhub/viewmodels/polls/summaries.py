"""The list of polls: name, event, days, who has answered."""

from datetime import UTC

from PySide6.QtCore import QLocale

from clubhub.domain.polls import Option, Poll
from clubhub.services.poll_boards import PollSummary
from clubhub.support.clock import utc_now
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.poll_form import closing_wall
from clubhub.viewmodels.qt_time import to_qt_wall
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
            heading=_("Options"),
            text=lambda row: str(row.options),
            sort=lambda row: row.options,
            is_number=True,
        ),
        Column(key="state", heading=_("State"), text=_state),
    ]


def days(row: PollSummary) -> str:
    """Like "Sat 12 June – Sun 13 June"; "" for plain choices."""
    if row.starts is None or row.ends is None:
        return ""
    first, last = short_day(row.starts.date()), short_day(row.ends.date())
    return first if first == last else f"{first} {words.EN_DASH} {last}"


def is_closed(poll: Poll) -> bool:
    return poll.closes_at is not None and poll.closes_at <= utc_now()


def state_word(poll: Poll, decided: str = "") -> str:
    """`decided` is what was chosen, in few words, "" while nothing is."""
    if decided:
        return _("Decided: {option}").format(option=decided)
    return _("Closed") if is_closed(poll) else _("Collecting answers")


def state_badge(poll: Poll, decided: Option | None) -> tuple[str, str]:
    """The state in words, and the look of its badge."""
    word = state_word(poll, words.option_in_short(decided) if decided else "")
    return word, "ok" if decided else "plain" if is_closed(poll) else "soft"


def closing_sentence(poll: Poll, zone: str) -> str:
    """Like "Closes Thursday 4 June at 20:00.", in the club's zone; "" without a deadline."""
    if poll.closes_at is None:
        return ""
    moment = to_qt_wall(closing_wall(poll.closes_at, zone))
    when = _("{day} at {time}").format(
        day=QLocale().toString(moment.date(), "dddd d MMMM"), time=moment.toString("HH:mm")
    )
    return (_("Closed {when}.") if is_closed(poll) else _("Closes {when}.")).format(when=when)


def _first_day(row: PollSummary) -> float:
    return row.starts.replace(tzinfo=UTC).timestamp() if row.starts else float("inf")


def _state(row: PollSummary) -> str:
    return state_word(row.poll, words.option_in_short(row.decided) if row.decided else "")


def _answered(row: PollSummary) -> str:
    text = _("{answered} of {asked}").format(answered=row.answered, asked=row.asked)
    return f"{text} + {row.guests}" if row.guests else text
