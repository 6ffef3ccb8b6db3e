"""Who waits for a place while marks change: of the columns that have a limit alone, so that others cost nothing."""

from collections.abc import Sequence
from datetime import UTC, datetime

from clubhub.domain.ids import AnswerId
from clubhub.domain.polls import Answer, Mark, Option
from clubhub.domain.waiting_lists import waiting_list
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural
from clubhub.viewmodels.polls.grid_rows import GridRow

NEVER = datetime.max.replace(tzinfo=UTC)


class Waiting:
    """For each column, the rows that said yes after all places were taken, and their places in the line from 1."""

    def __init__(self) -> None:
        self._places: dict[int, dict[int, int]] = {}

    def count_all(self, options: Sequence[Option], rows: Sequence[GridRow]) -> None:
        limited = ((column, option) for column, option in enumerate(options) if option.most is not None)
        self._places = {column: _waiting(option, rows) for column, option in limited}

    def change(self, column: int, option: Option, rows: Sequence[GridRow], row: int, mark: Mark | None) -> None:
        """One row has another mark there: who says yes now stands at the end, and others may move up."""
        rows[row].since.pop(option.id, None)
        if mark is Mark.YES:
            rows[row].since[option.id] = utc_now()
        self._places[column] = _waiting(option, rows)

    def place(self, row: int, column: int) -> int:
        """0 for who doesn't wait."""
        places = self._places.get(column)
        return places.get(row, 0) if places else 0

    def words(self, column: int, option: Option, yes: int) -> str:
        """Like "4 of 4, 2 wait"; "" where there is room for all."""
        if option.most is None:
            return ""
        waiting = len(self._places.get(column, ()))
        taken = _("{placed} of {most}").format(placed=yes - waiting, most=option.most)
        return plural("{taken}, {count} waits", "{taken}, {count} wait", waiting, taken=taken) if waiting else taken

    def short_words(self, column: int, option: Option, yes: int) -> str:
        """As much as a column has room for: "2 wait", "full", "1 free"."""
        if option.most is None:
            return ""
        waiting, free = len(self._places.get(column, ())), option.most - yes
        if waiting:
            return plural("{count} waits", "{count} wait", waiting)
        return plural("{count} free", "{count} free", free) if free else _("full")


def room_words(options: Sequence[Option]) -> str:
    """Like "room for 8", or "room for 4 to 8" where limits differ; "" where there are none."""
    limits = sorted({option.most for option in options if option.most is not None})
    if not limits:
        return ""
    if len(limits) == 1:
        return _("room for {most}").format(most=limits[0])
    return _("room for {least} to {most}").format(least=limits[0], most=limits[-1])


def _waiting(option: Option, rows: Sequence[GridRow]) -> dict[int, int]:
    """Rows without a moment, such as none has that is in the club's file, would stand at the end."""
    answers = [
        Answer(id=AnswerId(at), poll_id=option.poll_id, marks=row.marks, yes_since=row.since, answered_at=NEVER)
        for at, row in enumerate(rows)
        if row.marks.get(option.id) is Mark.YES
    ]
    return {int(answer.id): place for place, answer in enumerate(waiting_list(option, answers).waiting, 1)}
