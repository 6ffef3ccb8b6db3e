"""Finding anything in the club by a few letters."""

from dataclasses import dataclass

from clubhub.storage import events, people, polls, posts, search_index
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support import dates
from clubhub.support.texts import _, language


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """`kind` is person, event, poll or post; `about` a few words that tell namesakes apart."""

    kind: str
    id: int
    name: str
    about: str


class SearchService:
    """Over people, events, polls and posts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, words: str, *, limit: int = 30) -> list[Found]:
        """Everything that holds all the words or their beginnings, the likeliest first."""
        with self._database.read() as reader:
            hits = search_index.search(reader, words, limit=limit)
            named = _named(reader, hits)
        return [named[hit] for hit in hits if hit in named]


def _named(reader: Reader, hits: list[search_index.Hit]) -> dict[search_index.Hit, Found]:
    """The hits with the names of what they are; one that has just gone is left out."""
    ids = [hit.id for hit in hits if hit.kind == "person"]
    found = [
        Found(
            kind="person",
            id=person.id,
            name=person.name,
            about=next(iter((*person.emails, *person.phones)), _("person")),
        )
        for person in people.load_people(reader, ids)
    ]
    kinds = {hit.kind for hit in hits}
    if "event" in kinds:
        found += [
            Found(kind="event", id=event.id, name=event.name, about=dates.day_and_year(event.starts_on, language()))
            for event in events.load_events(reader)
        ]
    if "poll" in kinds:
        found += [Found(kind="poll", id=poll.id, name=poll.name, about=_("poll")) for poll in polls.load_polls(reader)]
    if "post" in kinds:
        found += [
            Found(
                kind="post", id=post.id, name=post.title, about=dates.day_and_year(post.written_at.date(), language())
            )
            for post in posts.load_posts(reader)
        ]
    return {search_index.Hit(item.kind, item.id): item for item in found}
