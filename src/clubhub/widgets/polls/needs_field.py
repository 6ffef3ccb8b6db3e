"""Who must be able to come, as chips: "Anna Lind", "2 × Timekeeper"; a field adds another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_drafts import NeedDraft
from clubhub.support.texts import _
from clubhub.viewmodels.polls.poll_form import NeedNames
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.number_box import NumberBox
from clubhub.widgets.pick_or_type import PickOrType

MOST = 99


class NeedsField(QWidget):
    """A click on a chip takes it away."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: NeedNames | None = None
        self._needs: tuple[NeedDraft, ...] = ()
        self._chips = FlowLayout(space=4)
        self._area = QWidget()
        self._area.setLayout(self._chips)
        self.count = NumberBox(1, MOST)
        self.count.setAccessibleName(_("How many are needed"))
        self.adder = PickOrType(_("A role, group or person"), _("Add"), object_name="add-need")
        self.adder.picked.connect(self._add)
        self._problem = label(kind="small", tone="danger", wrap=True)
        self._problem.hide()
        line = row(self.count, self.adder)
        line.setStretch(1, 1)
        self.setLayout(column(self._area, line, self._problem, space=4))
        self._area.hide()

    def offer(self, names: NeedNames) -> None:
        """Who can be needed."""
        self._names = names
        self.adder.set_names(names.offered())
        self.show_values(self._needs)

    def values(self) -> tuple[NeedDraft, ...]:
        return self._needs

    def show_values(self, needs: Sequence[NeedDraft]) -> None:
        self._needs = tuple(needs)
        self._chips.clear()
        self._area.setVisible(bool(needs) and self._names is not None)
        if self._names is None:
            return
        for at, need in enumerate(needs):
            words = self._names.words(need)
            chip = button(_("{text} ×").format(text=words), self._remove, look="chip")
            chip.setProperty("place", at)
            chip.setAccessibleName(_("No longer need {name}").format(name=words))
            self._chips.addWidget(chip)

    @Slot(str)
    def _add(self, name: str) -> None:
        if self._names is None:
            return
        try:
            need = self._names.draft(name, self.count.value())
        except InvalidInput as error:
            self._problem.setText(str(error))
            self._problem.show()
            self.adder.box.setEditText(name)
            return
        self._problem.hide()
        who = (need.person_id, need.group_id, need.role_id)
        others = [one for one in self._needs if (one.person_id, one.group_id, one.role_id) != who]
        self.count.setValue(1)
        self.show_values([*others, need])
        self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        at = int(self.sender().property("place"))
        self.show_values((*self._needs[:at], *self._needs[at + 1 :]))
        self.edited.emit()
