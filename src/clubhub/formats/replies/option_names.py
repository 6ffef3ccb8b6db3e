"""What people may call a poll's options: by number, by label, by day and time, in the languages of ClubHub."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from clubhub.domain.polls import Option
from clubhub.formats.ballots.words import option_name, option_words
from clubhub.formats.replies.tokens import known_phrase, tokens
from clubhub.support import dates

LANGUAGES = ("en", "fi", "sv", "de", "fr")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionNames:
    """`numbers` gives the option of a number on the ballot; the others options or days that a phrase may mean.

    `exact` are days in figures alone, in which every dot counts: "12.6." is a day where "12 6" are two numbers.
    """

    numbers: dict[int, Option]
    of_day: dict[date, tuple[Option, ...]]
    labels: dict[Phrase, frozenset[int]] = field(default_factory=dict)
    days: dict[Phrase, frozenset[date]] = field(default_factory=dict)
    exact: dict[Phrase, frozenset[date]] = field(default_factory=dict)


def option_names(options: Sequence[Option], language: str) -> OptionNames:
    of_day: defaultdict[date, list[Option]] = defaultdict(list)
    labels: defaultdict[Phrase, set[int]] = defaultdict(set)
    for option in options:
        if option.starts is not None:
            of_day[option.starts.date()].append(option)
        for name in {option.label, option_words(option, language), option_name(option, language)}:
            if (called := known_phrase(name)) and not _is_number(called):
                labels[called].add(option.number)
    languages = dict.fromkeys((language or "en", *LANGUAGES))
    days: defaultdict[Phrase, set[date]] = defaultdict(set)
    exact: defaultdict[Phrase, set[date]] = defaultdict(set)
    for day in of_day:
        for name in _day_names(day, languages):
            days[known_phrase(name)].add(day)
        for name in _in_figures(day):
            exact[tuple(token.form for token in tokens(name))].add(day)
    return OptionNames(
        numbers={option.number: option for option in options},
        of_day={day: tuple(found) for day, found in of_day.items()},
        labels={called: frozenset(found) for called, found in labels.items()},
        days={called: frozenset(found) for called, found in days.items()},
        exact={called: frozenset(found) for called, found in exact.items()},
    )


def _is_number(called: Phrase) -> bool:
    """A choice that is called "5" is the number 5 only if it stands there as such: see the number."""
    return len(called) == 1 and called[0].isdigit()


def _day_names(day: date, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        months = {dates.day_and_month(day, language), f"{day.day}.{day.month}.", f"{day.day}/{day.month}"}
        months |= {f"{day:%d.%m.}", f"{day:%d/%m}", *_shortened(dates.day_and_month(day, language))}
        weekdays = (dates.weekday(day, language), dates.full_weekday(day, language))
        yield weekdays[1]
        if language == "fi":
            yield f"{weekdays[1]}na"
        yield from (month for month in months if any(map(str.isalpha, month)))
        yield from (f"{weekday} {month}" for weekday in weekdays for month in months)
        yield from (f"{weekday} {month} {day.year}" for weekday in weekdays for month in months)
        yield f"{weekdays[1]} {day.day}"


def _shortened(day_and_month: str) -> Iterator[str]:
    """Months in three letters: "12 Jun"."""
    words = day_and_month.split()
    if any(len(word) > 3 and word.isalpha() for word in words):
        yield " ".join(word[:3] if word.isalpha() else word for word in words)


def _in_figures(day: date) -> Iterator[str]:
    yield from (f"{day.day}.{day.month}.", f"{day:%d.%m.}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}")
    yield from (f"{day:%Y-%m-%d}", f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%Y}")
