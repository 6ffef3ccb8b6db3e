"""The fields of one person, in place: what they show, and what a person has made of them."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from clubhub.domain.errors import InvalidInput
from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.people import PeopleDirectory
from clubhub.support.texts import _
from clubhub.viewmodels.people.field_words import age_names
from clubhub.viewmodels.people.rows import channel_name
from clubhub.widgets.controls import column, label, line, row
from clubhub.widgets.people.fields import ChoiceField, LinesField, NoteField, TextField, TickField
from clubhub.widgets.people.hours_field import HoursField
from clubhub.widgets.people.sets_fields import GroupsField, RolesField, SkillsField
from clubhub.widgets.theme import Theme


class PersonForm(QWidget):
    """Names of fields are those of PersonDraft."""

    edited = Signal(str, object)
    """A field's name and its new value."""
    typing = Signal(bool)
    refused = Signal(str, str)
    """A field's name, and why what it holds can't be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._unread: set[str] = set()
        self.given_name = TextField(_("Given name"), placeholder=_("Given name"))
        self.family_name = TextField(_("Family name"), placeholder=_("Family name"))
        self.emails = LinesField(_("Mail"), icon="mail", placeholder=_("No mail address"), add=_("Add a mail address"))
        self.phones = LinesField(
            _("Phone"), icon="phone", placeholder=_("No phone number"), add=_("Add a phone number")
        )
        self.preferred_channel = ChoiceField(
            _("Preferred"), {"": _("Whatever is known"), **{channel: channel_name(channel) for channel in Channel}}
        )
        self.age_band = ChoiceField(_("Age"), {"": _("Not known"), **age_names()})
        self.household = TextField(_("Household"), icon="household", placeholder=_("None"))
        self.is_guardian = TickField(_("Guardian of the household's minors"))
        self.groups = GroupsField()
        self.skills = SkillsField(theme)
        self.note = NoteField(_("Note"), _("Only the club sees it."))
        self.max_minutes = HoursField(_("Most hours an event"), placeholder=_("no limit"))
        self.max_minutes_day = HoursField(_("Most hours a day"), placeholder=_("no limit"))
        self.min_rest = HoursField(_("Hours of rest"), placeholder=_("as the club"))
        self.signed_up = RolesField(_("Signed up for"), _("Sign up for a role"), object_name="add-signed-up")
        self.likes = RolesField(_("Likes to do"), _("Likes to do a role"), object_name="add-likes")
        self.dislikes = RolesField(_("Rather not"), _("Would rather not do a role"), object_name="add-dislikes")
        self.family = label(kind="small", tone="text2", wrap=True)
        self._lay_out()
        for field in self._fields().values():
            field.edited.connect(self._tell)
        for name in _TYPED:
            self._fields()[name].typing.connect(self.typing)

    def set_directory(self, directory: PeopleDirectory) -> None:
        """What is offered to choose from."""
        self.household.set_choices(sorted(household.name for household in directory.households.values()))
        self.groups.adder.set_names(group.name for group in directory.groups.values())
        self.skills.adder.set_names(skill.name for skill in directory.skills.values())
        for field in (self.signed_up, self.likes, self.dislikes):
            field.adder.set_names(role.name for role in directory.roles.values())

    def show_fields(self, values: dict[str, Any], **about_skills: Any) -> None:  # noqa: ANN401  as show_values takes it
        """Show these fields of a PersonDraft; others keep what was typed into them."""
        for name, value in values.items():
            field = self._fields()[name]
            if isinstance(field, HoursField):
                field.show_minutes(value)
            elif isinstance(field, (TextField, NoteField)):
                field.show_text(value)
            elif isinstance(field, TickField):
                field.show_value(is_ticked=value)
            elif isinstance(field, ChoiceField):
                field.show_value(value or "")
            elif isinstance(field, SkillsField):
                field.show_values(value, **about_skills)
            else:
                field.show_values(value)

    def mark(self, names: frozenset[str]) -> None:
        """Show which fields hold what can't be kept, or what somebody else has changed too."""
        for name, field in self._fields().items():
            if isinstance(field, (TextField, LinesField, NoteField)):
                field.mark(is_wrong=name in names)

    def value(self, name: str) -> object:
        """What a field says now, as PersonDraft has it. Raises InvalidInput for hours that can't be read."""
        field = self._fields()[name]
        if isinstance(field, HoursField):
            return field.minutes()
        if isinstance(field, TextField):
            return field.text().strip()
        if isinstance(field, NoteField):
            return field.toPlainText().strip()
        if isinstance(field, TickField):
            return field.isChecked()
        if isinstance(field, ChoiceField):
            kinds = {"preferred_channel": Channel, "age_band": AgeBand}
            return kinds[name](field.value()) if field.value() else None
        return field.values()

    def unread(self) -> frozenset[str]:
        """Fields that still hold what could not be read when they were left."""
        fields = self._fields()
        self._unread = {name for name in self._unread if fields[name].text() != fields[name].kept}
        return frozenset(self._unread)

    def forget_unread(self) -> None:
        """Let go of it: the next that is shown stands in its place."""
        self._unread.clear()

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in FIELDS}

    @Slot()
    def _tell(self) -> None:
        sender: QObject = self.sender()
        name = next(name for name, field in self._fields().items() if field is sender)
        try:
            value = self.value(name)
        except InvalidInput as error:
            self._unread.add(name)
            self.refused.emit(name, str(error))
        else:
            self._unread.discard(name)
            self.edited.emit(name, value)

    def _lay_out(self) -> None:
        names = row(self.given_name, self.family_name, space=4)
        choices = lines_of(self.preferred_channel, self.age_band)
        limits = lines_of(self.max_minutes, self.max_minutes_day, self.min_rest)
        self.setLayout(
            column(
                _caption(_("Name")), names, line(),
                _caption(_("Skills")), self.skills, line(),
                _caption(_("Reached by")), self.emails, self.phones, choices, line(),
                _caption(_("Household")), self.household, self.family, self.is_guardian, line(),
                _caption(_("Groups")), self.groups, line(),
                _caption(_("Note")), self.note, line(),
                _caption(_("Limits and wishes")), limits, self.signed_up, self.likes, self.dislikes,
                space=8,
            )
        )  # fmt: skip


_TYPED = (
    "given_name", "family_name", "emails", "phones", "household", "note", "max_minutes", "max_minutes_day", "min_rest",
)  # fmt: skip
_NOT_SHOWN = ("row", "language")
FIELDS = tuple(name for name in PersonDraft.__dataclass_fields__ if name not in _NOT_SHOWN)


def _caption(text: str) -> QWidget:
    return label(text, kind="small", tone="text2")


def lines_of(*fields: QWidget) -> QWidget:
    """A line for each field, its name before it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    for at, field in enumerate(fields):
        caption = label(field.accessibleName(), tone="text2")
        caption.setBuddy(field)
        grid.addWidget(caption, at, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(field, at, 1)
    return made
