"""Takes a line of a reply apart: which options are named, which marks, and what is left that nobody knows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time

from clubhub.domain.polls import Mark, Option, Poll
from clubhub.formats.replies import words
from clubhub.formats.replies.atoms import Atom, Kind, merged
from clubhub.formats.replies.option_names import Phrase, option_names
from clubhub.formats.replies.tokens import SIGNS_INSIDE, Token, known_phrase, plain_line, tokens

_SEPARATORS = frozenset(",;.!/|+•:>")
_SILENT = frozenset("=*#~\"'“”„»«‚‘→[]{}☐□◻^")
_LONGEST = 16
_WORDS = {
    Kind.ALL: words.ALL,
    Kind.NONE: words.NONE,
    Kind.REST: words.REST,
    Kind.RANGE: words.RANGE,
    Kind.CONDITION: words.CONDITIONS,
    Kind.EXCEPT: words.EXCEPT,
    Kind.AND: words.AND,
}
_SIGNS = {"?": Kind.QUESTION, "(": Kind.OPEN, ")": Kind.CLOSE, "-": Kind.RANGE, "ja": Kind.JA, "&": Kind.AND}
_Meaning = Atom | None
"""What a phrase means; None for words that say nothing."""


class Atomizer:
    """Made once for a poll; remembers from line to line which day was spoken of."""

    def __init__(self, poll: Poll, options: Sequence[Option], language: str) -> None:
        self._names = option_names(options, language)
        self._phrases: dict[Phrase, _Meaning] = {}
        self._longest: defaultdict[str, int] = defaultdict(int)
        self._day: frozenset[date] = frozenset()
        self._put_words()
        for place, word in enumerate(poll.words):
            self._put(known_phrase(word), Atom(kind=Kind.MARK, mark=list(Mark)[place]))
        for called, days in [*self._names.days.items(), *self._names.exact.items()]:
            self._put(called, self._of_days(days))
        for called, numbers in self._names.labels.items():
            self._put(called, Atom(kind=Kind.OPTIONS, numbers=numbers, is_clear=len(numbers) == 1))

    def begin(self) -> None:
        """Another reply: the day that was spoken of is forgotten."""
        self._day = frozenset()

    def atoms(self, line: str) -> list[Atom]:
        """In their order; words that say nothing are left out."""
        text = plain_line(line)
        found = tokens(text)
        result: list[Atom] = []
        at = 0
        while at < len(found):
            meaning, used = self._phrase(found, at) or self._alone(found, at)
            if meaning is not None:
                start, end = found[at].start, found[at + used - 1].end
                result.append(replace(meaning, text=text[start:end], start=start, end=end))
            at += used
        return merged(result, self._names.numbers.keys())

    def _put(self, called: Phrase, meaning: _Meaning) -> None:
        if called:
            self._phrases[called] = meaning
            self._longest[called[0]] = max(self._longest[called[0]], len(called))

    def _put_words(self) -> None:
        for word in [*words.words_of(words.UNHEARD), *words.words_of(words.GREETINGS)]:
            self._put(known_phrase(word), None)
        for kind, listed in _WORDS.items():
            for word in words.words_of(listed):
                self._put(known_phrase(word), Atom(kind=kind))
        for word, mark in words.mark_words().items():
            self._put(known_phrase(word), Atom(kind=Kind.MARK, mark=mark))
        for sign, kind in _SIGNS.items():
            self._put((sign,), Atom(kind=kind))

    def _of_days(self, days: frozenset[date]) -> Atom:
        numbers = frozenset(option.number for day in days for option in self._names.of_day[day])
        return Atom(kind=Kind.OPTIONS, numbers=numbers, days=days, is_clear=len(numbers) == 1)

    def _phrase(self, found: Sequence[Token], at: int) -> tuple[_Meaning, int] | None:
        """The longest known phrase that begins here, and how many tokens it takes."""
        longest = self._longest.get(found[at].form, 0)
        best: tuple[_Meaning, int] | None = None
        exact: Phrase = ()
        loose: Phrase = ()
        for place in range(at, min(len(found), at + _LONGEST) if longest else at):
            form = found[place].form
            exact += (form,)
            loose += (form,) if form not in SIGNS_INSIDE else ()
            if len(loose) > longest:
                break
            for called in (exact, loose if form not in SIGNS_INSIDE else exact):
                if called in self._phrases:
                    best = self._phrases[called], place - at + 1
        return (self._in_context(best[0]), best[1]) if best else None

    def _in_context(self, meaning: _Meaning) -> _Meaning:
        """A day is remembered; of options that are called alike, as "17:00–18:30" of each day, those of it count."""
        if meaning is None or meaning.kind is not Kind.OPTIONS:
            return meaning
        if meaning.days:
            self._day = meaning.days
            return meaning
        return self._narrowed(meaning.numbers)

    def _narrowed(self, numbers: Iterable[int]) -> Atom:
        wanted = frozenset(numbers)
        today = frozenset(option.number for day in self._day for option in self._names.of_day[day])
        left = wanted & today or wanted
        return Atom(kind=Kind.OPTIONS, numbers=left, is_clear=len(left) == 1)

    def _alone(self, found: Sequence[Token], at: int) -> tuple[_Meaning, int]:
        token = found[at]
        if token.kind == "time":
            return self._time(found, at)
        if token.kind == "number":
            return self._number(int(token.form) if len(token.form) < 6 else 0), 1
        if token.form in _SILENT or token.form.startswith("_"):
            return None, 1
        return Atom(kind=Kind.SEPARATOR if token.form in _SEPARATORS else Kind.UNKNOWN), 1

    def _number(self, number: int) -> Atom:
        """An option's number; where a day was spoken of, and no option has the number, a full hour."""
        if number in self._names.numbers:
            return Atom(kind=Kind.OPTIONS, numbers=frozenset({number}), is_number=True)
        if self._day and number < 24:
            return self._starting(time(number), None)
        return Atom(kind=Kind.NO_OPTION, is_number=True)

    def _time(self, found: Sequence[Token], at: int) -> tuple[Atom, int]:
        """A start, or with a dash and another time behind it a start and an end."""
        has_end = [token.form if token.kind == "sign" else token.kind for token in found[at + 1 : at + 3]]
        starts = _clock(found[at])
        if has_end == ["-", "time"]:
            return self._starting(starts, _clock(found[at + 2])), 3
        return self._starting(starts, None), 1

    def _starting(self, starts: time | None, ends: time | None) -> Atom:
        fitting = [
            option.number
            for option in self._names.numbers.values()
            if option.starts and option.ends and option.starts.time() == starts
            if (ends is None or option.ends.time() == ends) and (not self._day or option.starts.date() in self._day)
        ]
        return self._narrowed(fitting) if fitting else Atom(kind=Kind.NO_OPTION)


def _clock(token: Token) -> time | None:
    hour, _colon, minute = token.form.partition(":")
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
