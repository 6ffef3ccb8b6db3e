"""Options of a poll made from times and plain choices, called in the club's words."""

from collections.abc import Iterable, Mapping
from itertools import count

from clubhub.domain.ids import OptionId, PollId, new_id
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import Option
from clubhub.support import dates


def new_options(
    poll_id: PollId,
    slots: Iterable[Span],
    labels: Iterable[str],
    *,
    most: Mapping[Span | str, int],
    language: str,
    first: int = 0,
) -> list[Option]:
    """Slots, then choices, as they are given; `first` is the first one's position."""
    positions = count(first)
    timed = [
        Option(
            id=OptionId(new_id()),
            poll_id=poll_id,
            position=next(positions),
            label=slot_label(slot, language),
            starts=slot[0],
            ends=slot[1],
            most=most.get(slot),
        )
        for slot in slots
    ]
    plain = [
        Option(id=OptionId(new_id()), poll_id=poll_id, position=next(positions), label=label, most=most.get(label))
        for label in labels
    ]
    return timed + plain


def slot_label(slot: Span, language: str) -> str:
    """Like "Sat 12 June 09:00–13:00"."""
    starts, ends = slot
    return f"{dates.short_day(starts.date(), language)} {dates.span(starts, ends, language)}"
