"""One person with all that stands around: the household, the places on duty with what speaks against them."""

from dataclasses import dataclass

from clubhub.domain.breaks import Break
from clubhub.domain.changes import HistoryEntry
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.errors import NotFound
from clubhub.domain.events import Event, Role
from clubhub.domain.ids import GroupId, PersonId, RoleId, SkillId
from clubhub.domain.ledger import HouseholdBalance
from clubhub.domain.people import Group, Person, Skill
from clubhub.domain.person_drafts import PersonDraft, SkillDraft
from clubhub.domain.polls import UsualAnswer
from clubhub.domain.roster_rules import rule_breaks
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.domain.seasons import Season, season_of
from clubhub.services.club_facts import today_of
from clubhub.services.companions import Pair, load_pairs
from clubhub.services.ledger_pages import load_page
from clubhub.services.roster_view import load_roster
from clubhub.storage import change_log, club_rules, clubs, events, people, people_bulk, poll_records
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A place that a person has; `breaks` are the rules that it breaks, answers to polls left out."""

    event: Event
    entry: RosterEntry
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetail:
    """`draft` is the person with names for ids, as a form shows it; `family` the others of the household.

    `duties` are in the order of time; in `pairs` the person is kept together with somebody or apart; `usual` is when
    they can usually come, by weekday. `hours` is the
    page of the household in the `season` in which today lies. `last_change` is None for somebody whose making is no
    longer in the history.
    """

    person: Person
    draft: PersonDraft
    family: tuple[Person, ...]
    duties: tuple[Duty, ...]
    season: Season
    hours: HouseholdBalance
    last_change: HistoryEntry | None
    pairs: tuple[Pair, ...] = ()
    usual: tuple[UsualAnswer, ...] = ()


def load_detail(reader: Reader, person_id: PersonId) -> PersonDetail:
    """Raises NotFound if the person has been removed."""
    person = next(iter(people.load_people(reader, [person_id])), None)
    if person is None:
        raise NotFound(_("This person is no longer in the club. Look at the list again."))
    skills = {skill.id: skill for skill in people.load_skills(reader)}
    roles = {role.id: role for role in events.load_roles(reader)}
    rules = club_rules.load_club_rules(reader)
    club = clubs.load_club(reader)
    season = season_of(club, today_of(club))
    groups = {group.id: group for group in people.load_groups(reader)}
    housemates = people.load_household(reader, person.household_id) if person.household_id else []
    household = people.load_household_name(reader, person.household_id) if person.household_id else ""
    return PersonDetail(
        person=person,
        draft=_draft(person, household, groups, skills, roles),
        family=tuple(other for other in housemates if other.id != person.id),
        duties=tuple(_duties(reader, person, skills, rules)),
        season=season,
        hours=load_page(reader, season, person),
        pairs=tuple(pair for pair in load_pairs(reader) if person.id in {pair.one.id, pair.other.id}),
        usual=tuple(poll_records.load_usual_answers(reader, person.id)),
        last_change=change_log.newest_of_row(reader, person.id),
    )


def _draft(
    person: Person,
    household: str,
    groups: dict[GroupId, Group],
    skills: dict[SkillId, Skill],
    roles: dict[RoleId, Role],
) -> PersonDraft:
    held = [SkillDraft(name=skills[grant.skill_id].name, expires_on=grant.expires_on) for grant in person.skills]
    return PersonDraft(
        given_name=person.given_name,
        family_name=person.family_name,
        emails=person.emails,
        phones=person.phones,
        preferred_channel=person.preferred_channel,
        age_band=person.age_band,
        language=person.language,
        household=household,
        is_guardian=person.is_guardian,
        groups=tuple(sorted(groups[group_id].name for group_id in person.groups)),
        skills=tuple(sorted(held, key=lambda skill: skill.name)),
        note=person.note,
        max_minutes=person.max_minutes,
        max_minutes_day=person.max_minutes_day,
        min_rest=person.min_rest,
        signed_up=tuple(roles[role_id].name for role_id in person.signed_up),
        likes=tuple(roles[role_id].name for role_id in person.likes),
        dislikes=tuple(roles[role_id].name for role_id in person.dislikes),
    )


def _duties(reader: Reader, person: Person, skills: dict[SkillId, Skill], rules: ClubRules) -> list[Duty]:
    there = people_bulk.events_on_duty(reader, person.id)
    rosters = [load_roster(reader, event) for event in events.load_events(reader) if event.id in there]
    found = [duty for roster in rosters for duty in _duties_in(roster, person, skills, rules)]
    return sorted(found, key=lambda duty: duty.entry.shift.shift.starts)


def _duties_in(roster: Roster, person: Person, skills: dict[SkillId, Skill], rules: ClubRules) -> list[Duty]:
    entries = roster.entries_of(person.id)
    return [
        Duty(
            event=roster.event,
            entry=entry,
            breaks=tuple(
                rule_breaks(
                    person,
                    entry,
                    skills=skills,
                    others=[e for e in entries if e is not entry],
                    roster=roster,
                    rules=rules,
                    was_asked=False,
                )
            ),
        )
        for entry in entries
    ]
