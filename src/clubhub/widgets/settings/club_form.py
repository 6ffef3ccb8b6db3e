"""The club's own facts: its name, zone, country and web address, kept in its file."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Mixed, Values
from clubhub.widgets.choice_box import country_box, zone_box, zone_problem
from clubhub.widgets.clash_note import ClashNote
from clubhub.widgets.controls import button, column, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell


class ClubForm(QWidget):
    """What is typed stays when another window has changed the club; where both changed the same, one chooses."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._mixed: Mixed | None = None
        self.name, self.web_address = QLineEdit(), QLineEdit()
        self.zone, self.region = zone_box(), country_box()
        self.note = ClashNote()
        self._form = self._made_form()
        save = button(_("Save the club's settings"), self._save, name="save")
        self.setLayout(column(self._form, self.note, row(save, None), space=10))
        clubs = shell.services.clubs
        self._keeper = Keeper(shell.jobs, self, save=lambda seen, values: clubs.save(replace(seen, **values)),
                              values_of=_values_of, read=clubs.club)  # fmt: skip
        self.note.mine_wanted.connect(self._save)
        self.note.theirs_wanted.connect(self._take_theirs)
        self._keeper.kept.connect(self._finish)
        self._keeper.overtaken.connect(self._tell_overtaken)
        self._keeper.refused.connect(self._tell_refused)

    def refresh(self) -> None:
        """Read the club anew."""
        clubs = self._shell.services.clubs
        self._shell.jobs.run("", lambda _progress: clubs.club(), self._show_club, owner=self, quiet=True)

    def values(self) -> Values:
        """The names of the fields are those of a Club."""
        return {
            "name": self.name.text().strip(),
            "time_zone": self.zone.currentText(),
            "region": self.region.value(),
            "web_address": self.web_address.text().strip(),
        }

    def show_values(self, values: Values) -> None:
        """Fields that say the same already keep the cursor where it is."""
        for field, name in ((self.name, "name"), (self.web_address, "web_address")):
            if field.text().strip() != values[name]:
                field.setText(values[name])
        self.zone.setCurrentText(values["time_zone"])
        self.region.show_value(values["region"])

    def _made_form(self) -> Form:
        names = _field_names()
        zone_help = _("Events keep the zone that they were made with.")
        region_help = _("For phone numbers that are written without a country code.")
        web_help = _("Printed as a code to scan on every sheet.")
        return Form(
            [
                Field(name=names["name"], widget=self.name, check=self._check_name),
                Field(name=names["time_zone"], widget=self.zone, help=zone_help, check=self._check_zone),
                Field(name=names["region"], widget=self.region, help=region_help),
                Field(name=names["web_address"], widget=self.web_address, help=web_help),
            ]
        )

    def _show_club(self, club: Club) -> None:
        if self._keeper.seen is None:
            self._keeper.seen = club
            self.show_values(_values_of(club))
        else:
            self.show_values(self._keeper.look(club, self.values()))

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("The club needs a name.")

    def _check_zone(self) -> str:
        return zone_problem(self.zone.currentText())

    @Slot()
    def _save(self) -> None:
        if self._keeper.seen is not None and self._form.is_complete():
            self.note.hide()
            self._keeper.put(self.values())

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        """From here on it shows what was typed in the form in which the club keeps it."""
        self._keeper.seen = None
        self._shell.done(changes)
        self.refresh()

    @Slot(object)
    def _tell_overtaken(self, mixed: Mixed) -> None:
        self._mixed = mixed
        self.show_values(mixed.values)
        names = [name for name in mixed.values if name in mixed.both]
        self.note.show_theirs(
            [_("{field}: {value}").format(field=_field_names()[name], value=mixed.theirs[name]) for name in names]
        )

    @Slot()
    def _take_theirs(self) -> None:
        self.note.hide()
        if self._mixed is not None:
            self.show_values({**self.values(), **{name: self._mixed.theirs[name] for name in self._mixed.both}})

    @Slot(object)
    def _tell_refused(self, error: Exception) -> None:
        self._shell.say(str(error), stays=True)


def _values_of(club: Club) -> Values:
    return {name: getattr(club, name) for name in _field_names()}


def _field_names() -> dict[str, str]:
    return {
        "name": _("Name of the club"),
        "time_zone": _("Time zone"),
        "region": _("Country"),
        "web_address": _("Web address"),
    }
