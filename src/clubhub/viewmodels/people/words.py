"""Sentences about one person for the side of the list, with days in the order of the language."""

from datetime import date, datetime

from PySide6.QtCore import QLocale

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.ids import EventId
from clubhub.domain.people import AgeBand
from clubhub.domain.roster_rules import Rule
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


def warnings(detail: PersonDetail, today: date) -> list[tuple[str, EventId | None]]:
    """What to look at first, with the event that it is about; a lapsed skill that no shift needs is only told.

    A skill that lapses before several shifts is told once.
    """
    found = [_warning(duty, broken.rule, broken.sentence, detail) for duty in detail.duties for broken in duty.breaks]
    needed = {(sentence, event_id) for sentence, event_id in found}
    told = list(dict.fromkeys(found))
    if not needed:
        told += [
            (_("{skill} lapsed on {day}.").format(skill=skill.name, day=day_text(skill.expires_on)), None)
            for skill in detail.draft.skills
            if skill.expires_on and skill.expires_on < today
        ]
    return told


def _warning(duty: Duty, rule: Rule, sentence: str, detail: PersonDetail) -> tuple[str, EventId | None]:
    if rule is not Rule.SKILL_LAPSED:
        return sentence, duty.event.id
    needed = set(duty.entry.need.role.skills)
    held = [grant.expires_on for grant in detail.person.skills if grant.skill_id in needed and grant.expires_on]
    lapses_on, shift_on = min(held), duty.entry.shift.shift.ends.date()
    days = (shift_on - lapses_on).days
    names = {skill.name for skill in detail.draft.skills if skill.expires_on == lapses_on}
    words = _("{skill} lapses on {day}, {days} before a shift that needs it.")
    return words.format(
        skill=min(names), day=day_text(lapses_on), days=plural("{count} day", "{count} days", days)
    ), duty.event.id


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
