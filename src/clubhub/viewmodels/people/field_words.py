"""A person's fields in words: what each is called, and what stands in it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale

from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import SkillDraft
from clubhub.support.texts import _, listed
from clubhub.viewmodels.hours_in_fields import field_text
from clubhub.viewmodels.people.rows import channel_name
from clubhub.viewmodels.qt_time import to_qt_day


def field_line(name: str, value: Any) -> str:  # noqa: ANN401  any field of PersonDraft
    """Like "Phone: 040 1234567"."""
    return _("{field}: {value}").format(field=field_names()[name], value=_value_words(value) or _("empty"))


def not_kept_sentence(name: str, values: Mapping[str, Any], reason: str = "") -> str:
    """What couldn't be kept of a person who is left, with the texts themselves: their fields show somebody else now."""
    texts = [words for value in values.values() if (words := _value_words(value))]
    words = _("What you changed for {name} is not in the club: “{text}”. {reason}")
    return words.format(name=name, text=_(", ").join(texts), reason=reason).strip()


def field_names() -> dict[str, str]:
    """Keyed as in PersonDraft."""
    return {
        "given_name": _("Given name"),
        "family_name": _("Family name"),
        "emails": _("Mail"),
        "phones": _("Phone"),
        "preferred_channel": _("Preferred"),
        "age_band": _("Age"),
        "household": _("Household"),
        "is_guardian": _("Guardian of the household's minors"),
        "groups": _("Groups"),
        "skills": _("Skills"),
        "note": _("Note"),
        "max_minutes": _("Most hours an event"),
        "max_minutes_day": _("Most hours a day"),
        "min_rest": _("Hours of rest"),
        "signed_up": _("Signed up for"),
        "likes": _("Likes to do"),
        "dislikes": _("Rather not"),
    }


def age_names() -> dict[str, str]:
    """The age bands in words."""
    return {
        AgeBand.UNDER_13: _("Under 13"),
        AgeBand.FROM_13: _("13 to 15"),
        AgeBand.FROM_16: _("16 or 17"),
        AgeBand.ADULT: _("Adult"),
    }


def _value_words(value: Any) -> str:  # noqa: ANN401  any field of PersonDraft
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return field_text(value)
    if isinstance(value, Channel):
        return channel_name(value)
    if isinstance(value, AgeBand):
        return age_names()[value]
    if isinstance(value, tuple):
        return listed([_skill_words(one) if isinstance(one, SkillDraft) else str(one) for one in value])
    return str(value or "")


def _skill_words(skill: SkillDraft) -> str:
    if skill.expires_on is None:
        return skill.name
    day = QLocale().toString(to_qt_day(skill.expires_on), QLocale.FormatType.ShortFormat)
    return _("{skill} to {day}").format(skill=skill.name, day=day)
