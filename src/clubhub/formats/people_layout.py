"""Which column of a particular sheet of people holds what, and in which order its dates are written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.errors import InvalidInput
from clubhub.domain.person_drafts import ColumnUse, SheetColumn
from clubhub.domain.person_fields import PersonField as Field
from clubhub.domain.person_fields import field_name
from clubhub.domain.tables import Table
from clubhub.formats.headings import HeadingRow, find_columns, find_heading_row, heading_key
from clubhub.formats.people_columns import NAMES, PEOPLE_VOCABULARY
from clubhub.formats.person_cells import clean, is_yes_or_no
from clubhub.formats.sheet_extent import column_letters
from clubhub.formats.unused_headings import unused_headings
from clubhub.formats.written_dates import DayOrder, day_order, has_slashed_date
from clubhub.support.texts import _

Meanings = Mapping[int, Field | None]
"""What columns, counted from 0, shall be taken for; None: for nothing."""

SAMPLE_ROWS = 3

_END_KEYS = {heading_key(word) for word in PEOPLE_VOCABULARY[Field.EXPIRY]}
_SKILL_KEYS = {heading_key(word) for word in PEOPLE_VOCABULARY[Field.SKILLS]}


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillColumn:
    """A skill with columns of its own: `end` says until when, `mark` (None if missing) yes or no."""

    name: str
    end: int
    mark: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`first_row` is the index of the first row below the headings; `width` the number of columns with a heading."""

    first_row: int
    width: int
    fields: Mapping[Field, tuple[int, ...]]
    skill_columns: tuple[SkillColumn, ...]
    orders: Mapping[int, DayOrder]
    uses: tuple[ColumnUse, ...]
    ignored: tuple[str, ...]
    notes: tuple[str, ...]
    columns: tuple[SheetColumn, ...]


def find_layout(table: Table, chosen: Meanings | None = None) -> Layout:
    """`chosen` goes before what the headings say.

    Raises InvalidInput if there is no row of headings with a name among them; where a person chooses (`chosen` is
    given, be it empty) the first filled row counts as the headings then.
    """
    found = _heading_row(table, is_needed=chosen is None)
    body = table.rows[found.index + 1 :]
    fields = dict(found.columns)
    fields[Field.EXPIRY] = fields.get(Field.EXPIRY, ()) + tuple(_ends_of_the_list(found))
    fields[Field.GUARDIAN] = tuple(c for c in fields.get(Field.GUARDIAN, ()) if _says_yes_or_no(body, c))
    fields = _with_chosen(fields, chosen or {})
    skill_columns = tuple(_without_chosen(_skill_columns(found), chosen or {}))
    meanings = _meanings(fields, skill_columns)
    orders = {column: day_order(_cells(body, column)) for column in _date_columns(fields, skill_columns)}
    return Layout(
        first_row=found.index + 1,
        width=len(found.headings),
        fields={field: columns for field, columns in fields.items() if columns},
        skill_columns=skill_columns,
        orders=orders,
        uses=tuple(ColumnUse(heading=found.headings[c], meaning=meanings[c]) for c in sorted(meanings)),
        ignored=tuple(unused_headings(found.headings, body, meanings)),
        notes=tuple(_day_first_notes(found, body, orders)),
        columns=tuple(_sheet_columns(found, body, fields, meanings)),
    )


def _heading_row(table: Table, *, is_needed: bool) -> HeadingRow[Field]:
    try:
        examples = _("a column with names, such as “Name” or “Given name”")
        return find_heading_row(table, PEOPLE_VOCABULARY, NAMES, examples)
    except InvalidInput:
        filled = next((index for index, row in enumerate(table.rows) if any(map(str.strip, row))), None)
        if is_needed or filled is None:
            raise
        headings = table.rows[filled]
        return HeadingRow(index=filled, headings=headings, columns=find_columns(headings, PEOPLE_VOCABULARY))


