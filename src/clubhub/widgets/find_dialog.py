"""Find or do (Ctrl+K): type a few letters, then choose a person, event, poll, post, page or command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from clubhub.services.search import Found
from clubhub.support.texts import _
from clubhub.widgets.controls import column, filter_field, label
from clubhub.widgets.find_delegate import ABOUT_ROLE, ICON_ROLE, FindDelegate
from clubhub.widgets.pages import Shell

PAUSE_MS = 60
"""After the last key before the club is searched."""
LETTERS, LINES = 88, 10
"""How wide and how high, in letters and in lines of the list."""
ROOM_AROUND = 24


@dataclass(frozen=True, slots=True)
class _Choice:
    text: str
    icon: str
    about: str
    do: Callable[[], object]


class FindDialog(QDialog):
    """Over the window's middle; Escape leaves it, Enter takes the first."""

    def __init__(
        self,
        window: QWidget,
        shell: Shell,
        pages: Sequence[tuple[str, str, str]],
        commands: Sequence[tuple[str, Callable[[], object]]],
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("Find or do"))
        self._shell = shell
        self._pages = pages
        self._commands = commands
        self._choices: list[_Choice] = []
        self._field = filter_field(_("A name, an event, or what you want to do"), _("Find or do"))
        self._field.textChanged.connect(self._wait)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(_("What was found"))
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(FindDelegate(shell.theme, self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._nothing = label(_("Nothing is called that."), tone="text2", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._search)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        parts = column(self._field, self._list, self._nothing, margins=(12, 12, 12, 12))
        parts.setStretch(1, 1)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self._place(window)
        self._show_found([])

    def _place(self, window: QWidget) -> None:
        """Near the top of the window, in its middle, and within it."""
        letter, line = self.fontMetrics().averageCharWidth(), self._shell.theme.line_height()
        wide = min(LETTERS * letter, window.width() - 2 * ROOM_AROUND)
        high = min(LINES * (line + 16) + 60, window.height() - 2 * ROOM_AROUND)
        top = min(window.height() // 8, (window.height() - high) // 2)
        self.resize(wide, high)
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, top)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the letters."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem() is not None:
                self._take(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _wait(self) -> None:
        self._timer.start(PAUSE_MS)

    @Slot()
    def _search(self) -> None:
        words = self._field.text().strip()
        if not words:
            self._show_found([])
            return
        search = self._shell.services.search
        self._shell.jobs.run("", lambda _progress: (words, search.find(words)), self._take_answer,
                             owner=self, quiet=True)  # fmt: skip

    def _take_answer(self, answer: tuple[str, Sequence[Found]]) -> None:
        """An answer to what isn't typed any longer is passed over."""
        words, found = answer
        if words == self._field.text().strip():
            self._show_found(found)

    def _show_found(self, found: Sequence[Found]) -> None:
        wanted = self._field.text().casefold().split()
        doable = [_Choice(text, "next", _("do"), do) for text, do in self._commands]
        doable += [_Choice(title, icon, _("page"), _Go(self._shell, key)) for title, key, icon in self._pages]
        matching = [choice for choice in doable if all(word in choice.text.casefold() for word in wanted)]
        things = [
            _Choice(hit.name, _ICONS[hit.kind], hit.about, _Go(self._shell, _PAGES[hit.kind], hit.id)) for hit in found
        ]
        self._choices = [*things, *matching]
        self._list.clear()
        for choice in self._choices:
            item = QListWidgetItem(choice.text)
            item.setData(ICON_ROLE, choice.icon)
            item.setData(ABOUT_ROLE, choice.about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.text}, {choice.about}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(self._choices))
        self._nothing.setVisible(not self._choices)

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        choice = self._choices[self._list.row(item)]
        self.accept()
        choice.do()


class _Go:
    """Goes to a thing's page."""

    def __init__(self, shell: Shell, page: str, target: object = None) -> None:
        self._shell = shell
        self._page = page
        self._target = target

    def __call__(self) -> None:
        self._shell.go(self._page, self._target)


_PAGES = {"person": "people", "event": "events", "poll": "polls", "post": "posts"}
_ICONS = {"person": "person", "event": "events", "poll": "polls", "post": "posts"}
