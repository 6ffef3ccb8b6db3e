"""What would be if: the best plan of an event with a change that isn't made, beside the best plan as things are."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time

from clubhub.domain.errors import InvalidInput
from clubhub.domain.fill_options import USUAL_SECONDS
from clubhub.domain.ids import EventId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.rosters import Roster, RosterShift
from clubhub.domain.what_ifs import MOST_HELPERS, Change, Effect, Outcome
from clubhub.domain.working_days import working_day
from clubhub.rostering.problem import Aim, HouseholdShare, Problem, Reply, Volunteer
from clubhub.rostering.problem_json import pairs_from_json, problem_to_json
from clubhub.services.club_facts import ClubFacts, load_facts
from clubhub.services.lookup import event_of
from clubhub.services.roster_problem import Question
from clubhub.services.roster_problems import FILL_JOB, run_engine
from clubhub.services.roster_view import load_roster
from clubhub.storage.database import Database
from clubhub.support.texts import _, listed, plural

AIMS = (Aim.REQUIRED, Aim.IF_NEED_BE)
"""What an effect is told in; an even share would take most of the time and change no sentence."""


class WhatIfService:
    """Reads the club and asks the engine; writes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def what_if(
        self,
        event_id: EventId,
        change: Change,
        *,
        seconds: float = USUAL_SECONDS,
        should_stop: Callable[[], bool] | None = None,
    ) -> Effect:
        """The best plan without and with the change, each looked for in at most about half of the seconds.

        Both fill the places that the rules allow: pins stay, other present places may change. Raises NotFound if the
        event is gone, InvalidInput for a change that is none or a role that it hasn't, Cancelled when stopped.
        """
        with self._database.read() as reader:
            event = event_of(reader, event_id)
            roster, facts = load_roster(reader, event), load_facts(reader, event)
        changed = _changed(roster, change)
        before = _outcome(roster, facts, 0, seconds / 2, should_stop)
        after = _outcome(changed, facts, change.helpers, seconds / 2, should_stop)
        return Effect(before=before, after=after, sentences=tuple(_sentences(before, after)))


def _changed(roster: Roster, change: Change) -> Roster:
    if change.is_empty:
        raise InvalidInput(_("Say what would be different: a role less, an earlier end, or more helpers."))
    if not 0 <= change.helpers <= MOST_HELPERS:
        raise InvalidInput(_("There can be 0 to {most} more helpers.").format(most=MOST_HELPERS))
    shifts = roster.shifts
    if change.without_role:
        shifts = tuple(_without(roster, change.without_role))
    if change.ends_at:
        shifts = tuple(cut for shift in shifts if (cut := _cut(shift, change, change.ends_at)))
    return replace(roster, shifts=shifts)


def _without(roster: Roster, role: str) -> Iterator[RosterShift]:
    names = list(dict.fromkeys(need.role.name for shift in roster.shifts for need in shift.needs))
    if plain_name(role) not in map(plain_name, names):
        raise InvalidInput(
            _("{event} has no role {role}. It has: {roles}.").format(
                event=roster.event.name, role=role, roles=listed(names)
            )
        )
    for shift in roster.shifts:
        yield replace(
            shift, needs=tuple(need for need in shift.needs if plain_name(need.role.name) != plain_name(role))
        )


def _cut(shift: RosterShift, change: Change, ends_at: time) -> RosterShift | None:
    """The shift as far as it lies before the end of its working day; None if it begins after it."""
    own = shift.shift
    day = working_day(own.starts)
    if change.day is not None and day != change.day:
        return shift
    end = datetime.combine(day, ends_at)
    if own.starts >= end:
        return None
    return replace(shift, shift=replace(own, ends=end)) if own.ends > end else shift


def _outcome(
    roster: Roster, facts: ClubFacts, helpers: int, seconds: float, should_stop: Callable[[], bool] | None
) -> Outcome:
    problem = _with_helpers(Question(roster, facts, objective=AIMS).problem(), helpers)
    request = {"problem": problem_to_json(problem), "seconds": seconds, "iterations": None, "seed": 0}
    answer = run_engine(FILL_JOB, request, seconds, should_stop=should_stop)
    heads = Counter(need for _person, need in pairs_from_json(answer["plan"]))
    levels = {level["level"]: level for level in answer["score"]}
    return Outcome(
        places=sum(need.min for need in problem.needs),
        open=sum(max(0, need.min - heads[need.id]) for need in problem.needs),
        reluctant=levels[Aim.IF_NEED_BE]["value"],
        proved=levels[Aim.REQUIRED]["proved"],
    )


def _with_helpers(problem: Problem, helpers: int) -> Problem:
    """Adults without skills, each of a household, who said yes to everything and do whatever needs no skill."""
    names = [f"helper {number}" for number in range(1, helpers + 1)]
    always = {slot.id: Reply.YES for slot in problem.slots}
    roles = frozenset(role.id for role in problem.roles)
    made = (Volunteer(id=name, household=name, availability=always, opted_in=roles) for name in names)
    return replace(
        problem,
        households=(*problem.households, *(HouseholdShare(id=name) for name in names)),
        volunteers=(*problem.volunteers, *made),
    )


def _sentences(before: Outcome, after: Outcome) -> Iterator[str]:
    fewer = before.places - after.places
    if fewer:
        yield plural(
            "{count} of {places} places fewer.", "{count} of {places} places fewer.", fewer, places=before.places
        )
    if after.open == before.open:
        yield plural("{count} place stays open, as now.", "{count} places stay open, as now.", after.open)
    else:
        yield plural(
            "{count} place stays open instead of {before}.",
            "{count} places stay open instead of {before}.",
            after.open,
            before=before.open,
        )
    if after.reluctant != before.reluctant:
        yield plural(
            "{count} place goes to somebody who said “if need be”, instead of {before}.",
            "{count} places go to people who said “if need be”, instead of {before}.",
            after.reluctant,
            before=before.reluctant,
        )
    if before.proved and after.proved:
        yield _("Proved: no plan fills more, now or then.")
    else:
        yield _("The time was over: a fuller plan may exist.")
