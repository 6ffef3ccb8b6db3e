"""Posts on their way out: chat text, mail drafts, a page, a sheet for the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PostId
from clubhub.domain.papers import Paper
from clubhub.domain.people import Channel
from clubhub.domain.posts import FullPost
from clubhub.domain.reach import roads_sentence
from clubhub.services.files import make_folder, write_file
from clubhub.services.lookup import find_post
from clubhub.services.post_readers import load_full_post
from clubhub.storage import posts
from clubhub.storage.database import Database
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PostExported:
    """`paths` are the files written; `notes` are sentences on what is still to be done or could not be shown."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a sheet for the wall carries besides the text.

    `has_places` None: the event's open places, where the post asks for something.
    """

    has_places: bool | None = None
    has_tear_offs: bool = False
    paper: Paper = Paper.A4


class PostExportService:
    """Nothing is sent here: what is written, somebody sends, pins up or puts on the web."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def chat_text(self, post_id: PostId) -> str:
        """For the clipboard."""
        from clubhub.formats.post_text import chat_text

        return chat_text(self._full(str(post_id)))

    def export(self, name: str, path: Path, *, sheet: Sheet | None = None) -> PostExported:
        """A post by its title or id as .txt, .html or .pdf; without a suffix as mail drafts in a folder of that name.

        Raises NotFound or Conflict for the post, InvalidInput for another suffix or for nobody to write to,
        EnvironmentProblem if it can't be written.
        """
        makers: dict[str, Callable[[FullPost, Path], PostExported]] = {
            ".txt": _text,
            ".html": _page,
            ".pdf": lambda full, path: _sheet(full, path, sheet or Sheet()),
        }
        suffix = path.suffix.casefold()
        if path.is_dir() or not suffix:
            return _drafts(self._full(name), path)
        if suffix not in makers:
            raise InvalidInput(
                _("“{name}” ends in no format of a post. Use one of: {suffixes}, or a folder for mail drafts.").format(
                    name=path.name, suffixes=", ".join(makers)
                )
            )
        return makers[suffix](self._full(name), path)

    def _full(self, name: str) -> FullPost:
        with self._database.read() as reader:
            return load_full_post(reader, find_post(posts.load_posts(reader), name))


def _text(full: FullPost, path: Path) -> PostExported:
    from clubhub.formats.post_text import chat_text

    write_file(path, chat_text(full).encode())
    return PostExported(paths=(path,))


def _page(full: FullPost, path: Path) -> PostExported:
    from clubhub.formats.post_page import post_page

    write_file(path, post_page(full).encode())
    return PostExported(paths=(path,))


def _sheet(full: FullPost, path: Path, sheet: Sheet) -> PostExported:
    from clubhub.formats.post_notice import post_notice

    made = post_notice(full, has_places=sheet.has_places, has_tear_offs=sheet.has_tear_offs, paper=sheet.paper)
    write_file(path, made.pdf)
    return PostExported(paths=(path,), notes=made.warnings)


def _drafts(full: FullPost, folder: Path) -> PostExported:
    """A file per reader by mail; the notes say who is to be told by other roads."""
    from clubhub.formats.post_mail import mail_drafts

    if full.problem:
        raise InvalidInput(full.problem)
    made = mail_drafts(full)
    if not made.files:
        raise InvalidInput(
            _("None of them is reached by mail, so no draft was written. Readers: {roads}.").format(
                roads=roads_sentence(full.reach) or _("nobody")
            ),
            made.left_out,
        )
    make_folder(folder)
    for name, content in made.files.items():
        write_file(folder / name, content)
    return PostExported(paths=tuple(folder / name for name in made.files), notes=(*made.left_out, *_others(full)))


def _others(full: FullPost) -> list[str]:
    """How many are told by another road, and how many not at all."""
    others = sum(recipient.channel != Channel.MAIL for recipient in full.reach.recipients)
    notes = []
    if others:
        notes.append(
            plural(
                "{count} reader is not reached by mail: copy the text for a chat, or print it.",
                "{count} readers are not reached by mail: copy the text for a chat, or print it.",
                others,
            )
        )
    if full.reach.unreached:
        names = ", ".join(one.person.name for one in full.reach.unreached[:8])
        notes.append(_("Not reached at all: {names}.").format(names=names))
    return notes
