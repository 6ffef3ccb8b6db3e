"""Places in other events, compared by real time."""

import pytest
from tests.domain.roster_parts import at

from clubhub.domain.engagements import Engagement
from clubhub.domain.ids import NeedId, PersonId, ShiftId


def engagement(starts: str, ends: str, zone: str = "Europe/Helsinki") -> Engagement:
    return Engagement(
        person_id=PersonId(1),
        need_id=NeedId(9),
        shift_id=ShiftId(9),
        event_name="Fair",
        role_name="Canteen",
        shift_name="Saturday",
        starts=at(starts),
        ends=at(ends),
        time_zone=zone,
    )


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "is_during"),
    [
        ("2027-06-12 11:00", "2027-06-12 13:00", "Europe/Helsinki", True),
        ("2027-06-12 12:00", "2027-06-12 13:00", "Europe/Helsinki", False),
        ("2027-06-12 11:00", "2027-06-12 12:00", "Europe/Stockholm", False),
        ("2027-06-12 10:59", "2027-06-12 12:00", "Europe/Stockholm", True),
        ("2027-06-12 17:30", "2027-06-12 20:00", "Asia/Tokyo", True),
    ],
)
def test_times_of_other_zones_overlap_when_they_really_do(starts, ends, zone, is_during):
    morning = engagement("2027-06-12 10:00", "2027-06-12 12:00")
    assert morning.is_during(at(starts), at(ends), zone) is is_during
    assert engagement(starts, ends, zone).is_during(morning.starts, morning.ends, morning.time_zone) is is_during
