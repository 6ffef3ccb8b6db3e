"""Chats as phones export them: five languages, Android and iPhone, with all that isn't anybody's words."""

from datetime import datetime

import pytest

from clubhub.domain.polls import Road
from clubhub.formats.replies.chats import is_chat, read_chat

MARK, NARROW = "\u200e", "\u202f"

ANDROID = {
    "en": """\
24/12/2026, 17:58 - Messages and calls are end-to-end encrypted. Tap to learn more.
24/12/2026, 17:59 - Onni Lind created group "Helpers"
24/12/2026, 18:05 - Aino Berg: 1 3 4?
but not before six
24/12/2026, 18:06 - Onni Lind: <Media omitted>
24/12/2026, 18:07 - Onni Lind: This message was deleted
24/12/2026, 18:08 - +358 40 123 4567: 2: yes <This message was edited>
""",
    "fi": """\
24.12.2026 klo 17.58 - Viestit ja puhelut ovat täysin salattuja.
24.12.2026 klo 18.05 - Aino Berg: 1 3 4?
but not before six
24.12.2026 klo 18.06 - Onni Lind: <Media jätettiin pois>
24.12.2026 klo 18.07 - Onni Lind: Tämä viesti poistettiin
24.12.2026 klo 18.08 - +358 40 123 4567: 2: yes <Tätä viestiä muokattiin>
""",
    "sv": """\
2026-12-24 17:58 - Meddelanden och samtal är krypterade från ände till ände.
2026-12-24 18:05 - Aino Berg: 1 3 4?
but not before six
2026-12-24 18:06 - Onni Lind: <Media har utelämnats>
2026-12-24 18:07 - Onni Lind: Det här meddelandet raderades
2026-12-24 18:08 - +358 40 123 4567: 2: yes <Det här meddelandet redigerades>
""",
    "de": """\
24.12.26, 17:58 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.
24.12.26, 18:05 - Aino Berg: 1 3 4?
but not before six
24.12.26, 18:06 - Onni Lind: <Medien ausgeschlossen>
24.12.26, 18:07 - Onni Lind: Diese Nachricht wurde gelöscht.
24.12.26, 18:08 - +358 40 123 4567: 2: yes <Diese Nachricht wurde bearbeitet.>
""",
    "fr": """\
24/12/2026 à 17:58 - Les messages et les appels sont chiffrés de bout en bout.
24/12/2026 à 18:05 - Aino Berg : 1 3 4?
but not before six
24/12/2026 à 18:06 - Onni Lind : <Médias omis>
24/12/2026 à 18:07 - Onni Lind : Ce message a été supprimé
24/12/2026 à 18:08 - +358 40 123 4567 : 2: yes <Ce message a été modifié>
""",
}
IPHONE_HEADS = {
    "en": f"[24/12/2026, 6:{{minute}}:33{NARROW}PM]",
    "en-US": f"[12/24/26, 6:{{minute}}:33{NARROW}PM]",
    "fi": "[24.12.2026 klo 18.{minute}.33]",
    "sv": "[2026-12-24 18:{minute}:33]",
    "de": "[24.12.26, 18:{minute}:33]",
    "fr": "[24/12/2026 18:{minute}:33]",
}
IPHONE_WORDS = {
    "en": ("image omitted", "This message was deleted.", "This message was edited"),
    "en-US": ("image omitted", "You deleted this message.", "This message was edited"),
    "fi": ("kuva jätetty pois", "Tämä viesti poistettiin.", "Tätä viestiä on muokattu"),
    "sv": ("bild utelämnad", "Det här meddelandet har raderats.", "Meddelandet redigerades"),
    "de": ("Bild weggelassen", "Diese Nachricht wurde gelöscht.", "Diese Nachricht wurde bearbeitet."),
    "fr": ("image absente", "Ce message a été supprimé.", "Ce message a été modifié"),
}


def iphone(language: str) -> str:
    head, (omitted, deleted, edited) = IPHONE_HEADS[language].format, IPHONE_WORDS[language]
    return "\r\n".join(
        [
            f"{head(minute='00')} Helpers: {MARK}Messages and calls are end-to-end encrypted.",
            f"{head(minute='05')} Aino Berg: 1 3 4?",
            "but not before six",
            f"{MARK}{head(minute='06')} Onni Lind: {MARK}{omitted}",
            f"{head(minute='07')} Onni Lind: {MARK}{deleted}",
            f"{MARK}{head(minute='08')} ~{NARROW}+358 40 123 4567: 2: yes {MARK}<{edited}>",
        ]
    )


@pytest.mark.parametrize("language", ANDROID)
def test_a_chat_of_android_gives_what_people_wrote(language):
    assert is_chat(ANDROID[language])
    first, second = read_chat(ANDROID[language])
    assert (first.author, first.text, first.road) == ("Aino Berg", "1 3 4?\nbut not before six", Road.CHAT)
    assert first.sent_at == datetime.fromisoformat("2026-12-24T18:05")
    assert (second.author, second.text) == ("+358 40 123 4567", "2: yes")


@pytest.mark.parametrize("language", IPHONE_HEADS)
def test_a_chat_of_an_iphone_gives_what_people_wrote(language):
    assert is_chat(iphone(language))
    first, second = read_chat(iphone(language))
    assert (first.author, first.text) == ("Aino Berg", "1 3 4?\nbut not before six")
    assert first.sent_at == datetime.fromisoformat("2026-12-24T18:05:33")
    assert (second.author, second.text) == ("+358 40 123 4567", "2: yes")


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("[18:05, 24.12.2026] Aino Berg: 1", 18),
        ("[6:05 PM, 12/24/2026] Aino Berg: 1", 18),
        ("12/24/26, 12:05 AM - Aino Berg: 1", 0),
        ("24/12/2026, 12:05 pm - Aino Berg: 1", 12),
        ("2026-12-24, 6:05 p.m. - Aino Berg: 1", 18),
        ("24.12.2026 6.05 ip. - Aino Berg: 1", 18),
        ("2026-12-24 6:05 em - Aino Berg: 1", 18),
    ],
)
def test_times_are_read_as_phones_write_them(line, hour):
    (message,) = read_chat(line)
    assert message.sent_at
    assert (message.sent_at.month, message.sent_at.day, message.sent_at.hour) == (12, 24, hour)


def test_slashes_are_day_or_month_first_by_the_whole_chat():
    american = "1/2/27, 18:05 - Aino: a\n1/3/27, 18:05 - Aino: b\n1/14/27, 18:05 - Aino: c\n"
    british = "31/1/27, 18:05 - Aino: a\n1/2/27, 18:05 - Aino: b\n"
    assert [message.sent_at.month for message in read_chat(american)] == [1, 1, 1]
    assert [message.sent_at.month for message in read_chat(british)] == [1, 2]
    assert [m.sent_at.month for m in read_chat("1/30/27, 18:05 - Aino: a\n2/1/27, 18:05 - Aino: b")] == [1, 2]


def test_a_date_that_does_not_exist_leaves_the_time_open():
    (message,) = read_chat("99.99.2026, 18:05 - Aino: 1")
    assert message.sent_at is None


@pytest.mark.parametrize("text", ["1 3 4?", "Aino Berg: 1 3 4?", "17:00 yes", "", "12.6.2027 17:00 yes"])
def test_other_texts_are_no_chat(text):
    assert not is_chat(text)
