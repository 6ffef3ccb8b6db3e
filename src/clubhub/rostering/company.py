"""Rules about who else is on a shift, as far as they can be told before anything is planned.

Somebody whose partner can't be on a shift can't either; a minor can't be where no adult could be. Who is pinned to a
shift is on it, whoever else is.
"""

from collections.abc import Iterable, Sequence


def without_partner(
    groups: Iterable[Sequence[int]], together: Sequence[Sequence[int]], possible: int, pinned: int
) -> int:
    """Who is kept together with somebody else who can't be on a shift that these people (`possible`) can be on."""
    found = 0
    for person in (person for group in groups for person in group):
        if not possible >> person & 1:
            for other in _tied_to(person, together, pinned):
                found |= 1 << other
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
