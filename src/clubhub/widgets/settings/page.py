"""Settings: of this computer (look, text size, language, paper, first weekday), and of the club (name, zone)."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from clubhub.domain.clubs import Club
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.new_club_dialog import zone_box
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.tokens import PAGE_MARGIN

_WIDTH = 520


class SettingsPage(Page):
    """What is chosen here counts at once; the club's own facts are kept in its file and can be undone."""

    kinds = frozenset(("clubs",))

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._club: Club | None = None
        self.scheme = _choice({"system": _("As the system"), "light": _("Light"), "dark": _("Dark")})
        self.text_size = _choice({str(percent): f"{percent} %" for percent in (100, 110, 125, 150, 175, 200)})
        self.language = _choice({"en": "English"})
        self.paper = _choice({"A4": _("A4"), "Letter": _("Letter")})
        days = {str(day): QLocale().standaloneDayName(day) for day in range(1, 8)}
        self.first_day = _choice({"0": _("As the system"), **days})
        self.name, self.region, self.web_address = QLineEdit(), QLineEdit(), QLineEdit()
        self.zone = zone_box()
        self._lay_out()
        self._show_own()
        for box in (self.scheme, self.text_size, self.language, self.paper, self.first_day):
            box.activated.connect(self._choose)

    def refresh(self) -> None:
        self.shell.jobs.run(
            "", lambda _progress: self.shell.services.clubs.club(), self._show_club, owner=self, quiet=True
        )

    def _lay_out(self) -> None:
        own = Form(
            [
                Field(name=_("Look"), widget=self.scheme),
                Field(name=_("Text size"), widget=self.text_size),
                Field(name=_("Language"), widget=self.language, help=_("Further languages come as translations do.")),
                Field(name=_("First day of the week"), widget=self.first_day),
                Field(name=_("Paper"), widget=self.paper),
            ]
        )
        club = Form(
            [
                Field(name=_("Name of the club"), widget=self.name, check=self._check_name),
                Field(name=_("Time zone"), widget=self.zone, help=_("Events keep the zone that they were made with.")),
                Field(
                    name=_("Country"),
                    widget=self.region,
                    help=_("Two letters, for phone numbers without a country code."),
                ),
                Field(
                    name=_("Web address"), widget=self.web_address, help=_("Printed as a code to scan on every sheet.")
                ),
            ]
        )
        self._club_form = club
        save = button(_("Save the club's settings"), self._save, name="save")
        inner = QWidget()
        inner.setLayout(
            column(
                label(_("Settings"), kind="title"), 8,
                label(_("This computer"), kind="heading"), own, line(),
                label(_("The club"), kind="heading"), club, row(save, None), None,
                margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 24), space=10,
            )
        )  # fmt: skip
        inner.setMaximumWidth(_WIDTH + 2 * PAGE_MARGIN)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.setLayout(column(scroll))

    def _show_own(self) -> None:
        current = self.shell.settings.current
        chosen = {
            self.scheme: current.scheme,
            self.text_size: str(current.text_percent),
            self.language: current.language,
            self.paper: current.paper,
            self.first_day: str(current.first_weekday),
        }
        for box, key in chosen.items():
            box.setCurrentIndex(max(0, box.findData(key)))

    def _show_club(self, club: Club) -> None:
        self._club = club
        self.name.setText(club.name)
        self.zone.setCurrentText(club.time_zone)
        self.region.setText(club.region)
        self.web_address.setText(club.web_address)

    @Slot()
    def _choose(self) -> None:
        self.shell.settings.change(
            scheme=self.scheme.currentData(),
            text_percent=int(self.text_size.currentData()),
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            first_weekday=int(self.first_day.currentData()),
        )
        current = self.shell.settings.current
        self.shell.theme.choose(scheme=current.scheme, text_percent=current.text_percent)

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("The club needs a name.")

    @Slot()
    def _save(self) -> None:
        if self._club is None or not self._club_form.is_complete():
            return
        club = replace(
            self._club,
            name=self.name.text().strip(),
            time_zone=self.zone.currentText(),
            region=self.region.text().strip().upper(),
            web_address=self.web_address.text().strip(),
        )
        self.shell.jobs.run(
            _("Saving"), lambda _progress: self.shell.services.clubs.save(club), self.shell.done, owner=self
        )


def _choice(options: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for key, text in options.items():
        box.addItem(text, key)
    return box
