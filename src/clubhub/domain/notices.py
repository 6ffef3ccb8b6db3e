"""What a coordinator should look at in an event's roster, worst first. Nothing here forbids anything.

Those about people, whatever the event, are in people_notices. The sentences name people: show, never log them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from clubhub.domain import wall_time
from clubhub.domain.availability import Availabilities
from clubhub.domain.breaks import Break, Rule, place_words
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.ids import EventId, NeedId, PersonId, ShiftId, SkillId
from clubhub.domain.people import Skill
from clubhub.domain.roster_rules import NO_RULES, rule_breaks
from clubhub.domain.rosters import Roster, RosterEntry, RosterNeed, RosterShift
from clubhub.domain.skill_names import SkillNames
from clubhub.support.texts import _, plural


class NoticeKind(StrEnum):
    OPEN_PLACES = "open places"
    SKIPPED_TIME = "skipped time"
    SKILL_MISSING = "skill missing"
    SKILL_LAPSED = "skill lapsed"
    TOO_YOUNG = "too young"
    BANNED = "banned"
    NOT_SIGNED_UP = "not signed up"
    OVERLAP = "overlap"
    TOO_FAR = "too far"
    SHORT_REST = "short rest"
    OVER_DAY = "over the day's limit"
    OVER_LIMIT = "over the limit"
    KEPT_APART = "kept apart"
    MINOR_ALONE = "minor alone"
    PARTNER_MISSING = "partner missing"
    SAID_NO = "said no"
    SILENT = "silent"
    SKILL_LAPSES_SOON = "skill lapses soon"
    NO_CONTACT = "no contact"
    SAME_NAME = "same name"
    NOT_ANSWERED = "not answered"
    NOT_ASKED = "not asked"
    SKILL_UNHELD = "skill unheld"
    CLOCK_CHANGE = "clock change"
    ESTIMATE = "estimate"


class Severity(StrEnum):
    """A problem is a hole or a plan that can't work, a warning wants a decision, a note wants to be known."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to look at; the ids lead to what it is about, None or empty where it is about no such thing."""

    kind: NoticeKind
    severity: Severity
    sentence: str
    event_id: EventId | None = None
    shift_id: ShiftId | None = None
    need_id: NeedId | None = None
    person_ids: tuple[PersonId, ...] = ()


def worst_first(notices: Iterable[Notice]) -> list[Notice]:
    """By severity, then by kind; within these in the order given."""
    severities, kinds = list(Severity), list(NoticeKind)
    return sorted(notices, key=lambda notice: (severities.index(notice.severity), kinds.index(notice.kind)))


def roster_notices(
    roster: Roster,
    *,
    skills: Mapping[SkillId, Skill],
    availabilities: Availabilities | None = None,
    rules: ClubRules = NO_RULES,
) -> list[Notice]:
    """Holes, broken rules, unheld skills, clock changes and estimates of one event; of one kind in the order of time.

    `availabilities` are those of the event's poll, None if it has none: then nobody is said to be silent.
    """
    return worst_first(
        [
            *_open_place_notices(roster),
            *_rule_notices(roster, skills, availabilities, rules),
            *_unheld_skill_notices(roster, skills),
            *_clock_notices(roster),
            *_estimate_notices(roster),
        ]
    )


def _open_place_notices(roster: Roster) -> Iterator[Notice]:
    for shift in roster.shifts:
        for need in shift.needs:
            open_places = sum(place.is_open for place in need.places)
            if open_places:
                yield _open_notice(roster, shift, need, open_places)


def _open_notice(roster: Roster, shift: RosterShift, need: RosterNeed, open_places: int) -> Notice:
    words = place_words(RosterEntry(shift=shift, need=need, place=need.places[0]))
    count = plural("{count} place is open", "{count} places are open", open_places)
    return Notice(
        kind=NoticeKind.OPEN_PLACES,
        severity=Severity.PROBLEM,
        sentence=_("{places}: {place}.").format(places=count, place=words),
        event_id=roster.event.id,
        shift_id=shift.shift.id,
        need_id=need.need.id,
    )


def _rule_notices(
    roster: Roster, skills: Mapping[SkillId, Skill], availabilities: Availabilities | None, rules: ClubRules
) -> Iterator[Notice]:
    """What is about two places is told once, at the later of the two; what is about two people, once for both."""
    earlier: defaultdict[PersonId, list[RosterEntry]] = defaultdict(list)
    pairs: set[str] = set()
    for entry in roster.entries():
        person = entry.place.person
        if person is None:
            continue
        shift = entry.shift.shift
        mark = availabilities.during(shift.starts, shift.ends).get(person.id) if availabilities else None
        for found in rule_breaks(
            person,
            entry,
            skills=skills,
            others=earlier[person.id],
            roster=roster,
            rules=rules,
            mark=mark,
            was_asked=availabilities is not None,
        ):
            if found.rule is not Rule.KEPT_APART or found.sentence not in pairs:
                yield _rule_notice(roster, entry, person.id, found)
            if found.rule is Rule.KEPT_APART:
                pairs.add(found.sentence)
        earlier[person.id].append(entry)


def _rule_notice(roster: Roster, entry: RosterEntry, person_id: PersonId, found: Break) -> Notice:
    """A rule that the coordinator has set aside stays as a note, with the reason; without one it is not set aside."""
    override = (entry.place.assignment.override if entry.place.assignment else "") or found.set_aside
    severity = Severity.PROBLEM if found.rule is Rule.OVERLAP else Severity.WARNING
    return Notice(
        kind=NoticeKind(found.rule.value),
        severity=Severity.NOTE if override else severity,
        sentence=_("{sentence} Set aside: {reason}").format(sentence=found.sentence, reason=override)
        if override
        else found.sentence,
        event_id=roster.event.id,
        shift_id=entry.shift.shift.id,
        need_id=entry.need.need.id,
        person_ids=(person_id,),
    )


def _unheld_skill_notices(roster: Roster, skills: Mapping[SkillId, Skill]) -> Iterator[Notice]:
    """Roles that want a skill which the club doesn't have: each is told once, by the likeliest name."""
    names = SkillNames(skills.values())
    roles = {need.role.id: need.role for shift in roster.shifts for need in shift.needs}
    for role in roles.values():
        if role.wanted_skills and names.first(role.wanted_skills) is None:
            sentence = _("{role}: nobody in the club holds {skill}, so anybody may be put there.")
            yield Notice(
                kind=NoticeKind.SKILL_UNHELD,
                severity=Severity.NOTE,
                sentence=sentence.format(role=role.name, skill=role.wanted_skills[0]),
                event_id=roster.event.id,
            )


def _clock_notices(roster: Roster) -> Iterator[Notice]:
    zone = roster.event.time_zone
    for item in roster.shifts:
        shift = item.shift
        skipped = wall_time.skipped_time_problem(shift.name, shift.starts, shift.ends, zone)
        note = skipped or wall_time.clock_change_note(shift.name, shift.starts, shift.ends, zone)
        if note:
            yield Notice(
                kind=NoticeKind.SKIPPED_TIME if skipped else NoticeKind.CLOCK_CHANGE,
                severity=Severity.PROBLEM if skipped else Severity.NOTE,
                sentence=note,
                event_id=roster.event.id,
                shift_id=shift.id,
            )


def _estimate_notices(roster: Roster) -> Iterator[Notice]:
    for estimate in roster.event.estimates:
        sentence = _("{event}: {estimate}").format(event=roster.event.name, estimate=estimate)
        yield Notice(kind=NoticeKind.ESTIMATE, severity=Severity.NOTE, sentence=sentence, event_id=roster.event.id)
