"""What holds for everybody: rest between days, an adult beside minors, what households owe and from when on."""

from dataclasses import replace

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _
from clubhub.viewmodels.hours_in_fields import field_text, minutes_in
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell

MONTHS = range(1, 13)


class ClubRulesDialog(Dialog):
    """Stays open until the rules are saved. Rosters that are there already stay; places that break one say so."""

    def __init__(self, parent: QWidget, shell: Shell, club: Club) -> None:
        subline = _("Filling keeps to them. By hand they can be set aside, place by place.")
        super().__init__(parent, _("Club rules"), subline, accept=_("Save"), width=520)
        self._shell = shell
        self.rest, self.duty = QLineEdit(), QLineEdit()
        self.duty.setPlaceholderText(_("nothing"))
        self.minors = QCheckBox(_("Nobody under 18 is on a shift without an adult"))
        self.month = ChoiceBox({str(month): QLocale().standaloneMonthName(month) for month in MONTHS})
        self._form = self._made_form()
        self.body.addWidget(self._form)
        self.keeping = Keeping(self, self, self._keeper(club))
        self.keeping.finished.connect(self._finish)
        self.show_values(_values_of(club))
        self.rest.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        """The names of the fields are those of a Club. Only asked for when every field can be read."""
        return {
            "rest_minutes": minutes_in(self.rest.text()) or 0,
            "minors_need_adult": self.minors.isChecked(),
            "duty_minutes": minutes_in(self.duty.text()),
            "season_month": int(self.month.value()),
        }

    def show_values(self, values: Values) -> None:
        self.rest.setText(field_text(values["rest_minutes"]))
        self.minors.setChecked(values["minors_need_adult"])
        self.duty.setText(field_text(values["duty_minutes"]))
        self.month.show_value(str(values["season_month"]))

    def tell(self, name: str, value: object) -> str:
        return _("{field}: {value}").format(field=_field_names()[name], value=_words(name, value))

    def _made_form(self) -> Form:
        names = _field_names()
        rest = _("Hours from the end of one day's last shift to the next day's first. Somebody's own rest goes before.")
        duty = _("Hours, like 8 or 7:30. Empty: nobody owes anything, and the work is shared evenly.")
        month = _("Hours are counted from the first day of this month, for a year.")
        return Form(
            [
                Field(name=names["rest_minutes"], widget=self.rest, help=rest, check=self._check_rest),
                Field(name=names["minors_need_adult"], widget=self.minors),
                Field(name=names["duty_minutes"], widget=self.duty, help=duty, check=self._check_duty),
                Field(name=names["season_month"], widget=self.month, help=month),
            ]
        )

    def _keeper(self, club: Club) -> Keeper:
        clubs = self._shell.services.clubs
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: clubs.save(replace(seen, **values)),
            values_of=_values_of,
            read=clubs.club,
            seen=club,
        )

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _check_rest(self) -> str:
        return _problem(self.rest.text())

    def _check_duty(self) -> str:
        return _problem(self.duty.text())


def _problem(text: str) -> str:
    """What is wrong with typed hours, "" if nothing is."""
    try:
        minutes_in(text)
    except InvalidInput as error:
        return str(error)
    return ""


def _values_of(club: Club) -> Values:
    return {name: getattr(club, name) for name in _field_names()}


def _words(name: str, value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name == "season_month" and isinstance(value, int):
        return QLocale().standaloneMonthName(value)
    return field_text(value) if isinstance(value, int) else _("nothing")


def _field_names() -> dict[str, str]:
    return {
        "rest_minutes": _("Rest between days"),
        "minors_need_adult": _("Minors"),
        "duty_minutes": _("Every household owes in a season"),
        "season_month": _("A season begins in"),
    }
