"""Making a poll from a file of options, or from the shifts of an event."""

from dataclasses import replace
from pathlib import Path

from clubhub.domain.poll_drafts import PollDraft
from clubhub.services import reading
from clubhub.services.lookup import find_event
from clubhub.services.poll_boards import PollBoardService
from clubhub.services.poll_editing import PollEditingService, PollMade
from clubhub.services.written_polls import WrittenPoll
from clubhub.storage.database import Database

AS_USUAL = WrittenPoll()


class PollMakingService:
    """The command line's way to a poll; the window has its own form."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        name: str,
        *,
        options: Path | None = None,
        event: str | None = None,
        written: WrittenPoll = AS_USUAL,
    ) -> PollMade:
        """Make a poll of the file's options and those `written`, else of slots that cover the event's shifts.

        With both, the file's times are asked for the event. Raises InvalidInput for what a poll can't ask; NotFound or
        Conflict for names; InvalidInput or EnvironmentProblem for the file.
        """
        draft = self._draft(event)
        if options is not None:
            draft = _with_file(draft, options)
        with self._database.read() as reader:
            wanted = written.draft(reader, replace(draft, name=name))
        return PollEditingService(self._database).create(wanted)

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
