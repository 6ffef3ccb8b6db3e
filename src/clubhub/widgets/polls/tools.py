"""The line over the grid: the rule, and the marks, which are its legend and its tools at once."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from clubhub.domain.poll_results import USUAL_RULE
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import WAITS
from clubhub.widgets.controls import column, label, row
from clubhub.widgets.polls.cells import draw_mark
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.rules import RuleChooser
from clubhub.widgets.theme import Theme

LEAST_LINES = 32
"""A window of fewer lines of text keeps its height for the grid."""


class GridTools(QWidget):
    """A mark's button sets it in the chosen cells."""

    mark_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rules = RuleChooser(USUAL_RULE, theme)
        self._marks = {
            Mark.YES: self._button(_("Yes"), "Y", Mark.YES),
            Mark.IF_NEED_BE: self._button(_("If need be"), "M", Mark.IF_NEED_BE),
            Mark.NO: self._button(_("No"), "N", Mark.NO),
            None: self._button(_("Silent, not a no"), _("Delete"), None),
        }
        self.waits = QWidget()
        self._clock, self._waits_word = QLabel(), label("")
        self.waits.setLayout(row(self._clock, self._waits_word, margins=(4, 0, 4, 0), space=4))
        self.waits.setToolTip(_("Said yes after all places were taken; moves up when one is free."))
        self._legend = WrappingLine(*self._marks.values(), self.waits, space=2)
        self.setLayout(column(WrappingLine(self.rules, self._legend, space=12)))
        theme.changed.connect(self._draw)
        self._draw()

    def show_rules(self, *, are_wanted: bool) -> None:
        """A poll of an event has no rule: its shifts are counted."""
        self.rules.setVisible(are_wanted)
        self._fit()

    def show_poll(self, poll: Poll, options: Sequence[Option]) -> None:
        """The marks that such a poll has, in its own words, and the sign of those who wait where room is limited."""
        self.waits.setVisible(any(option.most is not None for option in options))
        is_choice = poll.kind is not PollKind.MARKS
        for mark in Mark:
            made = self._marks[mark]
            made.setVisible(not is_choice or mark is Mark.YES)
            text = _("Chosen") if is_choice else words.sentence_case(poll.word(mark))
            made.setText(text)
            made.setAccessibleName(_("Mark: {mark}").format(mark=text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Rules and legend on one line, in few words if they must be; of a low window the grid gets the height."""
        rules = 0 if self.rules.isHidden() else self.rules.full_width
        is_low = self.window().height() < LEAST_LINES * self._theme.line_height()
        self._say_in_full(is_wanted=True)
        is_crowded = self._needed(rules) > self.width()
        self._say_in_full(is_wanted=not (is_low or is_crowded))
        if not is_low and self._needed(rules) > self.width():
            self._say_in_full(is_wanted=True)  # on a line of its own there is room
        self.rules.set_compact(is_compact=rules > self.width() or (is_low and is_crowded))

    def _needed(self, rules: int) -> int:
        return rules + self._legend.sizeHint().width() + 12

    def _say_in_full(self, *, is_wanted: bool) -> None:
        self._marks[None].setText(_("Silent, not a no") if is_wanted else _("Silent"))
        self._waits_word.setText(_("Waits for a place") if is_wanted else _("Waits"))

    def _button(self, text: str, key: str, mark: Mark | None) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setProperty("button", "legend")
        made.setProperty("mark", mark.value if mark else "")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(_("Mark: {mark}").format(mark=text))
        told = _("{mark} in the chosen cells: {key}, and on to the next; with Shift it stays")
        made.setToolTip(told.format(mark=text, key=key))
        made.clicked.connect(self._take)
        return made

    @Slot()
    def _take(self) -> None:
        value = self.sender().property("mark")
        self.mark_wanted.emit(Mark(value) if value else None)

    @Slot()
    def _draw(self) -> None:
        """Signs as in the cells, so that the buttons explain them."""
        size = QSize(self._theme.icon_size(), self._theme.icon_size())
        for mark, made in self._marks.items():
            made.setIcon(QIcon(self._picture(mark, size)))
            made.setIconSize(size)
        self._clock.setPixmap(self._picture(WAITS, size))

    def _picture(self, mark: Mark | str | None, size: QSize) -> QPixmap:
        picture = QPixmap(size * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRect(QPoint(0, 0), size), mark, self._theme)
        painter.end()
        return picture
