"""The frame of every dialog: title, subline, contents that scroll if they must, and buttons always in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.dialog_body import DialogBody
from clubhub.widgets.theme import set_property

USUAL_LINE = 17
"""The line height, in pixels, that sizes are meant for."""

ROOM_AROUND = 40
SIDE, TOP, BOTTOM, SPACE = 28, 24, 20, 16


class Dialog(QDialog):
    """Parented always, and freed when it closes. Subclasses fill `body` and connect `accept_button`."""

    def __init__(self, parent: QWidget, title: str, subline: str = "", *, accept: str = "", width: int = 560) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._width = width
        self._subline = subline
        self.resize(width, 0)
        self.title_label = label(title, kind="title", wrap=True)
        self.subline_label = label(subline, tone="text2", wrap=True)
        if not subline:
            self.subline_label.hide()
        self.body = column(space=12)
        self.accept_button = button(accept or _("OK"), self.accept, look="primary", name="accept")
        self.cancel_button = button(_("Cancel"), self.reject, name="cancel")
        self.accept_button.setDefault(True)
        self._foot = row(None, self.cancel_button, self.accept_button)
        self._foot.setContentsMargins(SIDE, 0, SIDE, 0)
        self._head = column(self.title_label, self.subline_label, margins=(SIDE, 0, SIDE, 0), space=4)
        self._scroll = DialogBody(self.body, title, side=SIDE)
        self._scroll.grown.connect(self._grow)
        layout = column(self._head, self._scroll, self._foot, margins=(0, TOP, 0, BOTTOM), space=SPACE)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def fit(self, width: int, height: int) -> None:
        """Take this size at the usual text, more with larger text, and no more than the window below has."""
        room = self._room()
        line_height = self.fontMetrics().height()
        wide = min(width * line_height // USUAL_LINE, room.width())
        self.resize(wide, min(height * line_height // USUAL_LINE, room.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Not smaller than the contents need, as far as the window below has room for them."""
        self.fit_to_contents(self.height())
        super().showEvent(event)

    @Slot()
    def fit_to_contents(self, least: int = 0) -> None:
        """As high as the title, the contents and the buttons need together, but at least `least` pixels."""
        line_height = self.fontMetrics().height()
        needed = max(self._scroll.needed_width(), self._foot.minimumSize().width())
        room = self._room()
        wide = min(max(self.width(), self._width * line_height // USUAL_LINE, needed), room.width())
        parts = (self._head.totalHeightForWidth(wide), self._scroll.needed_height(wide), self._foot.sizeHint().height())
        high = TOP + sum(parts) + 2 * SPACE + BOTTOM
        self.resize(wide, min(max(high, least), room.height()))

    @Slot()
    def _grow(self) -> None:
        """What is added later, such as a sentence on what is wrong, makes the dialog higher, never lower."""
        if self.isVisible():
            self.fit_to_contents(self.height())

    def _room(self) -> QSize:
        parent = self.parentWidget()
        return (parent.window().size() if parent else self.screen().size()) - QSize(ROOM_AROUND, ROOM_AROUND)

    def warn(self, sentence: str) -> None:
        """Say under the title what is not as it was, and what to do now."""
        self.subline_label.setText(sentence)
        self.subline_label.show()
        set_property(self.subline_label, "tone", "danger")
        self._grow()

    def calm(self) -> None:
        """What was wrong is mended: the line under the title says again what it said."""
        self.subline_label.setText(self._subline)
        self.subline_label.setVisible(bool(self._subline))
        set_property(self.subline_label, "tone", "text2")

    def add_foot_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Further buttons, at the start of the foot."""
        for at, extra in enumerate(buttons):
            self._foot.insertWidget(at, extra)
