"""Days of the week as they are typed: with hours, or also with the days between which they come again."""

import re
from datetime import date, datetime, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.hours_of_day import hours_of_day
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Mark, UsualAnswer
from clubhub.domain.usual_answers import UsualDraft
from clubhub.domain.weekly_slots import weekly_days
from clubhub.support.texts import _

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST_LETTERS = 2
_WEEKLY = re.compile(r"\s*(\S+)\s+(\S+)\s+(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)\s*")


def weekdays_in(written: str) -> list[int]:
    """Numbers from 0 for Monday of names, whole or begun, with commas between. Raises InvalidInput for another word."""
    found = []
    for word in filter(None, (part.strip().casefold() for part in written.split(","))):
        numbers = [at for at, name in enumerate(WEEKDAYS) if name.startswith(word)]
        if len(word) < LEAST_LETTERS or len(numbers) != 1:
            raise InvalidInput(_("“{word}” is no day of the week. Write mon, tue, wed and so on.").format(word=word))
        found.append(numbers[0])
    return found


def weekly_slots(written: str) -> list[Span]:
    """The times of "tue 17:00-18:30 2027-09-07..2027-12-14", both days counted; naive wall-clock times, in order.

    Raises InvalidInput for what is written otherwise.
    """
    found = _WEEKLY.fullmatch(written)
    if found is None:
        raise InvalidInput(
            _("“{text}” is no weekly time. Write it like: tue 17:00-18:30 2027-09-07..2027-12-14").format(text=written)
        )
    starts, ends = hours_of_day(found[2])
    days = weekly_days(weekdays_in(found[1]), _day(found[3]), _day(found[4]))
    midnights = (datetime.combine(day, datetime.min.time()) for day in days)
    return [(at + timedelta(minutes=starts), at + timedelta(minutes=ends)) for at in midnights]


def usual_drafts(written: str, mark: Mark) -> list[UsualDraft]:
    """What "tue,thu" or "sat 8-12" say: one for each day. Raises InvalidInput for what is written otherwise."""
    days, _blank, hours = written.strip().partition(" ")
    drafts = [usual_draft(weekday, mark, hours) for weekday in weekdays_in(days)]
    if not drafts:
        raise InvalidInput(_("Say which day of the week, like “tue” or “sat 8-12”."))
    return drafts


def usual_draft(weekday: int, mark: Mark, hours: str) -> UsualDraft:
    """Of a weekday (0 is Monday) and typed hours, "" for the whole day. Raises InvalidInput for hours that are none."""
    starts, ends = hours_of_day(hours) if hours.strip() else (None, None)
    return UsualDraft(weekday=weekday, mark=mark, starts=starts, ends=ends)


def usual_line(one: UsualAnswer) -> str:
    """Like "sat 8:00-12:00 if need be", as it is typed."""
    day = WEEKDAYS[one.weekday][:3]
    if one.starts is None or one.ends is None:
        return f"{day} {one.mark.word}"
    return f"{day} {_clock(one.starts)}-{_clock(one.ends)} {one.mark.word}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InvalidInput(_("There is no day {day}. Nothing was made.").format(day=written)) from None
