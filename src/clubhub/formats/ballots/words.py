"""How a poll and its options are called on ballots: one wording for text, page and paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.polls import Mark, Option, PollKind
from clubhub.formats.plain_text import one_line
from clubhub.support import dates
from clubhub.support.texts import _, plural

_WITH_ROOM = frozenset({PollKind.MARKS, PollKind.ONE, PollKind.SEVERAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionGroup:
    """The options of one day under its name, or plain choices under none, in the order of the poll."""

    day: date | None
    options: tuple[Option, ...]


def option_groups(options: Iterable[Option]) -> list[OptionGroup]:
    """Whole days stand beside each other without a heading: each is its own."""
    return [OptionGroup(day=day, options=tuple(part)) for day, part in groupby(options, _day)]


def option_words(option: Option, language: str) -> str:
    """What an option is called below the heading of its group: a time of day, a day, or the choice itself."""
    if option.starts is None or option.ends is None:
        return one_line(option.label)
    if option.is_whole_day:
        return dates.day_name(option.starts.date(), language)
    return dates.span(option.starts, option.ends, language)


def option_name(option: Option, language: str) -> str:
    """What it is called where it stands alone, like "Mon 8 June 17:00–18:30"."""
    if option.starts is None or option.ends is None:
        return one_line(option.label)
    day = dates.short_day(option.starts.date(), language)
    return day if option.is_whole_day else f"{day} {dates.span(option.starts, option.ends, language)}"


def poll_line(code: str) -> str:
    """The line that says of which poll a text is, and not whose."""
    return _("Poll {code}").format(code=code)


def mark_words(asked: AskedPoll) -> list[str]:
    """The words for yes, if need be and no, in this order."""
    return [one_line(asked.poll.word(mark)) for mark in Mark]


def closes_words(asked: AskedPoll) -> str:
    """Like "Answer by Thursday 4 June.", with the time unless the day is over then; "" without an end."""
    return _("Answer by {when}.").format(when=closing(asked)) if asked.closes else ""


def closing(asked: AskedPoll) -> str:
    """Like "Thursday 4 June" or "Thursday 4 June 18:00"; "" without an end."""
    if asked.closes is None:
        return ""
    day = dates.day_name(asked.closes.date(), asked.language)
    is_end_of_day = (asked.closes.hour, asked.closes.minute) >= (23, 55)
    return day if is_end_of_day else f"{day} {dates.clock(asked.closes)}"


def how_to_reply(asked: AskedPoll) -> str:
    """What to write back, with an example of numbers that are on the ballot."""
    yes, if_need_be, _no = mark_words(asked)
    sentence = {
        PollKind.MARKS: _("Reply with the numbers you can, for example {example}  (? = if need be)"),
        PollKind.ONE: _("Reply with the number you choose, like: {example}"),
        PollKind.SEVERAL: _("Reply with the numbers you choose, like: {example}"),
        PollKind.RANKED: _("Reply with the numbers, the one you like best first: {example}"),
        PollKind.NUMBER: _("Reply with a number."),
        PollKind.TEXT: _("Reply with your answer."),
    }[asked.poll.kind]
    if asked.poll.kind == PollKind.MARKS and asked.poll.words:
        sentence = _("Reply with numbers, for example {example}  (a number = {yes}, with ? = {if_need_be})")
    return sentence.format(example=_example(asked), yes=yes, if_need_be=if_need_be)


def how_to_decline(asked: AskedPoll) -> str:
    """What to write back where no option fits; "" where numbers needn't be said no to."""
    return _("None of them? Reply: none") if asked.poll.kind == PollKind.MARKS else ""


def room(asked: AskedPoll, option: Option) -> int | None:
    """For how many there is room; None for all, and where nothing is said yes to."""
    return option.most if asked.poll.kind in _WITH_ROOM else None


def room_words(count: int) -> str:
    """Like "room for 8"; what stands behind an option that has a limit."""
    return plural("room for {count}", "room for {count}", count)


def how_places_go(asked: AskedPoll) -> str:
    """What happens to those for whom there is no room; "" where there is room for all."""
    return "" if all(room(asked, option) is None for option in asked.options) else places_sentence()


def places_sentence() -> str:
    return _("Places go to the first who say yes; whoever comes later waits for one.")


def without_room(asked: AskedPoll) -> AskedPoll:
    """The poll without its limits, for where there is no room to tell them."""
    return replace(asked, options=tuple(replace(option, most=None) for option in asked.options))


def _example(asked: AskedPoll) -> str:
    """An answer with numbers that are on the ballot; "" where an answer isn't made of numbers."""
    numbers = [str(option.number) for option in asked.options[:4]]
    some = [number for at, number in enumerate(numbers) if at != 1 or len(numbers) == 2]
    shown = {
        PollKind.MARKS: [*some[:-1], *(f"{number}?" for number in some[-1:])],
        PollKind.ONE: numbers[:2][-1:],
        PollKind.SEVERAL: some[:2],
        PollKind.RANKED: [*numbers[1:3], *numbers[:1]],
    }
    return " ".join(shown.get(asked.poll.kind, []))


def _day(option: Option) -> date | None:
    has_times = option.starts is not None and option.ends is not None and not option.is_whole_day
    return option.starts.date() if option.starts and has_times else None
