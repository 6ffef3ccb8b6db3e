"""What the publishing dialog says of the changes since the last version."""

from collections.abc import Hashable

from clubhub.domain.roster_changes import PersonChange
from clubhub.services.event_views import EventView
from clubhub.support.texts import _, plural
from clubhub.viewmodels.roster_change_words import change_sentence, kind_words, way_text
from clubhub.viewmodels.table_model import Column


def change_columns() -> list[Column[PersonChange]]:
    """What, who, from where to where."""
    return [
        Column(
            key="kind",
            heading=_("Change"),
            text=lambda change: kind_words(change.kind).text,
            spoken=change_sentence,
        ),
        Column(key="who", heading=_("Who"), text=lambda change: change.person.name),
        Column(key="way", heading=_("From and to"), text=way_text),
    ]


def change_id(change: PersonChange) -> Hashable:
    return (change.person.id, change.kind, *(spot.key if spot else None for spot in (change.before, change.after)))


def touched_text(view: EventView) -> str:
    """How much is new, and for how many."""
    found = view.unpublished
    if not found.people:
        return plural(
            "{count} shift has changed; nobody's places have.", "{count} shifts have changed; nobody's places have.",
            found.shifts,
        )  # fmt: skip
    people = plural("{count} person", "{count} people", found.touched)
    if view.roster.publication is None:
        return plural("{count} place for {people}.", "{count} places for {people}.", len(found.people), people=people)
    changes = plural("{count} change", "{count} changes", len(found.people))
    number = view.roster.publication.number
    return _("{changes} since version {number}, for {people}. Only they have something new to hear.").format(
        changes=changes, number=number, people=people
    )
