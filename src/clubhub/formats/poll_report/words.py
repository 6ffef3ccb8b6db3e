"""What all of them tell: the choice with its reason, the options with their counts, and who said what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from clubhub.domain.poll_needs import Shortage
from clubhub.domain.poll_outcomes import OptionOutcome
from clubhub.domain.poll_reasons import why
from clubhub.domain.poll_reports import PollOutcome
from clubhub.domain.polls import Mark, Option, Shown
from clubhub.formats import dates
from clubhub.formats.ballots.words import option_groups, option_name, option_words
from clubhub.formats.plain_text import one_line
from clubhub.support.texts import _, plural

SIGNS = {Mark.YES: "x", Mark.IF_NEED_BE: "(x)", Mark.NO: "–", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionLine:
    """One option. `counts` are yes, if need be, no and silent, empty where counts aren't shown.

    `lacks` says who is missing, "" for nobody. `share` is how many of all can come, surely and if need be, from 0 to 1.
    """

    number: int
    label: str
    counts: tuple[int, ...]
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


class ReportWords:
    """Words in the club's language; `now` (aware) is the moment of the report."""

    def __init__(self, found: PollOutcome, now: datetime) -> None:
        self._found = found if found.poll.shown is Shown.NAMES else _without_names(found)
        self._now = now.astimezone(ZoneInfo(found.club.time_zone))
        self.language = found.club.language
        self.shows_counts = found.poll.shown is not Shown.NOTHING
        self.shows_names = found.poll.shown is Shown.NAMES

    @property
    def title(self) -> str:
        return one_line(self._found.poll.name)

    @property
    def subtitle(self) -> str:
        """The event with its days, or the days that the poll is about; "" for a poll of choices."""
        event = self._found.event
        if event:
            return f"{one_line(event.name)}, {dates.day_span(event.starts_on, event.ends_on, self.language)}"
        days = [option.starts.date() for option in self._found.options if option.starts]
        return dates.day_span(min(days), max(days), self.language) if days else ""

    @property
    def turnout(self) -> str:
        """Like "12 of 20 have answered, and 2 guests"; those who answered unasked count among the 20."""
        people = [answer for answer in self._found.answers if answer.person_id is not None]
        guests = len(self._found.answers) - len(people)
        asked = len({person.id for person in self._found.asked} | {answer.person_id for answer in people})
        told = _("{answered} of {asked} have answered").format(answered=asked - len(self._found.silent), asked=asked)
        if not guests:
            return told
        more = plural("{count} guest", "{count} guests", guests)
        return (
            _("{told}, and {more}").format(told=told, more=more) if asked else _("Answers of {more}").format(more=more)
        )

    @property
    def stamp(self) -> str:
        """Like "As of Fri 12 June 2026 18:40"."""
        return _("As of {moment}").format(moment=_with_year(self._now, self.language))

    @property
    def heading(self) -> str:
        if self._found.decided:
            return _("Decided")
        return plural("Best so far", "Equally good so far", len(self._found.outcome.best))

    @property
    def choice(self) -> list[str]:
        """What was decided, else the best, each by its name."""
        return [self.name(one.option) for one in self._found.chosen]

    @property
    def reason(self) -> str:
        """Why it is; nothing where counts aren't shown."""
        if not self.shows_counts:
            return ""
        if self._found.decision:
            return one_line(self._found.decision.reason)
        return why(self._found.outcome, lambda option: _("“{label}”").format(label=self.name(option)))

    @property
    def decided_at(self) -> str:
        """When it was decided, "" while it isn't."""
        if self._found.decision is None:
            return ""
        moment = self._found.decision.decided_at.astimezone(ZoneInfo(self._found.club.time_zone))
        return _("Decided on {moment}").format(moment=_with_year(moment, self.language))

    @property
    def heads(self) -> list[str]:
        """Over the counts."""
        return [*self.mark_words, _("no answer")] if self.shows_counts else []

    @property
    def mark_words(self) -> list[str]:
        return [one_line(self._found.poll.word(mark)) for mark in Mark]

    def name(self, option: Option) -> str:
        return option_name(option, self.language)

    def blocks(self) -> list[OptionBlock]:
        """All options in the poll's order."""
        by_id = {one.option.id: one for one in self._found.outcome.options}
        return [
            OptionBlock(
                day=dates.day_name(group.day, self.language) if group.day else "",
                lines=tuple(self._line(by_id[option.id]) for option in group.options),
            )
            for group in option_groups(self._found.options)
        ]

    def voices(self) -> list[Voices]:
        """Who said what to the one option that was decided or is best; nothing where names aren't shown."""
        if not self.shows_names or len(self._found.chosen) != 1:
            return []
        return list(self._voices(self._found.chosen[0].option))

    def everybody(self) -> list[tuple[str, list[str]]]:
        """Each name with a sign per option; nothing where names aren't shown."""
        if not self.shows_names:
            return []
        return [
            (name, [SIGNS[answer.marks.get(option.id)] for option in self._found.options])
            for name, answer in zip(self._names(), self._found.answers, strict=True)
            if name
        ]

    def said(self) -> list[tuple[str, str]]:
        """To a question without options: each name, "" where it isn't shown, with the words."""
        if self._found.poll.kind.has_options or not self.shows_counts:
            return []
        given = zip(self._names(), self._found.answers, strict=True)
        return [(name if self.shows_names else "", one_line(answer.said)) for name, answer in given if answer.said]

    def _names(self) -> list[str]:
        return [one_line(name) for name in self._found.names]

    def _voices(self, option: Option) -> Iterator[Voices]:
        for mark, word in zip(Mark, self.mark_words, strict=True):
            said = zip(self._names(), self._found.answers, strict=True)
            names = tuple(name for name, answer in said if name and answer.marks.get(option.id) is mark)
            if names:
                yield Voices(word=word, names=names)

    def _line(self, one: OptionOutcome) -> OptionLine:
        counts = one.counts
        heads = max(1, counts.can_come + counts.no + counts.silent)
        decided = self._found.decided
        return OptionLine(
            number=one.option.number,
            label=option_words(one.option, self.language),
            counts=(counts.yes, counts.if_need_be, counts.no, counts.silent) if self.shows_counts else (),
            lacks=one.need_sentence if self.shows_counts else "",
            share=(counts.yes / heads, counts.if_need_be / heads) if self.shows_counts else (0.0, 0.0),
            is_best=one.rank == 1 and decided is None,
            is_decided=decided is not None and decided.id == one.option.id,
        )


def legend(words: Sequence[str]) -> str:
    """What the signs of `everybody` mean."""
    yes, maybe, no = words
    return _("x {yes}, (x) {maybe}, – {no}, empty: no answer").format(yes=yes, maybe=maybe, no=no)


def _without_names(found: PollOutcome) -> PollOutcome:
    """People who are needed, but can't come, by no name: it would tell what they answered."""
    options = tuple(
        replace(one, short=tuple(_nameless(shortage) for shortage in one.short)) for one in found.outcome.options
    )
    needs_somebody = any(requirement.need.person_id is not None for requirement in found.requirements)
    decision = replace(found.decision, reason="") if found.decision and needs_somebody else found.decision
    return replace(found, outcome=replace(found.outcome, options=options), decision=decision)


def _nameless(shortage: Shortage) -> Shortage:
    if shortage.requirement.need.person_id is None:
        return shortage
    return replace(shortage, requirement=replace(shortage.requirement, name=_("somebody who is needed")))


def _with_year(moment: datetime, language: str) -> str:
    return f"{dates.short_day(moment.date(), language)} {moment.year} {dates.clock(moment)}"
