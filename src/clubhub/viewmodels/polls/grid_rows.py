"""The rows of a poll's grid: everybody who is asked, and guests, with what they said."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from clubhub.domain.ids import AnswerId, OptionId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Road
from clubhub.services.poll_boards import PollBoard


@dataclass(slots=True, kw_only=True)
class GridRow:
    """One person of the grid, or a guest (`person` None). `marks` are as shown, written or not yet.

    `ranking` and `said` are answers of polls without marks; `since` tells when an option with a limit was said yes to.
    `road` and `answered_at` (aware) tell how and when the newest answer came in, None for silence.
    """

    key: Hashable
    name: str
    marks: dict[OptionId, Mark]
    comment: str = ""
    person: Person | None = None
    answer_id: AnswerId | None = None
    ranking: tuple[OptionId, ...] = ()
    said: str = ""
    since: dict[OptionId, datetime] = field(default_factory=dict)
    road: Road | None = field(default=None, compare=False)
    answered_at: datetime | None = field(default=None, compare=False)

    @property
    def person_id(self) -> PersonId | None:
        return self.person.id if self.person else None

    @property
    def is_guest(self) -> bool:
        """Not of the club, known by name alone."""
        return self.person is None

    @property
    def is_silent(self) -> bool:
        return not (self.marks or self.comment or self.ranking or self.said)


def in_order_of_time(options: Sequence[Option]) -> tuple[Option, ...]:
    """Times in their order, however late they were added, then plain choices by number."""
    timed = sorted((one for one in options if one.starts), key=lambda one: (one.starts, one.position))
    return (*timed, *(one for one in options if one.starts is None))


def find_name(rows: Sequence[GridRow], typed: str) -> int | None:
    """The first row whose name, or a word of it, begins with what was typed; None if there is none."""
    wanted = typed.casefold().strip()
    names = [row.name.casefold() for row in rows]
    whole = (place for place, name in enumerate(names) if name.startswith(wanted))
    word = (place for place, name in enumerate(names) if any(part.startswith(wanted) for part in name.split()))
    return next(whole, next(word, None)) if wanted else None


def grid_rows(board: PollBoard) -> list[GridRow]:
    """Everybody by name as the board has them, then the guests."""
    rows = [
        GridRow(
            key=person.id,
            name=person.name,
            marks=_known(board.answers[person.id].marks, board.options) if person.id in board.answers else {},
            comment=board.answers[person.id].comment if person.id in board.answers else "",
            person=person,
            **_beside_marks(board.answers.get(person.id), board.options),
        )
        for person in board.people
    ]
    guests = [
        GridRow(
            key=answer.id,
            name=answer.guest_name,
            marks=_known(answer.marks, board.options),
            comment=answer.comment,
            answer_id=answer.id,
            **_beside_marks(answer, board.options),
        )
        for answer in board.guests
    ]
    return rows + guests


def _beside_marks(answer: Answer | None, options: Sequence[Option]) -> dict[str, Any]:
    """When somebody said yes matters where there is a limit."""
    if answer is None:
        return {}
    yes = (option.id for option in options if option.most is not None and answer.marks.get(option.id) is Mark.YES)
    since = {option_id: answer.yes_since.get(option_id, answer.answered_at) for option_id in yes}
    came = {"road": answer.road, "answered_at": answer.answered_at}
    return {"ranking": answer.ranking, "said": answer.said, "since": since, **came}


def _known(marks: Mapping[OptionId, Mark], options: Sequence[Option]) -> dict[OptionId, Mark]:
    known = {option.id for option in options}
    return {option_id: mark for option_id, mark in marks.items() if option_id in known}
