"""What all of them say in words: what the poll is called, who answered, the choice and its reason."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from clubhub.domain.poll_needs import Shortage
from clubhub.domain.poll_reasons import label_of, why
from clubhub.domain.poll_reports import PollOutcome
from clubhub.domain.polls import Mark, Option, PollKind, Shown
from clubhub.formats.ballots.words import option_name
from clubhub.formats.plain_text import one_line
from clubhub.support import dates
from clubhub.support.texts import _, plural

CHOICES = {PollKind.ONE, PollKind.SEVERAL}


class ReportWords:
    """Words in the club's language; `now` (aware) is the moment of the report."""

    def __init__(self, found: PollOutcome, now: datetime) -> None:
        self.found = found if found.poll.shown is Shown.NAMES else _without_names(found)
        self._now = now.astimezone(ZoneInfo(found.club.time_zone))
        self.language = found.club.language
        self.shows_counts = found.poll.shown is not Shown.NOTHING
        self.shows_names = found.poll.shown is Shown.NAMES

    @property
    def title(self) -> str:
        return one_line(self.found.poll.name)

    @property
    def subtitle(self) -> str:
        """The event with its days, or the days that the poll is about; "" for a poll of choices."""
        event = self.found.event
        if event:
            return f"{one_line(event.name)}, {dates.day_span(event.starts_on, event.ends_on, self.language)}"
        days = [option.starts.date() for option in self.found.options if option.starts]
        return dates.day_span(min(days), max(days), self.language) if days else ""

    @property
    def turnout(self) -> str:
        """Like "12 of 20 have answered, and 2 guests"; those who answered unasked count among the 20."""
        people = [answer for answer in self.found.answers if answer.person_id is not None]
        guests = len(self.found.answers) - len(people)
        asked = len({person.id for person in self.found.asked} | {answer.person_id for answer in people})
        told = _("{answered} of {asked} have answered").format(answered=asked - len(self.found.silent), asked=asked)
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
        if self.found.decided:
            return _("Decided")
        return plural("Best so far", "Equally good so far", len(self.found.best))

    @property
    def choice(self) -> list[str]:
        """What was decided, else the best, each by its name."""
        return [self.name(one.option) for one in self.found.chosen]

    @property
    def reason(self) -> str:
        """Why it is; nothing where counts aren't shown."""
        if not self.shows_counts:
            return ""
        if self.found.decision:
            return self._with_names(one_line(self.found.decision.reason))
        if self.found.ranked is not None:
            return one_line(self.found.why)
        return why(self.found.outcome, lambda option: _("“{label}”").format(label=self.name(option)))

    def _with_names(self, reason: str) -> str:
        """A kept reason calls times as files headed them: on paper they are days."""
        quoted = _("“{label}”")
        for option in self.found.options:
            if option.starts:
                reason = reason.replace(label_of(option), quoted.format(label=self.name(option)))
        return reason

    @property
    def decided_at(self) -> str:
        """When it was decided, "" while it isn't."""
        if self.found.decision is None:
            return ""
        moment = self.found.decision.decided_at.astimezone(ZoneInfo(self.found.club.time_zone))
        return _("Decided on {moment}").format(moment=_with_year(moment, self.language))

    @property
    def heads(self) -> list[str]:
        """Over the counts."""
        if not self.shows_counts:
            return []
        if self.found.poll.kind is PollKind.RANKED:
            return [_("points"), _("first")]
        if self.found.poll.kind in CHOICES:
            return [_("chosen by")]
        return [*self.mark_words, _("no answer")]

    @property
    def mark_words(self) -> list[str]:
        return [one_line(self.found.poll.word(mark)) for mark in Mark]

    @property
    def legend(self) -> str:
        """What the signs of `everybody` mean."""
        if self.found.poll.kind is PollKind.RANKED:
            return _("1 is the first choice")
        if self.found.poll.kind in CHOICES:
            return _("x was chosen")
        yes, maybe, no = self.mark_words
        return _("x {yes}, (x) {maybe}, – {no}, empty: no answer").format(yes=yes, maybe=maybe, no=no)

    def name(self, option: Option) -> str:
        return option_name(option, self.language)


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
