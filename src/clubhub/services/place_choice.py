"""Finds the places that somebody means by a role and a written start, and says what there is when nothing fits."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.plain_names import plain_name
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.written_dates import DayOrder
from clubhub.formats.written_times import WrittenTime, written_time
from clubhub.support import dates
from clubhub.support.texts import _, listed, plural

MOST_CHOICES = 12
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?,?\s+(\D*\d.*)")


def free_place(roster: Roster, role: str, starts: str, person_id: PersonId, venue: str | None = None) -> RosterEntry:
    """The first free place; one more than the need has room for is refused, but optional places count.

    `venue` tells shifts at the same time apart. Raises NotFound, InvalidInput for a start that is no time, or Conflict
    if the person stands there already, the start fits several shifts or all places are taken.
    """
    fitting = places_meant(roster, entries_at(roster, venue), role, starts)
    if any(entry.place.person and entry.place.person.id == person_id for entry in fitting):
        raise Conflict(_("This person is on that shift already."))
    free = [entry for entry in fitting if entry.place.person is None]
    if not free:
        names = listed([entry.place.person.name for entry in fitting if entry.place.person])
        raise Conflict(
            _("Every place of {role} {time} is taken, by {names}. Free one first.").format(
                role=fitting[0].need.role.name, time=moment_words(roster, fitting[0]), names=names
            )
        )
    return free[0]


def own_place(roster: Roster, role: str, starts: str, person: Person, venue: str | None = None) -> RosterEntry:
    """The person's own place. Raises NotFound with the places that the person has, else as `places_meant`."""
    own = roster.entries_of(person.id)
    if not own:
        raise NotFound(_("{person} has no place in {event}.").format(person=person.name, event=roster.event.name))
    there = {(entry.need.need.id, entry.place.number) for entry in entries_at(roster, venue)}
    at_venue = [entry for entry in own if (entry.need.need.id, entry.place.number) in there]
    of_role = [entry for entry in at_venue if plain_name(entry.need.role.name).startswith(plain_name(role))]
    fits = _reader_of(starts, roster)
    if not any(fits(moment) for entry in of_role for moment in _starts(entry)):
        where = _where if venue else _nowhere
        each = [f"{entry.need.role.name} {moment}{where(entry)}" for entry, moment in zip(own, _each(own), strict=True)]
        raise NotFound(
            _("{person} isn't on that shift, but on: {places}.").format(person=person.name, places=_choices(each))
        )
    return places_meant(roster, of_role, role, starts)[0]


def places_meant(roster: Roster, entries: Sequence[RosterEntry], role: str, starts: str) -> list[RosterEntry]:
    """All places among `entries` of the one need that is meant: a role by its name or beginning, and its start.

    Raises NotFound with what there is, InvalidInput for a start that is no time, Conflict if several shifts fit.
    """
    of_role = _of_role(roster, entries, role)
    fits = _reader_of(starts, roster)
    fitting = [entry for entry in of_role if any(map(fits, _starts(entry)))]
    name = of_role[0].need.role.name
    if not fitting:
        raise NotFound(
            _("{event} has no {role} at {time}. There are: {times}.").format(
                event=roster.event.name, role=name, time=starts, times=_choices(_moments(of_role))
            )
        )
    if len({entry.need.need.id for entry in fitting}) > 1:
        told_apart = {(moment, _where(entry)) for entry, moment in zip(fitting, _each(fitting), strict=True)}
        where = _where if len(told_apart) == len({entry.need.need.id for entry in fitting}) else _of_which
        choices = _choices(f"{moment}{where(entry)}" for entry, moment in zip(fitting, _each(fitting), strict=True))
        sentence = _("“{role} {time}” could be one of several: {times}. Write the one that is meant.")
        if len(set(_each(fitting))) < len({entry.need.need.id for entry in fitting}):
            sentence = _("“{role} {time}” could be one of several: {times}. Name the venue or the shift too.")
        raise Conflict(sentence.format(role=name, time=starts, times=choices))
    return fitting


def entries_of_role(roster: Roster, role: str, starts: str | None, venue: str | None = None) -> list[RosterEntry]:
    """All places of a role (at a venue), or of the one need that begins then. Raises what `places_meant` raises."""
    entries = entries_at(roster, venue)
    return places_meant(roster, entries, role, starts) if starts else _of_role(roster, entries, role)


def entries_at(roster: Roster, venue: str | None) -> list[RosterEntry]:
    """All places at a venue, by its name or beginning, or on shifts called so; None for all. Raises NotFound."""
    return _at_place(roster, list(roster.entries()), venue)


