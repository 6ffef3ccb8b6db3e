"""Whom a post reaches now; and what a post must have before it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from clubhub.domain.audience_words import audience_words
from clubhub.domain.audiences import Audience, AudienceKind, Membership, members, parse_audience
from clubhub.domain.errors import ClubHubError, InvalidInput
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId
from clubhub.domain.placeholders import check_placeholders, placeholders_in
from clubhub.domain.posts import FullPost, Post
from clubhub.domain.reach import Reach, Recipient, reach
from clubhub.services.audiences import load_membership
from clubhub.services.roster_view import load_roster
from clubhub.storage import clubs, events, posts
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _

NOBODY = Reach(recipients=(), left_out=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Whom a rule means now. `rule` is it in full, `words` tell it; `problem` is why it means nobody, or ""."""

    rule: str
    words: str
    reach: Reach
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """A post in the list, with whom it reaches now."""

    post: Post
    readers: Readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A post while it is written: clean HTML, whom it is for, and what would be refused ("" if nothing).

    The HTML is as `reader` will have it, one of those it is for; "" where everybody reads the same. `event_id` is the
    event that the audience names, if it names just one.
    """

    html: str
    readers: Readers
    problem: str
    reader: str = ""
    event_id: EventId | None = None


def load_lines(reader: Reader) -> list[PostLine]:
    """Every post, the newest first. Who belongs to what is gathered once for each event that posts have."""
    known: dict[EventId | None, Membership] = {}
    lines = []
    for post in posts.load_posts(reader):
        if post.event_id not in known:
            known[post.event_id] = load_membership(reader, post.event_id)
        lines.append(PostLine(post=post, readers=readers_of(post.audience, known[post.event_id])))
    return lines


def load_full_post(reader: Reader, post: Post) -> FullPost:
    """A post with its event's roster, and whom it reaches now."""
    club = clubs.load_club(reader)
    event = next((event for event in events.load_events(reader) if event.id == post.event_id), None)
    readers = readers_of(post.audience, load_membership(reader, post.event_id))
    return FullPost(
        club=club,
        post=post,
        written=post.written_at.astimezone(ZoneInfo(club.time_zone)),
        audience_words=readers.words,
        reach=readers.reach,
        roster=load_roster(reader, event) if event else None,
        problem=readers.problem,
    )


def readers_of(rule: str, membership: Membership) -> Readers:
    """Whom a rule means among these people; a `problem` instead of an error, since the club may have changed."""
    try:
        audience = parse_audience(rule, membership)
    except ClubHubError as error:
        return Readers(rule=rule, words=rule, reach=NOBODY, problem=str(error))
    meant = members(audience, membership)
    return Readers(
        rule=str(audience),
        words=audience_words(audience, len(meant)),
        reach=reach(meant, membership.people.values()),
    )


def preview(full: FullPost) -> tuple[str, str]:
    """The text as clean HTML with one reader's own words in it, and that reader's name; "" if all read the same.

    Placeholders that nothing is known for stay as they are written.
    """
    from clubhub.formats.post_page import preview_html
    from clubhub.formats.post_words import values_for

    reader = _example(full)
    if reader is None:
        return preview_html(full.post.body), ""
    values = dict(values_for(full, reader))
    if full.roster is None:
        del values["shifts"]
    return preview_html(full.post.body, values), reader.person.name


def _example(full: FullPost) -> Recipient | None:
    """Whose words to show: the first whom it is for, with shifts if the post tells of them; None if it holds none."""
    wanted = placeholders_in(full.post.body)
    meant = [one for one in full.reach.recipients if one.is_meant] or list(full.reach.recipients)
    if not wanted or not meant:
        return None
    roster = full.roster
    if "shifts" not in wanted or roster is None:
        return meant[0]
    return next((one for one in meant if roster.entries_of(one.person.id)), meant[0])


def checked_post(reader: Reader, post: Post) -> Post:
    """The post with its rule in full and its event; see `PostService.write` for what is refused."""
    if not post.title:
        raise InvalidInput(_("The post needs a title. Nothing was written."))
    check_placeholders(f"{post.title} {post.body}")
    audience = parse_audience(post.audience, load_membership(reader, post.event_id))
    event_id = post.event_id if post.event_id is not None else event_named(audience, events.load_events(reader))
    if event_id is None and "shifts" in placeholders_in(post.body):
        raise InvalidInput(_("“{shifts}” stands for each reader’s shifts: say of which event. Nothing was kept."))
    return replace(post, audience=str(audience), event_id=event_id)


def event_named(audience: Audience, known: Iterable[Event]) -> EventId | None:
    """The only event that the audience names."""
    named = {part.name for part in audience.parts if part.kind == AudienceKind.EVENT}
    found = [event.id for event in known if event.name in named]
    return found[0] if len(found) == 1 else None
