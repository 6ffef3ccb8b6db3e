"""Whom a poll asks, and who of them has not answered it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.audience_words import audience_words
from clubhub.domain.audiences import members, parse_audience
from clubhub.domain.availability import newest_answers
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Poll
from clubhub.services.audiences import load_membership
from clubhub.storage import people, polls
from clubhub.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`people` by family name, `words` like "27 people of Masters", "" for everybody.

    `unasked` of them have answered without being asked. `problem` is why the poll's audience means nobody, "" for none.
    """

    people: tuple[Person, ...]
    problem: str = ""
    words: str = ""
    unasked: int = 0


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


def asked_or_answered(reader: Reader, poll: Poll, answers: Mapping[PersonId, Answer]) -> Asked:
    """Those whom the poll asks, and those who have answered unasked."""
    if not poll.audience:
        return Asked(people=tuple(people.load_people(reader)))
    meant: set[PersonId] = set()
    words = problem = ""
    try:
        membership = load_membership(reader, poll.event_id)
        audience = parse_audience(poll.audience, membership)
        meant = {person.id for person in members(audience, membership)}
        words = audience_words(audience, len(meant))
    except ClubHubError as error:
        problem = str(error)
    wanted = meant | answers.keys()
    found = tuple(person for person in people.load_people(reader) if person.id in wanted)
    return Asked(people=found, problem=problem, words=words, unasked=sum(person.id not in meant for person in found))


class AskedCounts:
    """How many people each poll asks; who answered unasked counts too."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._everybody = polls.count_asked(reader)

    def of(self, poll: Poll) -> int:
        if not poll.audience:
            return self._everybody
        answers = newest_answers(polls.load_answers(self._reader, poll.id))
        return len(asked_or_answered(self._reader, poll, answers).people)
