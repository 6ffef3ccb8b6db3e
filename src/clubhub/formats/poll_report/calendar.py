"""A poll's result as a calendar: what was decided, else the best options, each as tentative.

UIDs are made of the ids of poll and option, so that a later file updates the calendar: what was decided is confirmed.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clubhub.domain.answer_invitations import UID_HOST
from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_reports import PollOutcome
from clubhub.domain.polls import Option, Shown
from clubhub.formats.calendar_zone import zone_definition
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.poll_report.words import ReportWords
from clubhub.support.texts import _

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_PRODUCT = "-//ClubHub//ClubHub//EN"


def result_ics(found: PollOutcome, *, now: datetime) -> bytes:
    """The calendar; `now` is aware. Raises InvalidInput if what was decided, or is best, has no time."""
    import icalendar

    from clubhub.formats.calendar_text import CalendarText

    timed = [one.option for one in found.chosen if one.option.starts and one.option.ends]
    if not timed:
        raise InvalidInput(_no_times(found))
    calendar = icalendar.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    for key in ("NAME", "X-WR-CALNAME"):
        calendar.add(key, CalendarText(one_line(found.poll.name)))
    _add_zone(calendar, timed, found.zone)
    words = ReportWords(found, now)
    for option in timed:
        calendar.add_component(_event(found, option, words, now))
    return bytes(calendar.to_ical())


def _no_times(found: PollOutcome) -> str:
    if found.decided:
        return _("What was decided has no time, so no calendar can hold it. Write a PDF or a page.")
    if any(option.starts for option in found.options):
        return _("No time is best yet, so a calendar would be empty. Write it again when people have answered.")
    return _("This poll doesn't ask about times, so no calendar can hold it. Write a PDF or a page.")


def _event(found: PollOutcome, option: Option, words: ReportWords, now: datetime) -> "Event":
    import icalendar

    from clubhub.formats.calendar_text import CalendarText

    event = icalendar.Event()
    event.add("UID", f"poll-{found.poll.id}-option-{option.id}@{UID_HOST}")
    event.add("SEQUENCE", found.decision.version if found.decision else 0)
    event.add("DTSTAMP", now.astimezone(UTC))
    _add_times(event, option, found.zone)
    event.add("SUMMARY", CalendarText(one_line(found.poll.name)))
    about = [found.poll.note, words.reason if found.poll.shown is not Shown.NOTHING else "", words.turnout]
    event.add("DESCRIPTION", CalendarText(lines("\n".join(part for part in about if part))))
    event.add("STATUS", "CONFIRMED" if found.decided else "TENTATIVE")
    event.add("TRANSP", "OPAQUE" if found.decided else "TRANSPARENT")
    return event


def _add_times(event: "Event", option: Option, zone: str) -> None:
    starts, ends = option.starts, option.ends
    if starts is None or ends is None:
        raise ValueError(option)
    if option.is_whole_day:
        event.add("DTSTART", starts.date())
        event.add("DTEND", ends.date())
    else:
        event.add("DTSTART", starts.replace(tzinfo=ZoneInfo(zone)))
        event.add("DTEND", ends.replace(tzinfo=ZoneInfo(zone)))


def _add_zone(calendar: "Calendar", options: Iterable[Option], zone: str) -> None:
    years = [
        moment.year
        for option in options
        if not option.is_whole_day
        for moment in (option.starts, option.ends)
        if moment
    ]
    if years and zone != "UTC":
        calendar.add_component(zone_definition(zone, min(years) - 1, max(years) + 1))
