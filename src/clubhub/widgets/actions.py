"""The window's menus: what can be done anywhere. Each action is also a command of find-or-do."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMenuBar, QWidget

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.file_kinds import MEET_SUFFIXES, REPLY_SUFFIXES, SCHEDULE_SUFFIXES, SHEET_SUFFIXES
from clubhub.support.paths import CLUB_SUFFIX, default_club_folder
from clubhub.support.texts import _
from clubhub.widgets.pages import PageSpec, Shell


class Verbs(Protocol):
    """What a window can do, as far as its menus know."""

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def find_or_do(self) -> None: ...
    def current_key(self) -> str: ...


class WindowActions(QObject):
    """New, open, recent; undo and redo by name; find; go to a page; close."""

    def __init__(self, window: QWidget, verbs: Verbs, shell: Shell, pages: Sequence[PageSpec]) -> None:
        super().__init__(window)
        self._window = window
        self._verbs = verbs
        self._shell = shell
        keys = QKeySequence.StandardKey
        self._new = self._action(_("New club…"), self.make_club, keys.New)
        self._open = self._action(_("Open a club…"), self._open_club, keys.Open)
        self._close = self._action(_("Close the window"), window.close, keys.Close)
        self._undo = self._action(_("Undo"), verbs.undo, keys.Undo)
        self._redo = self._action(_("Redo"), verbs.redo, keys.Redo)
        self._find = self._action(_("Find or do…"), verbs.find_or_do, QKeySequence("Ctrl+K"))
        self._history = self._action(_("History"), self._show_history, QKeySequence("Ctrl+H"))
        self._pages = [self._page_action(spec, number) for number, spec in enumerate(pages, start=1)]
        self._recent = QMenu(_("Open recent"))
        self._recent.aboutToShow.connect(self._list_recent)
        self.name_undo(None, None)

    def menu_bar(self) -> QMenuBar:
        bar = QMenuBar(self._window)
        club = bar.addMenu(_("&Club"))
        club.addActions([self._new, self._open])
        club.addMenu(self._recent)
        club.addSeparator()
        club.addAction(self._close)
        edit = bar.addMenu(_("&Edit"))
        edit.addActions([self._undo, self._redo])
        edit.addSeparator()
        edit.addActions([self._find, self._history])
        bar.addMenu(_("&Go")).addActions(self._pages)
        return bar

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        """For find-or-do."""
        actions = (self._new, self._open, self._undo, self._redo, self._history, self._close)
        return [(action.text().rstrip("…"), action.trigger) for action in actions if action.isEnabled()]

    def name_undo(self, undo: HistoryEntry | None, redo: HistoryEntry | None) -> None:
        """Write into the menu what undo and redo would take back."""
        self._undo.setText(_("Undo: {title}").format(title=undo.title) if undo else _("Undo"))
        self._undo.setEnabled(undo is not None)
        title = redo.title.removeprefix(_("Undo: {title}").format(title="")) if redo else ""
        self._redo.setText(_("Redo: {title}").format(title=title) if redo else _("Redo"))
        self._redo.setEnabled(redo is not None)

    def take_file(self, path: str) -> None:
        """Send a file to the page for its kind; a club is opened."""
        suffix = Path(path).suffix.lower()
        if suffix == CLUB_SUFFIX:
            self._shell.window_wanted.emit(Path(path))
        elif suffix in MEET_SUFFIXES + SCHEDULE_SUFFIXES:
            self._shell.go("events", Path(path))
        elif suffix in REPLY_SUFFIXES:
            self._shell.go("polls", Path(path))
        elif suffix in SHEET_SUFFIXES:
            self._shell.go(self._verbs.current_key() if self._verbs.current_key() == "polls" else "people", Path(path))
        else:
            self._shell.say(
                _(
                    "“{name}” is no file that can be brought in. Try a spreadsheet, a meet (.lef, .lxf) or a schedule."
                ).format(name=Path(path).name),
                stays=True,
            )

    def _action(self, text: str, slot: Callable[[], object], key: QKeySequence | QKeySequence.StandardKey) -> QAction:
        action = QAction(text, self)
        action.setShortcut(key)
        action.triggered.connect(slot)
        return action

    def _page_action(self, spec: PageSpec, number: int) -> QAction:
        """Ctrl and the page's number in the sidebar."""
        action = self._action(spec.title, self._go_to_page, QKeySequence(f"Ctrl+{number}"))
        action.setData(spec.key)
        return action

    @Slot()
    def _go_to_page(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._shell.go(action.data())

    @Slot()
    def make_club(self) -> None:
        from clubhub.widgets.new_club_dialog import NewClubDialog

        dialog = NewClubDialog(self._window, self._shell.jobs, self._shell.create_club)
        dialog.made.connect(self._shell.window_wanted)
        dialog.open()

    @Slot()
    def _open_club(self) -> None:
        folder = default_club_folder()
        start = str(folder if folder.is_dir() else Path.home())
        path, _chosen = QFileDialog.getOpenFileName(
            self._window, _("Open a club"), start, _("Clubs (*{suffix})").format(suffix=CLUB_SUFFIX)
        )
        if path:
            self._shell.window_wanted.emit(Path(path))

    @Slot()
    def _show_history(self) -> None:
        self._shell.go("history")

    @Slot()
    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self._shell.settings.current.recent_clubs:
            action = self._recent.addAction(Path(path).stem)
            action.setToolTip(path)
            action.setData(path)
            action.triggered.connect(self._open_recent)
        self._recent.setEnabled(True)
        if self._recent.isEmpty():
            self._recent.addAction(_("No other club yet")).setEnabled(False)

    @Slot()
    def _open_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._shell.window_wanted.emit(Path(action.data()))
