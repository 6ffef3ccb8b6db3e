"""A model of a small club in plain dictionaries, and the same changes made on a club's file.

The model knows nothing of the change log: what the file must hold is worked out from the list of changes alone.
"""

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event, Need, Role, Shift
from clubhub.domain.ids import AssignmentId, EventId, NeedId, PersonId, RoleId, ShiftId, new_id
from clubhub.domain.people import Person
from clubhub.domain.rosters import Assignment
from clubhub.storage import change_log, database, events, people, rosters, tables, undoing
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork

EVENT = EventId(1)
NEED = NeedId(1)
PLACES = 40
Change = dict[str, Any]
State = tuple[dict[int, list[Any]], dict[int, int]]


@dataclass
class Model:
    """`people` holds name, note and mails by id; `roster` a person's id by place."""

    people: dict[int, list[Any]] = field(default_factory=dict)
    roster: dict[int, int] = field(default_factory=dict)
    undone: list[State] = field(default_factory=list)
    before: list[State] = field(default_factory=list)

    @property
    def state(self) -> State:
        return copy.deepcopy((self.people, self.roster))

    def choose(self, chance: random.Random) -> Change:
        """A change that makes sense now."""
        helper = chance.choice(list(self.people)) if self.people else None
        kinds = ["add"]
        kinds += ["undo"] if self.before else []
        kinds += ["redo"] if self.undone else []
        kinds += ["edit", "assign", "fill", "remove"] if helper else []
        kind = chance.choice(kinds)
        if kind == "add":
            count = chance.choice([1, 1, 1, 5, 60])
            return {"kind": kind, "people": {new_id(): _somebody(chance) for _person in range(count)}}
        if kind == "edit":
            return {"kind": kind, "id": helper, "person": _somebody(chance)}
        if kind == "assign":
            return {"kind": kind, "place": chance.randint(1, PLACES), "id": helper}
        if kind == "fill":
            helpers = chance.sample(list(self.people), min(len(self.people), PLACES))
            return {"kind": kind, "roster": dict(enumerate(helpers, start=1))}
        return {"kind": kind, "id": helper}

    def apply(self, change: Change) -> None:
        if change["kind"] in {"undo", "redo"}:
            taken, given = (self.before, self.undone) if change["kind"] == "undo" else (self.undone, self.before)
            given.append(self.state)
            self.people, self.roster = taken.pop()
            return
        self.before.append(self.state)
        self.undone.clear()
        self._edit(change)

    def _edit(self, change: Change) -> None:
        if change["kind"] == "add":
            self.people |= change["people"]
        elif change["kind"] == "edit":
            self.people[change["id"]] = change["person"]
        elif change["kind"] == "fill":
            self.roster = change["roster"]
        else:
            self.roster = {place: helper for place, helper in self.roster.items() if helper != change["id"]}
            if change["kind"] == "assign":
                self.roster[change["place"]] = change["id"]
            else:
                del self.people[change["id"]]


def _somebody(chance: random.Random) -> list[Any]:
    name = f"{chance.choice(['Anna', 'Bo', 'Cilla', 'Åsa'])} {chance.randint(1, 9999)}"
    mails = [f"{name.split()[1]}.{number}@example.org" for number in range(chance.randint(0, 3))]
    return [name, "x" * chance.choice([0, 20, 2000]), mails]


def make(path: Path) -> Database:
    """An empty club with one event of one need."""
    day, noon = date(2027, 6, 12), datetime(2027, 6, 12, 12, 0)  # noqa: DTZ001  a wall-clock time
    club = database.create(path, Club(name="Campaign", time_zone="Europe/Helsinki"), actor="campaign")
    with club.write("make the event") as work:
        events.insert_events(work, [Event(id=EVENT, name="Games", starts_on=day, ends_on=day, time_zone="UTC")])
        events.insert_roles(work, [Role(id=RoleId(1), name="Timekeeper")])
        shift = Shift(id=ShiftId(1), event_id=EVENT, name="Noon", starts=noon, ends=noon.replace(hour=16))
        events.insert_shifts(work, [shift])
        need = Need(id=NEED, shift_id=shift.id, role_id=RoleId(1), min_count=1, max_count=PLACES)
        events.insert_needs(work, [need])
    return club


def state_of(club: Database) -> State:
    """What the file holds, in the model's terms."""
    with club.read() as reader:
        return (
            {person.id: [person.given_name, person.note, list(person.emails)] for person in people.load_people(reader)},
            {assigned.place: assigned.person_id for assigned in _roster(reader)},
        )


def write(club: Database, change: Change, begun: Any) -> None:  # noqa: ANN401  a callable without arguments
    """Make the change on the file, as the services do; `begun` is called inside the transaction."""
    with club.write(change["kind"]) as work:
        begun()
        if change["kind"] in {"undo", "redo"}:
            entry = (change_log.next_undo if change["kind"] == "undo" else change_log.next_redo)(work)
            if entry is not None:  # else the comparison will say so
                undoing.apply_inverse(work, entry)
        elif change["kind"] == "add":
            people.insert_people(work, [_person(person_id, what) for person_id, what in change["people"].items()])
        elif change["kind"] == "edit":
            (known,) = people.load_people(work, [change["id"]])
            people.save_person(work, replace(_person(known.id, change["person"]), version=known.version))
        elif change["kind"] == "fill":
            _assign(work, _roster(work), change["roster"])
        elif change["kind"] == "assign":
            gone = [one for one in _roster(work) if one.person_id == change["id"] or one.place == change["place"]]
            _assign(work, gone, {change["place"]: change["id"]})
        else:
            _remove(work, change["id"])


def _person(person_id: int, what: Sequence[Any]) -> Person:
    return Person(id=PersonId(person_id), given_name=what[0], note=what[1], emails=tuple(what[2]))


def _roster(reader: Reader) -> list[Assignment]:
    return rosters.load_assignments(reader, EVENT)


def _assign(work: UnitOfWork, gone: Sequence[Assignment], roster: dict[int, int]) -> None:
    rosters.delete_assignments(work, gone)
    rosters.insert_assignments(
        work,
        [
            Assignment(id=AssignmentId(new_id()), need_id=NEED, person_id=PersonId(helper), place=place)
            for place, helper in roster.items()
        ],
    )


def _remove(work: UnitOfWork, person_id: int) -> None:
    rosters.delete_assignments(work, [one for one in _roster(work) if one.person_id == person_id])
    mails = work.rows(tables.person_emails.select().where(tables.person_emails.c.person_id == person_id))
    work.delete(tables.person_emails, [row["id"] for row in mails])
    work.delete(tables.people, [person_id])
