"""Posts."""

from sqlalchemy import select

from clubhub.domain.posts import Post
from clubhub.storage.rows import row_of, values
from clubhub.storage.tables import posts
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def load_posts(reader: Reader) -> list[Post]:
    """The newest first."""
    return values(reader, Post, select(posts).order_by(posts.c.written_at.desc(), posts.c.id))


def insert_post(work: UnitOfWork, post: Post) -> None:
    work.insert(posts, [row_of(post, posts)])
