"""Tries every dialect on a file; the first that knows it reads it."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from clubhub.domain.tables import Table
from clubhub.formats.poll_exports import crab_fit, doodle, forms, framadate, nextcloud, rallly
from clubhub.formats.poll_exports.export import Export, Source

_DIALECTS: tuple[Callable[[Source], Export | None], ...] = (
    doodle.read,
    forms.read,
    crab_fit.read,
    rallly.read,
    framadate.read,
    nextcloud.read,
)


def find_export(table: Table, *, zone: str, today: date) -> Export | None:
    """The file as the program that wrote it meant it; None for a plain table of answers.

    `zone` is where the poll's wall-clock times are, for files that have theirs in UTC. Raises InvalidInput as
    `columns_of` does.
    """
    source = Source(table=table, zone=ZoneInfo(zone), today=today)
    return next((export for read in _DIALECTS if (export := read(source)) is not None), None)
