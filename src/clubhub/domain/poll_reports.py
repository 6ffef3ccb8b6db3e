"""A poll with all that a window, a sheet or a page tells of it."""

from dataclasses import dataclass

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event
from clubhub.domain.people import Person
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import OptionOutcome, Outcome
from clubhub.domain.polls import Answer, Decision, Option, Poll


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOutcome:
    """A poll with its outcome by one rule, `why` in a sentence, and everything around it.

    `answers` are the newest of each person and all of guests; `names` has who each is from, in the same order. `silent`
    are those of the `asked` who have not answered, by family name.
    """

    club: Club
    poll: Poll
    event: Event | None
    options: tuple[Option, ...]
    answers: tuple[Answer, ...]
    names: tuple[str, ...]
    asked: tuple[Person, ...]
    silent: tuple[Person, ...]
    requirements: tuple[Requirement, ...]
    outcome: Outcome
    why: str
    decision: Decision | None = None

    @property
    def decided(self) -> Option | None:
        """The option that was chosen; None while nothing is decided."""
        return next((one for one in self.options if self.decision and one.id == self.decision.option_id), None)

    @property
    def zone(self) -> str:
        """Where the options' times are."""
        return self.event.time_zone if self.event else self.club.time_zone

    @property
    def chosen(self) -> tuple[OptionOutcome, ...]:
        """What was decided, else all that are best."""
        decided = self.decided
        if decided is None:
            return self.outcome.best
        return tuple(one for one in self.outcome.options if one.option.id == decided.id)