def moment_words(roster: Roster, entry: RosterEntry) -> str:
    """Like "10:00 (Sat 12 June)"."""
    starts = entry.shift.shift.starts
    return f"{dates.clock(starts)} ({dates.short_day(starts.date(), roster.club.language)})"


def _of_role(roster: Roster, entries: Sequence[RosterEntry], role: str) -> list[RosterEntry]:
    names = {plain_name(entry.need.role.name): entry.need.role.name for entry in entries}
    wanted = plain_name(role)
    alike = [key for key in names if wanted and key.startswith(wanted)]
    meant = wanted if wanted in names else alike[0] if len(alike) == 1 else ""
    if not meant:
        sentence = _("{event} has no role “{role}”. There are: {roles}.")
        raise NotFound(
            sentence.format(
                event=roster.event.name, role=role, roles=_choices([names[key] for key in alike] or names.values())
            )
        )
    return [entry for entry in entries if plain_name(entry.need.role.name) == meant]


def _reader_of(starts: str, roster: Roster) -> Callable[[datetime], bool]:
    """Whether a moment is the one that was written: "10:00", "27.9. 10:00", "2025-09-27 10:00"."""
    written = _written_start(starts, roster)
    if written.day is None:
        return lambda moment: moment.time() == written.at
    wanted = written.on(written.day)
    return lambda moment: moment == wanted


def _written_start(starts: str, roster: Roster) -> WrittenTime:
    text = starts.strip()
    try:
        if short := _DAY_AND_MONTH.fullmatch(text):
            text = f"{_day_of(roster, int(short[1]), int(short[2]))} {short[3]}"
        return written_time(text, DayOrder.UNKNOWN, latest_year=roster.event.ends_on.year)
    except ValueError as error:
        raise InvalidInput(
            _("“{time}” is no time. Write it like 10:00, 27.9. 10:00 or 2027-06-12T10:00. Nothing was changed.").format(
                time=starts
            )
        ) from error


def _day_of(roster: Roster, day: int, month: int) -> date:
    """In the event's year; of an event over New Year the one in which the day lies in it."""
    first, last = roster.event.starts_on, roster.event.ends_on
    found = [date(year, month, day) for year in range(first.year, last.year + 1)]
    return next((one for one in found if first <= one <= last), found[0])


def _starts(entry: RosterEntry) -> tuple[datetime, datetime]:
    """When people must be there, and when the work itself begins: either may be meant."""
    return entry.shift.shift.starts, entry.shift.work_starts


def _moments(entries: Iterable[RosterEntry]) -> list[str]:
    return _each(sorted(entries, key=lambda entry: entry.shift.shift.starts))


def _each(entries: Iterable[RosterEntry]) -> list[str]:
    return [f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}" for entry in entries]


def _at_place(roster: Roster, entries: Sequence[RosterEntry], venue: str | None) -> list[RosterEntry]:
    """Those at the venue of that name or beginning, else on the shifts of that name.

    Raises NotFound with what there is.
    """
    wanted = plain_name(venue or "")
    if not wanted:
        return list(entries)
    for name_of in (_venue_name, _shift_name):
        names = {plain_name(name_of(entry)) for entry in entries} - {""}
        meant = {wanted} & names or {name for name in names if name.startswith(wanted)}
        if meant:
            return [entry for entry in entries if plain_name(name_of(entry)) in meant]
    sentence = _("{event} has no place at “{venue}”. There are: {venues}.")
    there = sorted({_venue_name(entry) or _shift_name(entry) for entry in entries})
    raise NotFound(sentence.format(event=roster.event.name, venue=venue, venues=_choices(there)))


def _venue_name(entry: RosterEntry) -> str:
    return entry.shift.venue.name if entry.shift.venue else ""


def _shift_name(entry: RosterEntry) -> str:
    return entry.shift.shift.name


def _where(entry: RosterEntry) -> str:
    where = _venue_name(entry) or _shift_name(entry)
    return f" ({where})" if where else ""


def _of_which(entry: RosterEntry) -> str:
    return f" ({_shift_name(entry)})"


def _nowhere(_entry: RosterEntry) -> str:
    return ""


def _choices(texts: Iterable[str]) -> str:
    """Each once; of very many the first, and how many more there are."""
    each = list(dict.fromkeys(texts))
    more = len(each) - MOST_CHOICES
    rest = [plural("{count} more", "{count} more", more)] if more > 0 else []
    return ", ".join([*each[:MOST_CHOICES], *rest])
