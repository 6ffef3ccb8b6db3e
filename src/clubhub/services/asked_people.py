"""Whom a poll asks, and who of them has not answered it."""

from collections.abc import Sequence

from clubhub.domain.audiences import members, parse_audience
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Poll
from clubhub.services.audiences import load_membership
from clubhub.storage import people
from clubhub.storage.unit_of_work import Reader


def asked_people(reader: Reader, poll: Poll) -> list[Person]:
    """Those whom the poll's audience means, everybody without one; by family name.

    Raises NotFound or Conflict if the audience names what is no longer in the club.
    """
    if not poll.audience:
        return people.load_people(reader)
    membership = load_membership(reader, poll.event_id)
    return members(parse_audience(poll.audience, membership), membership)


def silent_people(asked: Sequence[Person], answers: Sequence[Answer]) -> list[Person]:
    """Those asked who say nothing at all, in the same order."""
    answered = {answer.person_id for answer in answers if answer.says_anything}
    return [person for person in asked if person.id not in answered]
