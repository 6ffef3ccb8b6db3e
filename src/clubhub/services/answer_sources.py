"""Answers as they are pasted or dropped: tables go to the importer, everything else to the review."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.replies import Incoming
from clubhub.domain.reply_reviews import Review
from clubhub.services.answer_targets import PollMeant
from clubhub.services.answers_import import AnswersImport
from clubhub.services.answers_in import AnswersInService
from clubhub.services.polls import PollService
from clubhub.storage.database import Database
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSource:
    """A pasted text, or files."""

    text: str = ""
    paths: tuple[Path, ...] = ()


class AnswerSourceService:
    def __init__(self, database: Database) -> None:
        self._words = AnswersInService(database)
        self._tables = PollService(database)

    def meant(self, source: AnswerSource) -> PollMeant:
        """What a table answers by its columns; nothing for words, which say it themselves, one by one.

        Raises InvalidInput, EnvironmentProblem, or Conflict where it could be several.
        """
        if self._incoming(source) is not None:
            return PollMeant()
        with _as_file(source) as path:
            return self._tables.meant_by(path)

    def look(self, source: AnswerSource, meant: PollMeant) -> Review | AnswersImport:
        """What would come of it; nothing is written. Raises InvalidInput, NotFound, Conflict or EnvironmentProblem."""
        incoming = self._incoming(source)
        if incoming is None:
            return self._import(source, meant, seen=None)
        if meant.is_new:
            raise InvalidInput(_("Words can’t make a new poll. Choose the poll that they answer."))
        return self._words.review(incoming, self._words.poll_meant(meant.poll, meant.event))

    def take_table(self, source: AnswerSource, meant: PollMeant, seen: AnswersImport) -> AnswersImport:
        """Take in the table as `look` showed it. Raises Conflict if it would do something else now."""
        return self._import(source, meant, seen=seen)

    def _incoming(self, source: AnswerSource) -> list[Incoming] | None:
        """None for a table."""
        if not source.paths:
            from clubhub.formats.replies.files import is_table

            return None if is_table(source.text) else [Incoming(text=source.text)]
        found = [self._words.read_file(path) for path in source.paths]
        if len(found) > 1 and None in found:
            raise InvalidInput(_("A table has to come by itself. Take in the tables one by one."))
        return [part for part in found if part is not None] or None

    def _import(self, source: AnswerSource, meant: PollMeant, *, seen: AnswersImport | None) -> AnswersImport:
        with _as_file(source) as path:
            poll = path.stem if meant.is_new else meant.poll
            return self._tables.import_answers(path, event=meant.event, poll=poll, dry_run=seen is None, seen=seen)


@contextmanager
def _as_file(source: AnswerSource) -> Iterator[Path]:
    """The file, or one with the pasted cells, which is gone afterwards."""
    if source.paths:
        yield source.paths[0]
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{_('Pasted answers')}.txt"
        path.write_text(source.text, "utf-8", "surrogatepass")
        yield path
