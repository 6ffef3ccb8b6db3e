"""Tells every screen what was changed, here or in another window or program on the same club."""

from PySide6.QtCore import QObject, Signal

from clubhub.domain.changes import Changes


class ChangeNotifier(QObject):
    """One per window. A page refreshes if a kind that it shows is among those of the changes."""

    changed = Signal(object)
    """A Changes value."""

    def tell(self, changes: Changes) -> None:
        """Broadcast a change; an empty one is passed over."""
        if changes:
            self.changed.emit(changes)
