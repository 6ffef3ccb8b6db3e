"""Hours that no roster knows of, such as baked cakes: for whom, how many, when and what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import HouseholdId
from clubhub.domain.ledger import HouseholdBalance, LedgerEntry, hours_words
from clubhub.domain.people import HouseholdKey
from clubhub.services.ledger import LedgerService
from clubhub.support.texts import _
from clubhub.viewmodels.hours_in_fields import field_text, minutes_in
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import day_edit, day_words
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell


class EntryDialog(Dialog):
    """Stays open until the entry is kept. Of one that is there already the household stays."""

    def __init__(
        self,
        parent: QWidget,
        shell: Shell,
        pages: Sequence[HouseholdBalance],
        *,
        key: HouseholdKey | None,
        day: date,
        entry: LedgerEntry | None = None,
    ) -> None:
        """`key` is chosen at first; `entry` is None for a new one, of that `day` at first."""
        title = _("Change an entry") if entry else _("Enter hours")
        subline = _("Work that stands on no roster. It counts for the whole household.")
        super().__init__(parent, title, subline, accept=_("Save") if entry else _("Enter"), width=460)
        self._shell = shell
        self.household = ChoiceBox({str(page.key): page.name for page in pages})
        if key is not None:
            self.household.show_value(str(key))
        self.household.setEnabled(entry is None)
        self.hours, self.note = QLineEdit(), QLineEdit()
        self.takes_back = QCheckBox(_("Take these hours away instead"))
        self.day = day_edit(day)
        self._form = self._made_form()
        self.body.addWidget(self._form)
        self.keeping = Keeping(self, self, self._keeper(entry))
        self.keeping.finished.connect(self._finish)
        if entry:
            self.show_values(_values_of(entry))
        self.hours.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        """As in a LedgerEntry, and for whom it is. Only asked for when every field can be read."""
        minutes = minutes_in(self.hours.text()) or 0
        return {
            "key": int(self.household.value()),
            "minutes": -minutes if self.takes_back.isChecked() else minutes,
            "done_on": from_qt_day(self.day.date()),
            "note": self.note.text().strip(),
        }

    def show_values(self, values: Values) -> None:
        self.hours.setText(field_text(abs(values["minutes"])))
        self.takes_back.setChecked(values["minutes"] < 0)
        self.day.setDate(to_qt_day(values["done_on"]))
        self.note.setText(values["note"])

    def tell(self, name: str, value: object) -> str:
        words = day_words(value) if isinstance(value, date) else str(value)
        words = hours_words(value) if isinstance(value, int) else words
        return _("{field}: {value}").format(field=_field_names()[name], value=words)

    def _made_form(self) -> Form:
        names = _field_names()
        hours, note = _("Like 2, 1.5 or 1:30."), _("Such as: baked cakes, drove the bus.")
        return Form(
            [
                Field(name=_("Household"), widget=self.household),
                Field(name=names["minutes"], widget=self.hours, help=hours, check=self._check_hours),
                Field(name=_("Correction"), widget=self.takes_back),
                Field(name=names["done_on"], widget=self.day),
                Field(name=names["note"], widget=self.note, help=note),
            ]
        )

    def _keeper(self, entry: LedgerEntry | None) -> Keeper:
        ledger, jobs = self._shell.services.ledger, self._shell.jobs
        if entry is None:
            return Keeper(jobs, self, save=lambda _seen, values: _enter(ledger, values))
        return Keeper(
            jobs,
            self,
            save=lambda seen, values: ledger.change(_changed(seen, values)),
            values_of=_values_of,
            read=lambda: ledger.entry(entry.id),
            seen=entry,
        )

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _check_hours(self) -> str:
        try:
            minutes = minutes_in(self.hours.text())
        except InvalidInput as error:
            return str(error)
        return "" if minutes else _("Say how many hours.")


def _enter(ledger: LedgerService, values: Values) -> Changes:
    return ledger.enter(HouseholdId(values["key"]), values["minutes"], values["note"], values["done_on"]).changes


def _changed(entry: LedgerEntry, values: Values) -> LedgerEntry:
    return replace(entry, **{name: values[name] for name in _field_names()})


def _values_of(entry: LedgerEntry) -> Values:
    return {"key": entry.household_id or entry.person_id, **{name: getattr(entry, name) for name in _field_names()}}


def _field_names() -> dict[str, str]:
    return {"minutes": _("Hours"), "done_on": _("Day"), "note": _("What was done")}
