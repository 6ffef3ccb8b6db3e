"""Posts."""

from collections.abc import Iterable

from sqlalchemy import select

from clubhub.domain.ids import PostId
from clubhub.domain.posts import Post
from clubhub.storage.rows import row_of, values
from clubhub.storage.tables import posts
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def load_posts(reader: Reader) -> list[Post]:
    """The newest first."""
    return values(reader, Post, select(posts).order_by(posts.c.written_at.desc(), posts.c.id))


def insert_post(work: UnitOfWork, post: Post) -> None:
    work.insert(posts, [row_of(post, posts)])


def save_post(work: UnitOfWork, post: Post) -> None:
    """Raises Conflict if the post was changed since its version, NotFound if it is gone."""
    row = row_of(post, posts)
    version = row.pop("version")
    work.update(posts, post.id, row, expected_version=version)


def delete_posts(work: UnitOfWork, ids: Iterable[PostId]) -> None:
    work.delete(posts, ids)
