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
_Key = tuple[datetime, AnswerId]


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
            lines[option_id].resize(most)
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
    """Everybody who says yes to an option, in order; who waits; and since when who waited doesn't any more.

    After a change only those are looked at who can have come over the edge: 5,000 answers are gone through in a moment.
    """

    most: int | None = None
    entries: list[_Entry] = field(default_factory=list)
    moved: dict[_Key, datetime] = field(default_factory=dict)
    _waiting: set[_Key] = field(default_factory=set)
    _added: list[_Entry] = field(default_factory=list)
    _dropped: set[_Key] = field(default_factory=set)
    _reach: int = 0

    def resize(self, most: int | None) -> None:
        self._reach += len(self.entries) if None in {most, self.most} else abs((most or 0) - (self.most or 0))
        self.most = most

    def add(self, entry: _Entry) -> None:
        insort(self.entries, entry)
        self._added.append(entry)
        self._reach += 1

    def drop(self, entry: _Entry) -> None:
        self.entries.pop(bisect_left(self.entries, entry))
        self._dropped.add(_key(entry))
        self._reach += 1

    def settle(self, now: datetime) -> None:
        """Nobody moves by more places than there were changes, so that no one else can have got or lost a place."""
        room = len(self.entries) if self.most is None else self.most
        for key in self._dropped - set(map(_key, self._added)):
            self._waiting.discard(key)
            self.moved.pop(key, None)
        near = self.entries[max(0, room - self._reach) : room + self._reach]
        edge = self.entries[room] if room < len(self.entries) else None
        for entry in (*near, *self._added):
            self._place(entry, now, waits=edge is not None and entry >= edge)
        self._added, self._dropped, self._reach = [], set(), 0

    def _place(self, entry: _Entry, now: datetime, *, waits: bool) -> None:
        key = _key(entry)
        if waits:
            self._waiting.add(key)
            self.moved.pop(key, None)
        elif key in self._waiting:
            self._waiting.remove(key)
            self.moved[key] = now


def _key(entry: _Entry) -> _Key:
    """A yes that was taken back and said again is another."""
    return entry[0], entry[-1]


def _replace(lines: defaultdict[OptionId, _Line], before: Answer | None, after: Answer | None) -> set[OptionId]:
    """The options that one of them says yes to."""
    old, new = _entries(before), _entries(after)
    for option_id, entry in old.items():
        lines[option_id].drop(entry)
    for option_id, entry in new.items():
        lines[option_id].add(entry)
    return old.keys() | new.keys()


def _entries(answer: Answer | None) -> dict[OptionId, _Entry]:
    if answer is None:
        return {}
    return {option_id: (since, answer.answered_at, answer.id) for option_id, since in yes_moments(answer).items()}
