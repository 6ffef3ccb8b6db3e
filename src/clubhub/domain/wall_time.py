"""Wall-clock time in a zone: which times exist, how long a shift really lasts, and what a zone is called.

Wall times are naive datetimes; zones are IANA names such as "Europe/Helsinki".
"""

import difflib
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from clubhub.domain.errors import InvalidInput
from clubhub.support import dates
from clubhub.support.texts import _, language

YEARS = range(1900, 2200)
"""The years that a date may lie in: another is a slip of the pen, and near year 1 or 9999 clocks can't be told."""

# Names that a computer offers beside the real ones: they mean something else on each machine, or nothing.
_NO_ZONES = frozenset({"localtime", "Factory", "posixrules"})


def check_zone(name: str) -> str:
    """The name itself, without blanks around it. Raises InvalidInput with the likeliest real name otherwise."""
    wanted = name.strip()
    if wanted not in _NO_ZONES and _find_zone(wanted) and wanted in _all_zones():
        return wanted
    guess = _closest_zone(wanted)
    if guess:
        raise InvalidInput(
            _("There is no time zone called “{name}”. Did you mean {guess}? Nothing was changed.").format(
                name=wanted, guess=guess
            )
        )
    raise InvalidInput(
        _("There is no time zone called “{name}”. Use a name like Europe/Helsinki. Nothing was changed.").format(
            name=wanted
        )
    )


def exists(wall: datetime, zone: str) -> bool:
    """False for a time that the clock skips, such as 02:30 on the night when summer time begins."""
    return _there_and_back(wall, zone) == wall


def to_utc(wall: datetime, zone: str) -> datetime:
    """The moment (aware, UTC) of a wall time. One shown twice means the first; a skipped one moves on by the gap."""
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def from_utc(moment: datetime, zone: str) -> datetime:
    """The naive wall time that a clock in the zone shows at an aware moment."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def real_length(starts: datetime, ends: datetime, zone: str) -> timedelta:
    """How long people really work from one wall time to the other: an hour more or less over a clock change."""
    return to_utc(ends, zone) - to_utc(starts, zone)


def skipped_time_problem(name: str, starts: datetime, ends: datetime, zone: str) -> str | None:
    """A sentence if the shift starts or ends at a time that no clock shows, else None."""
    for wall in (starts, ends):
        if not exists(wall, zone):
            return _(
                "“{name}” uses {time} on {date}, which no clock in {zone} shows: the hour is skipped when summer time "
                "begins. Move it to a time before or after that hour."
            ).format(name=name, time=f"{wall:%H:%M}", date=dates.day_and_year(wall.date(), language()), zone=zone)
    return None


def clock_change_note(name: str, starts: datetime, ends: datetime, zone: str) -> str | None:
    """A sentence with the real length if the clock changes during the shift, else None."""
    real = real_length(starts, ends, zone)
    if real == ends - starts:
        return None
    return _("The clock changes during “{name}” ({starts} to {ends}): it really lasts {length} hours.").format(
        name=name, starts=dates.stamp(starts, language()), ends=f"{ends:%H:%M}", length=hours_text(real)
    )


def hours_text(length: timedelta) -> str:
    """Like "7:00" or "0:45"."""
    minutes = round(length.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _there_and_back(wall: datetime, zone: str) -> datetime:
    return from_utc(to_utc(wall, zone), zone)


def _find_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder of zones such as "Europe"
        return None


@cache
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones()) - _NO_ZONES


def _closest_zone(name: str) -> str | None:
    """The zone most like `name`, also when only its city is given; cities of the zone "area/city" come first."""
    wanted = name.casefold().replace(" ", "_")
    names = {zone.casefold(): zone for zone in sorted(_all_zones())}
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(_all_zones(), reverse=True) if "/" in zone}
    for table in (names, cities):
        if wanted in table:
            return table[wanted]
    close = difflib.get_close_matches(wanted, [*names, *cities], n=1, cutoff=0.6)
    return (names.get(close[0]) or cities[close[0]]) if close else None
