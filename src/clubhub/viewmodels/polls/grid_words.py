"""What cells, names and columns of a poll's grid say: on the screen, in a tip, to a screen reader."""

from PySide6.QtCore import Qt

from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid_rows import GridRow

ROLES = Qt.ItemDataRole
SPOKEN = (ROLES.AccessibleTextRole, ROLES.ToolTipRole)
"""A tip says what a screen reader says, and beneath it how the answer came in."""


def mark_word(poll: Poll | None, mark: Mark | None) -> str:
    """A mark in the poll's own words; of a choice that it is one. A poll that changed its kind may have had a no."""
    if mark is Mark.YES and poll and poll.kind is not PollKind.MARKS:
        return _("chosen")
    return poll.word(mark) if poll and mark else words.mark_word(mark)


def waiting_words(said: str, place: int) -> str:
    """A mark's word, with the place in the line of who has no place yet; `place` 0 for who doesn't wait."""
    return _("{mark}, waits as number {place}").format(mark=said, place=place) if place else said


def cell_text(row: GridRow, option: Option, said: str, role: int) -> str:
    """Like "Anna Lind, Saturday 12 June 09:00–13:00, yes"."""
    whole = _("{name}, {when}, {mark}").format(name=row.name, when=words.option_words(option), mark=said)
    return _with_road(whole, row, role)


def name_text(row: GridRow, role: int) -> str:
    """Like "Anna Lind, guest: comes later"."""
    said = row.name
    if row.is_guest:
        said = _("{name}, guest").format(name=said)
    if row.is_silent:
        said = _("{name}, silent").format(name=said)
    return _with_road(f"{said}: {row.comment}" if row.comment else said, row, role)


def _with_road(said: str, row: GridRow, role: int) -> str:
    came = words.came_words(row.road, row.answered_at) if role == ROLES.ToolTipRole else ""
    return f"{said}\n{came}" if came else said
