"""Reads `schedule.xml`: schedule > conference, day > room > event."""

from clubhub.formats.schedules.raw import RawEntry, RawSchedule
from clubhub.formats.schedules.shape import another_dialect, not_a_schedule
from clubhub.formats.xml_guard import read_xml

_CONFERENCE = ("schedule", "conference")
_DAY = ("schedule", "day")
_ROOM = (*_DAY, "room")
_EVENT = (*_ROOM, "event")

_OF_CONFERENCE = {"title": "title", "acronym": "acronym", "time_zone_name": "zone", "days": "days_told"}
_OF_EVENT = ("title", "date", "start", "end", "duration")


def raw_from_xml(data: bytes) -> RawSchedule:
    """Raises InvalidInput for what is no XML, no schedule, or a schedule of another dialect."""
    listener = _Listener()
    read_xml(data, listener)
    if not listener.has_conference or not listener.schedule.days:
        raise another_dialect()
    return listener.schedule


class _Listener:
    def __init__(self) -> None:
        self.schedule = RawSchedule()
        self.has_conference = False
        self._day_starts = ""
        self._room = ""

    def opened(self, path: tuple[str, ...], attributes: dict[str, str]) -> None:
        if path == _EVENT:
            self._open_event(attributes)
        elif path == _ROOM:
            self._room = attributes.get("name", "")
        elif path == _DAY:
            self._day_starts = attributes.get("start", "")
            self.schedule.days.append(attributes.get("date", ""))
        elif path == _CONFERENCE:
            self.has_conference = True
        elif len(path) == 1 and path != ("schedule",):
            raise not_a_schedule(path[0])

    def _open_event(self, attributes: dict[str, str]) -> None:
        self.schedule.entries.append(
            RawEntry(
                number=len(self.schedule.entries) + 1,
                guid=attributes.get("guid", "").strip(),
                id=attributes.get("id", "").strip(),
                room=self._room.strip(),
                day=self.schedule.days[-1],
                day_starts=self._day_starts,
            )
        )

    def closed(self, path: tuple[str, ...], text: str) -> None:
        *parents, name = path
        if tuple(parents) == _EVENT and name in _OF_EVENT:
            setattr(self.schedule.entries[-1], name, text)
        elif tuple(parents) == _CONFERENCE and name in _OF_CONFERENCE:
            setattr(self.schedule, _OF_CONFERENCE[name], text)
