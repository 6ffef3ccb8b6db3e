"""The line under the board: what the signs mean, or what to do next while two places are being swapped."""

from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, label, row
from clubhub.widgets.events.place_panel_parts import SignChip
from clubhub.widgets.theme import Theme


class RosterFoot(QWidget):
    """The way out of a swap is the button here, or Escape on the board."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        signs = (
            ("open", _("Open")),
            ("warning", _("Check this")),
            ("changed", _("Changed since publishing")),
            ("pin", _("Pinned: filling leaves it")),
        )
        self._signs = [SignChip(theme, meaning, text, is_bare=True) for meaning, text in signs]
        self._hint = label(kind="strong", tone="accent", wrap=True)
        self.leave_swap = button(_("Don't swap"), look="link", name="leave-swap")
        layout = row(*self._signs, space=16)
        layout.addWidget(self._hint, 1)
        layout.addWidget(self.leave_swap)
        layout.addStretch(0)
        self.setLayout(layout)
        self.show_swap("")

    def show_swap(self, name: str) -> None:
        """Say how to go on, for the person (or place) of that name; "" shows the signs again."""
        for sign in self._signs:
            sign.setVisible(not name)
        self._hint.setText(
            _("Swap {name} with: choose the other place, then press Enter or double-click it.").format(name=name)
            if name
            else ""
        )
        self._hint.setVisible(bool(name))
        self.leave_swap.setVisible(bool(name))
