"""The line under the board: what the signs mean."""

from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.widgets.events.place_panel_parts import SignChip
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.theme import Theme


class RosterFoot(QWidget):
    """In a window of few lines it goes: each place says by its tip, and to a reader, what its signs mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        signs = (
            ("open", _("Open")),
            ("warning", _("Check this")),
            ("changed", _("Changed since publishing")),
            ("pin", _("Pinned: filling leaves it")),
        )
        legend = FlowLayout(space=16)
        for meaning, text in signs:
            legend.addWidget(SignChip(theme, meaning, text, is_bare=True))
        self.setLayout(legend)
