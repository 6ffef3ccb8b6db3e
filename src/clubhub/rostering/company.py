"""Rules about who else is on a shift, as far as they can be told before anything is planned.

Somebody whose partner can't be on a shift can't either; a minor can't be where no adult could be.
"""

from collections.abc import Iterable, Sequence


def without_partner(groups: Iterable[Sequence[int]], possible: int) -> int:
    """Who is kept together with somebody who can't be on a shift that these people (`possible`) can be on."""
    found = 0
    for group in groups:
        if not all(possible >> person & 1 for person in group):
            for person in group:
                found |= 1 << person
    return found


def without_adult(minors: int, possible: int) -> int:
    """The minors, if none of these people is an adult; else nobody."""
    return 0 if possible & ~minors else minors
