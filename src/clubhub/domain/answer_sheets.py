"""A sheet of answers to a poll as a file gave it, before names are people and columns are options."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Mark, Option
from clubhub.domain.tables import RowProblem
from clubhub.support.texts import _

LABELS_IN_A_SENTENCE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerColumn:
    """What stands over a column. `starts` and `ends` (naive wall-clock times) are None for a plain choice."""

    heading: str
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One person's marks, one per column of the sheet; None is silence. `name` is as written in the file.

    `mail` is the address that stands beside the name, "" without one.
    """

    row: int
    name: str
    marks: tuple[Mark | None, ...]
    comment: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """`rows` hold only those without a problem; `notes` are sentences on how the file was read."""

    columns: tuple[AnswerColumn, ...]
    rows: tuple[AnswerRow, ...]
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[str, ...] = ()


def match_options(columns: Sequence[AnswerColumn], options: Sequence[Option]) -> tuple[Option | None, ...]:
    """The option that each column answers; None for a time that the poll hasn't asked about yet.

    That is the option of the same label or the same times, else one of the same start which no other column means: its
    end stays.
    Raises InvalidInput with a sentence per column that is neither an option nor a time, or that is the same option as
    another column.
    """
    matching = _Matching(options)
    for column in columns:
        matching.claim(column, matching.exact(column))
    for column in columns:
        if column.heading not in matching.found:
            matching.claim(column, matching.of_the_start(column))
    matching.refuse_problems(columns)
    return tuple(matching.found.get(column.heading) for column in columns)


class _Matching:
    """Options found by the columns' headings, which stand once each."""

    def __init__(self, options: Sequence[Option]) -> None:
        self._options = options
        self._claimed: dict[OptionId, str] = {}
        self._problems: list[str] = []
        self.found: dict[str, Option] = {}

    def exact(self, column: AnswerColumn) -> Option | None:
        named = [option for option in self._options if plain_name(option.label) == plain_name(column.heading)]
        timed = [o for o in self._options if column.starts and (o.starts, o.ends) == (column.starts, column.ends)]
        return next(iter(named + timed), None)

    def of_the_start(self, column: AnswerColumn) -> Option | None:
        free = (option for option in self._options if option.id not in self._claimed)
        return next((option for option in free if column.starts and option.starts == column.starts), None)

    def claim(self, column: AnswerColumn, option: Option | None) -> None:
        if option is None:
            return
        self.found[column.heading] = option
        first = self._claimed.setdefault(option.id, column.heading)
        if first != column.heading:
            self._problems.append(_("“{a}” and “{b}” are the same option.").format(a=first, b=column.heading))

    def refuse_problems(self, columns: Sequence[AnswerColumn]) -> None:
        unknown = [c.heading for c in columns if c.starts is None and c.heading not in self.found]
        problems = [*self._problems, *(self._unknown(heading) for heading in unknown)]
        if problems:
            raise InvalidInput(_("The file's columns don't fit the poll. Nothing was taken in."), problems)

    def _unknown(self, heading: str) -> str:
        if not self._options:
            return _("“{heading}” is no time. Write it like 2027-06-12 08:00–12:30 or 12.6.2027 8:00–12:30.").format(
                heading=heading
            )
        labels = [option.label for option in self._options]
        shown = labels[:LABELS_IN_A_SENTENCE]
        return _(
            "“{heading}” is neither an option of the poll nor a time. Write one of its options ({options}), or a time "
            "like 2027-06-12 08:00–12:30."
        ).format(heading=heading, options=", ".join([*shown, "…"] if len(labels) > len(shown) else shown))
