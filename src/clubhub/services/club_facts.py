"""What is known about people and their answers, as filling, warnings and hand-made changes need it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from clubhub.domain.availability import Availabilities
from clubhub.domain.breaks import Break
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.clubs import Club
from clubhub.domain.events import Event
from clubhub.domain.ids import PersonId, SkillId
from clubhub.domain.ledger import whole_hours
from clubhub.domain.people import HouseholdKey, Person, Skill
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.domain.roster_rules import NO_RULES, rule_breaks
from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.domain.seasons import season_of
from clubhub.services.ledger_pages import load_ledger
from clubhub.services.lookup import availability_poll
from clubhub.storage import club_rules, clubs, people, polls
from clubhub.storage.ledger import has_duties
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now


@dataclass(frozen=True, kw_only=True)
class ClubFacts:
    """`options` and `answers` are those of the event's poll; empty if there is none.

    `owed` are the hours that households still owe in the event's season, all their other places and what was entered by
    hand taken off; those without a duty are not in it.
    """

    people: tuple[Person, ...]
    skills: Mapping[SkillId, Skill]
    poll: Poll | None
    options: tuple[Option, ...]
    answers: tuple[Answer, ...]
    rules: ClubRules = NO_RULES
    owed: Mapping[HouseholdKey, int] = field(default_factory=dict)

    @cached_property
    def availabilities(self) -> Availabilities:
        """Nobody's, if nobody was asked."""
        return Availabilities(self.options, self.answers)

    def mark(self, person_id: PersonId, shift: RosterShift) -> Mark | None:
        """What somebody said to the time of a shift; None is silence."""
        return self.availabilities.during(shift.shift.starts, shift.shift.ends).get(person_id)

    def breaks(
        self, person: Person, entry: RosterEntry, others: Iterable[RosterEntry], roster: Roster
    ) -> tuple[Break, ...]:
        """What speaks against a person on a place of the roster, worst first; `others` are their further places."""
        return tuple(
            rule_breaks(
                person,
                entry,
                skills=self.skills,
                others=others,
                roster=roster,
                rules=self.rules,
                mark=self.mark(person.id, entry.shift),
                was_asked=self.poll is not None,
            )
        )


def load_facts(reader: Reader, event: Event, listed: Sequence[Person] | None = None) -> ClubFacts:
    """What is known for an event; `listed` is everybody, where the caller has read them already."""
    poll = availability_poll(polls.load_polls(reader), event)
    everybody = people.load_people(reader) if listed is None else listed
    return ClubFacts(
        people=tuple(everybody),
        skills={skill.id: skill for skill in people.load_skills(reader)},
        poll=poll,
        options=tuple(polls.load_options(reader, poll.id)) if poll else (),
        answers=tuple(polls.load_answers(reader, poll.id)) if poll else (),
        rules=club_rules.load_club_rules(reader, event.id),
        owed=_owed(reader, event, everybody),
    )


def _owed(reader: Reader, event: Event, everybody: Sequence[Person]) -> dict[HouseholdKey, int]:
    """Read only where something is owed: all the season's places are counted for it."""
    if not has_duties(reader):
        return {}
    season = season_of(clubs.load_club(reader), event.starts_on)
    pages = load_ledger(reader, season, everybody).balances
    left = {page.key: page.left_minutes(without=event.id) for page in pages}
    return {key: whole_hours(minutes) for key, minutes in left.items() if minutes is not None}


def now_of(club: Club) -> datetime:
    """The wall-clock time where the club is, naive."""
    return utc_now().astimezone(ZoneInfo(club.time_zone)).replace(tzinfo=None)


def today_of(club: Club) -> date:
    """The day that it is in the club's zone."""
    return now_of(club).date()
