"""Making a poll from a file of options, or from the shifts of an event."""

from dataclasses import replace
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_drafts import PollDraft
from clubhub.services import reading
from clubhub.services.lookup import find_event
from clubhub.services.poll_boards import PollBoardService
from clubhub.services.poll_editing import PollEditingService, PollMade
from clubhub.storage.database import Database
from clubhub.support.texts import _


class PollMakingService:
    """The command line's way to a poll; the window has its own form."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, *, options: Path | None = None, event: str | None = None) -> PollMade:
        """Make a poll of the file's options, else of slots that cover the event's shifts.

        With both, the file's times are asked for the event. Raises InvalidInput with neither, or for what a poll can't
        ask; NotFound or Conflict for the event; InvalidInput or EnvironmentProblem for the file.
        """
        if options is None and event is None:
            raise InvalidInput(_("Say what the poll asks: --options FILE, or --event EVENT for its shifts."))
        draft = self._draft(event)
        if options is not None:
            draft = _with_file(draft, options)
        return PollEditingService(self._database).create(replace(draft, name=name))

    def _draft(self, event: str | None) -> PollDraft:
        if event is None:
            return PollDraft(name="")
        with self._database.read() as reader:
            event_id = find_event(reader, event).id
        return PollBoardService(self._database).draft_for_event(event_id)


def _with_file(draft: PollDraft, path: Path) -> PollDraft:
    from clubhub.formats.poll_options import lines_of, options_from_table

    table = lines_of(path) if path.suffix.casefold() in {".txt", ".md", ""} else reading.read_table(path)
    listed = options_from_table(table)
    return replace(draft, slots=listed.slots, labels=listed.labels)
