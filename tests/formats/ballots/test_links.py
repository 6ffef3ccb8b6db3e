"""Links that open a message: within what programs take, and read back to the same words."""

from dataclasses import replace
from urllib.parse import unquote

import hypothesis.strategies as st
from hypothesis import given
from tests.formats.ballots.ballot_samples import HENRIKE, SIGNE, at, choices, helpers_evening, slots

from clubhub.domain.ballots import AnswersTo
from clubhub.domain.people import Channel
from clubhub.domain.reach import Recipient
from clubhub.formats.ballots.link_table import link_table
from clubhub.formats.ballots.links import mail_link, sms_link, whatsapp_link
from clubhub.formats.ballots.making import ballot
from clubhub.formats.ballots.text import reply_form, short_reply_form
from clubhub.formats.mail_addresses import MOST_MAILTO

READER = Recipient(person=SIGNE, channel=Channel.MAIL, address="signe@vikdahl.example")
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=200)


@given(text=WORDS)
def test_the_words_come_out_of_each_link_as_they_went_in(text):
    mail = mail_link("henrike@kvarno.example", "When?", text)
    assert unquote(mail.partition("&body=")[2]) == text.replace("\n", "\r\n")
    assert unquote(whatsapp_link("+358505550142", text).partition("?text=")[2]) == text
    assert unquote(sms_link("+358505550142", text).partition("body=")[2]) == text
    assert "+" not in mail
    assert "%0A" not in mail.replace("%0D%0A", "")


def test_numbers_are_digits_alone_for_whatsapp():
    assert whatsapp_link("+358 50 555 0142", "x") == "https://wa.me/358505550142?text=x"
    assert whatsapp_link("", "x") == sms_link("", "x") == ""
    assert mail_link("no address", "When?", "x") == ""


def test_twelve_slots_are_lines_to_fill_in():
    asked = helpers_evening()
    made = ballot(asked, SIGNE, READER)
    mail = made.answer_links[Channel.MAIL]
    assert mail.startswith("mailto:henrike@kvarno.example?subject=Helpers")
    assert unquote(mail.partition("&body=")[2]) == reply_form(asked, SIGNE).replace("\n", "\r\n")
    assert set(made.answer_links) == {Channel.MAIL, Channel.WHATSAPP, Channel.SMS}


def test_a_hundred_slots_are_the_numbers_alone():
    starts = [at(f"2026-06-{day:02} {hour:02}:00") for day in range(1, 26) for hour in (8, 11, 14, 17)]
    asked = helpers_evening(options=slots(*starts))
    made = ballot(asked, SIGNE, READER)
    for link in made.answer_links.values():
        assert len(link) <= 2000
    body = unquote(made.answer_links[Channel.MAIL].partition("&body=")[2])
    assert body == short_reply_form(asked, SIGNE).replace("\n", "\r\n")


def test_twenty_slots_still_have_lines():
    starts = [at(f"2026-06-{day:02} {hour:02}:00") for day in range(1, 6) for hour in (8, 11, 14, 17)]
    made = ballot(helpers_evening(options=slots(*starts)), SIGNE, READER)
    assert "20)" in unquote(made.answer_links[Channel.MAIL])
    assert len(made.answer_links[Channel.MAIL]) <= MOST_MAILTO


def test_the_coordinators_links_lead_to_the_reader_with_the_whole_ballot():
    made = ballot(helpers_evening(), SIGNE, READER)
    assert unquote(made.send_links[Channel.WHATSAPP]) == f"https://wa.me/358405550107?text={made.text}"
    assert made.page_link in made.text


def test_a_ballot_too_long_for_a_link_has_to_be_copied():
    asked = helpers_evening(options=choices(*(f"Quite a long name for choice {number}" for number in range(100))))
    assert ballot(asked, SIGNE, READER).send_links == {}


def test_without_an_address_there_is_nothing_to_tap():
    assert ballot(helpers_evening(answers_to=AnswersTo()), SIGNE, READER).answer_links == {}
    only_mail = replace(HENRIKE, phone="")
    assert set(ballot(helpers_evening(answers_to=only_mail)).answer_links) == {Channel.MAIL}


def test_the_table_has_a_row_for_each_with_all_links():
    asked = helpers_evening()
    unreached = replace(SIGNE, given_name="=Signe", emails=(), phones=())
    rows = link_table([ballot(asked, SIGNE, READER), ballot(asked, unreached)]).decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Name,Asked by,Address,Ask by mail,Ask by WhatsApp")
    assert rows[1].startswith("Signe Vikdahl,mail,signe@vikdahl.example,mailto:signe@vikdahl.example?")
    assert rows[2].startswith("'=Signe Vikdahl,,,,,,mailto:henrike@kvarno.example?")
