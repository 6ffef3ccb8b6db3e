"""The first thing a newcomer sees: make a club, open one, or try everything on the demo club."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from clubhub.domain.clubs import Club
from clubhub.domain.errors import ClubHubError
from clubhub.support.paths import CLUB_SUFFIX, default_club_folder
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.widgets.club_button import ClubButton
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.logo import Logo
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.theme import set_property, theme_now

if TYPE_CHECKING:
    from clubhub.services.bundle import Services

MOST_RECENT = 5
WIDTH_IN_LINES = 40
SCREEN_SHARE = 0.9


class Welcome(QWidget):
    """Emits `club_chosen` with the path of a club to open."""

    club_chosen = Signal(object)

    def __init__(self, settings: SettingsStore, create_club: "Callable[[Path, Club], Services]") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("ClubHub")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "sheet")
        self.setAcceptDrops(True)
        self._create_club = create_club
        self._theme = theme_now()
        self._jobs = JobRunner(self)
        self._jobs.failed.connect(self._tell)
        self._status = label(tone="text2", wrap=True)
        self._status.hide()
        self._demo = button(_("Try the demo club"), self._make_demo, look="primary", name="demo")
        self._new = button(_("New club…"), self._ask_new, name="new")
        self._open_button = button(_("Open a club…"), self._open, name="open")
        self._lay_out([Path(path) for path in settings.current.recent_clubs[:MOST_RECENT]])
        self._demo.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.toLocalFile().endswith(CLUB_SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A club's file dropped here is opened."""
        for url in event.mimeData().urls():
            if url.toLocalFile().endswith(CLUB_SUFFIX):
                self.club_chosen.emit(Path(url.toLocalFile()))

    def _lay_out(self, recent: list[Path]) -> None:
        title = row(Logo(), label(_("Welcome to ClubHub"), kind="title", wrap=True), space=14)
        title.setStretch(1, 1)
        about = label(
            _(
                "Plan a club that runs on volunteers: who can come, who does what, and one sheet for the wall. "
                "Everything lies in one file that belongs to the club; nothing leaves this computer unasked."
            ),
            wrap=True,
        )
        actions = FlowLayout(space=8)
        for one in (self._demo, self._new, self._open_button):
            actions.addWidget(one)
        buttons = QWidget()
        buttons.setLayout(actions)
        self._contents = column(
            title, about, 4, buttons, self._status, *self._known(recent), None,
            margins=(36, 32, 36, 24), space=12,
        )  # fmt: skip
        self.setLayout(column(scrolled(Contents(self._contents))))

    def _known(self, recent: list[Path]) -> list[QWidget | QBoxLayout]:
        """The clubs that were open before, as far as their files are still there."""
        known = [ClubButton(path, self._theme) for path in recent if path.exists()]
        for one in known:
            one.wanted.connect(self.club_chosen)
        return [line(), label(_("Recent clubs"), kind="heading"), column(*known, space=2)] if known else []

    def _fit(self) -> None:
        """As high as the contents at a width that reads well, within the screen."""
        room = self.screen().availableSize() * SCREEN_SHARE
        wide = min(WIDTH_IN_LINES * self._theme.line_height(), room.width())
        high = self._contents.totalHeightForWidth(wide)
        self.resize(wide, min(high + self._theme.line_height(), room.height()))

    @Slot()
    def _make_demo(self) -> None:
        create = self._create_club
        self._set_busy(_("Making the demo club …"))
        self._jobs.run(_("Making the demo club"), lambda _progress: _demo_club(create), self._open_made, owner=self)

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

    @Slot(object)
    def _tell(self, error: ClubHubError) -> None:
        self._set_busy("")
        self._say(str(error), "danger")

    def _set_busy(self, text: str) -> None:
        self._say(text)
        self._demo.setEnabled(not text)
        self._new.setEnabled(not text)

    def _say(self, text: str, tone: str = "text2") -> None:
        self._status.setText(text)
        set_property(self._status, "tone", tone)
        self._status.setVisible(bool(text))


def _demo_club(create_club: "Callable[[Path, Club], Services]") -> Path:
    """An older demo stays as it is: whoever played with it finds it again."""
    from clubhub.services.demo import make_demo_club

    path = default_club_folder() / _("Demo club{suffix}").format(suffix=CLUB_SUFFIX)
    if not path.exists():
        make_demo_club(path, create_club)
    return path
