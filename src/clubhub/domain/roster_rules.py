"""The rules for one person on one place, as sentences: a coordinator may set each aside, so nothing is refused here.

Filling a roster keeps the same rules as conditions (clubhub.rostering).
The sentences name people: show them, never log them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from clubhub.domain.engagements import Engagement
from clubhub.domain.ids import SkillId
from clubhub.domain.people import Person, Skill, SkillGrant
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.domain.wall_time import to_utc
from clubhub.support.texts import _


class Rule(StrEnum):
    SKILL_MISSING = "skill missing"
    SKILL_LAPSED = "skill lapsed"
    TOO_YOUNG = "too young"
    OVERLAP = "overlap"
    SAID_NO = "said no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One rule that a person on a place breaks; `sentence` says what it is.

    `subject` is what it is about, for a few words on a chip: the skill, the minimum age, the other role; else "".
    `set_aside` is the reason that was kept with the other place of an overlap.
    """

    rule: Rule
    sentence: str
    subject: str = ""
    set_aside: str = ""


def rule_breaks(
    person: Person,
    entry: RosterEntry,
    *,
    skills: Mapping[SkillId, Skill],
    others: Iterable[RosterEntry] = (),
    roster: Roster | None = None,
    mark: Mark | None = None,
    was_asked: bool = True,
) -> list[Break]:
    """What speaks against this person on this place, worst first; an empty list if nothing does.

    `others` are places that the person has besides in the event; those in other events are found in the event's
    `roster`. `mark` is what they said about the time of the shift (None: silence); it counts only if there was a poll
    to answer (`was_asked`).
    """
    return [
        *_skill_breaks(person, entry, skills),
        *_age_breaks(person, entry),
        *_overlap_breaks(person, entry, others),
        *(_double_bookings(person, entry, roster) if roster else ()),
        *(_answer_breaks(person, entry, mark) if was_asked else ()),
    ]


def is_valid_until(grant: SkillGrant, ends: datetime) -> bool:
    """True if the skill is held to that wall-clock time; its last day counts in full, to midnight."""
    if grant.expires_on is None:
        return True
    return ends <= datetime.combine(grant.expires_on, time.min) + timedelta(days=1)


def longest_grant(person: Person, skill_id: SkillId) -> SkillGrant | None:
    """Of several grants of a skill (an old certificate and its renewal) the one that lasts longest."""
    grants = [grant for grant in person.skills if grant.skill_id == skill_id]
    return max(grants, key=lambda grant: grant.expires_on or date.max, default=None)


def place_words(entry: RosterEntry) -> str:
    """Like "Timekeeper (Saturday morning, 2027-06-12 08:30–11:45)"."""
    shift = entry.shift.shift
    session = entry.shift.session
    return _words(entry.need.role.name, (session.name if session else "") or shift.name, shift.starts, shift.ends)


@lru_cache(maxsize=1024)
def _words(role: str, name: str, starts: datetime, ends: datetime) -> str:
    return _("{role} ({name}, {starts}–{ends})").format(
        role=role, name=name, starts=f"{starts:%Y-%m-%d %H:%M}", ends=f"{ends:%H:%M}"
    )


def _skill_breaks(person: Person, entry: RosterEntry, skills: Mapping[SkillId, Skill]) -> list[Break]:
    breaks = []
    for skill_id in entry.need.role.skills:
        grant = longest_grant(person, skill_id)
        words = {"name": person.name, "skill": skills[skill_id].name, "place": place_words(entry)}
        if grant is None:
            sentence = _("{name} doesn't hold the skill {skill}, which {place} needs.").format(**words)
            breaks.append(Break(rule=Rule.SKILL_MISSING, sentence=sentence, subject=words["skill"]))
        elif not is_valid_until(grant, entry.shift.shift.ends):
            sentence = _("The skill {skill} of {name} lapses on {day}, before the end of {place}.").format(
                day=f"{grant.expires_on:%Y-%m-%d}", **words
            )
            breaks.append(Break(rule=Rule.SKILL_LAPSED, sentence=sentence, subject=words["skill"]))
    return breaks


def _age_breaks(person: Person, entry: RosterEntry) -> list[Break]:
    minimum = entry.need.role.minimum_age
    if minimum is None or person.age_band is None or person.age_band.lowest_age >= minimum.lowest_age:
        return []
    sentence = _("{name} is younger than {age}, the minimum age for {place}.").format(
        name=person.name, age=minimum.lowest_age, place=place_words(entry)
    )
    return [Break(rule=Rule.TOO_YOUNG, sentence=sentence, subject=str(minimum.lowest_age))]


def _overlap_breaks(person: Person, entry: RosterEntry, others: Iterable[RosterEntry]) -> list[Break]:
    shift = entry.shift.shift
    return [
        Break(
            rule=Rule.OVERLAP,
            sentence=_("{name} is on two places at the same time: {one} and {other}.").format(
                name=person.name, one=place_words(other), other=place_words(entry)
            ),
            subject=other.need.role.name,
            set_aside=other.place.assignment.override if other.place.assignment else "",
        )
        for other in others
        if other.shift.shift.starts < shift.ends and shift.starts < other.shift.shift.ends
    ]


def _double_bookings(person: Person, entry: RosterEntry, roster: Roster) -> Iterator[Break]:
    """The same sentence from both events, since a list of all events tells it once."""
    shift, zone = entry.shift.shift, roster.event.time_zone
    for other in roster.elsewhere.get(person.id, ()):
        if other.is_during(shift.starts, shift.ends, zone):
            here = (to_utc(shift.starts, zone), roster.event.name, place_words(entry))
            there = (to_utc(other.starts, other.time_zone), other.event_name, _engagement_words(other))
            one, two = (
                _("{place} of {event}").format(place=place, event=event) for _at, event, place in sorted((here, there))
            )
            sentence = _("{name} is on two places at the same time: {one} and {other}.")
            yield Break(
                rule=Rule.OVERLAP,
                sentence=sentence.format(name=person.name, one=one, other=two),
                subject=other.role_name,
                set_aside=other.override,
            )


def _engagement_words(engagement: Engagement) -> str:
    return _words(engagement.role_name, engagement.shift_name, engagement.starts, engagement.ends)


def _answer_breaks(person: Person, entry: RosterEntry, mark: Mark | None) -> list[Break]:
    words = {"name": person.name, "place": place_words(entry)}
    if mark is Mark.NO:
        return [Break(rule=Rule.SAID_NO, sentence=_("{name} said no to the time of {place}.").format(**words))]
    if mark is None:
        sentence = _("{name} has not said yes to all of the time of {place}.").format(**words)
        return [Break(rule=Rule.SILENT, sentence=sentence)]
    return []
