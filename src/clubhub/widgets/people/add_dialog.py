"""Adding one person: the name and how to reach them; everything else is filled in beside the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.people import PeopleService
from clubhub.services.people_edits import PersonSaved
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.widgets.controls import button, label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form


class AddPersonDialog(Dialog):
    """Stays open with the reason when something can't be kept."""

    added = Signal(object)
    """A PersonSaved."""

    def __init__(self, parent: QWidget, people: PeopleService, jobs: JobRunner) -> None:
        super().__init__(
            parent,
            _("Add a person"),
            _("A name is enough. The rest can be filled in beside the list."),
            accept=_("Add"),
            width=460,
        )
        self._people = people
        self._goes_on = False
        self._jobs = jobs
        self.given_name, self.family_name, self.mail, self.phone = (QLineEdit() for _field in range(4))
        self._form = Form(
            [
                Field(name=_("Given name"), widget=self.given_name, check=self._check_name),
                Field(name=_("Family name"), widget=self.family_name),
                Field(name=_("Mail"), widget=self.mail),
                Field(name=_("Phone"), widget=self.phone),
            ]
        )
        self._refusal = label(tone="danger", wrap=True)
        self._refusal.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self._refusal)
        self.more_button = button(_("Add, and another"), self._add_and_go_on, name="add-more")
        self.add_foot_buttons([self.more_button])
        self.given_name.setFocus()

    def accept(self) -> None:
        self._add(goes_on=False)

    @Slot()
    def _add_and_go_on(self) -> None:
        self._add(goes_on=True)

    def _add(self, *, goes_on: bool) -> None:
        if not self._form.is_complete():
            return
        self._goes_on = goes_on
        self._refusal.hide()
        draft = PersonDraft(
            given_name=self.given_name.text(),
            family_name=self.family_name.text(),
            emails=(self.mail.text(),),
            phones=(self.phone.text(),),
        )
        people = self._people
        self._set_busy(is_busy=True)
        self._jobs.run(_("Saving"), lambda _progress: people.add(draft), self._finish, owner=self,
                       on_failed=self._refuse, quiet=True)  # fmt: skip

    def _finish(self, saved: PersonSaved) -> None:
        self.added.emit(saved)
        if not self._goes_on:
            super().accept()
            return
        self._set_busy(is_busy=False)
        self.subline_label.setText(_("{name} was added. Who is next?").format(name=saved.person.name))
        for field in self._fields():
            field.clear()
        self.given_name.setFocus()

    def _refuse(self, error: Exception) -> None:
        """Told below the field whose text the reason names, else below all."""
        self._set_busy(is_busy=False)
        sentence = str(error)
        texts = {field: field.text().strip() for field in self._fields()}
        wrong = next((field for field, text in texts.items() if text and f"“{text}”" in sentence), None)
        if wrong is not None:
            self._form.tell(wrong, sentence)
        self._refusal.setText(sentence)
        self._refusal.setVisible(wrong is None)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.accept_button.setEnabled(not is_busy)
        self.more_button.setEnabled(not is_busy)

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.given_name, self.family_name, self.mail, self.phone

    def _check_name(self) -> str:
        is_named = self.given_name.text().strip() or self.family_name.text().strip()
        return "" if is_named else _("Give the person a name.")
