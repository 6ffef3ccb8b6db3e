"""The schedule of frab, pretalx and the VOC: `schedule.xml` and its JSON twin. Each entry becomes a shift."""

from clubhub.formats.schedules.job import draft_from_json, read_schedule_job, schedule_request
from clubhub.formats.schedules.reader import read_schedule

__all__ = ["draft_from_json", "read_schedule", "read_schedule_job", "schedule_request"]
