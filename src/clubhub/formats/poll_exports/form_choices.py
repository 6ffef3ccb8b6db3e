"""Questions of forms with boxes to tick: what was ticked stands in one cell."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from clubhub.formats.answer_headings import heading_slots
from clubhub.formats.answer_words import mark_of
from clubhub.formats.named_days import with_iso_days
from clubhub.formats.poll_exports.export import NO, SILENT, YES


class ChoiceReader:
    """Parts cells at `separator`, ", " in Google's files and ";" in Microsoft's."""

    def __init__(self, separator: str, today: date) -> None:
        self._separator = separator
        self._today = today
        self._starts: dict[str, datetime | None] = {}

    def ticked_question(self, places: Iterable[int], rows: Sequence[Sequence[str]]) -> int | None:
        """The column of boxes: one whose choices are times, else the one where most ticked several.

        None if there is none, or if questions are answered with yes and no.
        """
        asked = list(places)
        for at in asked:
            choices = self.all_of(row[at] for row in rows)
            if choices and all(self._start(choice) for choice in choices):
                return at
        if any(mark_of(row[at]) for at in asked for row in rows if row[at]):
            return None
        several = {at: sum(len(self._choices(row[at])) > 1 for row in rows) for at in asked}
        again = {at: sum(bool(row[at]) for row in rows) - len(self.all_of(row[at] for row in rows)) for at in asked}
        fitting = [at for at in asked if several[at] or again[at] > 0]
        return max(fitting, key=lambda at: (several[at], again[at]), default=None)

    def all_of(self, cells: Iterable[str]) -> list[str]:
        """All choices that anybody ticked: times in order, words as they come first."""
        found = list(dict.fromkeys(choice for cell in cells for choice in self._choices(cell)))
        starts = {choice: self._start(choice) for choice in found}
        timed = [(start, choice) for choice, start in starts.items() if start]
        return [choice for _start, choice in sorted(timed)] if len(timed) == len(found) else found

    def ticks(self, cell: str, options: Sequence[str]) -> tuple[str, ...]:
        """Nothing ticked at all is silence."""
        ticked = set(self._choices(cell))
        return tuple((YES if option in ticked else NO) if ticked else SILENT for option in options)

    def _choices(self, cell: str) -> list[str]:
        """A comma inside a time ("Sat 12 June 2027, 8:00") parts nothing."""
        joined: list[str] = []
        for part in filter(None, (part.strip() for part in cell.split(self._separator))):
            both = f"{joined[-1]}{self._separator}{part}" if joined and self._separator != ";" else ""
            if both and not self._start(part) and self._start(both):
                joined[-1] = both
            else:
                joined.append(part)
        return joined

    def _start(self, text: str) -> datetime | None:
        """Kept: thousands of forms hold the same few choices."""
        if text not in self._starts:
            slot = heading_slots([with_iso_days(text, self._today)])[0]
            self._starts[text] = slot[0] if slot else None
        return self._starts[text]
