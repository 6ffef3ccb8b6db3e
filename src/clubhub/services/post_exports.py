"""Posts on their way out: chat text, mail drafts, a page, a sheet for the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PostId
from clubhub.domain.papers import Paper
from clubhub.domain.posts import FullPost
from clubhub.services.files import write_file
from clubhub.services.lookup import find_post
from clubhub.services.post_drafts import write_drafts
from clubhub.services.post_readers import load_full_post
from clubhub.storage import posts
from clubhub.storage.database import Database
from clubhub.support.texts import _


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

    def export(
        self,
        name: str,
        path: Path,
        *,
        sheet: Sheet | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> PostExported:
        """A post by its title or id as .txt, .html or .pdf; without a suffix as mail drafts in a folder of that name.

        Drafts tell `on_progress` how far they are, of how much. Raises NotFound or Conflict for the post, InvalidInput
        for another suffix or for nobody to write to, EnvironmentProblem if it can't be written, Cancelled after
        `should_stop` said True: no draft that was not there before is left then.
        """
        makers: dict[str, Callable[[FullPost, Path], PostExported]] = {
            ".txt": _text,
            ".html": _page,
            ".pdf": lambda full, path: _sheet(full, path, sheet or Sheet()),
        }
        suffix = path.suffix.casefold()
        if path.is_dir() or not suffix:
            paths, notes = write_drafts(self._full(name), path, on_progress, should_stop)
            return PostExported(paths=paths, notes=notes)
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
