"""What the entries of a calendar say."""

from collections.abc import Sequence

from clubhub.domain.people import Person
from clubhub.domain.rosters import Place, Roster, RosterNeed, RosterShift
from clubhub.formats.roster_words import lanes_of, open_places, session_name, version_line
from clubhub.support import dates
from clubhub.support.texts import _, plural


def summary_for_all(shift: RosterShift, need: RosterNeed) -> str:
    """Like "Timekeeper, Session 1 (2 open)"."""
    name = f"{need.role.name}, {session_name(shift.session)}" if shift.session else need.role.name
    count = len(open_places(need))
    return _("{name} ({count} open)").format(name=name, count=count) if count else name


def description_for_all(roster: Roster, shift: RosterShift, need: RosterNeed) -> str:
    """Who is on the need, a line each, and what is open."""
    told = [_work_starts(shift), *_filled(need.places, need)]
    if still_open := open_places(need):
        count = plural("Still open: {count} place", "Still open: {count} places", len(still_open))
        lanes = lanes_of(need, still_open)
        told.append(f"{count} ({lanes})" if lanes else count)
    return _paragraph([*told, version_line(roster)])


def summary_for_person(roster: Roster, need: RosterNeed, own: Sequence[Place]) -> str:
    """Like "Timekeeper, lane 3, Kvarken Games": it stands among all else in that person's life."""
    return ", ".join(part for part in (need.role.name, lanes_of(need, own), roster.event.name) if part)


def description_for_person(roster: Roster, shift: RosterShift, need: RosterNeed, person: Person) -> str:
    """What a helper wants to know at the door, the most urgent first."""
    starts = shift.shift.starts
    told = [_("Be there at {time}.").format(time=dates.clock(starts)), _work_starts(shift)]
    if shift.session:
        told.append(session_name(shift.session))
    if need.role.note:
        told.append(need.role.note)
    if need.role.bring:
        told.append(_("Bring: {things}").format(things=need.role.bring))
    others = [place for place in need.places if place.person and place.person.id != person.id]
    if others:
        told += [_("With you:"), *_filled(others, need)]
    return _paragraph([*told, _whom_to_call(roster), version_line(roster)])


def _work_starts(shift: RosterShift) -> str:
    if shift.work_starts == shift.shift.starts:
        return ""
    return _("The work begins at {time}.").format(time=dates.clock(shift.work_starts))


def _filled(places: Sequence[Place], need: RosterNeed) -> list[str]:
    """The people on these places, with their lane where lanes matter."""
    told = []
    for place in places:
        if place.person:
            lane = lanes_of(need, [place])
            told.append(f"{place.person.name} ({lane})" if lane else place.person.name)
    return told


def _whom_to_call(roster: Roster) -> str:
    if roster.contact is None:
        return ""
    reach = (*roster.contact.phones[:1], *roster.contact.emails[:1])
    return _("Can't come? Tell {name}").format(name=", ".join((roster.contact.name, *reach)))


def _paragraph(sentences: Sequence[str]) -> str:
    return "\n".join(sentence for sentence in sentences if sentence)
