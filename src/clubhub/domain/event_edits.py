"""What a person writes when an event, a session or a shift is made or changed by hand.

Every `datetime` is naive: wall-clock time in the event's zone.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.events import Need, Session, Shift
from clubhub.domain.ids import SessionId, ShiftId
from clubhub.domain.wall_time import YEARS, skipped_time_problem
from clubhub.support.texts import _

LONGEST_SHIFT = timedelta(days=3)
MOST_HEADS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEdit:
    name: str
    starts_on: date
    ends_on: date
    time_zone: str
    city: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedEdit:
    """A role by its name, and how many people: `min_count` are wanted, `max_count` fit."""

    role: str
    min_count: int
    max_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftEdit:
    """`shift_id` is None for a new shift; `version` and `seen` (its needs) are those of the shift that was looked at.

    `venue` may be "".
    """

    name: str
    starts: datetime
    ends: datetime
    needs: tuple[NeedEdit, ...]
    venue: str = ""
    session_id: SessionId | None = None
    shift_id: ShiftId | None = None
    version: int = 1
    seen: tuple[Need, ...] = ()


def check_event(edit: EventEdit) -> None:
    """Raises InvalidInput with a sentence on what is wrong."""
    if not edit.name.strip():
        raise InvalidInput(_("The event needs a name. Nothing was changed."))
    if edit.ends_on < edit.starts_on:
        raise InvalidInput(_("The event ends before it begins. Nothing was changed."))
    if edit.starts_on.year not in YEARS or edit.ends_on.year not in YEARS:
        raise InvalidInput(_("The event's days lie too far from our time. Nothing was changed."))


def check_shift(edit: ShiftEdit, zone: str) -> None:
    """Raises InvalidInput with a sentence on what is wrong."""
    _check_needs(edit)
    if not edit.name.strip():
        raise InvalidInput(_("The shift needs a name. Nothing was changed."))
    if not edit.starts < edit.ends <= edit.starts + LONGEST_SHIFT:
        raise InvalidInput(_("A shift ends after it begins, within three days. Nothing was changed."))
    if edit.starts.year not in YEARS:
        raise InvalidInput(_("The shift lies too far from our time. Nothing was changed."))
    problem = skipped_time_problem(edit.name, edit.starts, edit.ends, zone)
    if problem:
        raise InvalidInput(problem)


def _check_needs(edit: ShiftEdit) -> None:
    roles = [need.role.strip().casefold() for need in edit.needs]
    if not roles or not all(roles):
        raise InvalidInput(_("A shift needs at least one role, each with a name. Nothing was changed."))
    if len(set(roles)) < len(roles):
        raise InvalidInput(_("A role stands once on a shift: add the numbers up. Nothing was changed."))
    if any(not 0 <= need.min_count <= need.max_count <= MOST_HEADS or not need.max_count for need in edit.needs):
        raise InvalidInput(
            _("Of a role at least one person fits, and no more are wanted than fit. Nothing was changed.")
        )


def with_session_end(shift: Shift, before: Session, after: Session) -> Shift:
    """A shift of a session whose end moves: what lies at the old end or after it moves along, what lies before stays.

    A shift that would end before it begins is left as it is.
    """
    step = after.ends - before.ends
    starts = shift.starts + step if shift.starts >= before.ends else shift.starts
    ends = shift.ends + step if shift.ends >= before.ends else shift.ends
    return replace(shift, starts=starts, ends=ends) if starts < ends else shift
