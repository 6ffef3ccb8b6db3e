"""The roster as plain text for a chat: what is open first, then day by day, times first.

Names are short ("Veikko S.") unless two people share the short form. Nothing in it is markup to a chat program.
"""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Place, Roster, RosterNeed, RosterShift
from clubhub.formats.chat_signs import chat_line
from clubhub.formats.roster_words import (
    blocks,
    lanes_of,
    open_places,
    own_name,
    session_name,
    shifts_by_day,
    venue_name,
    version_line,
)
from clubhub.support import dates
from clubhub.support.texts import _, plural

LONGEST_LINE = 66
_NO_BREAK = "\u00a0"


def roster_text(roster: Roster) -> str:
    """Lines of at most 66 characters, a longer word apart; a line feed ends each."""
    return "\n".join(_TextMaker(roster).lines()) + "\n"


class _TextMaker:
    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._language = roster.club.language
        self._names = _short_names(roster.people())

    def lines(self) -> Iterator[str]:
        event = self._roster.event
        yield chat_line(event.name)
        span = dates.day_span(event.starts_on, event.ends_on, self._language)
        yield chat_line(", ".join(part for part in (span, event.city) if part))
        yield chat_line(version_line(self._roster))
        yield ""
        yield from self._open_lines()
        for day, shifts in shifts_by_day(self._roster).items():
            yield ""
            yield dates.day_name(day, self._language).upper()
            for block in blocks(shifts):
                yield from self._block_lines(block)

    def _open_lines(self) -> Iterator[str]:
        count = self._roster.open_count
        if not self._roster.shifts:
            yield _("There are no shifts yet.")
            return
        if not count:
            yield _("All places are filled. Thank you!")
            return
        yield plural("Still open: {count} place", "Still open: {count} places", count)
        for day, shifts in shifts_by_day(self._roster).items():
            for shift in shifts:
                for need in filter(open_places, shift.needs):
                    when = f"{dates.short_day(day, self._language)} {self._span(shift)}"
                    yield from _wrapped([f"{when} {_open_part(need)}", venue_name(shift)])
        if self._roster.contact:
            yield _("Can you help? Tell {name}.").format(name=chat_line(self._roster.contact.name))

    def _block_lines(self, block: list[RosterShift]) -> Iterator[str]:
        """The time and what it is, then a line per role."""
        first = block[0]
        name = session_name(first.session) if first.session else own_name(first)
        work = _("work from {time}").format(time=dates.clock(first.work_starts))
        told = [name, venue_name(first), work if first.work_starts != first.shift.starts else ""]
        head, *more = [part for part in told if part] or [""]
        yield ""
        yield from _wrapped([f"{self._span(first)} {head}".strip(), *more])
        for need in (need for shift in block for need in shift.needs):
            yield from self._role_lines(need)

    def _role_lines(self, need: RosterNeed) -> Iterator[str]:
        who = [self._name(need, place) for place in need.places if place.person]
        if still_open := open_places(need):
            who.append(_open_word(need, still_open))
        if who:
            yield from _wrapped([f"• {need.role.name}: {who[0]}", *who[1:]])

    def _name(self, need: RosterNeed, place: Place) -> str:
        name = self._names[place.person.id] if place.person else ""
        lane = need.need.lane(place.number)
        return name if lane is None else f"{lane} {name}"

    def _span(self, shift: RosterShift) -> str:
        return dates.span(shift.shift.starts, shift.shift.ends, self._language)


def _open_part(need: RosterNeed) -> str:
    """Like "2 x Timekeeper (lanes 5, 6)"."""
    still_open = open_places(need)
    lanes = lanes_of(need, still_open)
    name = need.role.name if len(still_open) == 1 else f"{len(still_open)} x {need.role.name}"
    return f"{name} ({lanes})" if lanes else name


def _open_word(need: RosterNeed, still_open: list[Place]) -> str:
    lanes = lanes_of(need, still_open)
    if lanes:
        return _("OPEN {lanes}").format(lanes=lanes)
    return _("OPEN") if len(still_open) == 1 else _("{count} OPEN").format(count=len(still_open))


def _short_names(people: Iterable[Person]) -> dict[PersonId, str]:
    people = list(people)
    times = Counter(person.short_name.casefold() for person in people)
    return {
        person.id: person.short_name if times[person.short_name.casefold()] == 1 else person.name for person in people
    }


def _wrapped(parts: Iterable[str]) -> list[str]:
    """The parts with commas between them, broken there if that is enough; further lines are set in by two blanks."""
    glued = ", ".join(_glued(chat_line(part)) for part in parts if part)
    broken = textwrap.wrap(
        glued,
        LONGEST_LINE,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in broken]


def _glued(part: str) -> str:
    return part.replace(" ", _NO_BREAK) if len(part) < LONGEST_LINE - len("  ,") else part
