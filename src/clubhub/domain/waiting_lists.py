"""Options with room for so many people: who is in, who waits and in which order.

Places go in the order in which people said yes to the option. Who takes the yes back and says it again later stands at
the end; other changes of an answer keep the place. When a place gets free, the first who waits has it. Only a plain yes
takes a place: "if need be" neither counts nor waits.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Answer, Mark, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingList:
    """Who said yes to an option, each part in the order in which they did. Without a limit nobody waits."""

    option: Option
    placed: tuple[Answer, ...]
    waiting: tuple[Answer, ...]

    @property
    def free(self) -> int | None:
        """How many places are left; None without a limit."""
        return None if self.option.most is None else max(0, self.option.most - len(self.placed))


def yes_since(earlier: Answer | None, marks: Mapping[OptionId, Mark], now: datetime) -> dict[OptionId, datetime]:
    """What a new answer's `yes_since` must be: as before where it was yes already, else `now` (UTC).

    Whoever writes answers asks this, with the answer that is replaced (None if there is none).
    """
    before = yes_moments(earlier) if earlier else {}
    return {option_id: before.get(option_id, now) for option_id, mark in marks.items() if mark is Mark.YES}


def earliest_yes(answer: Answer, other: Answer) -> dict[OptionId, datetime]:
    """What `yes_since` must be of an answer that takes the place of `other`, of the same person: no yes goes back."""
    before = yes_moments(other)
    return {option_id: min(since, before.get(option_id, since)) for option_id, since in yes_moments(answer).items()}


def waiting_list(option: Option, answers: Iterable[Answer]) -> WaitingList:
    """Of one option, from the newest answer of each person and guest."""
    saying_yes = (answer for answer in answers if answer.marks.get(option.id) is Mark.YES)
    ordered = tuple(
        sorted(saying_yes, key=lambda answer: (yes_moments(answer)[option.id], answer.answered_at, answer.id))
    )
    room = len(ordered) if option.most is None else option.most
    return WaitingList(option=option, placed=ordered[:room], waiting=ordered[room:])


def waiting_lists(options: Sequence[Option], answers: Iterable[Answer]) -> dict[OptionId, WaitingList]:
    """Of those options that have a limit."""
    listed = list(answers)
    return {option.id: waiting_list(option, listed) for option in options if option.most is not None}


def yes_moments(answer: Answer) -> dict[OptionId, datetime]:
    """Since when an answer says yes to what it does; one that was kept before there were limits, since it was given."""
    yes = (option_id for option_id, mark in answer.marks.items() if mark is Mark.YES)
    return {option_id: answer.yes_since.get(option_id, answer.answered_at) for option_id in yes}
