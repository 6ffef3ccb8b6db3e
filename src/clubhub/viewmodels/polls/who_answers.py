"""Whose answer it is that somebody types: one of those asked, somebody else of the club, or a guest."""

from collections.abc import Collection, Iterable, Sequence

from clubhub.domain.people import Person
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.hand_round import found_people


def unasked_rows(people: Iterable[Person], rows: Collection[GridRow]) -> list[GridRow]:
    """A silent row for each of the club who has none: whoever answers unasked counts too."""
    known = {row.person_id for row in rows}
    return [GridRow(key=one.id, name=one.name, marks={}, person=one) for one in people if one.id not in known]


def begun_row(asked: Sequence[GridRow], unasked: Sequence[GridRow], typed: str) -> GridRow | None:
    """The only one whose name begins so, of those asked before the others; None for none or several."""
    if not typed.strip():
        return None
    for rows in (asked, unasked):
        row_of = {row.person.id: row for row in rows if row.person}
        found = found_people([row.person for row in rows if row.person], typed)
        if found:
            return row_of[found[0].id] if len(found) == 1 else None
    return None


def who_words(typed: str, chosen: GridRow | None, begun: GridRow | None, *, takes_guests: bool) -> str:
    """What stands below the name while it is typed; "" for nothing typed and for a person of the club."""
    name = " ".join(typed.split())
    if not name or (chosen is not None and chosen.person is not None):
        return ""
    if chosen is None and begun is not None:
        return _("Tab or Enter takes {name}.").format(name=begun.name)
    words = _("A guest: nobody in the club is called “{name}”.")
    return (words if takes_guests else _("Nobody in the club is called “{name}”.")).format(name=name)
