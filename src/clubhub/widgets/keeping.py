"""Saves what a dialog's fields say, and keeps the dialog open with all that was typed until it is in the club."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot

from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Mixed, Values
from clubhub.widgets.clash_note import ClashNote
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog


class Fields(Protocol):
    """A form's fields by their names."""

    def values(self) -> Values: ...
    def show_values(self, values: Values) -> None: ...
    def tell(self, name: str, value: object) -> str:
        """A field as it stands in the club, in a line: "Name: Spring gala"."""


class Keeping(QObject):
    """Stands below a dialog's fields: a refusal, or the choice between mine and theirs, is told there."""

    finished = Signal(object)
    """What the keeper's `save` has returned: the dialog can close."""

    def __init__(self, dialog: Dialog, fields: Fields, keeper: Keeper, *, anew: str = "") -> None:
        """`anew` is the verb for making a thing again that was removed meanwhile, if that can be."""
        super().__init__(dialog)
        self._dialog, self._fields, self._keeper = dialog, fields, keeper
        self._anew = anew
        self._mixed: Mixed | None = None
        self.note = ClashNote()
        self.refusal = label(tone="danger", wrap=True, select=True)
        self.refusal.hide()
        dialog.body.addWidget(self.note)
        dialog.body.addWidget(self.refusal)
        self.note.mine_wanted.connect(self.save)
        self.note.theirs_wanted.connect(self._take_theirs)
        keeper.kept.connect(self.finished)
        keeper.overtaken.connect(self._tell_overtaken)
        keeper.refused.connect(self._tell_refused)
        keeper.gone.connect(self._tell_gone)

    @Slot()
    def save(self) -> None:
        """Save what the fields say now."""
        self._dialog.accept_button.setEnabled(False)
        self.note.hide()
        self.refusal.hide()
        self._keeper.put(self._fields.values())

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; the dialog can be accepted again."""
        self._dialog.accept_button.setEnabled(True)
        self.refusal.setText(sentence)
        self.refusal.show()

    @Slot(object)
    def _tell_overtaken(self, mixed: Mixed) -> None:
        """What I didn't touch shows theirs at once; of the rest a person chooses."""
        self._mixed = mixed
        self._fields.show_values(mixed.values)
        names = [name for name in mixed.values if name in mixed.both]
        self.note.show_theirs([self._fields.tell(name, mixed.theirs.get(name)) for name in names])
        self.note.keep_mine.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_theirs(self) -> None:
        if self._mixed is not None:
            theirs = {name: self._mixed.theirs.get(name) for name in self._mixed.both}
            self._fields.show_values({**self._fields.values(), **theirs})
        self.note.hide()
        self._dialog.accept_button.setEnabled(True)
        self._dialog.accept_button.setFocus()

    @Slot(object)
    def _tell_refused(self, error: Exception) -> None:
        self.refuse(str(error))

    @Slot(object)
    def _tell_gone(self, error: Exception) -> None:
        self.refuse(_("{reason} What you typed is still here. Undo brings back what was removed.").format(reason=error))
        self._dialog.accept_button.setEnabled(bool(self._anew))
        if self._anew:
            self._keeper.make_anew()
            self._dialog.accept_button.setText(self._anew)
            self._dialog.accept_button.setAccessibleName(self._anew)
