"""A sheet of cells as a file gave it, and what was found wrong in it."""

from dataclasses import dataclass

from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cells as text, row by row; the first row holds the headings.

    Dates and times come as ISO text. `first_row` is the number that the file's own program shows for row 0 of `rows`;
    `notes` are sentences on how the file was read (its encoding, which of several sheets).
    """

    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """Why a row can't be taken. `row` is the number that the file's own program shows."""

    row: int
    reason: str

    @property
    def sentence(self) -> str:
        return _("Row {row}: {reason}").format(row=self.row, reason=self.reason)
