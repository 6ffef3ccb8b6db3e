"""How sessions, shifts and places of a roster are written and said."""

from collections.abc import Iterable
from datetime import date

from clubhub.domain.events import Role
from clubhub.domain.rosters import Place, RosterNeed, RosterShift
from clubhub.support.texts import _
from clubhub.viewmodels.times_in_words import hours_text, weekday_text


def session_text(name: str, day: date) -> str:
    """A session's name under its day: "Saturday morning" is "Morning" there."""
    weekday = weekday_text(day)
    rest = name[len(weekday) :].strip(" ,:") if name.casefold().startswith(weekday.casefold()) else ""
    return rest[:1].upper() + rest[1:] if rest else name


def when_text(shift: RosterShift) -> str:
    """Like "Saturday morning" or "Saturday, Finals": enough to tell one session from another."""
    day = weekday_text(shift.shift.starts.date())
    name = shift.session.name if shift.session else ""
    if not name:
        return _("{day} {hours}").format(day=day, hours=hours_text(shift.shift.starts, shift.shift.ends))
    return name if name.casefold().startswith(day.casefold()) else _("{day}, {name}").format(day=day, name=name)


def role_note(role: Role) -> str:
    if role.note or not role.minimum_age:
        return role.note
    return _("from {age} years").format(age=role.minimum_age.lowest_age)


def place_text(
    shift: RosterShift, need: RosterNeed, place: Place, *, is_open: bool, is_pinned: bool, is_changed: bool,
    is_warned: bool, is_set_aside: bool,
) -> str:  # fmt: skip
    """Like "Judge, Saturday morning, place 2 of 3, open"."""
    lane = need.need.lane(place.number)
    where = (
        _("lane {lane}").format(lane=lane)
        if lane is not None
        else _("place {number} of {count}").format(number=place.number, count=len(need.places))
    )
    who = place.person.name if place.person else _("open") if is_open else _("free, not needed")
    signs = (
        (is_pinned, _("pinned")),
        (is_warned, _("check this")),
        (is_set_aside, _("a rule set aside")),
        (is_changed, _("changed since publishing")),
    )
    return _joined((need.role.name, when_text(shift), where, who, *(word for is_so, word in signs if is_so)))


def _joined(parts: Iterable[str]) -> str:
    return _(", ").join(parts)
