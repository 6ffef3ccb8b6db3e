"""Calendar invitations to one slot: what a calendar needs to ask, and to send an answer that is known again."""

import email
import email.policy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
from tests.formats.ballots.ballot_samples import POLL, SIGNE, at, helpers_evening, slots

from clubhub.domain.answer_invitations import read_invitation_uid
from clubhub.domain.answer_keys import person_key
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel, Person
from clubhub.domain.reach import Recipient
from clubhub.formats.ballots.invitations import Slot, invitation, invitation_draft

MADE_AT = datetime(2026, 6, 1, 9, tzinfo=UTC)
MAIL = "signe@vikdahl.example"
READER = Recipient(person=SIGNE, channel=Channel.MAIL, address=MAIL)


def third_slot(**changes):
    asked = helpers_evening()
    return replace(Slot(asked=asked, option=asked.options[2], made_at=MADE_AT), **changes)


def event_in(content):
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar["METHOD"] == "REQUEST"
    return calendar.events[0]


def test_it_asks_one_person_about_one_slot():
    event = event_in(invitation(third_slot(), SIGNE, MAIL))
    assert event["SUMMARY"] == "Helpers’ evening: when can you come?"
    assert event.start == datetime(2026, 6, 8, 17, tzinfo=UTC)
    assert event.end - event.start == timedelta(minutes=90)
    assert event["ORGANIZER"] == "mailto:henrike@kvarno.example"
    assert event["ATTENDEE"] == f"mailto:{MAIL}"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    assert event["STATUS"] == "TENTATIVE"


def test_its_uid_says_poll_option_and_person():
    mark = read_invitation_uid(str(event_in(invitation(third_slot(), SIGNE, MAIL))["UID"]))
    assert (mark.poll_code, mark.number, mark.key) == ("K7Q4", 3, person_key(POLL, SIGNE.id))
    assert read_invitation_uid("need-5@clubhub.invalid") is None
    assert read_invitation_uid("poll-K7Q4-3-7TRB2XKQ@elsewhere.example") is None


def test_a_decision_replaces_the_question_about_the_same_slot():
    asked, decided = (event_in(invitation(third_slot(is_decided=flag), SIGNE, MAIL)) for flag in (False, True))
    assert asked["UID"] == decided["UID"]
    assert decided["SEQUENCE"] > asked["SEQUENCE"]
    assert decided["STATUS"] == "CONFIRMED"


def test_a_whole_day_has_no_times():
    asked = helpers_evening(options=slots(at("2026-06-08"), minutes=1440))
    content = invitation(Slot(asked=asked, option=asked.options[0], made_at=MADE_AT), SIGNE, MAIL)
    assert event_in(content).start == date(2026, 6, 8)
    assert b"VTIMEZONE" not in content


def test_the_zone_comes_with_it():
    assert b"TZID:Europe/Helsinki" in invitation(third_slot(), SIGNE, MAIL)


def test_a_draft_holds_words_and_the_invitation():
    message = email.message_from_bytes(invitation_draft(third_slot(), SIGNE, READER), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == f"Signe Vikdahl <{MAIL}>"
    assert message["Subject"] == "Helpers’ evening: when can you come? Mon 8 June 20:00–21:30"
    words, calendar = message.iter_parts()
    assert "Accept if you can come" in words.get_content()
    assert calendar.get_content_type() == "text/calendar"
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert event_in(calendar.get_content())["ATTENDEE"] == f"mailto:{MAIL}"


def test_a_guardian_reads_for_whom_it_is():
    child = Person(id=PersonId(8), given_name="Viggo", family_name="Vikdahl")
    message = email.message_from_bytes(invitation_draft(third_slot(), child, READER), policy=email.policy.default)
    assert message["Subject"].startswith("For Viggo Vikdahl: Helpers’ evening")
    event = event_in(list(message.iter_parts())[1].get_content())
    assert read_invitation_uid(str(event["UID"])).key == person_key(POLL, child.id)


def test_a_second_invitation_has_the_same_bytes():
    assert invitation_draft(third_slot(), SIGNE, READER) == invitation_draft(third_slot(), SIGNE, READER)
