"""The rules for one person on one place, as sentences: a coordinator may set each aside, so nothing is refused here.

Filling a roster keeps the same rules as conditions (clubhub.rostering).
The sentences name people: show them, never log them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from clubhub.domain.ids import SkillId
from clubhub.domain.people import Person, Skill, SkillGrant
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import RosterEntry
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
    """One rule that a person on a place breaks; `sentence` says what it is."""

    rule: Rule
    sentence: str


def rule_breaks(
    person: Person,
    entry: RosterEntry,
    *,
    skills: Mapping[SkillId, Skill],
    others: Iterable[RosterEntry] = (),
    mark: Mark | None = None,
    was_asked: bool = True,
) -> list[Break]:
    """What speaks against this person on this place, worst first; an empty list if nothing does.

    `others` are places that the person has besides, in events of the same zone. `mark` is what they said about the time
    of the shift (None: silence); it counts only if there was a poll to answer (`was_asked`).
    """
    return [
        *_skill_breaks(person, entry, skills),
        *_age_breaks(person, entry),
        *_overlap_breaks(person, entry, others),
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
    return _("{role} ({name}, {starts}–{ends})").format(
        role=entry.need.role.name,
        name=(session.name if session else "") or shift.name,
        starts=f"{shift.starts:%Y-%m-%d %H:%M}",
        ends=f"{shift.ends:%H:%M}",
    )


def _skill_breaks(person: Person, entry: RosterEntry, skills: Mapping[SkillId, Skill]) -> list[Break]:
    breaks = []
    for skill_id in entry.need.role.skills:
        grant = longest_grant(person, skill_id)
        words = {"name": person.name, "skill": skills[skill_id].name, "place": place_words(entry)}
        if grant is None:
            sentence = _("{name} doesn't hold the skill {skill}, which {place} needs.").format(**words)
            breaks.append(Break(rule=Rule.SKILL_MISSING, sentence=sentence))
        elif not is_valid_until(grant, entry.shift.shift.ends):
            sentence = _("The skill {skill} of {name} lapses on {day}, before the end of {place}.").format(
                day=f"{grant.expires_on:%Y-%m-%d}", **words
            )
            breaks.append(Break(rule=Rule.SKILL_LAPSED, sentence=sentence))
    return breaks


def _age_breaks(person: Person, entry: RosterEntry) -> list[Break]:
    minimum = entry.need.role.minimum_age
    if minimum is None or person.age_band is None or person.age_band.lowest_age >= minimum.lowest_age:
        return []
    sentence = _("{name} is younger than {age}, the minimum age for {place}.").format(
        name=person.name, age=minimum.lowest_age, place=place_words(entry)
    )
    return [Break(rule=Rule.TOO_YOUNG, sentence=sentence)]


def _overlap_breaks(person: Person, entry: RosterEntry, others: Iterable[RosterEntry]) -> list[Break]:
    shift = entry.shift.shift
    return [
        Break(
            rule=Rule.OVERLAP,
            sentence=_("{name} is on two places at the same time: {one} and {other}.").format(
                name=person.name, one=place_words(other), other=place_words(entry)
            ),
        )
        for other in others
        if other.shift.shift.starts < shift.ends and shift.starts < other.shift.shift.ends
    ]


def _answer_breaks(person: Person, entry: RosterEntry, mark: Mark | None) -> list[Break]:
    words = {"name": person.name, "place": place_words(entry)}
    if mark is Mark.NO:
        return [Break(rule=Rule.SAID_NO, sentence=_("{name} said no to the time of {place}.").format(**words))]
    if mark is None:
        sentence = _("{name} has not said yes to all of the time of {place}.").format(**words)
        return [Break(rule=Rule.SILENT, sentence=sentence)]
    return []
