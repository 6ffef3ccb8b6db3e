"""A change of somebody's places in words: what it is, from where, to where."""

from dataclasses import dataclass

from clubhub.domain.roster_changes import ChangeKind, PersonChange, Spot
from clubhub.support.texts import _
from clubhub.viewmodels.roster_board_words import when_text
from clubhub.viewmodels.times_in_words import hours_text


@dataclass(frozen=True, slots=True)
class KindWords:
    """`look` names the tint, `icon` the sign."""

    text: str
    look: str
    icon: str


def kind_words(kind: ChangeKind) -> KindWords:
    if kind is ChangeKind.NEW:
        return KindWords(_("New"), "ok", "add")
    if kind is ChangeKind.MOVED:
        return KindWords(_("Moved"), "soft", "forward")
    if kind is ChangeKind.FREED:
        return KindWords(_("Freed"), "plain", "minus")
    return KindWords(_("Other hours"), "info", "time")


def place_text(spot: Spot | None) -> str:
    """Like "Timekeeper 5, Saturday morning"; the number where there are several places."""
    if spot is None:
        return ""
    if spot.shift is None or spot.need is None:
        return _("a place that is gone")
    role = spot.need.role.name
    if len(spot.need.places) > 1:
        role = _("{role} {number}").format(role=role, number=spot.need.need.lane(spot.place) or spot.place)
    return _("{role}, {when}").format(role=role, when=when_text(spot.shift))


def way_texts(change: PersonChange) -> tuple[str, str]:
    """Where from ("" for a new place) and where to (for a freed one: the place that is left)."""
    if change.kind is ChangeKind.RETIMED and change.hours_before and change.after and change.after.shift:
        shift = change.after.shift.shift
        return hours_text(*change.hours_before), f"{hours_text(shift.starts, shift.ends)}, {place_text(change.after)}"
    if change.kind is ChangeKind.MOVED:
        return _short_start(change), place_text(change.after)
    return "", place_text(change.after or change.before)


def way_text(change: PersonChange) -> str:
    """Both, with an arrow between where there are two."""
    return " → ".join(part for part in way_texts(change) if part)


def change_sentence(change: PersonChange) -> str:
    """For a screen reader and for copying."""
    before, after = way_texts(change)
    way = _("from {before} to {after}").format(before=before, after=after) if before else after
    return _("{kind}: {name}, {way}").format(kind=kind_words(change.kind).text, name=change.person.name, way=way)


def _short_start(change: PersonChange) -> str:
    """The role alone where both places are of the same session, and the roles differ."""
    before, after = change.before, change.after
    if not (before and after and before.shift and before.need and after.shift and after.need):
        return place_text(before)
    is_same_time = when_text(before.shift) == when_text(after.shift)
    return before.need.role.name if is_same_time and before.need.role != after.need.role else place_text(before)
