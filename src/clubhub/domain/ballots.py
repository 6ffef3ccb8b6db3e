"""Ballots: what goes out to the people a poll asks, and where their answers come back to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.answer_keys import person_key
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.events import Event
from clubhub.domain.people import Channel, Person
from clubhub.domain.polls import Option, Poll
from clubhub.domain.reach import Recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersTo:
    """Who takes the answers in: `mail` is an address, `phone` in E.164; "" where that road is closed."""

    name: str = ""
    mail: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPoll:
    """A poll as it goes out, with a code and a secret. `closes` is naive, in the zone of the options' times.

    `page` is the address of the club's answer page, "" where it has none.
    """

    club: Club
    poll: Poll
    options: tuple[Option, ...]
    event: Event | None = None
    closes: datetime | None = None
    answers_to: AnswersTo = AnswersTo()
    page: str = ""

    @property
    def language(self) -> str:
        return self.club.language

    @property
    def zone(self) -> str:
        return self.event.time_zone if self.event else self.club.time_zone

    def signature(self, person: Person) -> str:
        """The line that says whose a text is, and of which poll."""
        return written(AnswerCode(poll_code=self.poll.code, key=person_key(self.poll, person.id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One person's ballot, or with `person` None everybody's.

    `text` is for any chat, text message or mail. `answer_links` are addresses for whoever answers to tap, by the road
    that they open: a message to the coordinator with the ballot ready to fill. `page_link` opens the answer page, ""
    without one. `reader` is who gets the ballot, by which road (the guardian of a minor), None for nobody;
    `send_links` are for the coordinator to tap: a message to that reader with the text in it.
    """

    person: Person | None
    text: str
    answer_links: Mapping[Channel, str] = field(default_factory=dict)
    page_link: str = ""
    reader: Recipient | None = None
    send_links: Mapping[Channel, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A poll that goes out: `everybody` is the ballot that anybody may answer, `ballots` one for each who is asked.

    `ballots` are in the order of family names; one without a reader can only be handed over on paper. `changes` are not
    empty if a poll of an older file got its code just now.
    """

    asked: AskedPoll
    everybody: Ballot
    ballots: tuple[Ballot, ...]
    changes: Changes = field(default_factory=Changes)
