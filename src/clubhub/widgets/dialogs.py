"""The frame of every dialog: title, subline, contents, and buttons at the foot with one filled."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, row

USUAL_LINE = 17
"""The line height, in pixels, that sizes are meant for."""

ROOM_AROUND = 40


class Dialog(QDialog):
    """Parented always, and freed when it closes. Subclasses fill `body` and connect `accept_button`."""

    def __init__(self, parent: QWidget, title: str, subline: str = "", *, accept: str = "", width: int = 560) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(width, 720))
        self.resize(width, self.sizeHint().height())
        self.title_label = label(title, kind="title", wrap=True)
        self.subline_label = label(subline, tone="text2", wrap=True)
        self.subline_label.setVisible(bool(subline))
        self.body = column(space=12)
        self.accept_button = button(accept or _("OK"), self.accept, look="primary", name="accept")
        self.cancel_button = button(_("Cancel"), self.reject, name="cancel")
        self.accept_button.setDefault(True)
        self._foot = row(None, self.cancel_button, self.accept_button)
        self.setLayout(
            column(
                column(self.title_label, self.subline_label, space=4), self.body, self._foot,
                margins=(28, 24, 28, 20), space=16,
            )
        )  # fmt: skip

    def fit(self, width: int, height: int) -> None:
        """Take this size at the usual text, more with larger text, and no more than the window below has."""
        parent = self.parentWidget()
        room = parent.window().size() if parent else QSize(width, height)
        line_height = self.fontMetrics().height()
        wide = min(width * line_height // USUAL_LINE, room.width() - ROOM_AROUND)
        high = min(height * line_height // USUAL_LINE, room.height() - ROOM_AROUND)
        self.resize(max(wide, self.minimumWidth()), max(high, self.minimumHeight()))

    def add_foot_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Further buttons, at the start of the foot."""
        for at, extra in enumerate(buttons):
            self._foot.insertWidget(at, extra)
