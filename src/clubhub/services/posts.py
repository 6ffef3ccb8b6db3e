"""Writing and keeping posts."""

from dataclasses import dataclass, replace
from pathlib import Path

from clubhub.domain.audiences import Membership, parse_audience
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput, NotFound
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PostId, new_id
from clubhub.domain.placeholders import check_placeholders
from clubhub.domain.plain_names import plain_name
from clubhub.domain.posts import FullPost, Post
from clubhub.domain.rosters import Roster
from clubhub.services.audiences import load_membership
from clubhub.services.lookup import find_event, find_post
from clubhub.services.post_readers import (
    PostLine,
    Rehearsal,
    checked_post,
    event_named,
    load_full_post,
    load_lines,
    preview,
    readers_of,
)
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events, posts
from clubhub.storage.database import Database
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PostChoices:
    """What whoever writes a post can choose from: the club's events, the earliest first, and who belongs to what.

    `roster` is that of the chosen event.
    """

    club: Club
    events: tuple[Event, ...]
    membership: Membership
    roster: Roster | None = None

    @property
    def event_id(self) -> EventId | None:
        return self.roster.event.id if self.roster else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPost:
    """A post to look at; `html` is clean. `asks`: it has a section on what to do.

    The HTML is as `reader` gets it, one of those it is for; "" where everybody reads the same.
    """

    full: FullPost
    html: str
    asks: bool
    reader: str = ""


class PostService:
    """The club's announcements."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def posts(self) -> list[Post]:
        """The newest first."""
        with self._database.read() as reader:
            return posts.load_posts(reader)

    def find(self, name: str) -> Post:
        """The post of that title, beginning of a title, or id. Raises NotFound or Conflict."""
        return find_post(self.posts(), name)

    def open_shown(self, post_id: PostId) -> ShownPost:
        """As `open`, with the text as clean HTML, one reader's own words in it."""
        from clubhub.formats.post_sections import asks

        full = self.open(post_id)
        html, reader = preview(full)
        return ShownPost(full=full, html=html, asks=asks(full.post.body), reader=reader)

    def open(self, post_id: PostId) -> FullPost:
        """A post with whom it reaches now. Raises NotFound if it is gone."""
        with self._database.read() as reader:
            found = next((post for post in posts.load_posts(reader) if post.id == post_id), None)
            if found is None:
                raise NotFound(_("This post is no longer in the club. Look at the list again."))
            return load_full_post(reader, found)

    def choices(self, event_id: EventId | None = None) -> PostChoices:
        """For writing: events, and the names that an audience can have (of shifts and roles the event's alone)."""
        with self._database.read() as reader:
            known = tuple(events.load_events(reader))
            chosen = next((event for event in known if event.id == event_id), None)
            return PostChoices(
                club=clubs.load_club(reader),
                events=known,
                membership=load_membership(reader, event_id),
                roster=load_roster(reader, chosen) if chosen else None,
            )

    def with_roster(self, choices: PostChoices, event_id: EventId | None) -> PostChoices:
        """The same choices with the roster of that event, or of none."""
        chosen = next((event for event in choices.events if event.id == event_id), None)
        if chosen is None:
            return replace(choices, roster=None)
        with self._database.read() as reader:
            return replace(choices, roster=load_roster(reader, chosen))

    def lines(self) -> list[PostLine]:
        """Every post with whom it reaches now, the newest first."""
        with self._database.read() as reader:
            return load_lines(reader)

    @staticmethod
    def rehearse(title: str, body: str, rule: str, choices: PostChoices) -> Rehearsal:
        """A post as it would be, for the preview beside the writing; the club's file is not touched."""
        readers = readers_of(rule, choices.membership)
        problem = readers.problem
        try:
            check_placeholders(f"{title} {body}")
        except InvalidInput as error:
            problem = problem or str(error)
        now = utc_now()
        full = FullPost(
            club=choices.club,
            post=Post(id=PostId(0), title=title, body=body, written_at=now, audience=readers.rule),
            written=now,
            audience_words=readers.words,
            reach=readers.reach,
            roster=choices.roster,
        )
        html, reader = preview(full)
        named = None if readers.problem else event_named(parse_audience(rule, choices.membership), choices.events)
        return Rehearsal(html=html, readers=readers, problem=problem, reader=reader, event_id=named)

    def write(
        self,
        title: str,
        body: str,
        *,
        audience: str = "",
        event: str | None = None,
        event_id: EventId | None = None,
    ) -> Changes:
        """Keep a new post, `body` in Markdown, for the `audience` of that rule ("" for everybody).

        Without `event` (a name) or `event_id` it belongs to the event that the audience names, if it names just one.
        Raises InvalidInput without a title or with unknown placeholders, NotFound or Conflict for a name.
        """
        with self._database.write(_("write the post “{title}”").format(title=title.strip())) as work:
            if event:
                event_id = find_event(work, event).id
            post = Post(
                id=PostId(new_id()),
                title=title.strip(),
                body=body,
                written_at=utc_now(),
                audience=audience,
                event_id=event_id,
            )
            posts.insert_post(work, checked_post(work, post))
        return work.changes

    def write_file(self, path: Path, *, title: str = "", audience: str = "", event: str | None = None) -> Changes:
        """Keep a Markdown file as a new post; without `title` its first heading is the title, else the file's name.

        Raises as `write` does, EnvironmentProblem if the file can't be read, InvalidInput if it is no text.
        """
        from clubhub.formats.post_file import read_post

        found, body = read_post(path)
        if title and found and plain_name(found) != plain_name(title):
            body = f"# {found}\n\n{body}"
        return self.write(title or found or path.stem, body, audience=audience, event=event)

    def edit(self, post: Post) -> Changes:
        """Keep an edited post. Raises as `write` does, and Conflict if it was changed since `post.version`."""
        with self._database.write(_("edit the post “{title}”").format(title=post.title.strip())) as work:
            posts.save_post(work, checked_post(work, replace(post, title=post.title.strip())))
        return work.changes

    def remove(self, post_id: PostId) -> Changes:
        """Take a post out; undo brings it back. Nothing happens if it is gone already."""
        with self._database.write("") as work:
            found = next((post for post in posts.load_posts(work) if post.id == post_id), None)
            work.title = _("remove the post “{title}”").format(title=found.title if found else "")
            posts.delete_posts(work, [post_id])
        return work.changes
