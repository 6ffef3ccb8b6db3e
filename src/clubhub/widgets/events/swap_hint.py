"""What to do next while two places are being swapped: over the board, where no message lies on it."""

from PySide6.QtWidgets import QFrame

from clubhub.support.texts import _
from clubhub.widgets.controls import button, label, row


class SwapHint(QFrame):
    """The way out is the button here, or Escape on the board."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self._text = label(kind="strong", tone="accent", wrap=True)
        self.leave = button(_("Don't swap"), look="link", name="leave-swap")
        layout = row(self._text, self.leave, margins=(12, 4, 8, 4), space=12)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.hide()

    def show_swap(self, name: str) -> None:
        """Say how to go on, for the person (or place) of that name; "" hides it."""
        self._text.setText(
            _("Swap {name} with whom? Click the other place, or go there and press Enter.").format(name=name)
        )
        self.setVisible(bool(name))
