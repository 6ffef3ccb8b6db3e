"""A few names as chips, each with a way to take it away, and a field to add another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.pick_or_type import PickOrType


class NamesField(QWidget):
    """Chips; a click takes one away."""

    edited = Signal()

    def __init__(self, adding: str, taking_out: str, *, object_name: str, caption: str = "") -> None:
        """`taking_out` is what a chip does, with {name}; `caption` stands over chips, while there are any."""
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._taking_out = taking_out
        self._chips = FlowLayout(space=4)
        self._area = QWidget()
        self._area.setLayout(self._chips)
        self._caption = label(caption, tone="text2")
        self.adder = PickOrType(adding, _("Add"), object_name=object_name)
        self.adder.picked.connect(self._add)
        self.setLayout(column(self._caption, self._area, self.adder, space=4))
        self.show_values(())

    def values(self) -> tuple[str, ...]:
        return self._names

    def show_values(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._chips.clear()
        self._caption.setVisible(bool(names) and bool(self._caption.text()))
        self._area.setVisible(bool(names))
        for place, name in enumerate(names):
            chip = button(_("{text} ×").format(text=name), self._remove, look="chip")
            chip.setProperty("place", place)
            chip.setAccessibleName(self._taking_out.format(name=name))
            self._chips.addWidget(chip)

    @Slot(str)
    def _add(self, name: str) -> None:
        if name.casefold() not in {one.casefold() for one in self._names}:
            self._names = (*self._names, name)
            self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        at = int(self.sender().property("place"))
        self._names = (*self._names[:at], *self._names[at + 1 :])
        self.edited.emit()
