"""Exports written for the tests, in the shapes of the programs; all names are made up."""

import csv
import io
from datetime import date

from clubhub.domain.answer_sheets import AnswerSheet
from clubhub.domain.polls import Mark
from clubhub.domain.tables import Table
from clubhub.formats.answers import answers_from_table

SIGNS = {Mark.YES: "Y", Mark.IF_NEED_BE: "M", Mark.NO: "N", None: "-"}
TODAY = date(2027, 1, 15)


def table(text: str) -> Table:
    return Table(rows=tuple(tuple(row) for row in csv.reader(io.StringIO(text))))


def sheet(text: str, *, zone: str = "Europe/Helsinki") -> AnswerSheet:
    return answers_from_table(table(text), zone=zone, today=TODAY)


def said(found: AnswerSheet) -> dict[str, str]:
    """Each name with its marks as letters."""
    return {row.name: "".join(SIGNS[mark] for mark in row.marks) for row in found.rows}


def headings(found: AnswerSheet) -> list[str]:
    return [column.heading for column in found.columns]


def hours(found: AnswerSheet) -> list[str]:
    return [f"{one.starts:%m-%d %H:%M}-{one.ends:%H:%M}" if one.starts and one.ends else "" for one in found.columns]
