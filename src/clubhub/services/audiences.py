"""Who belongs to what, gathered from the club for the audiences of posts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from clubhub.domain.audiences import AudienceKind, Membership, members, parse_audience
from clubhub.domain.availability import newest_answers
from clubhub.domain.errors import ClubHubError
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PersonId, RoleId
from clubhub.domain.people import Person
from clubhub.domain.polls import Poll
from clubhub.services.club_facts import today_of
from clubhub.storage import clubs, events, people, polls, rosters
from clubhub.storage.unit_of_work import Reader

_K = TypeVar("_K")
_Members = dict[str, frozenset[PersonId]]


def load_membership(reader: Reader, event_id: EventId | None = None) -> Membership:
    """Everybody with their groups, skills that hold today, places and missing answers.

    With an event, roles and shifts are that event's alone; else those of all events count, and a shift whose name is in
    several has the event's name after it.
    """
    gathering = _Gathering(reader)
    membership = gathering.of_event(event_id)
    asking_some = [poll for poll in gathering.polls if poll.audience]
    if not asking_some:
        return membership
    silent = {poll.name: gathering.silent_of(poll) for poll in asking_some}
    of_polls = {**membership.of[AudienceKind.SILENT], **silent}
    return replace(membership, of={**membership.of, AudienceKind.SILENT: of_polls})


class _Gathering:
    """Who belongs to what, by event; who is silent among everybody, before polls that ask some alone are looked at."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.polls = polls.load_polls(reader)
        self._listed = people.load_people(reader)
        self._silent = _silent(reader, self.polls, self._listed)
        self._known: dict[EventId | None, Membership] = {}

    def of_event(self, event_id: EventId | None) -> Membership:
        if event_id not in self._known:
            self._known[event_id] = self._gathered(event_id)
        return self._known[event_id]

    def silent_of(self, poll: Poll) -> frozenset[PersonId]:
        """Of those whom the poll asks; nobody if its audience names what is no longer in the club."""
        membership = self.of_event(poll.event_id)
        try:
            asked = members(parse_audience(poll.audience, membership), membership)
        except ClubHubError:
            return frozenset()
        return self._silent[poll.name] & {person.id for person in asked}

    def _gathered(self, event_id: EventId | None) -> Membership:
        reader, listed = self._reader, self._listed
        helpers = _Helpers(reader, event_id)
        return Membership(
            people={person.id: person for person in listed},
            of={
                AudienceKind.GROUP: _groups(reader, listed),
                AudienceKind.SKILL: _skills(reader, listed, today_of(clubs.load_club(reader))),
                AudienceKind.ROLE: helpers.by_role(),
                AudienceKind.EVENT: helpers.by_event(),
                AudienceKind.SHIFT: helpers.by_shift(),
                AudienceKind.SILENT: self._silent,
            },
        )


def _groups(reader: Reader, listed: Iterable[Person]) -> _Members:
    ids: dict[int, set[PersonId]] = defaultdict(set)
    for person in listed:
        for group_id in person.groups:
            ids[group_id].add(person.id)
    return _joined((group.name, ids[group.id]) for group in people.load_groups(reader))


def _skills(reader: Reader, listed: Iterable[Person], today: date) -> _Members:
    ids: dict[int, set[PersonId]] = defaultdict(set)
    for person in listed:
        for grant in person.skills:
            if grant.expires_on is None or grant.expires_on >= today:
                ids[grant.skill_id].add(person.id)
    return _joined((skill.name, ids[skill.id]) for skill in people.load_skills(reader))


def _silent(reader: Reader, listed: Iterable[Poll], asked: Iterable[Person]) -> _Members:
    everybody = frozenset(person.id for person in asked)
    found = []
    for poll in listed:
        newest = newest_answers(polls.load_answers(reader, poll.id))
        found.append((poll.name, everybody - {key for key, answer in newest.items() if answer.says_anything}))
    return _joined(found)


class _Helpers:
    """Who is on a place of which role, shift and event."""

    def __init__(self, reader: Reader, event_id: EventId | None) -> None:
        self._events = events.load_events(reader)
        self._roles: dict[str, set[PersonId]] = {role.name: set() for role in events.load_roles(reader)}
        self._by_event: dict[EventId, set[PersonId]] = {}
        self._by_shift: dict[tuple[str, EventId], set[PersonId]] = {}
        self._names = {event.id: event.name for event in self._events}
        role_names = {role.id: role.name for role in events.load_roles(reader)}
        for event in self._events:
            self._gather(reader, event, role_names, is_chosen=event_id in {None, event.id})

    def by_role(self) -> _Members:
        return _joined(self._roles.items())

    def by_event(self) -> _Members:
        return _joined((event.name, self._by_event[event.id]) for event in self._events)

    def by_shift(self) -> _Members:
        times = Counter(name for name, _event_id in self._by_shift)
        return _joined(
            (name if times[name] == 1 else f"{name} ({self._names[event_id]})", ids)
            for (name, event_id), ids in self._by_shift.items()
        )

    def _gather(self, reader: Reader, event: Event, role_names: Mapping[RoleId, str], *, is_chosen: bool) -> None:
        """Of an event that isn't chosen only its helpers as a whole."""
        needs = {need.id: need for need in events.load_needs(reader, event.id)}
        on_event = self._by_event.setdefault(event.id, set())
        on_shift: dict[int, set[PersonId]] = defaultdict(set)
        for assignment in rosters.load_assignments(reader, event.id):
            need = needs[assignment.need_id]
            on_event.add(assignment.person_id)
            on_shift[need.shift_id].add(assignment.person_id)
            if is_chosen:
                self._roles[role_names[need.role_id]].add(assignment.person_id)
        if is_chosen:
            self._name_shifts(reader, event, on_shift)

    def _name_shifts(self, reader: Reader, event: Event, on_shift: Mapping[int, set[PersonId]]) -> None:
        """By the shift's own name, and by its session's for all of that session."""
        sessions = {session.id: session.name for session in events.load_sessions(reader, event.id)}
        for shift in events.load_shifts(reader, event.id):
            for name in {shift.name, sessions[shift.session_id] if shift.session_id else ""} - {""}:
                self._by_shift.setdefault((name, event.id), set()).update(on_shift.get(shift.id, ()))


def _joined(found: Iterable[tuple[str, Iterable[PersonId]]]) -> _Members:
    """Things of one name count as one."""
    members: dict[str, set[PersonId]] = {}
    for name, ids in found:
        members.setdefault(name, set()).update(ids)
    return {name: frozenset(ids) for name, ids in members.items()}
