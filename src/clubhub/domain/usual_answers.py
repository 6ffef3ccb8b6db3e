"""What people usually say to times of the week, as a draft of their answer to a poll.

A draft is never counted: it becomes an answer when somebody accepts it. Times are naive wall-clock times.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from clubhub.domain.availability import ShiftCover
from clubhub.domain.errors import InvalidInput
from clubhub.domain.hours_of_day import DAY_MINUTES
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.polls import Mark, Option, UsualAnswer
from clubhub.support.texts import _

_NO_POLL = PollId(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualDraft:
    """A UsualAnswer before it is kept; `starts` and `ends` are minutes after midnight, both None for the whole day."""

    weekday: int
    mark: Mark
    starts: int | None = None
    ends: int | None = None

    @classmethod
    def of(cls, kept: UsualAnswer) -> "UsualDraft":
        return cls(weekday=kept.weekday, mark=kept.mark, starts=kept.starts, ends=kept.ends)


def check_usual(drafts: Sequence[UsualDraft]) -> list[UsualDraft]:
    """Without doubles, by weekday and time. Raises InvalidInput for times that are none."""
    for draft in drafts:
        if (draft.starts is None) != (draft.ends is None):
            raise InvalidInput(_("Say both from when and until when, or leave both empty for the whole day."))
        if draft.starts is not None and not 0 <= draft.starts < (draft.ends or 0) <= DAY_MINUTES:
            raise InvalidInput(_("A usual time must end after it starts, on the same day. Nothing was changed."))
    return sorted(dict.fromkeys(drafts), key=lambda draft: (draft.weekday, draft.starts or 0, draft.ends or 0))


def usual_marks(usual: Sequence[UsualAnswer], options: Iterable[Option]) -> dict[OptionId, Mark]:
    """What these say to a poll's times: no where one of them says no to a part, yes where they cover the whole.

    "If need be" to a part of it makes it all that. Times they say nothing about, and plain choices, are left out.
    """
    found: dict[OptionId, Mark] = {}
    for option in options:
        if option.starts is None or option.ends is None:
            continue
        spans = list(_spans(usual, option.starts, option.ends))
        cover = ShiftCover.of(option.starts, option.ends, [span for span, _mark in spans])
        mark = cover.mark({span.id: said for span, said in spans})
        if mark is not None:
            found[option.id] = mark
    return found


def _spans(usual: Sequence[UsualAnswer], starts: datetime, ends: datetime) -> Iterator[tuple[Option, Mark]]:
    """The times of the week on the days that a slot touches, each like a slot of a poll that was answered."""
    midnight = datetime.combine(starts.date(), datetime.min.time())
    number = 0
    while midnight < ends:
        for one in usual:
            if one.weekday == midnight.weekday():
                number += 1
                yield _span(OptionId(number), midnight, one), one.mark
        midnight += timedelta(days=1)


def _span(span_id: OptionId, midnight: datetime, one: UsualAnswer) -> Option:
    first, last = (0, DAY_MINUTES) if one.starts is None or one.ends is None else (one.starts, one.ends)
    return Option(
        id=span_id,
        poll_id=_NO_POLL,
        position=0,
        label="",
        starts=midnight + timedelta(minutes=first),
        ends=midnight + timedelta(minutes=last),
    )
