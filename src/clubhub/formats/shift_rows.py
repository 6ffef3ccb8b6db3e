"""Makes a shift out of one row of a table, or says what is wrong with the row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhub.domain.drafts import NeedDraft, ShiftDraft
from clubhub.domain.people import AgeBand
from clubhub.domain.wall_time import skipped_time_problem
from clubhub.formats.shift_columns import Field
from clubhub.formats.unreadable import Unreadable
from clubhub.formats.written_dates import DayOrder, written_date
from clubhub.formats.written_times import HOURS_BELOW, WrittenTime, written_length, written_range, written_time
from clubhub.support.texts import _

LONGEST = timedelta(hours=24)
MOST_PEOPLE = 1000

# An end before the start is taken as after midnight only for a shift that plausibly runs through the night.
NIGHT_STARTS_FROM = time(17)
NIGHT_ENDS_UNTIL = time(8)

_COUNT = re.compile(r"(\d{1,5})(?:\s*(?:-|–|to|bis)\s*(\d{1,5}))?\+?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What all rows of a table share: how its dates are written, its zone, and notes that rows add to."""

    order: DayOrder
    latest_year: int
    zone: str
    notes: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShift:
    """A shift before it has its key. `length` and `changeover` (None: none given) split it into parts."""

    draft: ShiftDraft
    length: timedelta | None
    changeover: timedelta


class ShiftRow:
    """One row, asked field by field."""

    def __init__(self, cells: Sequence[str], columns: Mapping[Field, tuple[int, ...]], reading: Reading) -> None:
        self._cells = cells
        self._columns = columns
        self._reading = reading

    def shift(self) -> RowShift:
        """Raises Unreadable."""
        role, name = self._text(Field.ROLE), self._text(Field.NAME)
        if not role and not name:
            raise Unreadable(_("It has neither a role nor a name for the shift."))
        length = self._length(Field.LENGTH, HOURS_BELOW)
        starts, ends = self._times(length)
        draft = ShiftDraft(
            key=self._text(Field.KEY),
            name=name or role,
            starts=starts,
            ends=ends,
            venue=self._text(Field.VENUE),
            needs=(self._need(role or _("Helper")),),
        )
        problem = skipped_time_problem(draft.name, starts, ends, self._reading.zone)
        if problem:
            raise Unreadable(problem)
        return RowShift(draft=draft, length=length, changeover=self._length(Field.CHANGEOVER, 0) or timedelta())

    def _need(self, role: str) -> NeedDraft:
        least, most = self._people()
        return NeedDraft(
            role=role,
            min_count=least,
            max_count=most,
            skills=tuple(skill.strip() for skill in re.split("[;,|\n]", self._text(Field.SKILLS)) if skill.strip()),
            minimum_age=self._minimum_age(),
            note=self._text(Field.NOTE),
            bring=self._text(Field.BRING),
        )

    def _texts(self, field: Field) -> list[str]:
        indexes = self._columns.get(field, ())
        return [
            self._cells[index].strip() for index in indexes if index < len(self._cells) and self._cells[index].strip()
        ]

    def _text(self, field: Field) -> str:
        return next(iter(self._texts(field)), "")

    def _times(self, length: timedelta | None) -> tuple[datetime, datetime]:
        start_text, end_text = self._time_texts()
        start = self._time(start_text)
        starts = start.on(start.day or self._day())
        if not end_text and length:
            return starts, starts + length
        if not end_text:
            raise Unreadable(_("It has no end."))
        return starts, self._end(starts, self._time(end_text))

    def _time_texts(self) -> tuple[str, str]:
        """Start and end; both may stand in one cell."""
        start, end = self._text(Field.START) or self._text(Field.TIME), self._text(Field.END)
        if not start:
            raise Unreadable(_("It has no start."))
        return (start, end) if end else written_range(start) or (start, "")

    def _end(self, starts: datetime, end: WrittenTime) -> datetime:
        ends = end.on(starts.date())
        is_night = starts.time() >= NIGHT_STARTS_FROM and ends.time() <= NIGHT_ENDS_UNTIL
        if ends < starts and not end.day and is_night:
            ends += timedelta(days=1)
            sentence = _("“{name}” on {date} from {start} to {end} was taken to end on the next day.")
            self._reading.notes.append(
                sentence.format(
                    name=self._text(Field.NAME) or self._text(Field.ROLE),
                    date=starts.date().isoformat(),
                    start=f"{starts:%H:%M}",
                    end=f"{ends:%H:%M}",
                )
            )
        if ends <= starts:
            sentence = _("It ends at {end}, not after its start at {start}.")
            raise Unreadable(sentence.format(start=f"{starts:%Y-%m-%d %H:%M}", end=f"{ends:%Y-%m-%d %H:%M}"))
        if ends - starts > LONGEST:
            raise Unreadable(_("It lasts longer than {hours} hours.").format(hours=LONGEST // timedelta(hours=1)))
        return ends

    def _time(self, text: str) -> WrittenTime:
        try:
            return written_time(text, self._reading.order, latest_year=self._reading.latest_year)
        except ValueError:
            raise Unreadable(_("“{text}” is no time. Write it like 09:30.").format(text=text)) from None

    def _day(self) -> date:
        """The first cell that holds a date: a column of weekdays may stand beside it."""
        texts = self._texts(Field.DATE)
        for text in texts:
            try:
                return written_date(text, self._reading.order, latest_year=self._reading.latest_year)
            except ValueError:
                continue
        if texts:
            raise Unreadable(_("“{text}” is no date. Write it like 2026-12-31.").format(text=texts[0]))
        raise Unreadable(_("It has no date."))

    def _length(self, field: Field, hours_below: int) -> timedelta | None:
        text = self._text(field)
        if not text:
            return None
        try:
            return written_length(text, hours_below=hours_below) or None
        except ValueError:
            raise Unreadable(_("“{text}” is no length. Write it like 1:30.").format(text=text)) from None

    def _people(self) -> tuple[int, int]:
        """At least and at most; one person where nothing is said."""
        least, most = self._count(Field.COUNT)
        least = self._count(Field.MIN)[0] if self._text(Field.MIN) else least
        most = (
            self._count(Field.MAX)[1] if self._text(Field.MAX) else max(most, least) if self._text(Field.MIN) else most
        )
        if not 0 <= least <= most <= MOST_PEOPLE or most == 0:
            raise Unreadable(_("At least {least} and at most {most} people can't be.").format(least=least, most=most))
        return least, most

    def _count(self, field: Field) -> tuple[int, int]:
        text = self._text(field)
        match = _COUNT.fullmatch(text or "1")
        if not match:
            raise Unreadable(_("“{text}” is no number of people.").format(text=text))
        return int(match[1]), int(match[2] or match[1])

    def _minimum_age(self) -> AgeBand | None:
        """The youngest band that is wholly old enough."""
        text = self._text(Field.AGE).rstrip("+ ")
        if not text:
            return None
        if not text.isdecimal() or int(text) > 99:
            raise Unreadable(_("“{text}” is no age. Write it like 16.").format(text=text))
        band = next((band for band in AgeBand if band.lowest_age >= int(text)), AgeBand.ADULT)
        return band if band.lowest_age else None
