"""Places that people have in other events: nobody can be in two of them at once, whatever clock each event keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ids import NeedId, PersonId, ShiftId, VenueId
from clubhub.domain.wall_time import to_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """A person on a place of another event. `starts` and `ends` are naive, wall-clock times in its `time_zone`.

    `shift_name` is the session's, else the shift's own. `override` is the reason kept with the assignment.
    """

    person_id: PersonId
    need_id: NeedId
    shift_id: ShiftId
    event_name: str
    role_name: str
    shift_name: str
    starts: datetime
    ends: datetime
    time_zone: str
    venue_id: VenueId | None = None
    override: str = ""

    def is_during(self, starts: datetime, ends: datetime, zone: str) -> bool:
        """Whether it shares real time with these wall-clock times of a zone."""
        begins_before_the_end = to_utc(self.starts, self.time_zone) < to_utc(ends, zone)
        return begins_before_the_end and to_utc(starts, zone) < to_utc(self.ends, self.time_zone)


Elsewhere = Mapping[PersonId, Sequence[Engagement]]
"""Everybody's engagements, in order of time; only those who have any."""
