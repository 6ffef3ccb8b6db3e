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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerColumn:
    """What stands over a column. `starts` and `ends` (naive wall-clock times) are None for a plain choice."""

    heading: str
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One person's marks, one per column of the sheet; None is silence. `name` is as written in the file."""

    row: int
    name: str
    marks: tuple[Mark | None, ...]
    comment: str = ""

    @property
    def has_answered(self) -> bool:
        return any(self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """`rows` hold only those without a problem; `notes` are sentences on how the file was read."""

    columns: tuple[AnswerColumn, ...]
    rows: tuple[AnswerRow, ...]
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[str, ...] = ()


def match_options(columns: Sequence[AnswerColumn], options: Sequence[Option]) -> tuple[OptionId, ...]:
    """The option that each column answers: the one of the same label, else the one of the same start.

    Raises InvalidInput with a sentence per column that fits no option, or that fits the same one as another column.
    """
    by_label = {plain_name(option.label): option.id for option in options}
    by_start = {option.starts: option.id for option in options}
    matched: dict[OptionId, str] = {}
    problems = []
    for column in columns:
        option_id = by_label.get(plain_name(column.heading))
        if option_id is None and column.starts:
            option_id = by_start.get(column.starts)
        if option_id is None:
            problems.append(_("The poll has no option “{heading}”.").format(heading=column.heading))
        elif option_id in matched:
            problems.append(_("“{a}” and “{b}” are the same option.").format(a=matched[option_id], b=column.heading))
        else:
            matched[option_id] = column.heading
    if problems:
        raise InvalidInput(_("The file's columns don't fit the poll. Nothing was taken in."), problems)
    return tuple(matched)
