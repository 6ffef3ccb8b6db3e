"""A table of cells to people: every row becomes a person or a list of reasons why it can't."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from clubhub.domain.limits import MOST_MINUTES
from clubhub.domain.people import AgeBand
from clubhub.domain.person_drafts import PeopleSheet, PersonDraft, SkillDraft
from clubhub.domain.person_fields import PersonField as Field
from clubhub.domain.tables import RowProblem, Table
from clubhub.formats.contacts import read_mails, read_phones
from clubhub.formats.people_columns import NAMES
from clubhub.formats.people_layout import Layout, Meanings, find_layout
from clubhub.formats.person_cells import (
    clean,
    read_age,
    read_birth,
    read_channel,
    read_language,
    read_minutes,
    read_name,
    read_names,
    read_yes,
)
from clubhub.formats.person_names import complete_name
from clubhub.formats.skill_cells import read_end, read_skill_column, read_skills
from clubhub.formats.unreadable import Unreadable
from clubhub.support.texts import _

Row = Sequence[str]
Columns = Sequence[int]
Value = TypeVar("Value")
_PROGRESS_ROWS = 2000
MOST_HOURS = MOST_MINUTES // 60


def read_people(
    table: Table,
    *,
    region: str,
    today: date,
    chosen: Meanings | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> PeopleSheet:
    """All people of a table, with every bad row's reasons; blank rows are passed over.

    `region` is the country (FI) of phone numbers without a country code; age bands are those of `today`, and birth
    dates are not kept. `chosen` goes before what the headings say, see find_layout. `on_progress` hears now and then of
    rows done and rows in all. Raises InvalidInput if no row of headings is understood.
    """
    layout = find_layout(table, chosen)
    if not any(field in layout.fields for field in NAMES):
        return _nameless(table, layout)
    readers = _Readers(layout, region, today)
    drafts: list[PersonDraft] = []
    problems: list[RowProblem] = []
    for index, row in enumerate(table.rows[layout.first_row :], start=layout.first_row):
        if on_progress and index % _PROGRESS_ROWS == 0:
            on_progress(index, len(table.rows))
        if any(row) and any(map(str.strip, row)):
            values, reasons = readers.read(row)
            if reasons:
                problems += (RowProblem(row=table.first_row + index, reason=reason) for reason in reasons)
            else:
                drafts.append(PersonDraft(row=table.first_row + index, **values))
    return PeopleSheet(
        drafts=tuple(drafts),
        problems=tuple(problems),
        columns=layout.uses,
        ignored=layout.ignored,
        notes=(*table.notes, *layout.notes),
        layout=layout.columns,
    )


def _nameless(table: Table, layout: Layout) -> PeopleSheet:
    """Nobody can be read where no column is taken for names."""
    problem = RowProblem(
        row=table.first_row + layout.first_row - 1, reason=_("no column is taken for names: choose one")
    )
    return PeopleSheet(
        drafts=(), problems=(problem,), columns=layout.uses, ignored=layout.ignored, notes=table.notes,
        layout=layout.columns,
    )  # fmt: skip


class _Readers:
    """What is read from each row of one sheet: a reader for every part of a person that has a column."""

    def __init__(self, layout: Layout, region: str, today: date) -> None:
        self._layout = layout
        self._region = region
        self._today = today
        columns = layout.fields
        self._name_columns = [columns.get(field, ()) for field in NAMES]
        readers: list[tuple[Field, str, Callable[..., Any]]] = [
            (Field.MAIL, "emails", partial(_all, read_mails)),
            (Field.PHONE, "phones", partial(_all, partial(read_phones, region=region))),
            (Field.AGE, "age_band", partial(_first, read_age, None)),
            (Field.BORN, "age_band", self._age_band),
            (Field.GROUPS, "groups", partial(_all, read_names)),
            (Field.NOTE, "note", _note),
            (Field.CHANNEL, "preferred_channel", partial(_first, read_channel, None)),
            (Field.LANGUAGE, "language", partial(_first, read_language, "")),
            (Field.HOUSEHOLD, "household", partial(_first, read_name, "")),
            (Field.GUARDIAN, "is_guardian", partial(_first, read_yes, False)),
            (Field.MAX_HOURS, "max_minutes", partial(_first, partial(read_minutes, most_hours=MOST_HOURS), None)),
            (Field.MAX_HOURS_DAY, "max_minutes_day", partial(_first, partial(read_minutes, most_hours=24), None)),
        ]
        self._readers: dict[str, Callable[[Row], Any]] = {
            part: partial(reader, columns[field]) for field, part, reader in readers if field in columns
        }
        if Field.SKILLS in columns or layout.skill_columns:
            self._readers["skills"] = self._skills

    def read(self, row: Row) -> tuple[dict[str, Any], list[str]]:
        """The parts of a person by name, and the reasons why the row can't be taken."""
        values: dict[str, Any] = {}
        reasons: list[str] = []
        try:
            values["given_name"], values["family_name"] = self._names(row)
        except Unreadable as reason:
            reasons.append(str(reason))
        for part, reader in self._readers.items():
            try:
                values[part] = reader(row)
            except Unreadable as reason:
                reasons.append(str(reason))
        if len(row) > self._layout.width and (surplus := _filled(range(self._layout.width, len(row)), row)):
            reasons.append(_("more cells than headings: “{cell}”").format(cell=clean(surplus[0])))
        return values, reasons

    def _names(self, row: Row) -> tuple[str, str]:
        given, family, full, turned = (read_name(" ".join(_filled(columns, row))) for columns in self._name_columns)
        given, family = complete_name(given, family, full, turned)
        if not (given or family):
            raise Unreadable(_("the name is missing"))
        return (given, family) if given else (family, "")

    def _age_band(self, columns: Columns, row: Row) -> AgeBand | None:
        """From the date of birth, else from an age."""
        for column in columns:
            if text := _cell(row, column):
                return read_birth(text, self._layout.orders[column], self._today)
        return _first(read_age, None, self._layout.fields.get(Field.AGE, ()), row)

    def _skills(self, row: Row) -> tuple[SkillDraft, ...]:
        """Each skill once; an end given in a column of its own counts more than one in the list."""
        held = {skill.name.casefold(): skill for skill in self._listed_skills(row)}
        for column in self._layout.skill_columns:
            mark = "" if column.mark is None else _cell(row, column.mark)
            skill = read_skill_column(column.name, mark, _cell(row, column.end), self._layout.orders[column.end])
            if skill and (skill.expires_on or skill.name.casefold() not in held):
                held[skill.name.casefold()] = skill
        return tuple(held.values())

    def _listed_skills(self, row: Row) -> Iterator[SkillDraft]:
        orders = self._layout.orders
        end_columns = (column for column in self._layout.fields.get(Field.EXPIRY, ()) if _cell(row, column))
        end = next((read_end(_cell(row, column), orders[column]) for column in end_columns), None)
        for column in self._layout.fields.get(Field.SKILLS, ()):
            for skill in read_skills(_cell(row, column), orders[column]):
                yield skill if skill.expires_on or not end else SkillDraft(name=skill.name, expires_on=end)


def _first(reader: Callable[[str], Value], without: Value, columns: Columns, row: Row) -> Value:
    """What the first filled cell says, else `without`."""
    cells = _filled(columns, row)
    return reader(cells[0]) if cells else without


def _all(reader: Callable[[str], tuple[str, ...]], columns: Columns, row: Row) -> tuple[str, ...]:
    """What all cells say, each thing once, in their order."""
    found = [reader(cell) for cell in _filled(columns, row)]
    return found[0] if len(found) == 1 else tuple(dict.fromkeys(chain.from_iterable(found)))


def _note(columns: Columns, row: Row) -> str:
    return "\n".join(map(clean, _filled(columns, row)))


def _filled(columns: Columns, row: Row) -> list[str]:
    width = len(row)
    return [cell for column in columns if column < width and (cell := row[column].strip())]


def _cell(row: Row, column: int) -> str:
    return row[column].strip() if column < len(row) else ""
