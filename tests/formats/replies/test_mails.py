"""Mails, mailboxes and forwarded mails: who wrote what when, and what was only quoted."""

from datetime import UTC, datetime

import pytest

from clubhub.domain.polls import Road
from clubhub.formats.replies.mails import is_mail, is_mailbox, pasted_mails, read_mail, read_mailbox
from clubhub.formats.replies.quotes import own_and_quoted

PLAIN = b"""\
Received: from mail.example.org by mx.example.net; Thu, 24 Dec 2026 18:05:33 +0200
From: Aino Berg <aino@example.org>
Date: Wed, 23 Dec 2026 10:00:00 +0000
Subject: Re: When can you come?
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

1 3 4?

--\x20
Aino Berg

On Tue, 22 Dec 2026 at 09:00, Onni Lind <onni@example.org> wrote:
> Reply with the numbers you can
> CH1 K7Q4 7TRB2XKQ JA2JXM
"""
HTML = """\
From: Aino Berg <aino@example.org>
Date: Wed, 23 Dec 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><head><style>p {color: red}</style></head><body><p>1 3&nbsp;4?</p><div>Hälsningar</div>
<blockquote><div>1) 17:00</div></blockquote></body></html>
""".encode()
FORWARDED = b"""\
From: Onni Lind <onni@example.org>
Date: Thu, 24 Dec 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

--b
Content-Type: message/rfc822

From: Aino Berg <aino@example.org>
Date: Wed, 23 Dec 2026 10:00:00 +0000
Content-Type: text/plain

2 5?
--b--
"""
ACCEPTED = b"""\
From: Aino Berg <aino@example.org>
Date: Wed, 23 Dec 2026 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

Aino has accepted.
--b
Content-Type: text/calendar; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:poll-K7Q4-3-7TRB2XKQ@clubhub.invalid
ATTENDEE;PARTSTAT=TENTATIVE;CN=Aino Berg:mailto:aino@example.org
DTSTAMP:20261223T100000Z
END:VEVENT
END:VCALENDAR
--b--
"""


def test_a_mail_tells_its_writer_its_arrival_and_its_own_words():
    assert is_mail(PLAIN)
    (message,) = read_mail(PLAIN)
    assert (message.author, message.address, message.road) == ("Aino Berg", "aino@example.org", Road.MAIL)
    assert message.sent_at == datetime(2026, 12, 24, 16, 5, 33, tzinfo=UTC)
    assert message.text == "1 3 4?"
    assert "CH1 K7Q4" in message.quoted


def test_a_page_is_read_as_its_words():
    (message,) = read_mail(HTML)
    assert message.text.split() == ["1", "3", "4?", "Hälsningar"]
    assert "17:00" in message.quoted


def test_a_mail_that_was_forwarded_whole_is_its_writers():
    (message,) = read_mail(FORWARDED)
    assert (message.address, message.text) == ("aino@example.org", "2 5?")


def test_a_mail_with_a_calendars_reply_is_that_reply():
    (message,) = read_mail(ACCEPTED)
    assert message.road is Road.CALENDAR
    assert message.invitation
    assert message.invitation.mark == "if need be"


def test_a_mailbox_gives_all_its_mails():
    box = b"From aino@example.org Thu Dec 24 18:05:33 2026\n" + PLAIN
    box += b"\nFrom onni@example.org Thu Dec 24 18:06:33 2026\n" + HTML
    assert is_mailbox(box)
    assert [message.address for message in read_mailbox(box)] == ["aino@example.org", "aino@example.org"]


HEADS = {
    "en": """\
---------- Forwarded message ---------
From: Aino Berg <aino@example.org>
Date: Wed, 23 Dec 2026 10:00 +0000
Subject: Re: When?
To: Onni Lind <onni@example.org>""",
    "fi": """\
-----Alkuperäinen viesti-----
Lähettäjä: Aino Berg <aino@example.org>
Lähetetty: keskiviikko 23. joulukuuta 2026 10.00
Vastaanottaja: Onni Lind
Aihe: VS: Milloin?""",
    "sv": """\
-----Ursprungligt meddelande-----
Från: Aino Berg <aino@example.org>
Skickat: den 23 december 2026 10:00
Till: Onni Lind
Ämne: SV: När?""",
    "de": """\
-----Ursprüngliche Nachricht-----
Von: Aino Berg <aino@example.org>
Gesendet: Mittwoch, 23. Dezember 2026 10:00
An: Onni Lind
Betreff: AW: Wann?""",
    "fr": """\
________________________________
De : Aino Berg <aino@example.org>
Envoyé : mercredi 23 décembre 2026 10:00
À : Onni Lind
Objet : RE: Quand ?""",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_forwarded_mail_that_was_pasted_is_its_writers(head):
    (message,) = pasted_mails(f"{head}\n\n1 3 4?\n")
    assert (message.author, message.address, message.text) == ("Aino Berg", "aino@example.org", "1 3 4?")


@pytest.mark.parametrize(
    "line",
    [
        "On Tue, 22 Dec 2026 at 09:00, Onni Lind <onni@example.org> wrote:",
        "Am Di., 22. Dez. 2026 um 09:00 Uhr schrieb Onni Lind <onni@example.org>:",
        "Den tis 22 dec. 2026 kl 09:00 skrev Onni Lind <onni@example.org>:",
        "Le mar. 22 déc. 2026 à 09:00, Onni Lind <onni@example.org> a écrit :",
        "ti 22. jouluk. 2026 klo 9.00 Onni Lind (onni@example.org) kirjoitti:",
        "Onni Lind <onni@example.org> skrev den 22 december 2026",
    ],
)
def test_what_is_quoted_is_told_from_what_is_written(line):
    own, quoted = own_and_quoted(f"1 3 4?\n\nSent from my iPhone\n\n{line}\n\n> Reply with the numbers\n1) 17:00\n")
    assert own == "1 3 4?"
    assert "1) 17:00" in quoted


def test_answers_between_quoted_lines_are_kept():
    own, quoted = own_and_quoted("> 1) 17:00\nyes\n> 2) 18:30\nno\n")
    assert own == "yes\nno"
    assert quoted == "> 1) 17:00\n> 2) 18:30"


@pytest.mark.parametrize("content", [b"1 3 4?", b"Name,Soup\nAino,yes\n", b"Aino: 1\nOnni: 2\nTuva: 3\n\nHi", b""])
def test_other_texts_are_no_mail(content):
    assert not is_mail(content)
    assert not is_mailbox(content)


def test_a_broken_mail_is_read_as_far_as_it_goes():
    assert read_mail(b"From: =?utf-8?b?broken\nDate: never\nContent-Type: text/plain; charset=nonsense\n\n1 3\n")[
        0
    ].text
