"""Sentences about one person for the side of the list, with days in the order of the language."""

from datetime import date, datetime

from PySide6.QtCore import QLocale

from clubhub.domain.breaks import Rule
from clubhub.domain.changes import HistoryEntry
from clubhub.domain.ids import EventId
from clubhub.domain.people import AgeBand
from clubhub.services.person_details import Duty, PersonDetail
from clubhub.support.texts import _, plural
from clubhub.viewmodels.qt_time import to_qt_day, to_qt_moment, to_qt_wall


def about(detail: PersonDetail) -> str:
    """Like "Adult, guardian of two" or "13 to 15, on 2 shifts"."""
    person = detail.person
    minors = sum(other.age_band not in {None, AgeBand.ADULT} for other in detail.family)
    parts = [_("Minor") if person.age_band not in {None, AgeBand.ADULT} else _("Adult")]
    if person.is_guardian:
        parts.append(plural("guardian of {count}", "guardian of {count}", minors) if minors else _("guardian"))
    if detail.duties:
        parts.append(plural("on {count} shift", "on {count} shifts", len(detail.duties)))
    return _(", ").join(parts)


Warned = tuple[str, EventId | None]
"""A sentence, and the event that it is about."""


def warnings(detail: PersonDetail, today: date) -> list[Warned]:
    """What to look at first; a skill that lapses before several shifts is told once, at the first of them.

    One that has lapsed is told where no shift needs it too.
    """
    found: dict[object, Warned] = {}
    for duty in detail.duties:
        for broken in duty.breaks:
            if broken.rule is Rule.SKILL_LAPSED:
                found |= {key: told for key, told in _lapsing(duty, detail).items() if key not in found}
            else:
                found[broken.sentence] = (broken.sentence, duty.event.id)
    for skill in detail.draft.skills:
        if skill.expires_on and skill.expires_on < today:
            sentence = _("{skill} lapsed on {day}.").format(skill=skill.name, day=day_text(skill.expires_on))
            found.setdefault(skill, (sentence, None))
    return list(found.values())


def _lapsing(duty: Duty, detail: PersonDetail) -> dict[object, Warned]:
    """By skill, those that the place needs and that end before it does."""
    needed = {grant for grant in detail.person.skills if grant.skill_id in duty.entry.need.role.skills}
    shift_on = duty.entry.shift.shift.ends.date()
    ends = {grant.expires_on for grant in needed if grant.expires_on and grant.expires_on < shift_on}
    sentence = _("{skill} lapses on {day}, {days} before a shift that needs it.")
    return {
        skill: (
            sentence.format(
                skill=skill.name,
                day=day_text(skill.expires_on),
                days=plural("{count} day", "{count} days", (shift_on - skill.expires_on).days),
            ),
            duty.event.id,
        )
        for skill in detail.draft.skills
        if skill.expires_on in ends and skill.expires_on
    }


def day_text(day: date | None) -> str:
    return QLocale().toString(to_qt_day(day), _("d MMMM yyyy")) if day else ""


def duty_time(duty: Duty, locale: QLocale) -> str:
    """Like "Sat 13 June, 07:30"."""
    return locale.toString(to_qt_wall(duty.entry.shift.shift.starts), _("ddd d MMM, HH:mm"))


def duty_sentence(duty: Duty, locale: QLocale) -> str:
    """For a screen reader."""
    warned = [broken.sentence for broken in duty.breaks]
    return ". ".join([f"{duty.entry.need.role.name}, {duty_time(duty, locale)}, {duty.event.name}", *warned])


def last_change_text(entry: HistoryEntry | None) -> str:
    """Like "Changed by Britta, 28 May 2026"; "" when nothing is known."""
    if entry is None:
        return ""
    day: datetime = entry.made_at
    shown = QLocale().toString(to_qt_moment(day).date(), _("d MMM yyyy"))
    return _("Changed by {who}, {day}").format(who=entry.actor, day=shown)