def _with_chosen(fields: Mapping[Field, tuple[int, ...]], chosen: Meanings) -> dict[Field, tuple[int, ...]]:
    """The columns of each field, those that a person has chosen moved to where they belong."""
    kept = {field: tuple(c for c in columns if c not in chosen) for field, columns in fields.items()}
    for column, field in chosen.items():
        if field is not None:
            kept[field] = tuple(sorted((*kept.get(field, ()), column)))
    return kept


def _without_chosen(skill_columns: Iterable[SkillColumn], chosen: Meanings) -> Iterator[SkillColumn]:
    """A skill without its end is none of its own; without its mark the end alone says it."""
    for skill in skill_columns:
        if skill.end not in chosen:
            yield replace(skill, mark=None) if skill.mark in chosen else skill


def _sheet_columns(
    found: HeadingRow[Field],
    body: Sequence[Sequence[str]],
    fields: Mapping[Field, tuple[int, ...]],
    meanings: Mapping[int, str],
) -> Iterator[SheetColumn]:
    field_of = {column: field for field, columns in fields.items() for column in columns}
    filled = [row for row in body[: SAMPLE_ROWS * 10] if any(map(str.strip, row))][:SAMPLE_ROWS]
    for column, heading in enumerate(found.headings):
        yield SheetColumn(
            heading=clean(heading) or _("column {letters}").format(letters=column_letters(column + 1)),
            cells=tuple(clean(row[column]) if column < len(row) else "" for row in filled),
            field=field_of.get(column),
            meaning=meanings.get(column, ""),
        )


def _skill_columns(found: HeadingRow[Field]) -> Iterator[SkillColumn]:
    """Columns headed "First aid valid until", with those headed "First aid" beside them."""
    by_key = {heading_key(heading): column for column, heading in enumerate(found.headings)}
    known = {column for columns in found.columns.values() for column in columns}
    for column, heading in enumerate(found.headings):
        name = _name_before_until(heading)
        if name and column not in known and heading_key(name) not in _SKILL_KEYS:
            mark = by_key.get(heading_key(name))
            yield SkillColumn(name=name, end=column, mark=None if mark in known else mark)


def _ends_of_the_list(found: HeadingRow[Field]) -> Iterator[int]:
    """Columns headed "Skills valid until"."""
    for column, heading in enumerate(found.headings):
        if heading_key(_name_before_until(heading)) in _SKILL_KEYS:
            yield column


def _name_before_until(heading: str) -> str:
    """What stands before the words for an end: "First aid" of "First aid (valid until)"; "" without such words."""
    words = clean(heading).split()
    for count in range(1, len(words)):
        if heading_key(" ".join(words[count:])) in _END_KEYS:
            return " ".join(words[:count]).strip(" :;,.(-–")
    return ""


def _says_yes_or_no(body: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column headed "Guardian" holds yes and no: in many lists it holds the guardian's name."""
    cells = [cell for cell in _cells(body, column) if cell.strip()]
    return sum(map(is_yes_or_no, cells)) * 2 >= len(cells)


def _meanings(fields: Mapping[Field, tuple[int, ...]], skill_columns: Sequence[SkillColumn]) -> dict[int, str]:
    meanings = {column: field_name(field) for field, columns in fields.items() for column in columns}
    for skill in skill_columns:
        meanings[skill.end] = _("end of the skill “{name}”").format(name=skill.name)
        if skill.mark is not None:
            meanings[skill.mark] = _("skill “{name}”").format(name=skill.name)
    return meanings


def _date_columns(fields: Mapping[Field, tuple[int, ...]], skill_columns: Sequence[SkillColumn]) -> Iterator[int]:
    for field in (Field.BORN, Field.SKILLS, Field.EXPIRY):
        yield from fields.get(field, ())
    for skill in skill_columns:
        yield skill.end


def _day_first_notes(
    found: HeadingRow[Field], body: Sequence[Sequence[str]], orders: Mapping[int, DayOrder]
) -> Iterator[str]:
    for column, order in orders.items():
        if order is DayOrder.UNKNOWN and has_slashed_date(_cells(body, column)):
            yield _(
                "“{heading}”: dates such as 01/02 were read with the day first; nothing in the column tells."
            ).format(heading=clean(found.headings[column]))


def _cells(body: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    return (row[column] for row in body if column < len(row))
