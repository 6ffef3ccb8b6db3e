"""A poll of five slots on three days, and what a text says about them as letters: Y, M, N, - for silence."""

from datetime import datetime, timedelta

from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.formats.replies.reading import ReplyReader
from clubhub.support import dates

LETTERS = {Mark.YES: "Y", Mark.IF_NEED_BE: "M", Mark.NO: "N", None: "-"}
STARTS = ("2026-06-08 17:00", "2026-06-08 18:30", "2026-06-08 20:00", "2026-06-09 17:00", "2026-06-10 17:00")


def poll(**changes) -> Poll:
    return Poll(**{"id": PollId(1), "name": "When can you come?", "code": "K7Q4", "secret": "ab" * 16, **changes})


def slots() -> tuple[Option, ...]:
    made = []
    for position, text in enumerate(STARTS):
        starts = datetime.fromisoformat(text)
        ends = starts + timedelta(minutes=90)
        label = f"{dates.short_day(starts.date(), 'en')} {dates.span(starts, ends, 'en')}"
        made.append(
            Option(
                id=OptionId(10 + position), poll_id=PollId(1), position=position, label=label, starts=starts, ends=ends
            )
        )
    return tuple(made)


def choices(*labels: str) -> tuple[Option, ...]:
    return tuple(
        Option(id=OptionId(10 + position), poll_id=PollId(1), position=position, label=label)
        for position, label in enumerate(labels)
    )


def reader(*, kind: PollKind = PollKind.MARKS, options=None, words=(), language="en", **more) -> ReplyReader:
    return ReplyReader(poll(kind=kind, words=words), slots() if options is None else options, language, **more)


def letters(read, options=None) -> str:
    return "".join(LETTERS[read.marks.get(option.id)] for option in (options or slots()))
