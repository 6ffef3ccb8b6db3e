"""Several people beside the list: what can be done with all of them at once, each one step of undo."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clubhub.services.people import PeopleDirectory
from clubhub.support.texts import _, plural
from clubhub.viewmodels.people.rows import PersonRow, SkillState, skill_state
from clubhub.widgets.controls import button, column, icon_button, label, line, row
from clubhub.widgets.people.day_button import DayButton
from clubhub.widgets.people.many_rules import ManyRules
from clubhub.widgets.pick_or_type import PickOrType
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.theme import Theme

MOST_NAMES = 6


class ManyPanel(QWidget):
    """Says what is wanted; the page does it."""

    closed = Signal()
    group_wanted = Signal(str)
    leaving_wanted = Signal(str)
    skill_wanted = Signal(str, object)
    """A skill's name and its last day, or None."""
    copy_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._today = date.min
        self.title = label(kind="heading", wrap=True)
        self.names = label(tone="text2", wrap=True)
        self.close_button = icon_button("close", _("Close the detail"), self.closed.emit)
        self.group = PickOrType(_("Add to a group"), _("Add"), object_name="bulk-group")
        self.leave = PickOrType(_("Take out of a group"), _("Take out"), object_name="bulk-leave")
        self.skill = PickOrType(_("Give a skill"), _("Give"), object_name="bulk-skill")
        self.day = DayButton(_("The skill"), theme)
        self.day.setObjectName("bulk-day")
        self.rules = ManyRules()
        self.group.picked.connect(self.group_wanted)
        self.leave.picked.connect(self.leaving_wanted)
        self.skill.picked.connect(self._give)
        self.day.chosen.connect(self._show_day)
        self._lay_out()

    def show_people(self, rows: Sequence[PersonRow]) -> None:
        self.title.setText(plural("{count} person", "{count} people", len(rows)))
        more = len(rows) - MOST_NAMES
        names = [person.name for person in rows[:MOST_NAMES]]
        names += [plural("{count} more", "{count} more", more)] if more > 0 else []
        self.names.setText(_(", ").join(names))

    def set_directory(self, directory: PeopleDirectory, today: date) -> None:
        self._today = today
        groups = [group.name for group in directory.groups.values()]
        self.group.set_names(groups)
        self.leave.set_names(groups)
        self.skill.set_names(skill.name for skill in directory.skills.values())
        self.rules.set_roles(role.name for role in directory.roles.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _give(self, name: str) -> None:
        self.skill_wanted.emit(name, self.day.day)

    @Slot(object)
    def _show_day(self, day: date | None) -> None:
        self.day.show_day(day, skill_state(day, self._today) if day else SkillState.VALID)

    def _lay_out(self) -> None:
        head = row(column(self.title, self.names, space=2), self.close_button, space=12)
        head.setStretch(0, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        ends = row(label(_("Last day"), tone="text2"), self.day, None)
        copy = button(_("Copy as a table"), self.copy_wanted.emit, icon="copy", name="bulk-copy")
        remove = button(_("Remove"), self.remove_wanted.emit, look="danger", icon="delete", name="bulk-remove")
        head.setContentsMargins(20, 18, 12, 8)
        body = column(
            line(), label(_("Groups"), kind="small", tone="text2"), self.group, self.leave, 4,
            line(), label(_("Skill"), kind="small", tone="text2"), self.skill, ends, 4,
            line(), self.rules, 4,
            line(), row(copy, remove, None), None,
            margins=(20, 4, 20, 16), space=10,
        )  # fmt: skip
        whole = column(head, scrolled(Contents(body)), space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
