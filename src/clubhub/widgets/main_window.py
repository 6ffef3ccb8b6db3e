"""The window: sidebar, pages, banner, menus. It knows no feature; what it shows comes as PageSpecs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ids import ChangeId
from clubhub.support.texts import _
from clubhub.viewmodels.history_watch import HistoryWatch
from clubhub.viewmodels.jobs import JobRunner, Progress
from clubhub.widgets import tokens
from clubhub.widgets.actions import WindowActions
from clubhub.widgets.banner import Banner
from clubhub.widgets.find_dialog import FindDialog
from clubhub.widgets.pages import Page, PageSpec, Shell, sentence_of
from clubhub.widgets.sidebar import Sidebar

FIRST_SIZE = (1360, 860)
SMALLEST_SIZE = (820, 560)


class MainWindow(QMainWindow):
    """One club's window."""

    closed = Signal(object)

    def __init__(self, shell: Shell, specs: Sequence[PageSpec], foot: Sequence[PageSpec], watch: HistoryWatch) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shell = shell
        self._jobs: JobRunner = shell.jobs
        self._specs = {spec.key: spec for spec in (*specs, *foot)}
        self._pages: dict[str, Page] = {}
        self._watch = watch
        self._going_back = 0
        self._told: ChangeId | None = None
        self._sidebar = Sidebar(specs, foot, shell.jobs, shell.theme)
        self._stack = QStackedWidget()
        self._banner = Banner(self._stack, shell.theme)
        self.actions_of_window = WindowActions(self, self, shell, specs)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST_SIZE)
        self._restore_state()
        self._read_club()

    @property
    def banner_text(self) -> str:
        """What the banner says now, "" if it isn't shown."""
        return self._banner.text

    def page(self, key: str) -> Page:
        """The page of that key, made if it is asked for the first time."""
        if key not in self._pages:
            self._pages[key] = self._specs[key].factory(self.shell)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    @Slot(str, object)
    def show_page(self, key: str, target: object = None) -> None:
        """Show a page and what is wanted on it; the page that is shown already goes to its beginning."""
        if key not in self._specs:
            return
        before, page = self.current_key(), self.page(key)
        self._sidebar.set_current(key)
        self._stack.setCurrentWidget(page)
        if target is None and key == before and not page.is_at_beginning:
            page.show_beginning()
        page.first_control().setFocus()
        if target is not None:
            self.shell.came_from = before if before != key else ""
            page.open_target(target)

    def current_key(self) -> str:
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    @Slot()
    def find_or_do(self) -> None:
        """Open find-or-do over the window."""
        commands = [command for page in self._pages.values() if page.isVisible() for command in page.commands()]
        pages = [(spec.title, spec.key, spec.icon) for spec in self._specs.values()]
        dialog = FindDialog(self, self.shell, pages, [*self.actions_of_window.commands(), *commands])
        dialog.open()

    @Slot()
    def undo(self) -> None:
        """Take back what the menu names, or this window's newest change if the menu hasn't heard of it yet."""
        self._undo(self._named_change())

    @Slot()
    def undo_told(self) -> None:
        """Take back what the banner speaks of, whatever another window has done since; refused if that overwrote it."""
        self._undo(self._told)

    @Slot()
    def redo(self) -> None:
        services = self.shell.services
        self._back(_("Doing it again"), lambda _progress: services.history.redo())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Running work is asked to stop and waited for; what it had not written is not written."""
        self._watch.stop()
        self.shell.settings.change(window=bytes(self.saveGeometry().toBase64().data()).decode())
        self._jobs.shut_down()
        super().closeEvent(event)
        self.closed.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.set_narrow(narrow=self.width() < tokens.NARROW_WIDTH)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere goes to the page that takes files of its kind."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.actions_of_window.take_file(url.toLocalFile())

    def _lay_out(self) -> None:
        frame = QWidget()
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sidebar)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(frame)
        self.setMenuBar(self.actions_of_window.menu_bar())

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.show_page)
        self._sidebar.find_wanted.connect(self.find_or_do)
        self._banner.undo_wanted.connect(self.undo_told)
        self._jobs.failed.connect(self._tell_refusal)
        self._watch.changed.connect(self._name_undo)
        self.shell.announced.connect(self._announce)
        self.shell.went.connect(self.show_page)
        self.shell.worked.connect(self._watch.look)
        self.shell.undo_wanted.connect(self.undo)
        self.shell.badge_changed.connect(self._show_badge)
        self.shell.notifier.changed.connect(self._hear)

    def _restore_state(self) -> None:
        state = self.shell.settings.current.window
        if not state or not self.restoreGeometry(QByteArray.fromBase64(state.encode())):
            self.resize(*FIRST_SIZE)

    @Slot(str, int)
    def _show_badge(self, key: str, number: int) -> None:
        if key in self._specs:
            self._sidebar.set_badge(key, number)

    def _read_club(self) -> None:
        services = self.shell.services
        self._jobs.run("", lambda _progress: services.clubs.club(), self._name_club, owner=self, quiet=True)

    def _name_club(self, club: Club) -> None:
        self._sidebar.set_club(club.name, self.shell.services.clubs.path.name)
        self.setWindowTitle(f"{club.name} — ClubHub")

    def _undo(self, change_id: ChangeId | None) -> None:
        services = self.shell.services
        self._back(_("Undoing"), lambda _progress: services.history.undo(change_id))

    def _named_change(self) -> ChangeId | None:
        """None for the newest, as long as the menu is behind this window's own work."""
        state, last = self._watch.state, self.shell.last_change
        is_behind = state is None or self._going_back or (last is not None and state.newest < last)
        return None if is_behind or state is None or state.undo is None else state.undo.id

    def _back(self, title: str, work: Callable[[Progress], Changes]) -> None:
        self._going_back += 1
        self._jobs.run(title, work, self._tell_back, owner=self, on_failed=self._tell_no_way_back)

    def _tell_back(self, changes: Changes) -> None:
        self._going_back -= 1
        self.shell.wrote(changes)
        self.shell.say(sentence_of(changes.title))

    def _tell_no_way_back(self, error: Exception) -> None:
        self._going_back -= 1
        self._watch.look()
        if isinstance(error, ClubHubError):
            self._tell_refusal(error)

    @Slot(str, bool, bool)
    def _announce(self, text: str, can_undo: bool, stays: bool) -> None:
        self._told = self.shell.last_change
        self._banner.show_text(text, can_undo=can_undo, stays=stays)

    @Slot(object)
    def _tell_refusal(self, error: ClubHubError) -> None:
        self._banner.show_text("\n".join(error.sentences(most=3)), stays=True)

    @Slot()
    def _name_undo(self) -> None:
        state = self._watch.state
        if state is not None:
            self.actions_of_window.name_undo(state.undo, state.redo)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if "clubs" in changes.kinds:
            self._read_club()
