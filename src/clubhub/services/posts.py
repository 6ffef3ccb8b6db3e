"""Writing and keeping posts."""

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import EventId, PostId, new_id
from clubhub.domain.posts import Post
from clubhub.storage import posts
from clubhub.storage.database import Database
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


class PostService:
    """The club's announcements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def posts(self) -> list[Post]:
        """The newest first."""
        with self._database.read() as reader:
            return posts.load_posts(reader)

    def write(self, title: str, body: str, *, event_id: EventId | None = None) -> Changes:
        """Keep a new post, `body` in Markdown. Raises InvalidInput without a title."""
        if not title.strip():
            raise InvalidInput(_("The post needs a title. Nothing was written."))
        post = Post(id=PostId(new_id()), title=title.strip(), body=body, written_at=utc_now(), event_id=event_id)
        with self._database.write(_("write the post “{title}”").format(title=post.title)) as work:
            posts.insert_post(work, post)
        return work.changes
