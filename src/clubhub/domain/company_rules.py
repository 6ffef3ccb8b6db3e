"""The rules about who else is on a shift: pairs kept together or apart, and an adult for minors."""

from collections.abc import Iterator

from clubhub.domain.breaks import Break, Rule, place_words, shift_words
from clubhub.domain.club_rules import ClubRules
from clubhub.domain.people import Person
from clubhub.domain.rosters import Place, RosterEntry, RosterShift
from clubhub.support.texts import _


def apart_breaks(person: Person, entry: RosterEntry, rules: ClubRules) -> Iterator[Break]:
    """The same sentence from both people, since a list of the whole roster tells it once."""
    apart = set(rules.apart_from(person.id))
    if not apart:
        return
    for place in _filled(entry.shift):
        if place.person and place.person.id in apart:
            one, other = sorted((person.name, place.person.name))
            sentence = _("{one} and {other} are to be kept apart, but both are on the same shift: {shift}.")
            yield Break(
                rule=Rule.KEPT_APART,
                sentence=sentence.format(one=one, other=other, shift=shift_words(entry.shift)),
                subject=place.person.name,
                set_aside=place.assignment.override if place.assignment else "",
            )


def together_breaks(person: Person, entry: RosterEntry, rules: ClubRules) -> Iterator[Break]:
    """Told of who is there, not of who is missing."""
    partners = list(rules.together_with(person.id))
    if not partners:
        return
    there = {place.person.id for place in _filled(entry.shift) if place.person}
    for partner in partners:
        if partner not in there:
            name = rules.names[partner]
            sentence = _("{name} is to be kept together with {other}, who is not on the same shift: {shift}.")
            yield Break(
                rule=Rule.PARTNER_MISSING,
                sentence=sentence.format(name=person.name, other=name, shift=shift_words(entry.shift)),
                subject=name,
            )


def minor_breaks(person: Person, entry: RosterEntry) -> Iterator[Break]:
    """An unknown age counts as adult."""
    if person.is_minor and not any(place.person and not place.person.is_minor for place in _filled(entry.shift)):
        sentence = _("{name} is under 18, and no adult is on the same shift: {place}.")
        yield Break(rule=Rule.MINOR_ALONE, sentence=sentence.format(name=person.name, place=place_words(entry)))


def _filled(shift: RosterShift) -> Iterator[Place]:
    return (place for need in shift.needs for place in need.places if place.person)
