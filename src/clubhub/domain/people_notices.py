"""What a coordinator should look at among the people: who can't be reached, who hasn't answered, whose skill lapses.

The sentences name people: show, never log them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from clubhub.domain.availability import newest_answers
from clubhub.domain.ids import SkillId
from clubhub.domain.notices import Notice, NoticeKind, Severity
from clubhub.domain.people import Channel, Person, Skill
from clubhub.domain.plain_names import folded
from clubhub.domain.polls import Answer, Poll
from clubhub.domain.roster_rules import is_valid_until, longest_grant
from clubhub.domain.rosters import Roster
from clubhub.support import dates
from clubhub.support.texts import _, language, plural

SOON = timedelta(days=30)
NAMES_IN_A_SENTENCE = 5


def people_notices(people: Sequence[Person]) -> list[Notice]:
    """Who can't be reached, and names that several people have."""
    return [*_contact_notices(people), *_same_name_notices(people)]


def unanswered_notices(poll: Poll, people: Iterable[Person], answers: Iterable[Answer]) -> list[Notice]:
    """At most one notice: how many of these people have said nothing to the poll, naming the first few."""
    answered = {person_id for person_id, answer in newest_answers(answers).items() if answer.says_anything}
    asked = list(people)
    silent = [person for person in asked if person.id not in answered]
    if not silent:
        return []
    sentence = plural(
        "{count} of {{all}} people has not answered the poll “{{poll}}”: {{names}}.",
        "{count} of {{all}} people have not answered the poll “{{poll}}”: {{names}}.",
        len(silent),
    )
    return [
        Notice(
            kind=NoticeKind.NOT_ANSWERED,
            severity=Severity.WARNING,
            sentence=sentence.format(all=len(asked), poll=poll.name, names=_some_names(silent)),
            event_id=poll.event_id,
            person_ids=tuple(person.id for person in silent),
        )
    ]


def lapsing_notices(roster: Roster, people: Iterable[Person], skills: Mapping[SkillId, Skill]) -> list[Notice]:
    """Skills that the event needs and that lapse during it or in the 30 days before it: a renewal would help.

    People who are on a place with such a skill are told of here too: roster_notices says which place it is.
    """
    needed_until = _needed_until(roster)
    first_day = roster.event.starts_on - SOON
    return [
        _lapsing_notice(roster, person, skills[skill_id], lapses_on, ends)
        for person in people
        if person.skills
        for skill_id, ends in needed_until.items()
        if (lapses_on := _lapses_before(person, skill_id, ends)) and lapses_on >= first_day
    ]


def _needed_until(roster: Roster) -> dict[SkillId, datetime]:
    """When the last shift ends that needs the skill."""
    ends: dict[SkillId, datetime] = {}
    for shift in roster.shifts:
        for skill_id in (skill_id for need in shift.needs for skill_id in need.role.skills):
            ends[skill_id] = max(shift.shift.ends, ends.get(skill_id, shift.shift.ends))
    return ends


def _lapses_before(person: Person, skill_id: SkillId, ends: datetime) -> date | None:
    """The last day of the person's skill if that is too early, else None."""
    grant = longest_grant(person, skill_id)
    return None if grant is None or is_valid_until(grant, ends) else grant.expires_on


def _lapsing_notice(roster: Roster, person: Person, skill: Skill, lapses_on: date, ends: datetime) -> Notice:
    sentence = _("The skill {skill} of {name} lapses on {day}; {event} needs it until {ends}. Ask for its renewal.")
    return Notice(
        kind=NoticeKind.SKILL_LAPSES_SOON,
        severity=Severity.WARNING,
        sentence=sentence.format(
            skill=skill.name,
            name=person.name,
            day=dates.day_and_year(lapses_on, language()),
            event=roster.event.name,
            ends=dates.stamp(ends, language()),
        ),
        event_id=roster.event.id,
        person_ids=(person.id,),
    )


def _contact_notices(people: Sequence[Person]) -> Iterator[Notice]:
    """Children are reached through a guardian of their household, those who want paper by paper."""
    reachable_households = {
        person.household_id for person in people if person.household_id and person.is_guardian and _has_contact(person)
    }
    for person in people:
        if not _has_contact(person) and person.household_id not in reachable_households:
            sentence = _("{name} can't be reached: there is no mail address and no phone number.")
            yield Notice(
                kind=NoticeKind.NO_CONTACT,
                severity=Severity.WARNING,
                sentence=sentence.format(name=person.name),
                person_ids=(person.id,),
            )


def _has_contact(person: Person) -> bool:
    return bool(person.emails or person.phones) or person.preferred_channel is Channel.PAPER


def _same_name_notices(people: Iterable[Person]) -> Iterator[Notice]:
    of_name: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        of_name[folded(person.name)].append(person)
    for same in of_name.values():
        if len(same) > 1:
            sentence = plural(
                "{count} person is called {{name}}.",
                "{count} people are called {{name}}. If they are the same person, remove one.",
                len(same),
            )
            yield Notice(
                kind=NoticeKind.SAME_NAME,
                severity=Severity.NOTE,
                sentence=sentence.format(name=same[0].name),
                person_ids=tuple(person.id for person in same),
            )


def _some_names(people: Sequence[Person]) -> str:
    names = [person.name for person in people[:NAMES_IN_A_SENTENCE]]
    more = len(people) - len(names)
    if more:
        names.append(plural("{count} more", "{count} more", more))
    return ", ".join(names)
