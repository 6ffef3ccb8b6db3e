"""Reads what calendar programs answer to an invitation: iTIP (RFC 5546), METHOD:REPLY.

An answer is known by the UID of the invitation and by who attends: some programs leave the organiser out.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark, Road
from clubhub.domain.replies import InvitationReply, Message
from clubhub.support.texts import _

if TYPE_CHECKING:
    from icalendar import Component

MARKS = {"ACCEPTED": Mark.YES, "TENTATIVE": Mark.IF_NEED_BE, "DECLINED": Mark.NO}
"""NEEDS-ACTION and DELEGATED are no answer yet."""


def is_calendar(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n")[:15].upper() == "BEGIN:VCALENDAR"


def read_calendar(text: str) -> list[Message]:
    """The replies in it; other entries are passed over. Raises InvalidInput if it can't be read."""
    import icalendar

    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        messages = [message for calendar in calendars for message in _replies(calendar)]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:  # for files cut short
        raise _damaged() from error
    if not calendars:
        raise _damaged()
    return messages


def _damaged() -> InvalidInput:
    return InvalidInput(
        _("The calendar file is damaged. Nothing was changed. Save it again from the mail, and try that.")
    )


def _replies(calendar: "Component") -> Iterator[Message]:
    if str(calendar.get("METHOD", "")).upper() != "REPLY":
        return
    for entry in calendar.walk("VEVENT"):
        attendees = entry.get("ATTENDEE") or []
        for attendee in attendees if isinstance(attendees, list) else [attendees]:
            address = str(attendee)
            said = str(attendee.params.get("PARTSTAT", "")).upper()
            yield Message(
                text=str(entry.get("COMMENT") or ""),
                road=Road.CALENDAR,
                author=str(attendee.params.get("CN", "")),
                address=address[7:] if address.lower().startswith("mailto:") else address,
                sent_at=_stamp(entry),
                invitation=InvitationReply(uid=str(entry.get("UID", "")), mark=MARKS.get(said)),
            )


def _stamp(entry: "Component") -> datetime | None:
    moment = getattr(entry.get("DTSTAMP"), "dt", None)
    return moment.astimezone(UTC) if isinstance(moment, datetime) and moment.tzinfo else None
