"""A whole ballot: its text, the links in it, and the links that send it."""

from clubhub.domain.ballots import AskedPoll, Ballot
from clubhub.domain.people import Channel, Person
from clubhub.domain.reach import Recipient
from clubhub.formats.ballots.links import message_links
from clubhub.formats.ballots.page_link import page_link
from clubhub.formats.ballots.text import ballot_text, reply_form, short_reply_form
from clubhub.formats.ballots.words import without_room


def ballot(asked: AskedPoll, person: Person | None = None, reader: Recipient | None = None) -> Ballot:
    """For one person, or with None for everybody; `reader` is who gets it."""
    link = page_link(asked, person)
    text, shortest = ballot_text(asked, person, link), ballot_text(without_room(asked), person)
    return Ballot(
        person=person,
        text=text,
        answer_links=_answer_links(asked, person),
        page_link=link,
        reader=reader,
        send_links=_send_links(asked, reader, text, ballot_text(asked, person), shortest) if reader else {},
    )


def _answer_links(asked: AskedPoll, person: Person | None) -> dict[Channel, str]:
    to = asked.answers_to
    forms = reply_form(asked, person), short_reply_form(asked, person)
    return message_links(to.mail, to.phone, asked.poll.name, *forms)


def _send_links(asked: AskedPoll, reader: Recipient, *texts: str) -> dict[Channel, str]:
    mail = next(iter(reader.person.emails), "")
    phone = next(iter(reader.person.phones), "")
    return message_links(mail, phone, asked.poll.name, *texts)
