"""What an event's poll doesn't ask about: shifts for which nobody can have said yes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from clubhub.domain.availability import ShiftCover
from clubhub.domain.events import Shift
from clubhub.domain.notices import Notice, NoticeKind, Severity
from clubhub.domain.polls import Option
from clubhub.domain.rosters import Roster
from clubhub.support import dates
from clubhub.support.texts import _, language, listed, plural

NAMES_IN_A_SENTENCE = 3


def not_asked_notices(roster: Roster, options: Sequence[Option]) -> Iterator[Notice]:
    """One for each time of shifts that the poll's slots don't cover to the end, in the order of time."""
    of_time: defaultdict[tuple[datetime, datetime], list[Shift]] = defaultdict(list)
    for item in roster.shifts:
        of_time[item.shift.starts, item.shift.ends].append(item.shift)
    for (starts, ends), shifts in of_time.items():
        cover = ShiftCover.of(starts, ends, options)
        if () in cover.pieces:
            yield Notice(
                kind=NoticeKind.NOT_ASKED,
                severity=Severity.WARNING,
                sentence=_sentence(shifts, is_partly_covered=bool(cover.overlapping)),
                event_id=roster.event.id,
                shift_id=shifts[0].id,
            )


def _sentence(shifts: Sequence[Shift], *, is_partly_covered: bool) -> str:
    text = (
        _("{names}, {starts}–{ends}: the poll's columns cover only a part of it, so nobody can be put there.")
        if is_partly_covered
        else _("{names}, {starts}–{ends}: no column of the poll covers it, so nobody can be put there.")
    )
    starts, ends = shifts[0].starts, shifts[0].ends
    return text.format(names=_names(shifts), starts=dates.stamp(starts, language()), ends=f"{ends:%H:%M}")


def _names(shifts: Iterable[Shift]) -> str:
    names = list(dict.fromkeys(shift.name for shift in shifts))
    told = names[:NAMES_IN_A_SENTENCE]
    if more := len(names) - len(told):
        told.append(plural("{count} more", "{count} more", more))
    return listed(told)
