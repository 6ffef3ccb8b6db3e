"""The rules about a person's time: two places at once, the way between venues, rest, and hours that they don't exceed.

Shifts are wall-clock time in their event's zone; lengths and gaps are real ones, over a change of the clocks too.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from clubhub.domain.breaks import Break, Rule, engagement_words, place_words
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.engagements import Engagement
from clubhub.domain.ids import VenueId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.domain.wall_time import hours_text, to_utc
from clubhub.domain.working_days import working_day
from clubhub.support import dates
from clubhub.support.texts import _, language

_FAR = timedelta(days=2)
"""More than a day, the longest rest, by any clock."""


def overlap_breaks(person: Person, entry: RosterEntry, others: Sequence[RosterEntry]) -> list[Break]:
    shift = entry.shift.shift
    return [
        Break(
            rule=Rule.OVERLAP,
            sentence=_("{name} is on two places at the same time: {one} and {other}.").format(
                name=person.name, one=place_words(other), other=place_words(entry)
            ),
            subject=other.need.role.name,
            set_aside=_override(other),
        )
        for other in others
        if other.shift.shift.starts < shift.ends and shift.starts < other.shift.shift.ends
    ]


def double_bookings(person: Person, entry: RosterEntry, roster: Roster) -> Iterator[Break]:
    """The same sentence from both events, since a list of all events tells it once."""
    shift, zone = entry.shift.shift, roster.event.time_zone
    for other in roster.elsewhere.get(person.id, ()):
        if other.is_during(shift.starts, shift.ends, zone):
            here = (to_utc(shift.starts, zone), roster.event.name, place_words(entry))
            there = (to_utc(other.starts, other.time_zone), other.event_name, engagement_words(other))
            one, two = (
                _("{place} of {event}").format(place=place, event=event) for _at, event, place in sorted((here, there))
            )
            sentence = _("{name} is on two places at the same time: {one} and {other}.")
            yield Break(
                rule=Rule.OVERLAP,
                sentence=sentence.format(name=person.name, one=one, other=two),
                subject=other.role_name,
                set_aside=other.override,
            )


def gap_breaks(
    person: Person, entry: RosterEntry, others: Sequence[RosterEntry], roster: Roster, rules: ClubRules
) -> Iterator[Break]:
    """Too little time for the way from or to another place, or too little rest between shifts of different days."""
    near = _near(entry, others)
    if not near and person.id not in roster.elsewhere:
        return
    here = _Spell.of_entry(entry, roster.event.time_zone)
    least = roster.club.rest_minutes if person.min_rest is None else person.min_rest
    for there in _spells(person, near, roster):
        gap = here.gap(there)
        way = rules.minutes_between(here.venue_id, there.venue_id)
        if 0 <= gap < way:
            yield _too_far(person, here, there, gap, way)
        if 0 <= gap < least and here.day != there.day:
            yield _short_rest(person, here, there, gap, least)


def limit_breaks(person: Person, entry: RosterEntry, others: Sequence[RosterEntry], roster: Roster) -> Iterator[Break]:
    """More hours on a day, other events included, or in the event than the person has said to be the most."""
    if person.max_minutes is None and person.max_minutes_day is None:
        return
    here = _Spell.of_entry(entry, roster.event.time_zone)
    words = {"name": person.name, "place": place_words(entry)}
    near = _spells(person, _near(entry, others), roster)
    minutes = here.length + sum(there.length for there in near if there.day == here.day)
    if person.max_minutes_day is not None and minutes > person.max_minutes_day:
        sentence = _("{name} has {hours} hours on {day} with {place}; {most} are the most.").format(
            hours=_hours(minutes),
            day=dates.short_day(here.day, language()),
            most=_hours(person.max_minutes_day),
            **words,
        )
        yield Break(rule=Rule.OVER_DAY, sentence=sentence, subject=_hours(minutes))
    minutes = here.length + sum(_Spell.of_entry(other, roster.event.time_zone).length for other in others)
    if person.max_minutes is not None and minutes > person.max_minutes:
        sentence = _("{name} has {hours} hours in {event} with {place}; {most} are the most.").format(
            hours=_hours(minutes), event=roster.event.name, most=_hours(person.max_minutes), **words
        )
        yield Break(rule=Rule.OVER_LIMIT, sentence=sentence, subject=_hours(minutes))


class _Spell(NamedTuple):
    """Time at a venue, here or in another event; `starts` and `ends` in real minutes."""

    source: RosterEntry | Engagement
    starts: int
    ends: int
    day: date
    venue_id: VenueId | None

    @classmethod
    def of_entry(cls, entry: RosterEntry, zone: str) -> "_Spell":
        shift = entry.shift.shift
        return cls(entry, *_moments(shift.starts, shift.ends, zone), shift.venue_id)

    @classmethod
    def of_engagement(cls, other: Engagement) -> "_Spell":
        return cls(other, *_moments(other.starts, other.ends, other.time_zone), other.venue_id)

    @property
    def length(self) -> int:
        return self.ends - self.starts

    def gap(self, other: "_Spell") -> int:
        """Minutes from the end of the one to the start of the other, negative if they overlap."""
        return max(other.starts - self.ends, self.starts - other.ends)

    @property
    def words(self) -> str:
        return place_words(self.source) if isinstance(self.source, RosterEntry) else engagement_words(self.source)

    @property
    def override(self) -> str:
        return _override(self.source) if isinstance(self.source, RosterEntry) else self.source.override


def _near(entry: RosterEntry, others: Iterable[RosterEntry]) -> list[RosterEntry]:
    """Those less than two days away by the clock, which it is quicker to tell than real time."""
    starts, ends = entry.shift.shift.starts, entry.shift.shift.ends
    return [o for o in others if o.shift.shift.starts - ends < _FAR and starts - o.shift.shift.ends < _FAR]


def _spells(person: Person, others: Iterable[RosterEntry], roster: Roster) -> list[_Spell]:
    """The other places, here and in other events."""
    zone = roster.event.time_zone
    return [
        *(_Spell.of_entry(other, zone) for other in others),
        *map(_Spell.of_engagement, roster.elsewhere.get(person.id, ())),
    ]


@lru_cache(maxsize=8192)
def _moments(starts: datetime, ends: datetime, zone: str) -> tuple[int, int, date]:
    """Start and end in real minutes, and the working day: many people are on one shift."""
    return _minute(starts, zone), _minute(ends, zone), working_day(starts)


def _minute(wall: datetime, zone: str) -> int:
    return int(to_utc(wall, zone).timestamp()) // 60


def _too_far(person: Person, here: _Spell, there: _Spell, gap: int, way: int) -> Break:
    one, other = sorted((here, there), key=lambda spell: spell.starts)
    sentence = _("{name} has {gap} minutes from {one} to {other}, and the way takes {way}.")
    return Break(
        rule=Rule.TOO_FAR,
        sentence=sentence.format(name=person.name, gap=gap, one=one.words, other=other.words, way=way),
        subject=str(way),
        set_aside=there.override,
    )


def _short_rest(person: Person, here: _Spell, there: _Spell, gap: int, rest: int) -> Break:
    one, other = sorted((here, there), key=lambda spell: spell.starts)
    sentence = _("{name} rests {hours} hours between {one} and {other}; {least} are the least.")
    return Break(
        rule=Rule.SHORT_REST,
        sentence=sentence.format(
            name=person.name, hours=_hours(gap), one=one.words, other=other.words, least=_hours(rest)
        ),
        subject=_hours(gap),
        set_aside=there.override,
    )


def _hours(minutes: int) -> str:
    return hours_text(timedelta(minutes=minutes))


def _override(entry: RosterEntry) -> str:
    return entry.place.assignment.override if entry.place.assignment else ""
