"""One role: its name, how early it is filled, what it needs, who may do it, and what stands on paper about it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import RoleId
from clubhub.domain.people import AgeBand
from clubhub.domain.role_edits import RoleEdit
from clubhub.services.roles import RoleDirectory, RoleService, edit_of
from clubhub.support.texts import _, listed
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.roles import least_age_names, priority_names, signed_up_text
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.names_field import NamesField
from clubhub.widgets.pages import Shell


class RoleDialog(Dialog):
    """Stays open until the role is saved."""

    def __init__(self, parent: QWidget, shell: Shell, directory: RoleDirectory, role_id: RoleId) -> None:
        """Raises NotFound if the directory has no such role."""
        seen = _Seen.of(directory, role_id)
        subline = _("It is the same role in every event of the club.")
        super().__init__(parent, _("Change the role"), subline, accept=_("Save"), width=520)
        self._shell = shell
        self.name, self.note, self.bring = QLineEdit(), QLineEdit(), QLineEdit()
        self.priority = ChoiceBox({str(number): words for number, words in priority_names().items()})
        self.skills = NamesField(_("Add a skill"), _("Take the skill {name} away"), object_name="role-skill")
        self.skills.adder.set_names(skill.name for skill in directory.skills.values())
        self.minimum_age = ChoiceBox({"": _("any age"), **least_age_names()})
        self.is_opt_in = QCheckBox(_("Only those who have signed up for it"))
        self._form = self._made_form(seen)
        self.body.addWidget(self._form)
        self.keeping = Keeping(self, self, self._keeper(seen))
        self.keeping.finished.connect(self._finish)
        self.skills.edited.connect(self._show_skills)
        self.show_values(seen.values())
        self.name.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        """The names of the fields are those of a RoleEdit."""
        return {
            "name": self.name.text().strip(),
            "priority": int(self.priority.value()),
            "skills": tuple(sorted(self.skills.values())),
            "minimum_age": AgeBand(self.minimum_age.value()) if self.minimum_age.value() else None,
            "is_opt_in": self.is_opt_in.isChecked(),
            "note": self.note.text().strip(),
            "bring": self.bring.text().strip(),
        }

    def show_values(self, values: Values) -> None:
        self.name.setText(values["name"])
        self.priority.show_value(str(values["priority"]))
        self.skills.show_values(values["skills"])
        self.minimum_age.show_value(values["minimum_age"] or "")
        self.is_opt_in.setChecked(values["is_opt_in"])
        self.note.setText(values["note"])
        self.bring.setText(values["bring"])

    def tell(self, name: str, value: object) -> str:
        return _("{field}: {value}").format(field=_field_names()[name], value=_words(name, value) or _("empty"))

    def _made_form(self, seen: "_Seen") -> Form:
        names = _field_names()
        few = _("Which roles are filled first where people are few.")
        skills = _("All of them are needed.")
        note = _("A short line for paper, such as: one per lane.")
        return Form(
            [
                Field(name=names["name"], widget=self.name, check=self._check_name),
                Field(name=names["priority"], widget=self.priority, help=few),
                Field(name=names["skills"], widget=self.skills, help=skills),
                Field(name=names["minimum_age"], widget=self.minimum_age),
                Field(name=names["is_opt_in"], widget=self.is_opt_in, help=_signed_up_sentence(seen.signed_up)),
                Field(name=names["note"], widget=self.note, help=note),
                Field(name=names["bring"], widget=self.bring),
            ]
        )

    def _keeper(self, seen: "_Seen") -> Keeper:
        roles = self._shell.services.roles
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda state, values: _save(roles, state, values),
            values_of=_Seen.values,
            read=lambda: _Seen.of(roles.directory(), seen.role_id),
            seen=seen,
        )

    @Slot()
    def _show_skills(self) -> None:
        self.skills.show_values(self.skills.values())

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("The role needs a name.")


class _Seen:
    """A role as it was read: what is edited, and the version that it had."""

    def __init__(self, role_id: RoleId, version: int, edit: RoleEdit, signed_up: int) -> None:
        self.role_id = role_id
        self.version = version
        self.edit = edit
        self.signed_up = signed_up

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seen) and (self.version, self.edit) == (other.version, other.edit)

    def __hash__(self) -> int:
        return hash(self.role_id)

    @classmethod
    def of(cls, directory: RoleDirectory, role_id: RoleId) -> "_Seen":
        role = next((role for role in directory.roles if role.id == role_id), None)
        if role is None:
            raise NotFound(_("This role is no longer in the club."))
        signed_up = len(directory.signed_up.get(role_id, ()))
        return cls(role_id, role.version, edit_of(role, directory.skills), signed_up)

    def values(self) -> Values:
        return {name: getattr(self.edit, name) for name in _field_names()}


def _save(roles: RoleService, seen: _Seen, values: Values) -> Changes:
    return roles.save(seen.role_id, RoleEdit(**values), version=seen.version)


def _signed_up_sentence(count: int) -> str:
    return _("Signed up: {people}. Who signs up is kept with each person.").format(people=signed_up_text(count))


def _words(name: str, value: object) -> str:
    if name == "priority" and isinstance(value, int):
        return priority_names()[value]
    if isinstance(value, AgeBand):
        return least_age_names().get(value, "")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        return listed([str(part) for part in value])
    return str(value or "")


def _field_names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "priority": _("Priority"),
        "skills": _("Skills"),
        "minimum_age": _("Age"),
        "is_opt_in": _("Who may do it"),
        "note": _("Note"),
        "bring": _("What to bring"),
    }
