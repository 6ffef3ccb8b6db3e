"""A post as mail drafts in a folder, one per reader: told how far it is, and stopped without leaving half of them."""

from collections.abc import Callable
from pathlib import Path

from clubhub.domain.errors import Cancelled, InvalidInput
from clubhub.domain.people import Channel
from clubhub.domain.posts import FullPost
from clubhub.domain.reach import roads_sentence
from clubhub.services.files import make_folder, remove_file, write_file
from clubhub.support.texts import _, plural


def write_drafts(
    full: FullPost,
    folder: Path,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Write a file per reader by mail; the paths, and notes on who is to be told by other roads.

    Making a draft and writing it count as a step each. Raises as `PostExportService.export` does.
    """
    from clubhub.formats.post_mail import mail_drafts

    if full.problem:
        raise InvalidInput(full.problem)
    watch = _Watch(on_progress, should_stop)
    made = mail_drafts(full, watch.hear_made)
    if not made.files:
        raise InvalidInput(
            _("None of them is reached by mail, so no draft was written. Readers: {roads}.").format(
                roads=roads_sentence(full.reach) or _("nobody")
            ),
            made.left_out,
        )
    make_folder(folder)
    paths = _write(folder, made.files, watch)
    return paths, (*made.left_out, *_others(full))


class _Watch:
    """Passes on how far the work is, and ends it when it is asked to."""

    def __init__(self, on_progress: Callable[[int, int], None] | None, should_stop: Callable[[], bool] | None) -> None:
        self._on_progress = on_progress
        self._should_stop = should_stop

    def hear_made(self, made: int, drafts: int) -> None:
        self._hear(made, 2 * drafts)

    def hear_written(self, written: int, drafts: int) -> None:
        self._hear(drafts + written, 2 * drafts)

    def _hear(self, done: int, steps: int) -> None:
        if self._should_stop and self._should_stop():
            raise Cancelled(_("Stopped. No draft was written."))
        if self._on_progress:
            self._on_progress(done, steps)


def _write(folder: Path, files: dict[str, bytes], watch: _Watch) -> tuple[Path, ...]:
    new: list[Path] = []
    for number, (name, content) in enumerate(files.items()):
        path = folder / name
        try:
            watch.hear_written(number, len(files))
        except Cancelled:
            for written in new:
                remove_file(written)
            raise
        if not path.exists():
            new.append(path)
        write_file(path, content)
    return tuple(folder / name for name in files)


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
