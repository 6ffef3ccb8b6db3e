"""Posts: announcements, written in Markdown."""

from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PostId
from clubhub.domain.people import Person
from clubhub.domain.reach import Reach
from clubhub.domain.rosters import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """`audience` is the rule in words that chose the readers ("" for everybody); `written_at` is aware, in UTC."""

    id: PostId
    title: str
    body: str
    written_at: datetime
    audience: str = ""
    event_id: EventId | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FullPost:
    """A post with all that stands around it when it goes out.

    `written` is aware, in the club's zone. `audience_words` tell who it is for. `roster` is that of the post's event.
    `problem` is a sentence if the audience's rule no longer fits the club (a group is gone); nobody is reached then.
    """

    club: Club
    post: Post
    written: datetime
    audience_words: str
    reach: Reach
    roster: Roster | None = None
    problem: str = ""

    @property
    def event(self) -> Event | None:
        return self.roster.event if self.roster else None

    @property
    def contact(self) -> Person | None:
        """Whom readers answer: the contact of the event."""
        return self.roster.contact if self.roster else None
