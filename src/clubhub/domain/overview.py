"""What a coordinator sees first: what needs somebody now, the next event, what comes soon."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clubhub.domain.breaks import Rule
from clubhub.domain.coverage import Coverage, coverage_by_day, coverage_of
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PollId
from clubhub.domain.notices import Notice, NoticeKind
from clubhub.domain.rosters import Roster
from clubhub.support.texts import _, listed, plural


class TaskKind(StrEnum):
    """In the order of urgency."""

    BRING_IN_PEOPLE = "bring in people"
    BRING_IN_EVENT = "bring in event"
    CANCELLATIONS = "cancellations"
    OPEN_PLACES = "open places"
    BROKEN_RULES = "broken rules"
    SKILLS_LAPSE = "skills lapse"
    MOVED_UP = "moved up"
    POLL_CLOSES = "poll closes"
    POLL_TO_DECIDE = "poll to decide"
    ASK_FOR_ANSWERS = "ask for answers"
    NOT_ANSWERED = "not answered"
    NOT_PUBLISHED = "not published"
    NO_CONTACT = "no contact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, with its ids; what the button says and where it leads is the screen's."""

    kind: TaskKind
    headline: str
    detail: str
    event_id: EventId | None = None
    poll_id: PollId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOverview:
    """`days` are in order, each with its own coverage."""

    event: Event
    coverage: Coverage
    days: tuple[tuple[date, Coverage], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`now` is wall-clock time where the club is. `tasks` are the most urgent first.

    `soon` are the events after `next_event`, the earliest first.
    """

    now: datetime
    tasks: tuple[Task, ...]
    next_event: EventOverview | None
    soon: tuple[EventOverview, ...]


def event_overview(roster: Roster) -> EventOverview:
    return EventOverview(event=roster.event, coverage=coverage_of(roster), days=coverage_by_day(roster))


def event_tasks(roster: Roster, notices: Sequence[Notice], poll_id: PollId | None) -> list[Task]:
    """What one coming event wants, in no particular order."""
    found = [
        _cancellations(roster, notices),
        _open_places(roster),
        _broken_rules(roster, notices),
        _lapsing(roster, notices),
        _asking(roster, notices, poll_id),
        _publishing(roster),
    ]
    return [task for task in found if task is not None]


def first_steps(*, people: int, events: int) -> list[Task]:
    """What an empty club begins with."""
    steps = []
    if not people:
        steps.append(
            Task(
                kind=TaskKind.BRING_IN_PEOPLE,
                headline=_("Bring in the people"),
                detail=_("From the spreadsheet that the club already has: CSV, Excel or LibreOffice."),
            )
        )
    if not events:
        steps.append(
            Task(
                kind=TaskKind.BRING_IN_EVENT,
                headline=_("Bring in a meet or a schedule"),
                detail=_("A Lenex file becomes shifts with roles and numbers; or make an event by hand."),
            )
        )
    return steps


def unreachable_task(notices: Iterable[Notice]) -> Task | None:
    people = {person for notice in notices if notice.kind is NoticeKind.NO_CONTACT for person in notice.person_ids}
    if not people:
        return None
    headline = plural("{count} person can't be reached", "{count} people can't be reached", len(people))
    return Task(
        kind=TaskKind.NO_CONTACT, headline=headline, detail=_("There is neither a mail address nor a phone number.")
    )


def most_urgent_first(tasks: Iterable[Task]) -> tuple[Task, ...]:
    kinds = list(TaskKind)
    return tuple(sorted(tasks, key=lambda task: kinds.index(task.kind)))


def _open_places(roster: Roster) -> Task | None:
    by_role = Counter(entry.need.role.name for entry in roster.entries() if entry.place.is_open)
    if not by_role:
        return None
    roles = [f"{role} {count}" for role, count in by_role.most_common(4)]
    if len(by_role) > len(roles):
        roles.append(plural("{count} more role", "{count} more roles", len(by_role) - len(roles)))
    return Task(
        kind=TaskKind.OPEN_PLACES,
        headline=plural("{count} place is open", "{count} places are open", by_role.total()),
        detail=_("{event}: {roles}").format(event=roster.event.name, roles=listed(roles)),
        event_id=roster.event.id,
    )


_RULES = frozenset(NoticeKind(rule.value) for rule in Rule if rule is not Rule.SILENT)


_CANCELLING = frozenset((NoticeKind.SAID_NO, NoticeKind.SKILL_LAPSED, NoticeKind.SKILL_MISSING))


def _cancellations(roster: Roster, notices: Sequence[Notice]) -> Task | None:
    """People who were told of their places and can't come any more."""
    if roster.publication is None:
        return None
    found = [notice for notice in notices if notice.kind in _CANCELLING and notice.severity != "note"]
    people = {person for notice in found for person in notice.person_ids}
    if not people:
        return None
    return Task(
        kind=TaskKind.CANCELLATIONS,
        headline=plural(
            "{count} person on the roster can't come any more", "{count} people on the roster can't come any more",
            len(people),
        ),
        detail=found[0].sentence,
        event_id=roster.event.id,
    )  # fmt: skip


def _broken_rules(roster: Roster, notices: Sequence[Notice]) -> Task | None:
    kinds = _RULES - _CANCELLING if roster.publication else _RULES
    broken = [notice for notice in notices if notice.kind in kinds and notice.severity != "note"]
    if not broken:
        return None
    return Task(
        kind=TaskKind.BROKEN_RULES,
        headline=plural("{count} place breaks a rule", "{count} places break a rule", len(broken)),
        detail=broken[0].sentence,
        event_id=roster.event.id,
    )


def _lapsing(roster: Roster, notices: Sequence[Notice]) -> Task | None:
    lapsing = [notice for notice in notices if notice.kind is NoticeKind.SKILL_LAPSES_SOON]
    if not lapsing:
        return None
    return Task(
        kind=TaskKind.SKILLS_LAPSE,
        headline=plural("{count} skill lapses before a shift", "{count} skills lapse before a shift", len(lapsing)),
        detail=lapsing[0].sentence,
        event_id=roster.event.id,
    )


def _asking(roster: Roster, notices: Sequence[Notice], poll_id: PollId | None) -> Task | None:
    if poll_id is None:
        return Task(
            kind=TaskKind.ASK_FOR_ANSWERS,
            headline=_("Nobody was asked yet"),
            detail=_("{event}: ask when people can come, then the roster fills itself").format(event=roster.event.name),
            event_id=roster.event.id,
        )
    silent = next((notice for notice in notices if notice.kind is NoticeKind.NOT_ANSWERED), None)
    if silent is None:
        return None
    return Task(
        kind=TaskKind.NOT_ANSWERED,
        headline=plural("{count} person has not answered", "{count} people have not answered", len(silent.person_ids)),
        detail=silent.sentence,
        event_id=roster.event.id,
        poll_id=poll_id,
    )


def _publishing(roster: Roster) -> Task | None:
    if not roster.is_draft or not roster.people():
        return None
    version = roster.publication.number if roster.publication else 0
    headline = _("Changes are not published") if version else _("The roster is not published")
    detail = (
        _("{event}: version {version} is what people have").format(event=roster.event.name, version=version)
        if version
        else _("{event}: nobody has been told yet").format(event=roster.event.name)
    )
    return Task(kind=TaskKind.NOT_PUBLISHED, headline=headline, detail=detail, event_id=roster.event.id)
