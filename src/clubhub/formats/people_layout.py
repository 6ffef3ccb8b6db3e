"""Which column of a particular sheet of people holds what, and in which order its dates are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.person_drafts import ColumnUse
from clubhub.domain.tables import Table
from clubhub.formats.headings import HeadingRow, find_heading_row, heading_key
from clubhub.formats.people_columns import NAMES, PEOPLE_VOCABULARY, Field, field_name
from clubhub.formats.person_cells import clean, is_yes_or_no
from clubhub.formats.sheet_extent import column_letters
from clubhub.formats.written_dates import DayOrder, day_order, has_slashed_date
from clubhub.support.texts import _

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


def find_layout(table: Table) -> Layout:
    """Raises InvalidInput if there is no row of headings with a name among them."""
    found = find_heading_row(table, PEOPLE_VOCABULARY, NAMES, _("a column with names, such as “Name” or “Given name”"))
    body = table.rows[found.index + 1 :]
    fields = dict(found.columns)
    skill_columns = tuple(_skill_columns(found))
    fields[Field.EXPIRY] = fields.get(Field.EXPIRY, ()) + tuple(_ends_of_the_list(found))
    fields[Field.GUARDIAN] = tuple(c for c in fields.get(Field.GUARDIAN, ()) if _says_yes_or_no(body, c))
    meanings = _meanings(fields, skill_columns)
    orders = {column: day_order(_cells(body, column)) for column in _date_columns(fields, skill_columns)}
    return Layout(
        first_row=found.index + 1,
        width=len(found.headings),
        fields={field: columns for field, columns in fields.items() if columns},
        skill_columns=skill_columns,
        orders=orders,
        uses=tuple(ColumnUse(heading=found.headings[c], meaning=meanings[c]) for c in sorted(meanings)),
        ignored=tuple(_ignored(found, body, meanings)),
        notes=tuple(_day_first_notes(found, body, orders)),
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


def _ignored(found: HeadingRow[Field], body: Sequence[Sequence[str]], used: Mapping[int, str]) -> Iterator[str]:
    for column, heading in enumerate(found.headings):
        if column not in used:
            if heading.strip():
                yield clean(heading)
            elif any(cell.strip() for cell in _cells(body, column)):
                yield _("column {letters}, without a heading").format(letters=column_letters(column + 1))


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
