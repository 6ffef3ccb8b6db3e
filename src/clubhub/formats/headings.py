"""Finds the columns of a table by their headings, whatever the language, case, accents and punctuation.

A vocabulary says which headings mean which column; this module knows none of them.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from clubhub.domain.errors import InvalidInput
from clubhub.domain.plain_names import folded
from clubhub.domain.tables import Table
from clubhub.support.texts import _

Kind = TypeVar("Kind", bound=Hashable)
Vocabulary = Mapping[Kind, Iterable[str]]

ROWS_LOOKED_AT = 10
"""Above the headings there may be a title, a date, a logo's empty rows."""

_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRow(Generic[Kind]):
    """`index` counts the table's rows from 0; `columns` hold the columns of each kind, from the left."""

    index: int
    headings: tuple[str, ...]
    columns: Mapping[Kind, tuple[int, ...]]


heading_key = cache(folded)
"""What is the same in two ways of writing a heading: a sheet's cells ask for the same few over and over."""


def find_columns(headings: Sequence[str], vocabulary: Vocabulary[Kind]) -> dict[Kind, tuple[int, ...]]:
    """The columns of each kind, from the left; several may be of a kind ("Mail 1", "Mail 2").

    A number at the end and words in brackets don't count: "Phone (mobile) 2" is a phone.
    """
    kinds = {heading_key(word): kind for kind, words in vocabulary.items() for word in words}
    columns: dict[Kind, tuple[int, ...]] = {}
    for index, heading in enumerate(headings):
        kind = next((kinds[key] for key in _keys(heading) if key in kinds), None)
        if kind is not None:
            columns[kind] = (*columns.get(kind, ()), index)
    return columns


def find_heading_row(
    table: Table, vocabulary: Vocabulary[Kind], one_of: Sequence[Kind], examples: str
) -> HeadingRow[Kind]:
    """The row among the first ones that has most known headings, with a column of a kind in `one_of`.

    Raises InvalidInput, with the headings found and `examples` of those needed, when there is none.
    """
    candidates = [index for index, row in enumerate(table.rows) if any(map(str.strip, row))][:ROWS_LOOKED_AT]
    best: HeadingRow[Kind] | None = None
    for index in candidates:
        columns = find_columns(table.rows[index], vocabulary)
        is_better = best is None or _count(columns) > _count(best.columns)
        if is_better and any(kind in columns for kind in one_of):
            best = HeadingRow(index=index, headings=table.rows[index], columns=columns)
    if best is None:
        raise InvalidInput(_not_understood(table.rows[candidates[0]] if candidates else (), examples))
    return best


def _keys(heading: str) -> Iterable[str]:
    """The ways in which a heading may be known, the most exact first."""
    outside_brackets = _IN_BRACKETS.sub(" ", heading)
    for text in (heading, outside_brackets):
        yield heading_key(text)
        yield heading_key(text).rstrip("0123456789")


def _count(columns: Mapping[Kind, tuple[int, ...]]) -> int:
    return sum(map(len, columns.values()))


def _not_understood(headings: Sequence[str], examples: str) -> str:
    found = ", ".join(f"“{heading.strip()[:40]}”" for heading in headings[:20] if heading.strip())
    return _(
        "The headings are not understood: found {found}; needed is {examples}. Nothing was changed. "
        "Name the columns in the first row and try again."
    ).format(found=found or _("none"), examples=examples)
