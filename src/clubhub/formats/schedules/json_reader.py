"""Reads the JSON twin of `schedule.xml`: schedule > conference > days > rooms > a list of entries per room.

Of the VOC's JSON schema these rules are kept, since a file that breaks them was not made by the program it claims:
`rooms` stand in the conference, never beside it; an entry's `id` is a whole number from 1; texts are texts.
"""

import json
from typing import Any

from clubhub.domain.errors import InvalidInput
from clubhub.formats.schedules.raw import RawEntry, RawSchedule
from clubhub.formats.schedules.shape import another_dialect, not_a_schedule
from clubhub.support.texts import _


def raw_from_json(data: bytes) -> RawSchedule:
    """Raises InvalidInput for what is no JSON, no schedule, or a schedule of another dialect."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = f"{error.lineno}" if isinstance(error, json.JSONDecodeError) else "1"
        raise InvalidInput(
            _("The file is not whole JSON: it can't be read from line {line} on. Nothing was changed.").format(
                line=line
            )
        ) from error
    schedule = content.get("schedule") if isinstance(content, dict) else None
    if not isinstance(schedule, dict):
        raise not_a_schedule(next(iter(content), "") if isinstance(content, dict) else type(content).__name__)
    conference = schedule.get("conference")
    days = conference.get("days") if isinstance(conference, dict) else None
    if not isinstance(days, list) or not all(isinstance(day, dict) and "rooms" in day for day in days):
        raise another_dialect()
    return _JsonReader().read(schedule, conference, days)


class _JsonReader:
    """Gathers entries, and a sentence for each rule that the file breaks."""

    def __init__(self) -> None:
        self._raw = RawSchedule()

    def read(self, schedule: dict[str, Any], conference: Any, days: list[dict[str, Any]]) -> RawSchedule:  # noqa: ANN401
        raw = self._raw
        if "rooms" in schedule:
            raw.problems.append(_("“rooms” stands beside the conference; it belongs into it."))
        raw.title, raw.acronym = _text(conference.get("title")), _text(conference.get("acronym"))
        raw.zone, raw.days_told = _text(conference.get("time_zone_name")), _text(conference.get("daysCount"))
        for day in days:
            raw.days.append(_text(day.get("date")))
            self._read_day(day)
        return raw

    def _read_day(self, day: dict[str, Any]) -> None:
        rooms = day["rooms"]
        if not isinstance(rooms, dict) or not all(isinstance(entries, list) for entries in rooms.values()):
            raise another_dialect()
        for room, entries in rooms.items():
            for content in entries:
                self._read_entry(content, room, day)

    def _read_entry(self, content: object, room: str, day: dict[str, Any]) -> None:
        if not isinstance(content, dict):
            raise another_dialect()
        entry = RawEntry(
            number=len(self._raw.entries) + 1,
            guid=_text(content.get("guid")),
            id=_text(content.get("id")),
            title=_text(content.get("title")),
            room=room.strip(),
            date=_text(content.get("date")),
            start=_text(content.get("start")),
            end=_text(content.get("end")),
            duration=_text(content.get("duration")),
            day=_text(day.get("date")),
            day_starts=_text(day.get("day_start")),
        )
        self._raw.entries.append(entry)
        number = content.get("id")
        if number is not None and (isinstance(number, bool) or not isinstance(number, int) or number < 1):
            sentence = _("Entry {number} (“{title}”): its id is {id}, not a whole number from 1.")
            self._raw.problems.append(
                sentence.format(number=entry.number, title=entry.title, id=json.dumps(number, ensure_ascii=False))
            )


def _text(value: object) -> str:
    """Text and numbers as text, everything else as nothing."""
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
