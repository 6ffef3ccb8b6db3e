"""The rules for one person on one place, as sentences: a coordinator may set each aside, so nothing is refused here.

Filling a roster keeps the same rules as conditions (clubhub.rostering).
The sentences name people: show them, never log them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from clubhub.domain.breaks import Break, Rule, place_words
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.company_rules import apart_breaks, minor_breaks, together_breaks
from clubhub.domain.ids import SkillId
from clubhub.domain.people import Person, Skill, SkillGrant
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.domain.time_rules import double_bookings, gap_breaks, limit_breaks, overlap_breaks
from clubhub.support import dates
from clubhub.support.texts import _, language

NO_RULES = ClubRules()


def rule_breaks(
    person: Person,
    entry: RosterEntry,
    *,
    skills: Mapping[SkillId, Skill],
    others: Iterable[RosterEntry] = (),
    roster: Roster | None = None,
    rules: ClubRules = NO_RULES,
    mark: Mark | None = None,
    was_asked: bool = True,
) -> list[Break]:
    """What speaks against this person on this place, worst first; an empty list if nothing does.

    `others` are places that the person has besides in the event; those in other events, and what the club says on rest
    and minors, are found in the event's `roster`. `mark` is what they said about the time of the shift (None: silence);
    it counts only if there was a poll to answer (`was_asked`).
    """
    besides = list(others)
    return [
        *_skill_breaks(person, entry, skills),
        *_age_breaks(person, entry),
        *_ban_breaks(person, entry, rules),
        *_sign_up_breaks(person, entry),
        *_time_breaks(person, entry, besides, roster, rules),
        *_company_breaks(person, entry, roster, rules),
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


def _skill_breaks(person: Person, entry: RosterEntry, skills: Mapping[SkillId, Skill]) -> list[Break]:
    breaks = []
    for skill_id in entry.need.role.skills:
        grant = longest_grant(person, skill_id)
        words = {"name": person.name, "skill": skills[skill_id].name, "place": place_words(entry)}
        if grant is None:
            sentence = _("{name} doesn't hold the skill {skill}, which {place} needs.").format(**words)
            breaks.append(Break(rule=Rule.SKILL_MISSING, sentence=sentence, subject=words["skill"]))
        elif grant.expires_on is not None and not is_valid_until(grant, entry.shift.shift.ends):
            sentence = _("The skill {skill} of {name} lapses on {day}, before the end of {place}.").format(
                day=dates.day_and_year(grant.expires_on, language()), **words
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


def _ban_breaks(person: Person, entry: RosterEntry, rules: ClubRules) -> list[Break]:
    ban = rules.ban(person.id, entry.need.need.id)
    if ban is None:
        return []
    sentence = _("{name} is not to be on {place}: {note}") if ban.note else _("{name} is not to be on {place}.")
    words = sentence.format(name=person.name, place=place_words(entry), note=ban.note)
    return [Break(rule=Rule.BANNED, sentence=words, subject=ban.note)]


def _sign_up_breaks(person: Person, entry: RosterEntry) -> list[Break]:
    role = entry.need.role
    if not role.is_opt_in or role.id in person.signed_up:
        return []
    sentence = _("{place} is only for those who have signed up for it, and {name} has not.")
    words = sentence.format(name=person.name, place=place_words(entry))
    return [Break(rule=Rule.NOT_SIGNED_UP, sentence=words, subject=role.name)]


def _time_breaks(
    person: Person, entry: RosterEntry, others: Sequence[RosterEntry], roster: Roster | None, rules: ClubRules
) -> Iterator[Break]:
    yield from overlap_breaks(person, entry, others)
    if roster:
        yield from double_bookings(person, entry, roster)
        yield from gap_breaks(person, entry, others, roster, rules)
        yield from limit_breaks(person, entry, others, roster)


def _company_breaks(person: Person, entry: RosterEntry, roster: Roster | None, rules: ClubRules) -> Iterator[Break]:
    yield from apart_breaks(person, entry, rules)
    if roster and roster.club.minors_need_adult:
        yield from minor_breaks(person, entry)
    yield from together_breaks(person, entry, rules)


def _answer_breaks(person: Person, entry: RosterEntry, mark: Mark | None) -> list[Break]:
    words = {"name": person.name, "place": place_words(entry)}
    if mark is Mark.NO:
        return [Break(rule=Rule.SAID_NO, sentence=_("{name} said no to the time of {place}.").format(**words))]
    if mark is None:
        sentence = _("{name} has not said yes to all of the time of {place}.").format(**words)
        return [Break(rule=Rule.SILENT, sentence=sentence)]
    return []
