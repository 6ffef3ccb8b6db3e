"""Sheets for the wall: one or more for each day and venue, sessions across, roles and their places down."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clubhub.domain.rosters import Roster, RosterEntry, RosterShift
from clubhub.formats.roster_pdf.hours import hours, until
from clubhub.formats.roster_pdf.page_parts import is_marked_new, name_parts
from clubhub.formats.roster_pdf.sheet_packing import even_chunks, packed
from clubhub.formats.roster_pdf.short_names import short_families
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.formats.roster_pdf.venue_columns import Block, Column, Times, blocks_of, columns_of, times_of
from clubhub.support import dates
from clubhub.support.texts import _, plural

# Fifteen rows of 9 mm fit under one header on A4 (thirteen of the full 10.15 mm); one more header takes three rows.
# Names in four columns would be too small.
_MOST_ROWS, _HEADER_ROWS, _MOST_COLUMNS = 15, 3, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Columns side by side with their roles: a sheet holds one, or several below each other when they are low."""

    columns: Sequence[Column]
    blocks: Sequence[Block]

    @property
    def height(self) -> int:
        return _HEADER_ROWS + sum(block.height for block in self.blocks)


def contents(roster: Roster) -> Json:
    """Sheets in the order of days, then venues by name; what one sheet can't hold takes further ones."""
    sheets: list[Json] = []
    for (day, venue, _venue_id), shifts in sorted(_by_day_and_venue(roster).items()):
        pages = _pages(shifts)
        for number, parts in enumerate(pages, start=1):
            of_all = _("Sheet {number} of {total}").format(number=number, total=len(pages)) if len(pages) > 1 else ""
            sheets.append(_heading(roster, day, venue) | {"part": of_all} | _sheet(roster, parts))
    return {"sheets": sheets, "tick": _("Tick your box when you arrive")}


def _by_day_and_venue(roster: Roster) -> dict[tuple[date, str, int], list[RosterShift]]:
    groups: dict[tuple[date, str, int], list[RosterShift]] = defaultdict(list)
    for shift in roster.shifts:
        name, venue_id = (shift.venue.name, shift.venue.id) if shift.venue else ("", 0)
        groups[shift.shift.starts.date(), name, venue_id].append(shift)
    return groups


def _heading(roster: Roster, day: date, venue: str) -> Json:
    """Where nobody named a venue, the event's name stands large."""
    day_name = dates.day_name(day, roster.club.language)
    return {
        "venue": venue or roster.event.name,
        "day": day_name[:1].upper() + day_name[1:],
        "event": roster.event.name if venue else "",
    }


def _pages(shifts: Sequence[RosterShift]) -> list[list[_Part]]:
    parts = [
        _Part(columns=columns, blocks=blocks)
        for columns in even_chunks(columns_of(shifts), _MOST_COLUMNS)
        for blocks in packed([part for block in blocks_of(columns) for part in block.parts(_MOST_ROWS)], _MOST_ROWS)
    ]
    return packed(parts, _HEADER_ROWS + _MOST_ROWS)


def _sheet(roster: Roster, parts: Sequence[_Part]) -> Json:
    tables = [_table(roster, part) for part in parts]
    places = [place for table in tables for role in table["roles"] for cell in role["cells"] for place in cell]
    shorts = short_families((place["given"], place["family"]) for place in places)
    for place in places:
        place["short_family"] = shorts[place["given"], place["family"]]
    return {
        "tables": tables,
        "has_open": any(place["is_open"] for place in places),
        "has_new": any(place["is_new"] for place in places),
        "has_own_times": any(place["due"] for place in places),
    }


def _table(roster: Roster, part: _Part) -> Json:
    return {
        "columns": [_column(roster, column, part.blocks, n) for n, column in enumerate(part.columns)],
        "roles": [_role(roster, block, part.columns) for block in part.blocks],
    }


def _column(roster: Roster, column: Column, blocks: Sequence[Block], index: int) -> Json:
    """`open` counts what is open on this sheet: the other sheets count their own."""
    times = column.times
    open_places = sum(entry.place.is_open for block in blocks for entry in block.cells[index])
    return {
        "name": column.name,
        "hours": hours(times.starts, times.ends, roster.club.language),
        "due": dates.clock(times.due) if times.due != times.starts else "",
        "open": plural("{count} open", "{count} open", open_places) if open_places else "",
    }


def _role(roster: Roster, block: Block, columns: Sequence[Column]) -> Json:
    role = next(entry.need.role for cell in block.cells for entry in cell)
    pairs = zip(block.cells, columns, strict=True)
    return {
        "name": role.name,
        "note": role.note,
        "rows": block.height,
        "cells": [[_place(roster, entry, column.times) for entry in cell] for cell, column in pairs],
    }


def _place(roster: Roster, entry: RosterEntry, usual: Times) -> Json:
    """`due` and `until` are given only where they differ from what stands over the column."""
    given, family = name_parts(entry.place.person) if entry.place.person else ("", "")
    lane = entry.need.need.lane(entry.place.number)
    own = times_of(entry.shift)
    return {
        "lane": "" if lane is None else str(lane),
        "given": given,
        "family": family,
        "is_open": entry.place.is_open,
        "is_new": is_marked_new(roster, entry.place),
        "due": dates.clock(own.due) if own.due != usual.due or own.ends != usual.ends else "",
        "until": until(own.due, own.ends, roster.club.language) if own.ends != usual.ends else "",
    }
