"""Posts: announcements, written in Markdown."""

from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ids import EventId, PostId


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
