"""Undo, redo and the history."""

from collections.abc import Callable
from dataclasses import dataclass

from clubhub.domain.changes import Changes, HistoryEntry
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import ChangeId
from clubhub.services.undone_kinds import refuse_lost_answers
from clubhub.storage import change_log, polls, undoing
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """`newest` is the latest change; `undo` and `redo` are what they would take back, or None.

    `kinds` are those of the changes since the one that was asked about, by table name.
    """

    newest: ChangeId
    undo: HistoryEntry | None
    redo: HistoryEntry | None
    kinds: frozenset[str]


class HistoryService:
    """What was changed, by whom, and the way back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, *, limit: int = 100) -> list[HistoryEntry]:
        """The newest first."""
        with self._database.read() as reader:
            return change_log.history(reader, limit=limit)

    def state(self, since: ChangeId) -> HistoryState:
        """Where the history stands now, and which kinds of things changed after `since`, by whoever."""
        with self._database.read() as reader:
            return HistoryState(
                newest=ChangeId(change_log.newest_id(reader)),
                undo=change_log.next_undo(reader),
                redo=change_log.next_redo(reader),
                kinds=change_log.kinds_since(reader, since),
            )

    def undo(self, change_id: ChangeId | None = None) -> Changes:
        """Take a change back, None for the newest; again, and the one before it goes too.

        Raises NotFound if there is nothing to undo, Conflict if what it touched was changed since, if that change was
        undone already, or if answers to a poll would lose what they say.
        """

        def choose(reader: Reader) -> HistoryEntry | None:
            return change_log.next_undo(reader) if change_id is None else change_log.find(reader, change_id)

        return self._apply(choose, _("Undo: {title}"), _("There is nothing to undo."))

    def redo(self) -> Changes:
        """Make the newest undone change again. Raises NotFound if nothing was undone last."""
        return self._apply(change_log.next_redo, _("Redo: {title}"), _("There is nothing to redo."))

    def _apply(self, choose: Callable[[Reader], HistoryEntry | None], title: str, nothing: str) -> Changes:
        with self._database.write(title) as work:
            entry = choose(work)
            if entry is None:
                raise NotFound(nothing)
            if entry.is_undone:
                raise Conflict(
                    _("“{title}” was undone already, perhaps in another window. Nothing was changed.").format(
                        title=entry.title
                    )
                )
            work.title = title.format(title=change_log.original_title(work, entry))
            before = polls.load_polls(work)
            undoing.apply_inverse(work, entry)
            refuse_lost_answers(work, before)
        return work.changes
