"""Making a new club: its name, zone, country, and where its file lies."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from clubhub.domain.clubs import Club
from clubhub.domain.file_names import safe_stem
from clubhub.support.paths import CLUB_SUFFIX, default_club_folder
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.widgets.choice_box import country_box, zone_box, zone_problem
from clubhub.widgets.controls import button, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.theme import set_property

if TYPE_CHECKING:
    from clubhub.services.bundle import Services


class NewClubDialog(Dialog):
    """Asks for what a club can't do without; everything can be changed in the settings later."""

    made = Signal(object)
    """The path of the new club."""

    def __init__(self, parent: QWidget, jobs: JobRunner, create_club: "Callable[[Path, Club], Services]") -> None:
        super().__init__(
            parent,
            _("New club"),
            _("All of it will be in one file that belongs to the club."),
            accept=_("Make the club"),
        )
        self._jobs = jobs
        self._create_club = create_club
        self._path_is_own = False
        self.name = QLineEdit()
        self.name.textChanged.connect(self._suggest_path)
        self.zone, self.region = zone_box(), country_box()
        self.region.show_value(QLocale.territoryToCode(QLocale.system().territory()))
        self.path = QLineEdit(str(default_club_folder() / f"club{CLUB_SUFFIX}"))
        self.path.textEdited.connect(self._own_path)
        self._place = QWidget()
        self._place.setLayout(row(self.path, button(_("Choose…"), self._choose_path)))
        self._form = Form(
            [
                Field(name=_("Name of the club"), widget=self.name, check=self._check_name),
                Field(name=_("Time zone"), widget=self.zone, check=self._check_zone),
                Field(
                    name=_("Country"),
                    widget=self.region,
                    help=_("For phone numbers that are written without a country code."),
                ),
                Field(
                    name=_("File"),
                    widget=self._place,
                    help=_("One file for the whole club: it can be copied, moved and handed on."),
                    check=self._check_path,
                ),
            ]
        )
        self.path.setAccessibleName(_("File"))
        self.body.addWidget(self._form)
        self.name.setFocus()

    def accept(self) -> None:
        if not self._form.is_complete():
            return
        club = Club(name=self.name.text().strip(), time_zone=self.zone.currentText(), region=self.region.value())
        path, create = Path(self.path.text()), self._create_club
        self.accept_button.setEnabled(False)
        self._jobs.run(
            _("Making the club"),
            lambda _progress: create(path, club).clubs.path,
            self._finish,
            owner=self,
            on_failed=self._refused,
        )

    def _finish(self, path: Path) -> None:
        self.made.emit(path)
        super().accept()

    def _refused(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self.subline_label.setText(str(error))
        set_property(self.subline_label, "tone", "danger")
        self.subline_label.show()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("Give the club a name.")

    def _check_zone(self) -> str:
        return zone_problem(self.zone.currentText())

    def _check_path(self) -> str:
        if not self.path.text().strip():
            return _("Say where the file shall lie.")
        return _("This file exists already. Choose another name.") if Path(self.path.text()).exists() else ""

    def _suggest_path(self, name: str) -> None:
        if not self._path_is_own:
            stem = safe_stem(name) or _("club")
            self.path.setText(str(default_club_folder() / f"{stem}{CLUB_SUFFIX}"))

    def _own_path(self) -> None:
        self._path_is_own = True

    def _choose_path(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Where the club shall lie"), self.path.text(), f"*{CLUB_SUFFIX}"
        )
        if path:
            self._path_is_own = True
            self.path.setText(path if path.endswith(CLUB_SUFFIX) else path + CLUB_SUFFIX)
