"""Rosters: who is on which place, changed by hand or filled by the engine, and given out in versions."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.fill_options import USUAL, FillOptions
from clubhub.domain.fill_proposals import EmptyPlaces, Lapsed
from clubhub.domain.ids import AssignmentId, PersonId, new_id
from clubhub.domain.notices import Notice
from clubhub.domain.person_names import NameIndex
from clubhub.domain.rosters import Assignment, Publication, Roster, RosterEntry
from clubhub.rostering.anonymous import anonymous, in_open_format
from clubhub.rostering.problem_json import problem_to_json
from clubhub.services.club_facts import load_facts
from clubhub.services.fill_again import write_what_holds
from clubhub.services.fill_differences import DifferenceMaker
from clubhub.services.filling import Filling, Progress
from clubhub.services.lookup import find_event
from clubhub.services.notices import club_notices, event_notices
from clubhub.services.place_choice import entries_at, entries_of_role, free_place, moment_words, own_place
from clubhub.services.publishing import give_out
from clubhub.services.roster_problem import Question
from clubhub.services.roster_problems import write_json
from clubhub.services.roster_view import load_roster
from clubhub.storage import change_log, people, rosters
from clubhub.storage.database import Database
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentDone:
    """`warnings` are sentences about the rules that were broken; with a reason given they are set aside."""

    changes: Changes
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FillDone:
    """`filled` of `places` required places have somebody; `proved` says that no plan fills more of them.

    `hearing`: so many people now have other places than the newest version (without one: the roster before) says.
    `lapsed` was left out, since it didn't hold any more when it was written.
    """

    event: str
    filled: int
    places: int
    proved: bool
    hearing: int
    empty: tuple[EmptyPlaces, ...]
    changes: Changes
    lapsed: tuple[Lapsed, ...] = ()


class RosterService:
    """The rosters of the club's events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def roster(self, event_name: str) -> Roster:
        """The roster of the event of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return load_roster(reader, find_event(reader, event_name))

    def notices(self, event_name: str | None = None) -> list[Notice]:
        """What a coordinator should look at, of one event or of all, the most urgent first."""
        with self._database.read() as reader:
            if event_name:
                return event_notices(reader, find_event(reader, event_name))
            return club_notices(reader)

    def fill(
        self,
        event_name: str,
        options: FillOptions = USUAL,
        *,
        on_progress: Callable[[Progress], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> FillDone:
        """Fill the roster as well as the answers allow; pins stay. One step of undo.

        The seconds are a limit, a proved plan is taken at once. When stopped, raises Cancelled and changes nothing.
        What somebody said or did meanwhile is looked at before anything is written: what doesn't hold is left out.
        """
        with self._database.read() as reader:
            event = find_event(reader, event_name)
            facts = load_facts(reader, event)
            filling = Filling(load_roster(reader, event), facts, options)
            as_of = change_log.newest_id(reader)
        proposal = filling.run(on_progress=on_progress, should_stop=should_stop)
        maker = DifferenceMaker(filling.roster, facts)
        differences = maker.differences(proposal.removed, proposal.added)
        title = _("repair the roster of {event}") if options.is_repair else _("fill the roster of {event}")
        with self._database.write(title.format(event=event.name)) as work:
            written = write_what_holds(work, event, differences, as_of)
            roster = load_roster(work, event)
        empty = list(filling.shortages(proposal))
        if written.judged_by:
            maker = DifferenceMaker(*written.judged_by)
            empty = Filling(roster, written.judged_by[1]).open_now()
        required = [entry.place for entry in roster.entries() if entry.place.is_required]
        return FillDone(
            event=event.name,
            filled=sum(not place.is_open for place in required),
            places=len(required),
            proved=proposal.proved and written.judged_by is None,
            hearing=maker.hearing(written.removed, written.added),
            empty=tuple(empty),
            changes=work.changes,
            lapsed=written.lapsed,
        )

    def why(
        self, event_name: str, role: str | None = None, starts: str | None = None, venue: str | None = None
    ) -> list[EmptyPlaces]:
        """Why places are open in the roster as it stands: all, or those of a role, or of its shift with that start.

        Nothing is written. Raises NotFound or Conflict for the event, and what `place_choice.entries_of_role` raises.
        """
        with self._database.read() as reader:
            event = find_event(reader, event_name)
            roster, facts = load_roster(reader, event), load_facts(reader, event)
        asked = entries_of_role(roster, role, starts, venue) if role else entries_at(roster, venue)
        needs = {entry.need.need.id for entry in asked}
        return [short for short in Filling(roster, facts).open_now() if short.need_id in needs]

    def write_problem(self, event_name: str, path: Path) -> None:
        """The event's roster as a problem in the open format, with nobody's name in it (see rostering.anonymous).

        Raises NotFound for the event, EnvironmentProblem if it can't be written.
        """
        with self._database.read() as reader:
            event = find_event(reader, event_name)
            question = Question(load_roster(reader, event), load_facts(reader, event))
        write_json(path, problem_to_json(anonymous(in_open_format(question.problem()))))

    def assign(
        self,
        event_name: str,
        person_name: str,
        role: str,
        starts: str,
        *,
        venue: str | None = None,
        pin: bool = True,
        reason: str = "",
    ) -> AssignmentDone:
        """Put a person on the first open place of a role's shift, by its start ("10:00", "27.9. 10:00") and `venue`.

        Pinned, the person stays there when the roster is filled. Rules that speak against it are told, not enforced:
        with a reason, which the assignment keeps, they are set aside; without one they stay as urgent as they are.
        Raises what `place_choice.free_place` raises, and NotFound or Conflict for the event or person.
        """
        with self._database.write("") as work:
            event = find_event(work, event_name)
            roster, facts = load_roster(work, event), load_facts(work, event)
            person = NameIndex(facts.people).find(person_name)
            entry = free_place(roster, role, starts, person.id, venue)
            breaks = facts.breaks(person, entry, roster.entries_of(person.id), roster)
            rosters.insert_assignments(work, [_assignment(entry, person.id, pin=pin, override=reason.strip())])
            work.title = _("assign {person} to {role} {time}").format(
                person=person.name, role=entry.need.role.name, time=moment_words(roster, entry)
            )
        return AssignmentDone(changes=work.changes, warnings=tuple(found.sentence for found in breaks))

    def free(self, event_name: str, person_name: str, role: str, starts: str, *, venue: str | None = None) -> Changes:
        """Take a person off a role's shift. Raises NotFound if the person isn't on it."""
        with self._database.write("") as work:
            event = find_event(work, event_name)
            roster = load_roster(work, event)
            person = NameIndex(people.load_people(work)).find(person_name)
            entry = own_place(roster, role, starts, person, venue)
            rosters.delete_assignments(work, [entry.place.assignment] if entry.place.assignment else [])
            work.title = _("free {person} from {role} {time}").format(
                person=person.name, role=entry.need.role.name, time=moment_words(roster, entry)
            )
        return work.changes

    def publish(self, event_name: str) -> Publication:
        """Give the roster out as its next version. Raises InvalidInput if nothing changed since the last one."""
        with self._database.write("") as work:
            return give_out(work, find_event(work, event_name))


def _assignment(entry: RosterEntry, person_id: PersonId, *, pin: bool, override: str) -> Assignment:
    return Assignment(
        id=AssignmentId(new_id()),
        need_id=entry.need.need.id,
        person_id=person_id,
        place=entry.place.number,
        is_pinned=pin,
        override=override,
    )
