"""How a roster's parts are called wherever it is shown: one wording for sheets, pages, calendars and chats."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from clubhub.domain.events import Session
from clubhub.domain.plain_names import plain_name
from clubhub.domain.rosters import Place, Roster, RosterNeed, RosterShift
from clubhub.support import dates
from clubhub.support.texts import _


def shifts_by_day(roster: Roster) -> dict[date, list[RosterShift]]:
    """Days in order; a shift over midnight belongs to the day on which it starts."""
    days: dict[date, list[RosterShift]] = defaultdict(list)
    for shift in roster.shifts:
        days[shift.shift.starts.date()].append(shift)
    return dict(sorted(days.items()))


def blocks(shifts: Iterable[RosterShift]) -> list[list[RosterShift]]:
    """Shifts with the same times, place and session (or name) together: a reader sees them as one."""
    groups: dict[tuple[object, ...], list[RosterShift]] = defaultdict(list)
    for shift in shifts:
        what = shift.session.id if shift.session else own_name(shift)
        groups[shift.shift.starts, shift.work_starts, shift.shift.ends, venue_name(shift), what].append(shift)
    return list(groups.values())


def own_name(shift: RosterShift) -> str:
    """The shift's name where it tells more than its session or its only role does."""
    says_nothing = shift.session or {need.role.name for need in shift.needs} == {shift.shift.name}
    return "" if says_nothing else shift.shift.name


def session_name(session: Session) -> str:
    return session.name or _("Session {number}").format(number=session.number)


def shift_name(shift: RosterShift) -> str:
    """The session if there is one, else the shift's own name."""
    return session_name(shift.session) if shift.session else shift.shift.name


def venue_name(shift: RosterShift) -> str:
    return shift.venue.name if shift.venue else ""


def other_venue_name(shift: RosterShift, need: RosterNeed) -> str:
    """The venue's name, "" where it says no more than the role's: nobody wants to read "Canteen, Canteen"."""
    venue = venue_name(shift)
    return "" if plain_name(venue) == plain_name(need.role.name) else venue


def lane_name(lane: int) -> str:
    return _("lane {number}").format(number=lane)


def role_at(need: RosterNeed, place: Place) -> str:
    """Like "Timekeeper, lane 3"."""
    lane = need.need.lane(place.number)
    return need.role.name if lane is None else f"{need.role.name}, {lane_name(lane)}"


def open_places(need: RosterNeed) -> list[Place]:
    return [place for place in need.places if place.is_open]


def shown_places(need: RosterNeed) -> list[Place]:
    """All but the free ones that nobody has to take. Open ones come last, unless each place is a lane of its own."""
    shown = [place for place in need.places if place.person or place.is_open]
    return shown if need.need.is_per_lane else sorted(shown, key=lambda place: place.is_open)


def lanes_of(need: RosterNeed, places: Sequence[Place]) -> str:
    """Like "lane 3" or "lanes 5, 6"; empty where lanes don't matter."""
    numbers = [str(lane) for place in places if (lane := need.need.lane(place.number)) is not None]
    if len(numbers) == 1:
        return _("lane {number}").format(number=numbers[0])
    return _("lanes {numbers}").format(numbers=", ".join(numbers)) if numbers else ""


def version_line(roster: Roster) -> str:
    """Which version this is, and from when: "Version 3, Fri 12 June 18:40"."""
    moment = dates.stamp(roster.stamped_at, roster.club.language)
    if roster.publication is None:
        return _("Draft, {moment}").format(moment=moment)
    if roster.is_draft:
        return _("Draft after version {number}, {moment}").format(number=roster.publication.number, moment=moment)
    return _("Version {number}, {moment}").format(number=roster.publication.number, moment=moment)
