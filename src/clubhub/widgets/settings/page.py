"""Settings: of this computer (look, text size, language, paper, first weekday), and of the club (name, zone)."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Mixed, Values
from clubhub.widgets.clash_note import ClashNote
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.new_club_dialog import zone_box
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.tokens import PAGE_MARGIN

_WIDTH = 520


class SettingsPage(Page):
    """What is chosen here counts at once; the club's own facts are kept in its file and can be undone.

    What is typed stays when another window has changed the club; where both have changed the same, one chooses.
    """

    kinds = frozenset(("clubs",))

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        clubs = shell.services.clubs
        self._keeper = Keeper(shell.jobs, self, save=lambda seen, values: clubs.save(replace(seen, **values)),
                              values_of=_values_of, read=clubs.club)  # fmt: skip
        self._mixed: Mixed | None = None
        self.note = ClashNote()
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
        self.note.mine_wanted.connect(self._save)
        self.note.theirs_wanted.connect(self._take_theirs)
        self._keeper.kept.connect(self._finish)
        self._keeper.overtaken.connect(self._tell_overtaken)
        self._keeper.refused.connect(self._tell_refused)

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
        names = _field_names()
        club = Form(
            [
                Field(name=names["name"], widget=self.name, check=self._check_name),
                Field(
                    name=names["time_zone"], widget=self.zone, help=_("Events keep the zone that they were made with.")
                ),
                Field(
                    name=names["region"],
                    widget=self.region,
                    help=_("Two letters, for phone numbers without a country code."),
                ),
                Field(
                    name=names["web_address"],
                    widget=self.web_address,
                    help=_("Printed as a code to scan on every sheet."),
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
                label(_("The club"), kind="heading"), club, self.note, row(save, None), None,
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
        if self._keeper.seen is None:
            self._keeper.seen = club
            self.show_values(_values_of(club))
        else:
            self.show_values(self._keeper.look(club, self.values()))

    def values(self) -> Values:
        return {
            "name": self.name.text().strip(),
            "time_zone": self.zone.currentText(),
            "region": self.region.text().strip().upper(),
            "web_address": self.web_address.text().strip(),
        }

    def show_values(self, values: Values) -> None:
        """Fields that say the same already keep the cursor where it is."""
        for field, name in ((self.name, "name"), (self.region, "region"), (self.web_address, "web_address")):
            if field.text().strip() != values[name]:
                field.setText(values[name])
        self.zone.setCurrentText(values["time_zone"])

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
        if self._keeper.seen is not None and self._club_form.is_complete():
            self.note.hide()
            self._keeper.put(self.values())

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        """The club's own form of what was typed is shown from here on."""
        self._keeper.seen = None
        self.shell.done(changes)
        self.refresh()

    @Slot(object)
    def _tell_overtaken(self, mixed: Mixed) -> None:
        self._mixed = mixed
        self.show_values(mixed.values)
        names = [name for name in mixed.values if name in mixed.both]
        self.note.show_theirs([f"{_field_names()[name]}: {mixed.theirs[name]}" for name in names])

    @Slot()
    def _take_theirs(self) -> None:
        self.note.hide()
        if self._mixed is not None:
            self.show_values({**self.values(), **{name: self._mixed.theirs[name] for name in self._mixed.both}})

    @Slot(object)
    def _tell_refused(self, error: Exception) -> None:
        self.shell.say(str(error), stays=True)


def _values_of(club: Club) -> Values:
    return {name: getattr(club, name) for name in _field_names()}


def _field_names() -> dict[str, str]:
    return {
        "name": _("Name of the club"),
        "time_zone": _("Time zone"),
        "region": _("Country"),
        "web_address": _("Web address"),
    }


def _choice(options: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for key, text in options.items():
        box.addItem(text, key)
    return box
