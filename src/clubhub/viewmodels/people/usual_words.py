"""What somebody usually says to times of the week, in words."""

from datetime import date, timedelta

from clubhub.domain.polls import UsualAnswer
from clubhub.domain.usual_answers import UsualDraft
from clubhub.support.texts import _
from clubhub.viewmodels.times_in_words import weekday_text

A_MONDAY = date.fromisoformat("2027-01-04")


def weekday_names() -> list[str]:
    """From Monday on."""
    return [weekday_text(A_MONDAY + timedelta(days=number)) for number in range(7)]


def usual_words(one: UsualAnswer | UsualDraft) -> str:
    """Like "Tuesday: no", "Saturday 08:00–12:00: if need be"."""
    day = weekday_names()[one.weekday]
    if one.starts is None or one.ends is None:
        return _("{day}: {mark}").format(day=day, mark=one.mark.word)
    return _("{day} {starts}–{ends}: {mark}").format(
        day=day, starts=_clock(one.starts), ends=_clock(one.ends), mark=one.mark.word
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
