"""Saves what a form edits over what it was made from, and never over what somebody else has written meanwhile.

Fields that only one of the two has changed are mixed; a field of which both have made something else is told, and a
person chooses. The person beside the list is edited field by field instead: viewmodels/people/editor.py.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from clubhub.domain.errors import Conflict, NotFound
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner

Values = Mapping[str, Any]
"""What stands in a form's fields, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """`values` hold mine where I changed something, else theirs; `both` are the fields that we made different."""

    values: Values
    theirs: Values
    both: frozenset[str]


def mix(base: Values, mine: Values, theirs: Values) -> Mixed:
    """Bring two edits of the same thing together; `base` is what both began from."""
    changed = {name for name, value in mine.items() if value != base.get(name)}
    values = {name: value if name in changed else theirs.get(name) for name, value in mine.items()}
    both = (name for name in changed if theirs.get(name) not in (base.get(name), mine[name]))
    return Mixed(values=values, theirs=theirs, both=frozenset(both))


class Keeper(QObject):
    """One edit of one thing. `read` asks the club for the thing as it is now; None for what is new."""

    kept = Signal(object)
    """What `save` has returned."""
    overtaken = Signal(object)
    """A Mixed with `both`: somebody else has changed the same. The next `put` goes over theirs."""
    gone = Signal(object)
    """The NotFound of a thing that was removed meanwhile."""
    refused = Signal(object)
    """Another ClubHubError."""

    def __init__(
        self,
        jobs: JobRunner,
        parent: QObject,
        *,
        save: Callable[[Any, Values], Any],
        values_of: Callable[[Any], Values] = dict,
        read: Callable[[], Any] | None = None,
        seen: object = None,
    ) -> None:
        """`save` takes the thing as it was seen, and the new values; `values_of` a thing's fields."""
        super().__init__(parent)
        self._jobs = jobs
        self._save, self._values_of, self._read = save, values_of, read
        self.seen = seen
        self._mine: Values = {}

    def put(self, mine: Values) -> None:
        """Save; one of the signals answers."""
        self._mine = dict(mine)
        save, seen, values = self._save, self.seen, self._mine
        self._jobs.run(_("Saving"), lambda _progress: save(seen, values), self.kept.emit, owner=self,
                       on_failed=self._refuse)  # fmt: skip

    def make_anew(self) -> None:
        """From now on it is a new thing, since the one that was seen is gone."""
        self.seen = self._read = None

    def look(self, theirs: object, mine: Values) -> Values:
        """Take note of a newer state while `mine` is typed; what the fields should show now.

        Says `overtaken` if both have changed the same.
        """
        mixed = mix(self._values_of(self.seen), mine, self._values_of(theirs))
        self.seen = theirs
        if mixed.both:
            self.overtaken.emit(mixed)
        return mixed.values

    def _refuse(self, error: Exception) -> None:
        """Whatever was refused because of somebody else shows in the thing as it is now."""
        read = self._read
        if read is None or not isinstance(error, (Conflict, NotFound)):
            self.refused.emit(error)
            return
        self._jobs.run("", lambda _progress: (error, read()), self._take, owner=self, on_failed=self._miss, quiet=True)

    def _take(self, answer: tuple[Exception, Any]) -> None:
        error, theirs = answer
        if theirs == self.seen:
            self.refused.emit(error)
            return
        mixed = mix(self._values_of(self.seen), self._mine, self._values_of(theirs))
        self.seen = theirs
        if mixed.both:
            self.overtaken.emit(mixed)
        else:
            self.put(mixed.values)

    def _miss(self, error: Exception) -> None:
        (self.gone if isinstance(error, NotFound) else self.refused).emit(error)
