"""How to fill, in words: folded away, since the usual way suits most clubs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from clubhub.domain.fill_options import USUAL, FillOptions, Keep, Weight
from clubhub.support.texts import _
from clubhub.widgets import icons
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.number_box import NumberBox

LONGEST_SECONDS = 3600


class FillOptionsPart(QWidget):
    """What it says holds for the next search."""

    changed = Signal()

    def __init__(self, *, is_repair: bool) -> None:
        super().__init__()
        self._is_repair = is_repair
        self.unfold = button(_("Options"), self._unfold, look="link", name="options")
        self.seconds = NumberBox(1, LONGEST_SECONDS)
        self.seconds.setValue(round(USUAL.seconds))
        self.seconds.setSuffix(_(" seconds at most"))
        self.seconds.valueChanged.connect(self.changed)
        self.keep = self._choice((_("Those who are pinned"), Keep.PINNED), (_("Everybody"), Keep.EVERYBODY))
        self.weight = self._choice(
            (_("Sparing those who said “if need be”"), Weight.SPARING), (_("An even share of the work"), Weight.EVEN)
        )
        self.likes = self._choice((_("After both"), False), (_("Before both"), True))
        self.share = self._choice((_("By what each household owes"), True), (_("The same for every household"), False))
        self._fields = QWidget()
        self._fields.setLayout(self._grid())
        self._fields.hide()
        self.setLayout(column(row(self.unfold, None), self._fields, space=4))
        self._show_sign()

    def options(self) -> FillOptions:
        return FillOptions(
            seconds=float(self.seconds.value()),
            keep=Keep(self.keep.currentData()),
            weight=Weight(self.weight.currentData()),
            likes_first=bool(self.likes.currentData()),
            by_duty=bool(self.share.currentData()),
            is_repair=self._is_repair,
        )

    def _choice(self, *choices: tuple[str, object]) -> QComboBox:
        made = QComboBox()
        for words, value in choices:
            made.addItem(words, value)
        made.currentIndexChanged.connect(self.changed)
        return made

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        keep = [] if self._is_repair else [(_("Who stays on their places"), self.keep)]
        rows = [
            *keep,
            (_("What matters more"), self.weight),
            (_("What people like to do"), self.likes),
            (_("How the work is shared"), self.share),
            (_("How long to look"), self.seconds),
        ]
        if self._is_repair:
            self.keep.setParent(self)
            self.keep.hide()
        for at, (words, control) in enumerate(rows):
            caption = label(words)
            caption.setBuddy(control)
            control.setAccessibleName(words)
            grid.addWidget(caption, at, 0)
            grid.addWidget(control, at, 1)
        return grid

    @Slot()
    def _unfold(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        self._show_sign()

    def _show_sign(self) -> None:
        self.unfold.setIcon(icons.get("next" if self._fields.isHidden() else "down"))
        state = _("folded") if self._fields.isHidden() else _("unfolded")
        self.unfold.setAccessibleDescription(state)
