"""A poll's fields by name, as a form that is saved over what was seen wants them."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale

from clubhub.domain.poll_drafts import NeedDraft, PollSettings
from clubhub.domain.polls import Option, PollKind, Shown
from clubhub.services.poll_forms import PollSheet, PollWanted
from clubhub.services.poll_options import OptionWanted
from clubhub.support.texts import _, some_of
from clubhub.viewmodels.keeper import Values
from clubhub.viewmodels.polls.poll_form import NeedNames, kind_names, shown_names
from clubhub.viewmodels.qt_time import to_qt_moment
from clubhub.viewmodels.times_in_words import moment_text

MOST_TOLD = 6


def values_of(sheet: PollSheet) -> Values:
    """A poll's fields by name; `options` is one of them."""
    return {
        "name": sheet.poll.name,
        "kind": sheet.poll.kind,
        "options": tuple(map(_wanted, sheet.options)),
        **settings_values(sheet.settings),
    }


def wanted_of(values: Values) -> PollWanted:
    """What the fields want the poll to be."""
    return PollWanted(name=values["name"], kind=values["kind"], settings=settings_in(values), options=values["options"])


def settings_in(values: Values) -> PollSettings:
    return PollSettings(**{field.name: values[field.name] for field in fields(PollSettings)})


def field_line(name: str, value: Any, names: NeedNames | None) -> str:  # noqa: ANN401  a field's value
    """A field as it stands in the club, in a line."""
    if name == "options":
        told = [option.label or moment_text(option.slot[0]) for option in value if option.label or option.slot]
        return _("Options: {options}").format(options=some_of(told, MOST_TOLD))
    captions = {
        "name": _("Name: {value}"),
        "kind": _("Answered with: {value}"),
        "note": _("Note: {value}"),
        "words": _("Own words: {value}"),
        "audience": _("Who is asked: {value}"),
        "shown": _("What they see of each other: {value}"),
        "needs": _("Who must be able to come: {value}"),
        "closes_at": _("Answers until: {value}"),
    }
    return captions[name].format(value=_value_words(value, names))


def _value_words(value: Any, names: NeedNames | None) -> str:  # noqa: ANN401  a field's value
    if isinstance(value, PollKind):
        return kind_names()[value]
    if isinstance(value, Shown):
        return shown_names()[value]
    if isinstance(value, datetime):
        return QLocale().toString(to_qt_moment(value), QLocale.FormatType.ShortFormat)
    if isinstance(value, tuple):
        return ", ".join(names.words(one) if names and isinstance(one, NeedDraft) else str(one) for one in value)
    return str(value) if value else _("nothing")


def settings_values(settings: PollSettings) -> dict[str, Any]:
    """The fields of settings alone."""
    return {field.name: getattr(settings, field.name) for field in fields(PollSettings)}


def _wanted(option: Option) -> OptionWanted:
    slot = (option.starts, option.ends) if option.starts and option.ends else None
    return OptionWanted(option_id=option.id, slot=slot, label="" if slot else option.label, most=option.most)
