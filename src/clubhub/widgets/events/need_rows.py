"""Which roles a shift needs, and how many people of each: a line per role."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from clubhub.domain.event_edits import NeedEdit
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, icon_button, label, row
from clubhub.widgets.number_box import NumberBox


class NeedRows(QWidget):
    """A line per role: which, how many are wanted, how many fit."""

    def __init__(self, roles: Iterable[str]) -> None:
        """`roles` are offered to choose from."""
        super().__init__()
        self._roles = sorted(set(roles))
        self._rows: list[NeedRow] = []
        self._list = column(space=6)
        heading = label(_("Who is needed"), kind="strong")
        self.add = button(_("Add a role"), self._add_empty, look="link", icon="add", name="add-role")
        self.setLayout(column(heading, self._list, row(self.add, None), space=6))

    def show_needs(self, needs: Sequence[NeedEdit]) -> None:
        """A line for each, an empty one if there is none."""
        for line in list(self._rows):
            self._remove(line)
        for need in needs:
            self._add(need.role, need.min_count, need.max_count)
        if not self._rows:
            self._add("", 1, 1)

    def needs(self) -> tuple[NeedEdit, ...]:
        """Lines without a role are passed over."""
        return tuple(need for need in (line.need() for line in self._rows) if need.role)

    @Slot()
    def _add_empty(self) -> None:
        self._add("", 1, 1)
        self._rows[-1].role.setFocus()

    def _add(self, role: str, least: int, most: int) -> None:
        line = NeedRow(self._roles, role, least, most)
        line.removed.connect(self._take_away)
        self._rows.append(line)
        self._list.addWidget(line)

    @Slot(object)
    def _take_away(self, line: "NeedRow") -> None:
        self._remove(line)
        self.add.setFocus()

    def _remove(self, line: "NeedRow") -> None:
        self._rows.remove(line)
        line.hide()
        line.deleteLater()


class NeedRow(QWidget):
    removed = Signal(object)

    def __init__(self, roles: list[str], role: str, least: int, most: int) -> None:
        super().__init__()
        self.role = choices(set(roles), role)
        self.role.setAccessibleName(_("Role"))
        self.least, self.most = _number(_("How many are wanted"), 0, least), _number(_("How many fit"), 1, most)
        self.least.valueChanged.connect(self._keep_order)
        self.most.valueChanged.connect(self._keep_order_down)
        remove = icon_button("close", _("Take this role away"), self._want_removal)
        layout = row(self.role, self.least, label(_("wanted, room for"), tone="text2"), self.most, remove, space=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def need(self) -> NeedEdit:
        return NeedEdit(role=self.role.currentText().strip(), min_count=self.least.value(), max_count=self.most.value())

    @Slot(int)
    def _keep_order(self, least: int) -> None:
        self.most.setValue(max(self.most.value(), least))

    @Slot(int)
    def _keep_order_down(self, most: int) -> None:
        self.least.setValue(min(self.least.value(), most))

    @Slot()
    def _want_removal(self) -> None:
        self.removed.emit(self)


def choices(names: set[str], current: str) -> QComboBox:
    """Known names to choose from; another may be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(sorted(names))
    box.setCurrentText(current)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return box


def _number(name: str, least: int, value: int) -> NumberBox:
    box = NumberBox(least, 999)
    box.setAccessibleName(name)
    box.setValue(value)
    return box
