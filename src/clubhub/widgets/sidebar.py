"""The sidebar: the club, find-or-do, the pages, settings, and the quiet corner at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame

from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.widgets import tokens
from clubhub.widgets.controls import column, label, row
from clubhub.widgets.logo import Logo
from clubhub.widgets.nav_button import FindButton, NavButton
from clubhub.widgets.pages import PageSpec
from clubhub.widgets.quiet_corner import QuietCorner
from clubhub.widgets.text_label import CutLabel
from clubhub.widgets.theme import Theme, set_kind

NARROW = 64
LINE_HEIGHT = 16
"""The line that the widths were drawn for."""
MOST_SCALE = 1.6
"""Words as large as twice the usual still leave the page its room."""


class Sidebar(QFrame):
    """Emits `chosen` with a page's key."""

    chosen = Signal(str)
    find_wanted = Signal()

    def __init__(self, specs: Sequence[PageSpec], foot: Sequence[PageSpec], jobs: JobRunner, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_narrow = False
        self.setProperty("surface", "side")
        self.setProperty("line", "end")
        self.setAccessibleName(_("Pages"))
        self._name = label(kind="strong", wrap=True)
        self._path = CutLabel()
        self._path.setProperty("tone", "text2")
        set_kind(self._path, "small")
        self._logo = Logo()
        self._find = FindButton(theme)
        self._find.clicked.connect(self.find_wanted)
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._corner = QuietCorner(jobs)
        self._lay_out(specs, foot)
        self._resize()
        theme.changed.connect(self._resize)

    def set_club(self, name: str, file_name: str) -> None:
        self._name.setText(name)
        self._path.setText(file_name)

    def set_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def set_badge(self, key: str, number: int) -> None:
        self._buttons[key].set_badge(number)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, where the window is small."""
        self._is_narrow = narrow
        self._name.setVisible(not narrow)
        self._path.setVisible(not narrow)
        self._head.setStretch(1, 0 if narrow else 1)
        self._head.setAlignment(self._logo, Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag(0))
        self._find.set_narrow(narrow=narrow)
        self._corner.set_narrow(narrow=narrow)
        for made in self._buttons.values():
            made.set_narrow(narrow=narrow)
        self._resize()

    def _lay_out(self, specs: Sequence[PageSpec], foot: Sequence[PageSpec]) -> None:
        pages = column(*[self._nav(spec) for spec in specs], space=2)
        rest = column(*[self._nav(spec) for spec in foot], space=2)
        self._head = row(self._logo, column(self._name, self._path, space=0), space=10, margins=(0, 0, 0, 6))
        self._head.setStretch(1, 1)
        self.setLayout(
            column(self._head, self._find, 4, pages, None, rest, self._corner, margins=(12, 14, 12, 10), space=6)
        )

    @Slot()
    def _resize(self) -> None:
        scale = max(1.0, min(self._theme.line_height() / LINE_HEIGHT, MOST_SCALE))
        self.setFixedWidth(round((NARROW if self._is_narrow else tokens.SIDEBAR_WIDTH) * scale))

    def _nav(self, spec: PageSpec) -> NavButton:
        made = NavButton(spec, self._theme)
        made.clicked.connect(self._choose)
        self._buttons[spec.key] = made
        self._group.addButton(made)
        return made

    @Slot()
    def _choose(self) -> None:
        pressed = self._group.checkedButton()
        if isinstance(pressed, NavButton):
            self.chosen.emit(pressed.key)
