"""The groups, roles and skills of a person, each with a way to take it away, and a field to add another."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.person_drafts import SkillDraft
from clubhub.support.texts import _
from clubhub.viewmodels.people.rows import skill_state
from clubhub.widgets.controls import clear, column, icon_button, label, row
from clubhub.widgets.names_field import NamesField
from clubhub.widgets.people.day_button import DayButton
from clubhub.widgets.pick_or_type import PickOrType
from clubhub.widgets.theme import Theme


class GroupsField(NamesField):
    """The groups of a person."""

    def __init__(self) -> None:
        super().__init__(_("Add to a group"), _("Take out of {name}"), object_name="add-group")


class RolesField(NamesField):
    """Roles that the club has."""

    def __init__(self, caption: str, adding: str, *, object_name: str) -> None:
        super().__init__(adding, _("Take {name} away"), object_name=object_name, caption=caption)


class SkillsField(QWidget):
    """A line for each: its name, its last day with a sign, and a cross."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._skills: tuple[SkillDraft, ...] = ()
        self._today = date.min
        self._needed_until: date | None = None
        self._lines = column(space=2)
        self._days: list[DayButton] = []
        self.adder = PickOrType(_("Give a skill"), _("Add"), object_name="add-skill")
        self.adder.picked.connect(self._add)
        self.setLayout(column(self._lines, self.adder, space=4))

    def values(self) -> tuple[SkillDraft, ...]:
        return self._skills

    def show_values(self, skills: Sequence[SkillDraft], today: date, needed_until: date | None) -> None:
        """`needed_until` is the last day on duty: a skill that ends before it lapses soon."""
        self._skills, self._today, self._needed_until = tuple(skills), today, needed_until
        clear(self._lines)
        self._days = []
        for place, skill in enumerate(self._skills):
            self._lines.addWidget(self._line(place, skill))

    def _line(self, place: int, skill: SkillDraft) -> QWidget:
        day = DayButton(skill.name, self._theme)
        day.show_day(skill.expires_on, skill_state(skill.expires_on, self._today, self._needed_until))
        day.setProperty("place", place)
        day.chosen.connect(self._set_day)
        self._days.append(day)
        cross = icon_button("close", _("Take the skill {skill} away").format(skill=skill.name), self._remove)
        cross.setProperty("place", place)
        line = QWidget()
        line.setLayout(row(label(skill.name, wrap=True), None, day, cross, space=4))
        return line

    @Slot(object)
    def _set_day(self, day: date | None) -> None:
        self._replace(int(self.sender().property("place")), [day])

    @Slot()
    def _remove(self) -> None:
        self._replace(int(self.sender().property("place")), [])

    @Slot(str)
    def _add(self, name: str) -> None:
        if name.casefold() not in {skill.name.casefold() for skill in self._skills}:
            self._skills = (*self._skills, SkillDraft(name=name))
            self.edited.emit()

    def _replace(self, place: int, days: Iterable[date | None]) -> None:
        name = self._skills[place].name
        new = tuple(SkillDraft(name=name, expires_on=day) for day in days)
        self._skills = (*self._skills[:place], *new, *self._skills[place + 1 :])
        self.edited.emit()
