"""Crab Fit: it has no export of its own, so what its address for programs answers is read (people, perhaps the event).

Times are quarters of an hour in UTC, "0900-12062027"; a poll of weekdays has "0900-6". Who left a quarter free can't
come then: Crab Fit knows yes and no. As a table its columns are headed by the same codes.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from clubhub.domain.answer_sheets import AnswerColumn
from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import Table
from clubhub.formats.poll_exports.export import (
    NO,
    YES,
    Export,
    ExportRow,
    Source,
    called_by_start,
    is_blank,
    no_time,
    padded,
    wall_time,
)
from clubhub.support.json_values import Json
from clubhub.support.texts import _

_CODE = re.compile(r"(\d\d)(\d\d)-(\d\d)(\d\d)(\d{4})")
_WEEKDAY_CODE = re.compile(r"\d{4}-[0-6]")
_QUARTER = timedelta(minutes=15)
_TICK = "x"


def table_from_json(text: str) -> Table | None:
    """People and their times as a table, a column per quarter; None if the text is no JSON of Crab Fit's."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    people = found.get("people") if isinstance(found, dict) else found
    if not isinstance(people, list) or not people or not all(map(_is_person, people)):
        return None
    event = found.get("event", found) if isinstance(found, dict) else {}
    times = _times(event.get("times") if isinstance(event, dict) else None, people)
    rows = [
        (str(person["name"]), *(_TICK if time in person["availability"] else "" for time in times)) for person in people
    ]
    return Table(rows=(("Crab Fit", *times), *rows))


def read(source: Source) -> Export | None:
    """None if the columns aren't headed by Crab Fit's codes. Raises InvalidInput for a poll of weekdays."""
    codes = [cell.strip() for cell in source.rows[0][1:]] if source.rows else []
    if codes and all(_WEEKDAY_CODE.fullmatch(code) for code in codes):
        raise InvalidInput(
            _("This poll of Crab Fit asks about weekdays, not days. Nothing was taken in: type its answers in.")
        )
    if not codes or not all(_CODE.fullmatch(code) for code in codes):
        return None
    order = sorted(range(len(codes)), key=lambda at: _moment(codes[at]))
    columns = [_column(codes[at], source) for at in order]
    rows = [(at, row) for at, row in enumerate(source.rows) if at and not is_blank(row)]
    return Export(
        columns=called_by_start(columns),
        rows=tuple(
            ExportRow(row=source.number(at), name=row[0].strip(), cells=_cells(padded(row[1:], len(codes)), order))
            for at, row in rows
        ),
        notes=(_("Crab Fit knows no “if need be” and no silence: a time that is not marked was read as no."),),
    )


def _is_person(value: Json) -> bool:
    return isinstance(value, dict) and isinstance(value.get("availability"), list) and "name" in value


def _times(asked: Json, people: Iterable[Mapping[str, Json]]) -> list[str]:
    """The event's times, else all that anybody marked."""
    if isinstance(asked, list) and asked:
        return [str(time) for time in asked]
    return sorted({str(time) for person in people for time in person["availability"]})


def _moment(code: str) -> datetime:
    match = _CODE.fullmatch(code)
    parts = [int(part) for part in match.groups()] if match else []
    try:
        hour, minute, day, month, year = parts
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        raise no_time(code) from None


def _column(code: str, source: Source) -> AnswerColumn:
    starts = wall_time(_moment(code), source.zone, code)
    return AnswerColumn(heading="", starts=starts, ends=starts + _QUARTER)


def _cells(cells: Sequence[str], order: Sequence[int]) -> tuple[str, ...]:
    return tuple((YES if cells[at].casefold() == _TICK else cells[at]) or NO for at in order)
