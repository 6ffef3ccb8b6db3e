"""A poll as it goes out: what its ballots say, who reads them, and where the answers come back to."""

from clubhub.domain.ballots import AnswersTo, AskedPoll
from clubhub.domain.clubs import whole_address
from clubhub.domain.events import Event
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Poll
from clubhub.domain.reach import Recipient, reach
from clubhub.domain.wall_time import from_utc
from clubhub.services.lookup import event_of
from clubhub.storage import clubs, events, people, polls
from clubhub.storage.unit_of_work import Reader

PAGE_NAME = "answer.html"
"""What the answer page is called on the club's own pages."""


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
        page=whole_address(page.strip()),
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
