"""Asking the people of a poll: their ballots as text and links, the code that signs answers, the answer page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from clubhub.domain.answer_keys import new_code, new_secret
from clubhub.domain.audiences import members, parse_audience
from clubhub.domain.ballots import AnswersTo, AskedPoll, Ballot
from clubhub.domain.changes import Changes
from clubhub.domain.events import Event
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Poll
from clubhub.domain.reach import Recipient, reach
from clubhub.domain.wall_time import from_utc
from clubhub.services.audiences import load_membership
from clubhub.services.lookup import event_of, find_poll, poll_of
from clubhub.storage import clubs, events, people, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _

PAGE_NAME = "answer.html"
"""What the answer page is called on the club's own pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A poll that goes out: `everybody` is the ballot that anybody may answer, `ballots` one for each who is asked.

    `ballots` are in the order of family names; one without a reader can only be handed over on paper. `changes` are not
    empty if the poll got its code just now.
    """

    asked: AskedPoll
    everybody: Ballot
    ballots: tuple[Ballot, ...]
    changes: Changes = field(default_factory=Changes)


class BallotService:
    """Nothing is sent here: what is made, somebody sends, prints or puts on the web."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def id_of(self, name: str) -> PollId:
        """The poll of that name or beginning of one. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_poll(reader, name).id

    def ask(
        self,
        poll_id: PollId,
        *,
        rule: str | None = None,
        answers_to: AnswersTo | None = None,
        page: str = "",
    ) -> Asking:
        """Everybody's ballots. A poll that goes out for the first time gets its code; that is all that is written.

        `rule` is who is asked (see domain.audiences), None for the poll's own audience. `answers_to` None: the contact
        of the poll's event, else of the latest event that has one. `page` is the address of the club's answer page, ""
        for none. Raises NotFound if the poll is gone, NotFound, Conflict or InvalidInput for the rule.
        """
        from clubhub.formats.ballots.making import ballot

        asked, asked_people, readers, changes = self._load(poll_id, rule, answers_to, page)
        return Asking(
            asked=asked,
            everybody=ballot(asked),
            ballots=tuple(ballot(asked, person, readers.get(person.id)) for person in asked_people),
            changes=changes,
        )

    def renew_secret(self, poll_id: PollId) -> Changes:
        """Take no more answers that are signed with the old ballots: everybody must be asked anew. Undo brings it back.

        Raises NotFound if the poll is gone.
        """
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("make the old ballots of “{poll}” void").format(poll=poll.name)
            polls.save_poll(work, replace(with_code(work, poll), secret=new_secret()))
        return work.changes

    def _load(
        self, poll_id: PollId, rule: str | None, answers_to: AnswersTo | None, page: str
    ) -> tuple[AskedPoll, list[Person], Mapping[PersonId, Recipient], Changes]:
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            work.title = _("give “{poll}” a code for its ballots").format(poll=poll.name)
            poll = with_code(work, poll)
            asked = load_asked(work, poll, answers_to, page)
            membership = load_membership(work, poll.event_id)
            wanted = members(parse_audience(poll.audience if rule is None else rule, membership), membership)
            readers = readers_of(wanted, list(membership.people.values()))
        return asked, wanted, readers, work.changes


def with_code(work: UnitOfWork, poll: Poll) -> Poll:
    """The poll with a code and a secret, which are made and written if it has none yet. Needs a write transaction."""
    if poll.code and poll.secret:
        return poll
    code = poll.code or new_code(other.code for other in polls.load_polls(work))
    polls.save_poll(work, replace(poll, code=code, secret=poll.secret or new_secret()))
    return poll_of(work, poll.id)


def load_asked(reader: Reader, poll: Poll, answers_to: AnswersTo | None = None, page: str = "") -> AskedPoll:
    """The poll, which has a code, with all that its ballots say."""
    club = clubs.load_club(reader)
    event = event_of(reader, poll.event_id) if poll.event_id else None
    zone = event.time_zone if event else club.time_zone
    return AskedPoll(
        club=club,
        poll=poll,
        options=tuple(polls.load_options(reader, poll.id)),
        event=event,
        closes=from_utc(poll.closes_at, zone) if poll.closes_at else None,
        answers_to=answers_to or usual_answers_to(reader, event),
        page=page.strip(),
    )


def usual_answers_to(reader: Reader, event: Event | None) -> AnswersTo:
    """The contact of the event, else of the latest event that has one; all empty if there is none."""
    contacts = [one.contact_id for one in [event, *reversed(events.load_events(reader))] if one and one.contact_id]
    found = people.load_people(reader, contacts[:1]) if contacts else []
    return answers_to_person(found[0]) if found else AnswersTo()


def answers_to_person(person: Person) -> AnswersTo:
    return AnswersTo(name=person.name, mail=next(iter(person.emails), ""), phone=next(iter(person.phones), ""))


def readers_of(wanted: list[Person], everybody: list[Person]) -> dict[PersonId, Recipient]:
    """Who gets each person's ballot: themselves, or the first guardian of a minor; nobody is left out of the dict."""
    found = reach(wanted, everybody)
    own = {recipient.person.id: recipient for recipient in found.recipients if recipient.is_meant}
    guardians = {minor.id: recipient for recipient in reversed(found.recipients) for minor in recipient.minors}
    return guardians | own


def page_address(web_address: str) -> str:
    """Where the answer page is looked for unless somebody says otherwise: beside the club's first page."""
    return f"{web_address.rstrip('/')}/{PAGE_NAME}" if web_address else ""
