"""Filling a roster: asks the engine in a child process, and turns its plan into assignments to write."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from clubhub.domain.fill_options import USUAL, FillOptions
from clubhub.domain.fill_proposals import EmptyPlaces
from clubhub.domain.ids import AssignmentId, NeedId, PersonId, new_id
from clubhub.domain.rosters import Assignment, Roster, RosterNeed, RosterShift
from clubhub.formats.roster_words import own_name, session_name
from clubhub.rostering.board import lay_out
from clubhub.rostering.check import violations
from clubhub.rostering.explain import explain
from clubhub.rostering.explain_json import explanation_from_json, explanation_to_json
from clubhub.rostering.problem import Aim, Pair
from clubhub.rostering.problem_json import pairs_from_json, problem_to_json
from clubhub.rostering.reasons import first_remedy, sentences
from clubhub.services.club_facts import ClubFacts
from clubhub.services.roster_problem import Question
from clubhub.services.roster_problems import FILL_JOB, run_engine
from clubhub.support import dates
from clubhub.support.json_values import Json
from clubhub.support.texts import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the engine is doing, in plain words; `stage` names it (see rostering.jobs). `plan`: a better one, if any.

    `state` says how good the plan is now, like "118 of 120 places, proved: no plan fills more"; `is_full`: it is proved
    that no plan fills more of the required places.
    """

    sentence: str
    stage: str = ""
    state: str = ""
    is_full: bool = False
    plan: tuple[Pair, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to take away and to add so that the roster becomes the plan.

    `proved`: no plan fills more places; `is_best`: none is better in any aim either.
    """

    removed: tuple[Assignment, ...]
    added: tuple[Assignment, ...]
    proved: bool = False
    is_best: bool = False
    explanations: Json = ()


class Filling:
    """One run over one state of an event's roster."""

    def __init__(self, roster: Roster, facts: ClubFacts, options: FillOptions = USUAL) -> None:
        self._roster = roster
        self._options = options
        self._names = {str(person.id): person.name for person in facts.people}
        self._names |= {str(skill.id): skill.name for skill in facts.skills.values()}
        self._problem = Question(roster, facts, options).problem()

    def run(
        self,
        *,
        on_progress: Callable[[Progress], None] | None,
        should_stop: Callable[[], bool] | None,
    ) -> Proposal:
        """Blocks; the callbacks run in this thread. Raises Cancelled when stopped."""
        seconds, seed = self._options.seconds, self._options.seed
        request = {"problem": problem_to_json(self._problem), "seconds": seconds, "iterations": None, "seed": seed}
        answer = run_engine(FILL_JOB, request, seconds, _teller(on_progress), should_stop)
        plan = pairs_from_json(answer["plan"])
        proved = all(level["proved"] for level in answer["score"] if level["level"] == Aim.REQUIRED)
        is_best = all(level["proved"] for level in answer["score"])
        return replace(self.proposal(plan), proved=proved, is_best=is_best, explanations=answer["explanations"])

    @property
    def roster(self) -> Roster:
        """The state of the roster that is worked on."""
        return self._roster

    def shortages(self, proposal: Proposal) -> Iterator[EmptyPlaces]:
        """The needs that stay short, in the roster's order, with sentences why."""
        explanations = {item.need: item for item in map(explanation_from_json, proposal.explanations)}
        sessions_called = _sessions_called(self._roster)
        for shift in self._roster.shifts:
            for need in shift.needs:
                explanation = explanations.get(str(need.need.id))
                if explanation:
                    yield EmptyPlaces(
                        need_id=need.need.id,
                        role=need.role.name,
                        shift=f"{shift.shift.name}, {shift.shift.starts:%Y-%m-%d %H:%M}–{shift.shift.ends:%H:%M}",
                        when=_when(shift, sessions_called),
                        missing=explanation.missing,
                        reasons=tuple(sentences(explanation, self._names, self._clock)),
                        remedy=first_remedy(explanation, self._names),
                    )

    def _clock(self, minute: int) -> str:
        """Like "Sat 10:00", in the event's zone; without the day where there is one day only."""
        event = self._roster.event
        moment = datetime.fromtimestamp(minute * 60, ZoneInfo(event.time_zone))
        if event.starts_on == event.ends_on:
            return dates.clock(moment)
        return f"{dates.short_day(moment.date(), language())} {dates.clock(moment)}"

    def open_now(self) -> list[EmptyPlaces]:
        """The needs that are short in the roster as it is, with sentences why: nothing is filled."""
        filled = [(entry.place.person, entry.need.need) for entry in self._roster.entries()]
        plan = [(str(person.id), str(need.id)) for person, need in filled if person]
        return list(self.shortages(self.explained(Proposal(removed=(), added=()), plan)))

    def explained(self, proposal: Proposal, plan: Iterable[Pair]) -> Proposal:
        """With the reasons why places stay empty in a plan that the engine was stopped at."""
        board = lay_out(self._problem)
        return replace(proposal, explanations=list(map(explanation_to_json, explain(board, board.seats(plan)))))

    def proposal(self, plan: Iterable[Pair]) -> Proposal:
        """The way from the roster to a plan; nothing is said of its worth. RuntimeError if the plan breaks a rule."""
        plan = list(plan)
        broken = violations(self._problem, plan)
        if broken:
            raise RuntimeError(f"the engine's plan breaks {len(broken)} rules")
        wanted: dict[NeedId, list[PersonId]] = defaultdict(list)
        for person, need in plan:
            wanted[NeedId(int(need))].append(PersonId(int(person)))
        removed: list[Assignment] = []
        added: list[Assignment] = []
        for roster_need in (roster_need for shift in self._roster.shifts for roster_need in shift.needs):
            gone, new = _difference(roster_need, wanted[roster_need.need.id])
            removed += gone
            added += new
        return Proposal(removed=tuple(removed), added=tuple(added))


def _when(shift: RosterShift, sessions_called: Mapping[str, int]) -> str:
    """Like "Sunday afternoon (13:15–16:30)"; with the day unless the session has a name that no other one has."""
    starts, ends = shift.shift.starts, shift.shift.ends
    hours = dates.span(starts, ends, language())
    name = session_name(shift.session) if shift.session else own_name(shift)
    if shift.session is None or sessions_called[name] > 1:
        hours = f"{dates.short_day(starts.date(), language())} {hours}"
    return f"{name} ({hours})" if name else hours


def _sessions_called(roster: Roster) -> Counter[str]:
    """How many sessions have the same name."""
    sessions = {shift.session.id: shift.session for shift in roster.shifts if shift.session}
    return Counter(map(session_name, sessions.values()))


def _difference(need: RosterNeed, wanted: list[PersonId]) -> tuple[list[Assignment], list[Assignment]]:
    """Who stays keeps the place; the others take the free places in order."""
    present = [place.assignment for place in need.places if place.assignment]
    staying = {assignment.person_id for assignment in present} & set(wanted)
    gone = [assignment for assignment in present if assignment.person_id not in staying]
    taken = {assignment.place for assignment in present if assignment.person_id in staying}
    free = (number for number in range(1, len(need.places) + len(wanted) + 1) if number not in taken)
    new = [
        Assignment(id=AssignmentId(new_id()), need_id=need.need.id, person_id=person, place=next(free))
        for person in sorted(wanted)
        if person not in staying
    ]
    return gone, new


def _teller(on_progress: Callable[[Progress], None] | None) -> Callable[[Json], None] | None:
    if on_progress is None:
        return None

    def tell(report: Json) -> None:
        plan = None if report["plan"] is None else tuple(pairs_from_json(report["plan"]))
        required = [level for level in report["score"] if level["level"] == Aim.REQUIRED]
        is_full = all(level["value"] == level["bound"] for level in required)
        words = {"sentence": report["text"], "stage": report["stage"], "state": report["state"]}
        on_progress(Progress(**words, is_full=is_full, plan=plan))

    return tell
