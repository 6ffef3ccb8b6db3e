"""Calendar invitations (iTIP REQUEST, RFC 5546) that ask one person about one slot of a poll.

Accept, maybe and decline are yes, if need be and no: the calendar sends them back as a REPLY with the same UID, which
says poll, option and person (domain.answer_invitations). A later invitation for the same slot replaces the earlier one.
"""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clubhub.domain.answer_invitations import invitation_uid
from clubhub.domain.ballots import AskedPoll
from clubhub.domain.people import Person
from clubhub.domain.polls import Option
from clubhub.domain.reach import Recipient
from clubhub.formats.ballots.words import closes_words, option_name
from clubhub.formats.calendar_zone import zone_definition
from clubhub.formats.mail_addresses import mail_address
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.post_mail import to_header
from clubhub.support.texts import _

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

_PRODUCT = "-//ClubHub//ClubHub//EN"


def invitation(asked: AskedPoll, option: Option, person: Person, mail: str, *, made_at: datetime) -> bytes:
    """The .ics for one person, who reads at `mail`. The option must have times, and answers must go to a mail address.

    `made_at` is aware. A guardian's address may be given for a minor: the UID says whose the answer is.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "REQUEST")
    _add_zone(calendar, asked, option)
    calendar.add_component(_event(asked, option, person, mail, made_at))
    return bytes(calendar.to_ical())


def invitation_draft(
    asked: AskedPoll, option: Option, person: Person, reader: Recipient, *, made_at: datetime
) -> bytes:
    """A mail that a mail program opens to send (X-Unsent: 1): words first, the invitation as its calendar part.

    `reader.address` must be one that mail_address takes.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _summary(asked, option, person, reader)
    message.set_content(_words(asked, option), cte="quoted-printable")
    calendar = invitation(asked, option, person, reader.address, made_at=made_at).decode()
    message.add_alternative(calendar, subtype="calendar", cte="quoted-printable", params={"method": "REQUEST"})
    # "=_" can't occur in quoted-printable, so no text can end a part.
    message.set_boundary(f"=_clubhub_{option.id:x}_{person.id:x}")
    return to_header(reader) + message.as_bytes()


def _event(asked: AskedPoll, option: Option, person: Person, mail: str, made_at: datetime) -> "Event":
    import icalendar

    from clubhub.formats.calendar_text import CalendarText

    event = icalendar.Event()
    event.add("UID", invitation_uid(asked.poll, option, person.id))
    event.add("SEQUENCE", option.version - 1)
    event.add("DTSTAMP", made_at.astimezone(UTC))
    _add_times(event, asked, option)
    event.add("SUMMARY", CalendarText(one_line(asked.poll.name)))
    event.add("DESCRIPTION", CalendarText(_words(asked, option)))
    event.add("STATUS", "TENTATIVE")
    event.add("ORGANIZER", _address(asked.answers_to.mail, asked.answers_to.name or asked.club.name))
    attendee = _address(mail, person.name)
    attendee.params.update({"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"})
    event.add("ATTENDEE", attendee)
    return event


def _add_times(event: "Event", asked: AskedPoll, option: Option) -> None:
    if option.starts is None or option.ends is None:
        raise ValueError(option)
    if option.is_whole_day:
        event.add("DTSTART", option.starts.date())
        event.add("DTEND", option.ends.date())
        return
    zone = ZoneInfo(asked.zone)
    event.add("DTSTART", option.starts.replace(tzinfo=zone))
    event.add("DTEND", option.ends.replace(tzinfo=zone))


def _add_zone(calendar: "Calendar", asked: AskedPoll, option: Option) -> None:
    if option.starts and option.ends and not option.is_whole_day:
        zone = zone_definition(asked.zone, option.starts.year - 1, option.ends.year + 1)
        calendar.add_component(zone)


def _address(mail: str, name: str) -> "vCalAddress":
    from icalendar import vCalAddress, vText

    address = vCalAddress(f"mailto:{mail_address(mail) or mail}")
    address.params["CN"] = vText(one_line(name))
    return address


def _summary(asked: AskedPoll, option: Option, person: Person, reader: Recipient) -> str:
    when = option_name(option, asked.language)
    name = one_line(asked.poll.name)
    if reader.person.id == person.id:
        return f"{name} {when}"
    return _("For {name}: {what}").format(name=one_line(person.name), what=f"{name} {when}")


def _words(asked: AskedPoll, option: Option) -> str:
    parts = [
        one_line(asked.club.name),
        f"{one_line(asked.poll.name)} {option_name(option, asked.language)}",
        lines(asked.poll.note),
        closes_words(asked),
        _("Accept if you can come, answer “maybe” if need be, decline if you can’t."),
    ]
    return "\n".join(part for part in parts if part) + "\n"
