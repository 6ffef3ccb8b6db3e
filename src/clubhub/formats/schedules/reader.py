"""Makes an event out of a schedule: a shift per entry, matched by its guid when the file comes again.

In the real files: a room's name can be empty, a day runs past midnight (the 39C3's first has only a shift at 00:00 of
the next date), lengths are written "4:00" or "00:45", two rooms share a guid, and the zone's name can be missing or
differ from the offsets in the dates.
"""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from clubhub.domain.draft_checks import clock_notes, zone_and_estimate
from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.domain.errors import InvalidInput
from clubhub.domain.wall_time import check_zone, from_utc, to_utc
from clubhub.formats.schedules.json_reader import raw_from_json
from clubhub.formats.schedules.raw import RawEntry, RawSchedule
from clubhub.formats.schedules.times import entry_times, offset_of
from clubhub.formats.schedules.xml_reader import raw_from_xml
from clubhub.formats.unreadable import Unreadable
from clubhub.support.texts import _

_BLANKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def read_schedule(data: bytes, *, zone: str | None = None, club_zone: str, role: str = "") -> EventDraft:
    """The event in the bytes of a schedule; every shift needs one person in `role` ("": a helper).

    `zone` goes before the file's own, and that before the club's. Raises InvalidInput with a sentence per bad entry.
    """
    raw = _raw(data)
    event_zone, estimates = _zone(raw, check_zone(zone) if zone else None, club_zone)
    warnings = [*_days_warning(raw), *_offset_warning(raw, event_zone)]
    shifts = tuple(_shifts(raw, event_zone, role or _("Helper"), warnings))
    days = [*_dates(raw), *(shift.starts.date() for shift in shifts)]
    if not shifts:
        raise InvalidInput(_("The schedule has no entries with a length. Nothing was changed."))
    return EventDraft(
        name=raw.title or raw.acronym or _("Schedule"),
        starts_on=min(days),
        ends_on=max(days),
        time_zone=event_zone,
        shifts=shifts,
        estimates=tuple(estimates),
        warnings=(*warnings, *clock_notes(shifts, event_zone)),
    )


def _raw(data: bytes) -> RawSchedule:
    first = data.lstrip(_BLANKS)[:1]
    if first in (b"{", b"["):
        return raw_from_json(data)
    if first == b"<":
        return raw_from_xml(data)
    raise InvalidInput(_("The file is neither XML nor JSON, so it is no schedule. Nothing was changed."))


def _zone(raw: RawSchedule, told: str | None, club_zone: str) -> tuple[str, list[str]]:
    if told or not raw.zone:
        return zone_and_estimate(told, club_zone)
    try:
        return check_zone(raw.zone), []
    except InvalidInput:
        sentence = _("The file's time zone “{given}” doesn't exist: the club's, {zone}, was taken.")
        return club_zone, [sentence.format(given=raw.zone, zone=club_zone)]


def _shifts(raw: RawSchedule, zone: str, role: str, warnings: list[str]) -> list[ShiftDraft]:
    """In the file's order. Raises InvalidInput if an entry or the file breaks a rule."""
    shifts, problems, seen = [], list(raw.problems), Counter[str]()
    for entry in raw.entries:
        try:
            shift = _shift(entry, zone, role)
        except Unreadable as bad:
            problems.append(
                _("Entry {number} (“{title}”): {why}.").format(number=entry.number, title=entry.title, why=bad)
            )
            continue
        if shift.starts == shift.ends:
            warnings.append(_("“{title}” has no length and was left out.").format(title=entry.title))
            continue
        seen[shift.key] += 1
        shifts.append(shift if seen[shift.key] == 1 else _repeated(shift, seen[shift.key]))
    if problems:
        raise InvalidInput(_("The schedule breaks the rules of its format. Nothing was changed."), problems)
    return shifts


def _shift(entry: RawEntry, zone: str, role: str) -> ShiftDraft:
    if not entry.title:
        raise Unreadable(_("it has no title"))
    starts_at, ends_at = entry_times(entry, zone)
    starts, ends = from_utc(starts_at, zone), from_utc(ends_at, zone)
    if ends_at > starts_at and ends <= starts:  # across the hour that the clock shows twice
        ends = starts + (ends_at - starts_at)
    return ShiftDraft(
        key=entry.guid or entry.id or entry.title,
        name=entry.title,
        starts=starts,
        ends=ends,
        venue=entry.room,
        needs=(NeedDraft(role=role, min_count=1, max_count=1),),
    )


def _repeated(shift: ShiftDraft, time: int) -> ShiftDraft:
    """A talk that is given twice has one guid: the second is matched by its turn."""
    return replace(shift, key=f"{shift.key}/{time}")


def _dates(raw: RawSchedule) -> list[date]:
    dates = []
    for given in raw.days:
        try:
            dates.append(date.fromisoformat(given))
        except ValueError:  # the entries' own dates are what counts
            continue
    return dates


def _days_warning(raw: RawSchedule) -> list[str]:
    if not raw.days_told.isdecimal() or int(raw.days_told) == len(raw.days):
        return []
    sentence = _("The file says that it has {told} days, but holds {found}: perhaps it isn't whole.")
    return [sentence.format(told=raw.days_told, found=len(raw.days))]


def _offset_warning(raw: RawSchedule, zone: str) -> list[str]:
    """A sentence if the dates were written in another zone than the one that they are shown in."""
    for entry in raw.entries:
        told = offset_of(entry)
        if told is None:
            continue
        moment = datetime.fromisoformat(entry.date)
        wall = from_utc(moment, zone)
        if wall != moment.replace(tzinfo=None) and to_utc(wall, zone) == moment:
            sentence = _("The file's times are from another zone than {zone}: {old} there is {new} here.")
            return [sentence.format(zone=zone, old=f"{moment:%H:%M}", new=f"{wall:%H:%M}")]
    return []
