"""The line under the board: what the signs mean, or what to do next while two places are being swapped."""

from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, label, row
from clubhub.widgets.events.place_panel_parts import SignChip
from clubhub.widgets.flow import FlowLayout
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
        legend = FlowLayout(space=16)
        for sign in self._signs:
            legend.addWidget(sign)
        self._legend = QWidget()
        self._legend.setLayout(legend)
        layout = row(self._legend, self._hint, self.leave_swap, space=16)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._is_low = False
        self.show_swap("")

    def show_swap(self, name: str) -> None:
        """Say how to go on, for the person (or place) of that name; "" shows the signs again."""
        self._is_swapping = bool(name)
        self._hint.setText(
            _("Swap {name} with: choose the other place, then press Enter or double-click it.").format(name=name)
            if name
            else ""
        )
        self._hint.setVisible(bool(name))
        self.leave_swap.setVisible(bool(name))
        self.set_low(is_low=self._is_low)

    def set_low(self, *, is_low: bool) -> None:
        """In a window of few lines the signs go: each place says by its tip, and to a reader, what they mean."""
        self._is_low = is_low
        self._legend.setVisible(not self._is_swapping and not is_low)
