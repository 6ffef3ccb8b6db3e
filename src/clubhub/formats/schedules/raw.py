"""A schedule as the words of its file, before anything is made of them. Speakers and abstracts are never taken in."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class RawEntry:
    """One talk or block. Texts are "" where the file has none; `day_starts` is the day's own start, with its date."""

    number: int
    guid: str = ""
    id: str = ""
    title: str = ""
    room: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    duration: str = ""
    day: str = ""
    day_starts: str = ""


@dataclass(slots=True)
class RawSchedule:
    """`days` are the dates as written, `days_told` how many the file says there are ("" if it doesn't)."""

    title: str = ""
    acronym: str = ""
    zone: str = ""
    days_told: str = ""
    days: list[str] = field(default_factory=list)
    entries: list[RawEntry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
