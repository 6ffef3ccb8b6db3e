"""What every draft of an event is looked through for, whichever file it came from."""

from collections.abc import Sequence

from clubhub.domain.drafts import ShiftDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.wall_time import clock_change_note, skipped_time_problem
from clubhub.support.texts import _


def clock_notes(shifts: Sequence[ShiftDraft], zone: str) -> list[str]:
    """A sentence per shift over a clock change. Raises InvalidInput if shifts use the hour that the clock skips."""
    problems = [
        problem for shift in shifts if (problem := skipped_time_problem(shift.name, shift.starts, shift.ends, zone))
    ]
    if problems:
        raise InvalidInput(_("Some shifts use a time that doesn't exist. Nothing was changed."), problems)
    return [note for shift in shifts if (note := clock_change_note(shift.name, shift.starts, shift.ends, zone))]


def zone_and_estimate(zone: str | None, club_zone: str) -> tuple[str, list[str]]:
    """The given zone, else the club's with a sentence that it was taken. The given one must have been checked."""
    if zone:
        return zone, []
    return club_zone, [_("The file gives no time zone: the club's, {zone}, was taken.").format(zone=club_zone)]
