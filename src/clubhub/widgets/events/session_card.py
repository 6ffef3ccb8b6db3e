"""A session in the programme: its name and times, and the way to change them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from clubhub.domain.events import Session
from clubhub.support.texts import _
from clubhub.viewmodels.times_in_words import moment_text
from clubhub.widgets.controls import badge, button, column, label, row


class SessionCard(QFrame):
    """A session's name and times; an estimated end says so."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("surface", "card")
        times = _("{starts} to {ends}").format(starts=moment_text(session.starts), ends=f"{session.ends:%H:%M}")
        change = button(_("Change…"), self._want, look="link")
        change.setAccessibleName(_("Change {session}").format(session=session.name))
        parts = [label(session.name, kind="strong"), label(times, tone="text2")]
        sign = [badge(_("? end estimated"), "warning")] if session.ends_is_estimated else []
        words = row(*sign, None, change, space=6)
        self.setLayout(column(*parts, words, margins=(14, 8, 14, 4), space=2))

    @Slot()
    def _want(self) -> None:
        self.wanted.emit(self._session)
