"""Rules about who else is on a shift, as far as they can be told before anything is planned.

Somebody whose partner can't be on a shift can't either; a minor can't be where no adult could be. Who is pinned to a
shift is on it, whoever else is.
"""

from collections.abc import Iterable, Sequence

from clubhub.rostering.bits import indices


def without_partner(
    groups: Iterable[Sequence[int]], together: Sequence[Sequence[int]], possible: int, pinned: int
) -> int:
    """Who is kept together with somebody else who can't be on a shift that these people (`possible`) can be on."""
    found = 0
    for group in groups:
        everybody = sum(1 << person for person in group)
        missing = everybody & ~possible
        if missing and not everybody & pinned:
            # All hang together, so one who is missing keeps away the others, and two keep away all.
            found |= everybody if missing & (missing - 1) else everybody ^ missing
        elif missing:
            for person in indices(missing):
                found |= sum(1 << other for other in _tied_to(person, together, pinned))
    return found


def _tied_to(person: int, together: Sequence[Sequence[int]], pinned: int) -> set[int]:
    """Who can come only if this person does, also through others; not those who are pinned."""
    found = {person}
    waiting = [person]
    while waiting:
        new = {other for other in together[waiting.pop()] if not pinned >> other & 1} - found
        found |= new
        waiting += new
    return found - {person}


def without_adult(minors: int, possible: int) -> int:
    """The minors, if none of these people is an adult; else nobody."""
    return 0 if possible & ~minors else minors
