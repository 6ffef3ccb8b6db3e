"""The first thing a newcomer sees: make a club, open one, or try everything on the demo club."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from clubhub.domain.clubs import Club
from clubhub.domain.errors import ClubHubError
from clubhub.support.paths import CLUB_SUFFIX, default_club_folder
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner, Progress
from clubhub.widgets.controls import button, column, label, line, row

if TYPE_CHECKING:
    from clubhub.services.bundle import Services


class Welcome(QWidget):
    """Emits `club_chosen` with the path of a club to open."""

    club_chosen = Signal(object)

    def __init__(self, settings: SettingsStore, create_club: "Callable[[Path, Club], Services]") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ClubHub")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "sheet")
        self._create_club = create_club
        self._jobs = JobRunner(self)
        self._jobs.failed.connect(self._tell)
        self._status = label(tone="text2", wrap=True)
        self._demo = button(_("Try the demo club"), self._make_demo, look="primary", name="demo")
        self._new = button(_("New club…"), self._ask_new, name="new")
        open_button = button(_("Open a club…"), self._open, name="open")
        recent = [self._recent_button(path) for path in settings.current.recent_clubs[:5]]
        head = [label(_("Welcome to ClubHub"), kind="title"), label(_(
            "Plan a club that runs on volunteers: who can come, who does what, and one sheet for the wall. "
            "Everything lies in one file that belongs to the club; nothing leaves this computer unasked."
        ), wrap=True)]  # fmt: skip
        actions = row(self._demo, self._new, open_button, None)
        known = column(*(row(one, None) for one in recent), space=4)
        recent_head = [line(), label(_("Recent clubs"), kind="heading")] if recent else []
        self.setLayout(
            column(*head, 8, actions, self._status, *recent_head, known, None, margins=(40, 36, 40, 28), space=12)
        )
        self.resize(640, 380)
        self._demo.setFocus()

    @Slot()
    def _make_demo(self) -> None:
        folder = default_club_folder()
        self._set_busy(_("Making the demo club …"))
        self._jobs.run(
            _("Making the demo club"), lambda progress: self._demo_club(folder, progress), self._open_made, owner=self
        )

    def _demo_club(self, folder: Path, _progress: Progress) -> Path:
        """An older demo stays as it is: whoever played with it finds it again."""
        from clubhub.services.demo import make_demo_club

        path = folder / _("Demo club{suffix}").format(suffix=CLUB_SUFFIX)
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            make_demo_club(path, self._create_club)
        return path

    def _open_made(self, path: Path) -> None:
        self.club_chosen.emit(path)

    @Slot()
    def _ask_new(self) -> None:
        from clubhub.widgets.new_club_dialog import NewClubDialog

        dialog = NewClubDialog(self, self._jobs, self._create_club)
        dialog.made.connect(self.club_chosen)
        dialog.open()

    @Slot()
    def _open(self) -> None:
        start = default_club_folder() if default_club_folder().is_dir() else Path.home()
        path, _filter = QFileDialog.getOpenFileName(self, _("Open a club"), str(start), f"*{CLUB_SUFFIX}")
        if path:
            self.club_chosen.emit(Path(path))

    def _recent_button(self, path: str) -> QPushButton:
        made = button(Path(path).stem, self._open_recent, look="link", tip=path)
        made.setProperty("path", path)
        return made

    @Slot()
    def _open_recent(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.club_chosen.emit(Path(str(pressed.property("path"))))

    @Slot(object)
    def _tell(self, error: ClubHubError) -> None:
        self._set_busy("")
        self._status.setText(str(error))

    def _set_busy(self, text: str) -> None:
        self._status.setText(text)
        self._demo.setEnabled(not text)
        self._new.setEnabled(not text)
