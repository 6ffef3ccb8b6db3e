"""One thing that needs somebody: sign, words, and one verb."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from clubhub.domain.overview import Task, TaskKind
from clubhub.support.texts import _
from clubhub.widgets import icons, tokens
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.pages import Shell
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import Meaning

_LOOKS = {
    TaskKind.BRING_IN_PEOPLE: ("people", "info"),
    TaskKind.BRING_IN_EVENT: ("events", "info"),
    TaskKind.CANCELLATIONS: ("warning", "warning"),
    TaskKind.OPEN_PLACES: ("open", "open"),
    TaskKind.BROKEN_RULES: ("warning", "warning"),
    TaskKind.SKILLS_LAPSE: ("warning", "warning"),
    TaskKind.MOVED_UP: ("people", "info"),
    TaskKind.POLL_CLOSES: ("time", "warning"),
    TaskKind.POLL_TO_DECIDE: ("polls", "warning"),
    TaskKind.ASK_FOR_ANSWERS: ("polls", "info"),
    TaskKind.NOT_ANSWERED: ("polls", "info"),
    TaskKind.NOT_PUBLISHED: ("send", "info"),
    TaskKind.NO_CONTACT: ("person", "warning"),
}
"""Each kind's sign and the meaning whose colours it wears."""


class TaskRow(QFrame):
    """The button leads to where the thing is done."""

    def __init__(self, task: Task, shell: Shell, *, is_first: bool) -> None:
        super().__init__()
        self._task = task
        self._shell = shell
        sign, meaning = _LOOKS[task.kind]
        words = column(label(task.headline, kind="strong"), label(task.detail, tone="text2", wrap=True), space=2)
        self.button = button(_verb(task.kind), self._go, look="primary" if is_first else "plain")
        self.button.setAccessibleDescription(f"{task.headline}. {task.detail}")
        parts = row(Sign(shell.theme, sign, meaning), words, self.button, margins=(0, 12, 0, 12), space=14)
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def _go(self) -> None:
        page, target = _place(self._task)
        self._shell.go(page, target)


def _verb(kind: TaskKind) -> str:
    return {
        TaskKind.BRING_IN_PEOPLE: _("Bring in people"),
        TaskKind.BRING_IN_EVENT: _("Bring in a meet"),
        TaskKind.CANCELLATIONS: _("Repair the roster"),
        TaskKind.OPEN_PLACES: _("Fill the roster"),
        TaskKind.BROKEN_RULES: _("Look at them"),
        TaskKind.SKILLS_LAPSE: _("Look at them"),
        TaskKind.MOVED_UP: _("Tell them"),
        TaskKind.POLL_CLOSES: _("Remind them"),
        TaskKind.POLL_TO_DECIDE: _("Decide"),
        TaskKind.ASK_FOR_ANSWERS: _("Ask who can come"),
        TaskKind.NOT_ANSWERED: _("See who is silent"),
        TaskKind.NOT_PUBLISHED: _("Review"),
        TaskKind.NO_CONTACT: _("Complete them"),
    }[kind]


def _place(task: Task) -> tuple[str, object]:
    """The page where a task is done, and what to open there."""
    places: dict[TaskKind, tuple[str, object]] = {
        TaskKind.BRING_IN_PEOPLE: ("people", "bring-in"),
        TaskKind.BRING_IN_EVENT: ("events", "bring-in"),
        TaskKind.CANCELLATIONS: ("events", ("repair", task.event_id)),
        TaskKind.OPEN_PLACES: ("events", ("fill", task.event_id)),
        TaskKind.BROKEN_RULES: ("events", task.event_id),
        TaskKind.SKILLS_LAPSE: ("people", "lapses-soon"),
        TaskKind.MOVED_UP: ("polls", ("moved-up", task.poll_id)),
        TaskKind.POLL_CLOSES: ("polls", ("remind", task.poll_id)),
        TaskKind.POLL_TO_DECIDE: ("polls", task.poll_id),
        TaskKind.ASK_FOR_ANSWERS: ("polls", ("new-for", task.event_id)),
        TaskKind.NOT_ANSWERED: ("polls", task.poll_id),
        TaskKind.NOT_PUBLISHED: ("events", ("publish", task.event_id)),
        TaskKind.NO_CONTACT: ("people", "no-contact"),
    }
    return places[task.kind]


class Sign(QWidget):
    """A sign on a tint, painted by the theme; the words beside it say the same."""

    def __init__(self, theme: Theme, sign: str, meaning: str) -> None:
        super().__init__()
        self._theme = theme
        self._sign = sign
        self._meaning = meaning
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = self._theme.icon_size() + 18
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours: Meaning = getattr(self._theme.colours, self._meaning)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint))
        painter.drawRoundedRect(self.rect(), tokens.RADIUS_BUTTON, tokens.RADIUS_BUTTON)
        icons.paint(painter, self.rect().adjusted(9, 9, -9, -9), self._sign, colours.ink)
