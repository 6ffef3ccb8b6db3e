"""Posts as the window shows them: the list, whom one reaches as a table, and words for days and roads."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from clubhub.domain.changes import Changes
from clubhub.domain.file_names import safe_stem
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel
from clubhub.domain.posts import Post
from clubhub.domain.reach import Reach, Recipient, road_name, roads_sentence
from clubhub.services.post_readers import PostLine, Readers
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, listed, plural
from clubhub.viewmodels.keeper import Values
from clubhub.viewmodels.qt_time import to_qt_moment
from clubhub.viewmodels.table_model import Column, RowTableModel

if TYPE_CHECKING:
    from clubhub.services.posts import PostService


MOST_NAMES = 3
"""Of those left out, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRow:
    """Somebody that a post is for. `is_reached` is False for those left out; `details` are an address or the reason."""

    id: PersonId
    name: str
    road: str
    details: str
    is_reached: bool


def post_model(parent: QObject | None = None) -> RowTableModel[PostLine]:
    """One column, since a delegate paints the three lines of a post."""
    return RowTableModel(
        [Column(key="post", heading=_("Post"), text=lambda line: line.post.title, spoken=spoken_line)],
        lambda line: line.post.id,
        parent,
    )


def matching(lines: Sequence[PostLine], words: str) -> list[PostLine]:
    """Those whose title, text or audience holds all the words."""
    wanted = words.casefold().split()
    return [line for line in lines if all(word in _searched(line) for word in wanted)]


def state_of(line: PostLine) -> tuple[str, str]:
    """The third line of a post in the list: a meaning (danger, warning or "") and its words."""
    if line.readers.problem:
        return "danger", _("The audience is gone")
    left = len(line.readers.reach.unreached)
    if left:
        return "warning", plural("{count} not reached", "{count} not reached", left)
    return "", roads_sentence(line.readers.reach) or _("Nobody")


def spoken_line(line: PostLine) -> str:
    """What a screen reader says of a post in the list."""
    return ", ".join((line.post.title, line.readers.words, when_words(line.post.written_at), state_of(line)[1]))


def when_words(moment: datetime, today: date | None = None) -> str:
    """Like "Today 17:15", "Mon 1 June" or, of another year, "1 June 2025"; in this computer's zone."""
    local = to_qt_moment(moment)
    this_day = today or utc_now().astimezone().date()
    day, locale = local.date(), QLocale()
    if (day.year(), day.month(), day.day()) == (this_day.year, this_day.month, this_day.day):
        clock = locale.toString(local.time(), QLocale.FormatType.ShortFormat)
        return _("Today {time}").format(time=clock)
    return locale.toString(day, "ddd d MMMM" if day.year() == this_day.year else "d MMMM yyyy")


def reader_model(parent: QObject | None = None) -> RowTableModel[ReaderRow]:
    """Those left out first, then everybody reached."""
    return RowTableModel(
        [
            Column(key="name", heading=_("Name"), text=lambda row: row.name),
            Column(key="road", heading=_("By"), text=lambda row: row.road),
            Column(key="details", heading=_("Where, or why not"), text=lambda row: row.details),
        ],
        lambda row: (row.is_reached, row.id),
        parent,
    )


def reader_rows(reach: Reach) -> list[ReaderRow]:
    """Those who hear nothing first, then those told through a guardian, then the others."""
    left_out = sorted(reach.left_out, key=lambda one: bool(one.guardians))
    rows = [
        ReaderRow(
            id=one.person.id,
            name=one.person.name,
            road=_("guardian") if one.guardians else _("left out"),
            details=one.why,
            is_reached=False,
        )
        for one in left_out
    ]
    return rows + [
        ReaderRow(
            id=one.person.id, name=one.person.name, road=road_name(one.channel), details=_details(one), is_reached=True
        )
        for one in reach.recipients
    ]


def left_out_sentence(reach: Reach) -> str:
    """Like "2 people are not reached: Bo Ek and Ida Lund"; "" if everybody is."""
    left = len(reach.unreached)
    names = [one.person.name for one in reach.unreached[:MOST_NAMES]]
    if left > MOST_NAMES:
        names.append(plural("{count} more", "{count} more", left - MOST_NAMES))
    told = plural("{count} person is not reached: {names}", "{count} people are not reached: {names}", left,
                  names=listed(names))  # fmt: skip
    return told if left else ""


def told_sentence(reach: Reach) -> str:
    """How many hear of it, like "44 people get it, and 7 under 18 through a guardian"."""
    told = plural("{count} person gets it", "{count} people get it", len(reach.recipients))
    minors = len(reach.left_out) - len(reach.unreached)
    if not minors:
        return told
    return plural("{told}, and {count} under 18 through a guardian", "{told}, and {count} under 18 through a guardian",
                  minors, told=told)  # fmt: skip


def readers_sentence(readers: Readers) -> str:
    """Whom a rule means, by which roads, and who is left out, in sentences; "" where the rule means nobody."""
    if readers.problem:
        return ""
    parts = [f"{readers.words}: {roads_sentence(readers.reach) or _('nobody is reached')}"]
    parts += [left_out_sentence(readers.reach)] if readers.reach.unreached else []
    return ". ".join(f"{part[:1].upper()}{part[1:]}" for part in parts) + "."


def reader_words(name: str) -> str:
    """Over a text that holds one reader's own words."""
    return _("As {name} gets it").format(name=name) if name else ""


def file_stem(title: str) -> str:
    """The title as the name of a file or folder, safe on every system."""
    return safe_stem(title) or _("post")


def _details(one: Recipient) -> str:
    address = one.address or (_("print it") if one.channel == Channel.PAPER else "")
    if not one.minors:
        return address
    names = listed([minor.given_name or minor.name for minor in one.minors])
    return _("{address}, also for {names}").format(address=address, names=names)


def _searched(line: PostLine) -> str:
    return f"{line.post.title} {line.post.body} {line.readers.words}".casefold()


def keep_post(posts: "PostService", seen: Post | None, values: Values) -> Changes:
    """Write what was typed over the post as it was seen, or as a new one."""
    if seen is not None:
        return posts.edit(replace(seen, **values))
    audience, event_id = values["audience"], values["event_id"]
    return posts.write(values["title"], values["body"], audience=audience, event_id=event_id)


def post_values(post: Post) -> Values:
    """The fields that are written; lines end as a text field has them."""
    body = "\n".join(post.body.splitlines()) + ("\n" if post.body.endswith("\n") else "")
    return {"title": post.title, "audience": post.audience, "event_id": post.event_id, "body": body}


def post_field_names() -> dict[str, str]:
    return {"title": _("Title"), "audience": _("Who it is for"), "event_id": _("Event"), "body": _("Text")}
