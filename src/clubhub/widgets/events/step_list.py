"""Steps of a long piece of work under each other: what is done, what goes on, what comes; with their seconds."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.fill_steps import Step
from clubhub.widgets import icons
from clubhub.widgets.controls import label
from clubhub.widgets.theme import Theme, set_kind, set_property


class StepList(QWidget):
    """Shows steps as they stand; rows are made once and then changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[StepSign, QLabel, QLabel]] = []

    def show_steps(self, steps: Sequence[Step]) -> None:
        while len(self._rows) < len(steps):
            self._add_row()
        for number, (sign, text, seconds) in enumerate(self._rows):
            for widget in (sign, text, seconds):
                widget.setVisible(number < len(steps))
            if number < len(steps):
                _show(steps[number], sign, text, seconds)

    def _add_row(self) -> None:
        made = (StepSign(self._theme), label(), label(tone="text2"))
        for at, widget in enumerate(made):
            self._grid.addWidget(widget, len(self._rows), at)
        self._rows.append(made)


def _show(step: Step, sign: "StepSign", text: QLabel, seconds: QLabel) -> None:
    sign.set_state(step.state)
    if text.text() != step.text:
        text.setText(step.text)
    kind, tone = ("strong", "") if step.state == "now" else ("body", "text2" if step.state == "next" else "")
    if text.property("textKind") != kind or text.property("tone") != tone:
        set_kind(text, kind)
        set_property(text, "tone", tone)
    states = {"done": _("done"), "now": _("goes on"), "next": _("to come")}
    text.setAccessibleName(_("{step}: {state}").format(step=step.text, state=states[step.state]))
    seconds.setText(_("{seconds} s").format(seconds=f"{step.seconds:.1f}") if step.seconds is not None else "")


class StepSign(QWidget):
    """A check, a part of a ring, or an empty ring; the text's accessible name says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = "next"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.icon_size() + 2, self._theme.icon_size() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self._state == "done":
            icons.paint(painter, self.rect().adjusted(1, 1, -1, -1), "ok", colours.ok.ink)
            return
        ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.line2 if self._state == "now" else colours.text3), 1.6))
        painter.drawEllipse(ring)
        if self._state == "now":
            painter.setPen(QPen(QColor(colours.accent), 2.4))
            painter.drawArc(ring, 90 * 16, -110 * 16)
