"""What calendars answer: accepted, tentative, declined."""

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark
from clubhub.formats.replies.calendars import is_calendar, read_calendar

REPLY = """\
BEGIN:VCALENDAR
METHOD:{method}
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:poll-K7Q4-3-7TRB2XKQ@clubhub.invalid
ATTENDEE;PARTSTAT={said};CN="Berg, Aino":MAILTO:aino@example.org
COMMENT:a bit late
DTSTAMP:20261223T100000Z
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("said", "mark"),
    [
        ("ACCEPTED", Mark.YES),
        ("TENTATIVE", Mark.IF_NEED_BE),
        ("DECLINED", Mark.NO),
        ("NEEDS-ACTION", None),
        ("DELEGATED", None),
    ],
)
def test_a_reply_says_yes_maybe_or_no_without_an_organiser(said, mark):
    (message,) = read_calendar(REPLY.format(method="REPLY", said=said))
    assert message.invitation
    assert message.invitation.mark is mark
    assert message.invitation.uid.startswith("poll-K7Q4-3-")
    assert (message.author, message.address, message.text) == ("Berg, Aino", "aino@example.org", "a bit late")


def test_what_is_no_reply_is_passed_over():
    assert read_calendar(REPLY.format(method="REQUEST", said="ACCEPTED")) == []


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VCALENDAR\nnonsense"])
def test_a_damaged_file_is_refused_with_a_sentence(text):
    assert is_calendar(text)
    with pytest.raises(InvalidInput, match="damaged"):
        read_calendar(text)


def test_replies_of_real_programs_are_read(shared_data):
    path = shared_data / "corpora/ical4j/src/test/resources/samples/valid/incoming.ics"
    messages = read_calendar(path.read_text("utf-8"))
    assert len(messages) == 4
    assert {message.invitation.mark for message in messages if message.invitation} <= {*Mark, None}
