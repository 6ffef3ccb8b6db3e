"""Who waited for a place and has one now: found by going through what was answered and how much room there was."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clubhub.domain.ids import AnswerId, OptionId
from clubhub.domain.polls import Answer, Option
from clubhub.domain.waiting_lists import yes_moments

_Entry = tuple[datetime, datetime, AnswerId]
"""Since when, answered when, by whose answer: the order of the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollStep:
    """What one change left: answers (None: removed) and for how many there is room at options (None: for all)."""

    made_at: datetime
    answers: Mapping[AnswerId, Answer | None] = field(default_factory=dict)
    rooms: Mapping[OptionId, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedUp:
    """An answer whose yes waited and has a place at the option since `moved_at` (UTC)."""

    answer: Answer
    option: Option
    moved_at: datetime


def moved_up(options: Sequence[Option], steps: Iterable[PollStep]) -> list[MovedUp]:
    """By option, the first of each line first. `steps` are all changes that stand (none undone), the oldest first.

    Whoever takes the yes back, or waits again, is not among them.
    """
    answers: dict[AnswerId, Answer] = {}
    lines: defaultdict[OptionId, _Line] = defaultdict(_Line)
    for step in steps:
        touched = set(step.rooms)
        for option_id, most in step.rooms.items():
            lines[option_id].most = most
        for answer_id, answer in step.answers.items():
            touched |= _replace(lines, answers.pop(answer_id, None), answer)
            if answer is not None:
                answers[answer_id] = answer
        for option_id in touched:
            lines[option_id].settle(step.made_at)
    return [
        MovedUp(answer=answers[entry[-1]], option=option, moved_at=line.moved[_key(entry)])
        for option in options
        if (line := lines[option.id]).moved
        for entry in line.entries
        if _key(entry) in line.moved
    ]


@dataclass(slots=True)
class _Line:
    """Everybody who says yes to an option, in order; who waits; and since when who waited doesn't any more."""

    most: int | None = None
    entries: list[_Entry] = field(default_factory=list)
    waiting: set[tuple[datetime, AnswerId]] = field(default_factory=set)
    moved: dict[tuple[datetime, AnswerId], datetime] = field(default_factory=dict)

    def settle(self, now: datetime) -> None:
        room = len(self.entries) if self.most is None else self.most
        if not self.waiting and len(self.entries) <= room and not self.moved:
            return
        waiting = {_key(entry) for entry in self.entries[room:]}
        there = set(map(_key, self.entries))
        self.moved |= dict.fromkeys((self.waiting - waiting) & there, now)
        self.moved = {key: at for key, at in self.moved.items() if key in there and key not in waiting}
        self.waiting = waiting


def _key(entry: _Entry) -> tuple[datetime, AnswerId]:
    """A yes that was taken back and said again is another."""
    return entry[0], entry[-1]


def _replace(lines: defaultdict[OptionId, _Line], before: Answer | None, after: Answer | None) -> set[OptionId]:
    """The options that one of them says yes to."""
    old, new = _entries(before), _entries(after)
    for option_id, entry in old.items():
        entries = lines[option_id].entries
        entries.pop(bisect_left(entries, entry))
    for option_id, entry in new.items():
        insort(lines[option_id].entries, entry)
    return old.keys() | new.keys()


def _entries(answer: Answer | None) -> dict[OptionId, _Entry]:
    if answer is None:
        return {}
    return {option_id: (since, answer.answered_at, answer.id) for option_id, since in yes_moments(answer).items()}
