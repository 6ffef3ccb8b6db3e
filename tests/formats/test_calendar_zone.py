"""The clocks of a zone, checked hour by hour with the reader of dateutil."""

import io
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from clubhub.formats.calendar_zone import zone_definition

ZONES = [
    "Europe/Helsinki",
    "Europe/Dublin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Tokyo",
]


def read(definition):
    calendar = b"BEGIN:VCALENDAR\r\n" + definition.to_ical() + b"END:VCALENDAR\r\n"
    return tzical(io.StringIO(calendar.decode())).get()


@pytest.mark.parametrize("name", ZONES)
def test_another_reader_sees_the_same_time_at_every_hour_of_the_years(name):
    zone = read(zone_definition(name, 2025, 2026))
    moment = datetime(2025, 1, 3, tzinfo=UTC)
    while moment.year < 2027:
        real = moment.astimezone(ZoneInfo(name)).replace(tzinfo=None)
        hour_before = (moment - timedelta(hours=1)).astimezone(ZoneInfo(name)).utcoffset()
        if hour_before == moment.astimezone(ZoneInfo(name)).utcoffset():  # a repeated hour is ambiguous as such
            assert real.replace(tzinfo=zone).utcoffset() == moment.astimezone(ZoneInfo(name)).utcoffset(), real
        moment += timedelta(hours=1)


def test_summer_time_starts_by_the_clock_before_the_change():
    text = zone_definition("Europe/Helsinki", 2026, 2026).to_ical().decode()
    assert "DTSTART:20260329T030000" in text
    assert "DTSTART:20261025T040000" in text
    assert text.count("BEGIN:DAYLIGHT") == 1
    assert text.count("BEGIN:STANDARD") == 2


def test_a_zone_that_never_changes_has_one_part():
    assert zone_definition("Asia/Tokyo", 2020, 2030).to_ical().count(b"DTSTART") == 1
