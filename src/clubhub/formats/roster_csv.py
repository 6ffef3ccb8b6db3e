"""The roster as CSV, a row per place; `csv_out` says in which dialect."""

from clubhub.domain.rosters import Roster
from clubhub.formats.csv_out import csv_bytes
from clubhub.formats.roster_table import headings, rows


def roster_csv(roster: Roster) -> bytes:
    """One row per place, in the order of time. No cell comes alive as a formula."""
    return csv_bytes([headings(), *(cells for _entry, cells in rows(roster))])
