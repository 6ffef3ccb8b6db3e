"""The program with windows: one Qt application, one theme, a window per club, and the welcome when there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from clubhub.domain.clubs import Club
from clubhub.domain.errors import ClubHubError
from clubhub.support.resources import resource
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _, install
from clubhub.viewmodels.history_watch import HistoryWatch
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.notifier import ChangeNotifier
from clubhub.widgets import errors
from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from clubhub.widgets.pages import Shell
from clubhub.widgets.theme import Theme
from clubhub.widgets.warm_up import WarmUp
from clubhub.widgets.welcome import Welcome

if TYPE_CHECKING:
    from clubhub.services.bundle import Services


class Application(QObject):
    """Opens windows; a club that is open already comes to the front."""

    def __init__(
        self,
        build_services: "Callable[[Path], Services]",
        create_club: "Callable[[Path, Club], Services]",
        settings: SettingsStore | None = None,
    ) -> None:
        running = QApplication.instance()
        self._qt = running if isinstance(running, QApplication) else QApplication(["clubhub"])
        super().__init__()
        self._qt.setApplicationName("ClubHub")
        self.settings = settings or SettingsStore()
        install(self.settings.current.language, resource("i18n"))
        current = self.settings.current
        self.theme = Theme(self._qt, scheme=current.scheme, text_percent=current.text_percent)
        self._build_services = build_services
        self.create_club = create_club
        self._windows: dict[Path, MainWindow] = {}
        self._welcome: Welcome | None = None

    def run(self, club: Path | None) -> int:
        """Show the first window and run until the last is closed."""
        errors.install_excepthook()
        if club is None or self.open_club(club) is None:
            self.show_welcome()
        return self._qt.exec()

    @Slot(object)
    def open_club(self, path: Path) -> MainWindow | None:
        """The window of a club's file; None, and a message, if it can't be opened."""
        path = path.resolve()
        if path in self._windows:
            self._windows[path].raise_()
            self._windows[path].activateWindow()
            return self._windows[path]
        try:
            services = self._build_services(path)
        except ClubHubError as error:
            QMessageBox.warning(QApplication.activeWindow(), _("This club can't be opened"), str(error))
            return None
        window = self._make_window(services)
        self._windows[path] = window
        self.settings.keep(self.settings.current.with_recent(path))
        window.show_page(PAGES[0].key)
        window.show()
        WarmUp(window.shell)
        self._leave_welcome()
        return window

    def show_welcome(self) -> None:
        """For whoever has no club yet: make one, open one, or try the demo."""
        self._welcome = Welcome(self.settings, self.create_club)
        self._welcome.club_chosen.connect(self.open_club)
        self._welcome.show()

    def _make_window(self, services: "Services") -> MainWindow:
        jobs = JobRunner()
        notifier = ChangeNotifier(jobs)
        shell = Shell(
            services, self.create_club, jobs=jobs, notifier=notifier, theme=self.theme, settings=self.settings
        )
        watch = HistoryWatch(services.history, jobs, notifier)
        window = MainWindow(shell, PAGES, FOOT_PAGES, watch)
        for part in (shell, jobs):
            part.setParent(window)
        shell.window_wanted.connect(self.open_club)
        jobs.faulted.connect(self._tell_fault)
        window.closed.connect(self._forget)
        return window

    def _leave_welcome(self) -> None:
        if self._welcome is not None:
            self._welcome.close()
            self._welcome = None

    @Slot(object)
    def _forget(self, window: MainWindow) -> None:
        self._windows = {path: other for path, other in self._windows.items() if other is not window}

    @Slot(object)
    def _tell_fault(self, error: BaseException) -> None:
        errors.tell_fault(type(error), error, error.__traceback__)
