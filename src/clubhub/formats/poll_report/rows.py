"""The tables of a result: each option with its counts, and who said what."""

from collections.abc import Iterator
from dataclasses import dataclass

from clubhub.domain.poll_outcomes import OptionOutcome
from clubhub.domain.polls import Mark, Option, PollKind
from clubhub.domain.waiting_lists import waiting_list
from clubhub.formats.ballots.words import option_groups, option_words
from clubhub.formats.plain_text import one_line
from clubhub.formats.poll_report.words import CHOICES, ReportWords
from clubhub.support import dates
from clubhub.support.texts import plural

SIGNS = {Mark.YES: "x", Mark.IF_NEED_BE: "(x)", Mark.NO: "–", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One option. `counts` are those that `ReportWords.heads` stand over, empty where counts aren't shown.

    `room` says for how many there is room and how many wait, `lacks` who is missing, each "" for nobody. `share` is how
    many of all can come, surely and if need be, from 0 to 1.
    """

    number: int
    label: str
    counts: tuple[str, ...]
    room: str
    lacks: str
    share: tuple[float, float]
    is_best: bool
    is_decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionBlock:
    """The options of one day under its name; `day` is "" for others."""

    day: str
    lines: tuple[OptionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who said a mark to the option that is told of; `word` is the mark's."""

    word: str
    names: tuple[str, ...]


class Report(ReportWords):
    """Words and tables."""

    def blocks(self) -> list[OptionBlock]:
        """All options in the poll's order."""
        by_id = {one.option.id: one for one in self.found.outcome.options}
        return [
            OptionBlock(
                day=dates.day_name(group.day, self.language) if group.day else "",
                lines=tuple(self._line(by_id[option.id]) for option in group.options),
            )
            for group in option_groups(self.found.options)
        ]

    def voices(self) -> list[Voices]:
        """Who said what to the one option that was decided or is best; nothing where names aren't shown."""
        if not self.shows_names or len(self.found.chosen) != 1:
            return []
        return list(self._voices(self.found.chosen[0].option))

    def everybody(self) -> list[tuple[str, list[str]]]:
        """Each name with a sign per option; nothing where names aren't shown."""
        if not self.shows_names:
            return []
        if self.found.poll.kind is PollKind.RANKED:
            return self._places()
        return [
            (name, [SIGNS[answer.marks.get(option.id)] for option in self.found.options])
            for name, answer in zip(self._names(), self.found.answers, strict=True)
            if name
        ]

    def said(self) -> list[tuple[str, str]]:
        """To a question without options: each name, "" where it isn't shown, with the words."""
        if self.found.poll.kind.has_options or not self.shows_counts:
            return []
        given = zip(self._names(), self.found.answers, strict=True)
        return [(name if self.shows_names else "", one_line(answer.said)) for name, answer in given if answer.said]

    def _places(self) -> list[tuple[str, list[str]]]:
        """Each name with the place where it put each option."""
        rows = []
        for name, answer in zip(self._names(), self.found.answers, strict=True):
            place = {option_id: str(at) for at, option_id in enumerate(answer.ranking, 1)}
            rows.append((name, [place.get(option.id, "") for option in self.found.options]))
        return [row for row in rows if row[0]]

    def _names(self) -> list[str]:
        return [one_line(name) for name in self.found.names]

    def _voices(self, option: Option) -> Iterator[Voices]:
        for mark, word in zip(Mark, self.mark_words, strict=True):
            said = zip(self._names(), self.found.answers, strict=True)
            names = tuple(name for name, answer in said if name and answer.marks.get(option.id) is mark)
            if names:
                yield Voices(word=word, names=names)

    def _line(self, one: OptionOutcome) -> OptionLine:
        heads = max(1, one.counts.can_come + one.counts.no + one.counts.silent)
        best = {found.option.id for found in self.found.best}
        decided = self.found.decided
        return OptionLine(
            number=one.option.number,
            label=option_words(one.option, self.language),
            counts=self._counts(one) if self.shows_counts else (),
            room=self._room(one.option) if self.shows_counts else "",
            lacks=one.need_sentence if self.shows_counts else "",
            share=(one.counts.yes / heads, one.counts.if_need_be / heads) if self.shows_counts else (0.0, 0.0),
            is_best=one.option.id in best and decided is None,
            is_decided=decided is not None and decided.id == one.option.id,
        )

    def _room(self, option: Option) -> str:
        if option.most is None:
            return ""
        room = plural("room for {count}", "room for {count}", option.most)
        waiting = len(waiting_list(option, self.found.answers).waiting)
        return f"{room}, {plural('{count} waits', '{count} wait', waiting)}" if waiting else room

    def _counts(self, one: OptionOutcome) -> tuple[str, ...]:
        ranked, counts = self.found.ranked, one.counts
        if ranked is not None:
            return (f"{ranked.points[one.option.id]:g}", str(ranked.firsts[one.option.id]))
        if self.found.poll.kind in CHOICES:
            return (str(counts.yes),)
        return (str(counts.yes), str(counts.if_need_be), str(counts.no), str(counts.silent))
