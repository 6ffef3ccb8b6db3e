"""What a poll comes to: the outcome by a rule, who has not answered, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from clubhub.domain.availability import newest_answers
from clubhub.domain.events import Role
from clubhub.domain.ids import GroupId, PersonId, PollId, RoleId
from clubhub.domain.people import Person
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import AnyRule, outcome_of
from clubhub.domain.poll_reasons import why
from clubhub.domain.poll_reports import PollOutcome
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.polls import Answer, Poll, PollNeed
from clubhub.domain.reach import reach, road_name
from clubhub.domain.roster_rules import longest_grant
from clubhub.services.asked_people import asked_people, silent_people
from clubhub.services.club_facts import today_of
from clubhub.services.lookup import event_of, find_poll, poll_of
from clubhub.storage import clubs, events, people, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader

__all__ = ["MissingPerson", "PollOutcome", "PollOutcomeService", "load_outcome", "load_requirements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPerson:
    """Somebody who has not answered. `road` is the one to reach them by, in words; `note` says what stands in the way.

    A minor is told through `note`'s guardians and has the road of the first; without any road it is "".
    """

    person: Person
    road: str
    address: str
    note: str = ""


class PollOutcomeService:
    """Reads what polls come to. Nothing is written here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outcome(self, poll_id: PollId, rule: AnyRule = USUAL_RULE) -> PollOutcome:
        """Raises NotFound if the poll is gone, NotFound or Conflict if its audience names what is."""
        with self._database.read() as reader:
            return load_outcome(reader, poll_of(reader, poll_id), rule)

    def outcome_named(self, name: str, rule: AnyRule = USUAL_RULE) -> PollOutcome:
        """As `outcome`, of the poll of a name. Raises NotFound, or Conflict if several could be meant."""
        with self._database.read() as reader:
            return load_outcome(reader, find_poll(reader, name), rule)

    def missing(self, name: str) -> list[MissingPerson]:
        """Those of the poll of that name who have not answered, by family name. Raises as `outcome_named`."""
        with self._database.read() as reader:
            poll = find_poll(reader, name)
            silent = silent_people(asked_people(reader, poll), polls.load_answers(reader, poll.id))
            return _with_roads(silent, people.load_people(reader))


def load_outcome(reader: Reader, poll: Poll, rule: AnyRule = USUAL_RULE) -> PollOutcome:
    """The outcome inside a transaction."""
    options = tuple(polls.load_options(reader, poll.id))
    answers = _counted(polls.load_answers(reader, poll.id))
    everybody = people.load_people(reader)
    asked = asked_people(reader, poll)
    club = clubs.load_club(reader)
    requirements = tuple(load_requirements(reader, poll, today_of(club), everybody))
    outcome = outcome_of(options, answers, asked={person.id for person in asked}, requirements=requirements, rule=rule)
    called = {person.id: person.name for person in everybody}
    return PollOutcome(
        club=club,
        poll=poll,
        event=event_of(reader, poll.event_id) if poll.event_id else None,
        options=options,
        answers=answers,
        names=tuple(_name(answer, called) for answer in answers),
        asked=tuple(asked),
        silent=tuple(silent_people(asked, answers)),
        requirements=requirements,
        outcome=outcome,
        why=why(outcome),
        decision=poll_records.find_decision(reader, poll.id),
    )


def _with_roads(silent: list[Person], everybody: list[Person]) -> list[MissingPerson]:
    found = reach(silent, everybody)
    roads = {one.person.id: one for one in found.recipients}
    why_not = {one.person.id: one for one in found.left_out}
    missing = []
    for person in silent:
        left_out = why_not.get(person.id)
        told = left_out.guardians[0].id if left_out and left_out.guardians else person.id
        road = roads.get(told)
        missing.append(
            MissingPerson(
                person=person,
                road=road_name(road.channel) if road else "",
                address=road.address if road else "",
                note=left_out.why if left_out else "",
            )
        )
    return missing


def _counted(answers: list[Answer]) -> tuple[Answer, ...]:
    """The newest of each person and those of guests, as they came."""
    newest = {answer.id for answer in newest_answers(answers).values()}
    return tuple(answer for answer in answers if answer.person_id is None or answer.id in newest)


def _name(answer: Answer, called: dict[PersonId, str]) -> str:
    return answer.guest_name if answer.person_id is None else called.get(answer.person_id, "")


def load_requirements(reader: Reader, poll: Poll, today: date, listed: list[Person] | None = None) -> list[Requirement]:
    """Who fills each need of the poll; one whose person, group or role is gone is passed over.

    `listed` is everybody, where the caller has read them already.
    """
    needs = poll_records.load_needs(reader, poll.id)
    if not needs:
        return []
    everybody = people.load_people(reader) if listed is None else listed
    roles = {role.id: role for role in events.load_roles(reader)}
    groups = {group.id: group.name for group in people.load_groups(reader)}
    found = (_requirement(need, everybody, roles, groups, today) for need in needs)
    return [requirement for requirement in found if requirement is not None]


def _requirement(
    need: PollNeed,
    everybody: list[Person],
    roles: Mapping[RoleId, Role],
    groups: Mapping[GroupId, str],
    today: date,
) -> Requirement | None:
    role, group = roles.get(need.role_id or RoleId(0)), groups.get(need.group_id or GroupId(0))
    if role is not None:
        name, fit = role.name, [person for person in everybody if _is_fit(person, role, today)]
    elif group is not None:
        name, fit = group, [person for person in everybody if need.group_id in person.groups]
    else:
        fit = [person for person in everybody if person.id == need.person_id]
        name = fit[0].name if fit else ""
    ids = frozenset(person.id for person in fit)
    return Requirement(need=need, name=name, candidates=ids) if name else None


def _is_fit(person: Person, role: Role, today: date) -> bool:
    """Whether somebody could be on a place of the role: skills that hold today, age, signed up where that counts."""
    grants = [longest_grant(person, skill) for skill in role.skills]
    if not all(grant and (grant.expires_on is None or grant.expires_on >= today) for grant in grants):
        return False
    if role.is_opt_in and role.id not in person.signed_up:
        return False
    return not role.minimum_age or not person.age_band or person.age_band.lowest_age >= role.minimum_age.lowest_age
