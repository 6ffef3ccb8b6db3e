"""An option by what somebody writes for it: its number on ballots, its name, or when it begins."""

from collections.abc import Sequence
from datetime import datetime

from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Option
from clubhub.support.texts import _, some_of

MOST_NAMES = 8


def option_called(options: Sequence[Option], written: str) -> Option:
    """A number goes before a name that looks like one; a time is ISO 8601, the date alone of a whole day.

    Raises NotFound with what there is, Conflict if several are called so.
    """
    wanted = written.strip()
    tests = (
        lambda option: str(option.number) == wanted,
        lambda option: plain_name(option.label) == plain_name(wanted),
        lambda option: option.starts is not None and option.starts == _moment(wanted),
    )
    for test in tests:
        found = [option for option in options if test(option)]
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(str(option.number) for option in found)
            sentence = _("Several options are called “{name}”. Use the number: {numbers}.")
            raise Conflict(sentence.format(name=wanted, numbers=numbers))
    known = some_of([f"{option.number} {option.label}" for option in options], MOST_NAMES)
    sentence = _("The poll has no option “{name}”. Use its number or its name: {known}.")
    raise NotFound(sentence.format(name=wanted, known=known))


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None
