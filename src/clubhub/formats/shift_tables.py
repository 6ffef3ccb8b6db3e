"""Reads shifts from a table: a row is a shift with one role, its columns found by their headings.

A row can also stand for a stretch that several shifts fill one after the other, as in the Electromagnetic Field's
templates (first, final, length, changeover): it becomes that many parts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clubhub.domain.draft_checks import clock_notes, zone_and_estimate
from clubhub.domain.drafts import EventDraft, ShiftDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import RowProblem, Table
from clubhub.domain.wall_time import check_zone
from clubhub.formats.headings import HeadingRow, find_heading_row
from clubhub.formats.shift_columns import SHIFT_VOCABULARY, Field
from clubhub.formats.shift_rows import Reading, RowShift, ShiftRow
from clubhub.formats.unreadable import Unreadable
from clubhub.formats.unused_headings import unused_headings
from clubhub.formats.written_dates import day_order
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural

YEARS_AHEAD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShifts:
    """`shifts` are in the order of rows; `notes` are sentences on what was taken as likely."""

    shifts: tuple[ShiftDraft, ...]
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]


def draft_from_table(table: Table, *, event_name: str, zone: str | None = None, club_zone: str) -> EventDraft:
    """The event that the table's shifts make. `zone` goes before the club's.

    Raises InvalidInput if a row can't be taken, with a sentence per row, or if there are no shifts.
    """
    event_zone, estimates = zone_and_estimate(check_zone(zone) if zone else None, club_zone)
    read = shifts_from_table(table, zone=event_zone)
    if read.problems:
        sentence = plural(
            "{count} row can't be taken as a shift. Nothing was changed.",
            "{count} rows can't be taken as shifts. Nothing was changed.",
            len(read.problems),
        )
        raise InvalidInput(sentence, [problem.sentence for problem in read.problems])
    if not read.shifts:
        raise InvalidInput(_("The table has headings but no shifts. Nothing was changed."))
    return EventDraft(
        name=event_name,
        starts_on=min(shift.starts.date() for shift in read.shifts),
        ends_on=max(shift.starts.date() for shift in read.shifts),
        time_zone=event_zone,
        shifts=read.shifts,
        estimates=tuple(estimates),
        warnings=(*table.notes, *read.notes, *clock_notes(read.shifts, event_zone)),
    )


def shifts_from_table(table: Table, *, zone: str) -> TableShifts:
    """Every row as a shift or a problem. Raises InvalidInput if no row has the headings of shifts.

    Keys are the row's own id if it has one, else made of role, name, place and date, so that they stay when times
    move within the day.
    """
    starts = (Field.START, Field.TIME)
    heading = find_heading_row(table, SHIFT_VOCABULARY, starts, _("role, date, start and end"))
    reading = Reading(
        order=day_order(cell for row in table.rows for cell in row),
        latest_year=utc_now().year + YEARS_AHEAD,
        zone=zone,
        notes=[],
    )
    shifts: list[ShiftDraft] = []
    problems: list[RowProblem] = []
    seen = Counter[str]()
    for index, cells in enumerate(table.rows[heading.index + 1 :], start=heading.index + 1):
        if not any(cell.strip() for cell in cells):
            continue
        try:
            row_shift = ShiftRow(cells, heading.columns, reading).shift()
        except Unreadable as bad:
            problems.append(RowProblem(row=table.first_row + index, reason=str(bad)))
            continue
        shifts.extend(_parts(_with_key(row_shift, seen)))
    notes = (*_unused_notes(table, heading), *reading.notes, *_split_notes(shifts))
    return TableShifts(shifts=tuple(shifts), problems=tuple(problems), notes=notes)


def _unused_notes(table: Table, heading: HeadingRow[Field]) -> list[str]:
    used = {column for columns in heading.columns.values() for column in columns}
    unused = list(unused_headings(heading.headings, table.rows[heading.index + 1 :], used))
    return [_("Not used: {headings}.").format(headings=", ".join(unused))] if unused else []


def _split_notes(shifts: list[ShiftDraft]) -> list[str]:
    count = sum(shift.part == 2 for shift in shifts)
    if not count:
        return []
    one = "{count} row gives a length shorter than its time: it became several shifts, one after the other."
    many = "{count} rows give a length shorter than their time: each became several shifts, one after the other."
    return [plural(one, many, count)]


def _with_key(row_shift: RowShift, seen: Counter[str]) -> RowShift:
    draft = row_shift.draft
    words = (draft.name, draft.needs[0].role, draft.venue, draft.starts.date().isoformat())
    key = draft.key or "/".join(dict.fromkeys(words))
    seen[key] += 1
    turn = f"/{seen[key]}" if seen[key] > 1 else ""
    return replace(row_shift, draft=replace(draft, key=key + turn))


def _parts(row_shift: RowShift) -> Iterator[ShiftDraft]:
    """The shift, or its parts: each as long as the row says, and the changeover longer; the last ends with the row."""
    draft, length = row_shift.draft, row_shift.length
    count = max(1, round((draft.ends - draft.starts) / length)) if length else 1
    if length is None or count == 1:
        yield draft
        return
    for part in range(count):
        begins = draft.starts + length * part
        is_last = part == count - 1
        ends = draft.ends if is_last else min(draft.ends, begins + length + row_shift.changeover)
        yield replace(draft, key=f"{draft.key}/part {part + 1}", starts=begins, ends=ends, part=part + 1)
