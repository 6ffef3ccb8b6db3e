"""The head of a poll: what it is called, who has answered, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QWidget

from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.summaries import closing_sentence, state_badge
from clubhub.widgets.controls import THIN_SPACE, badge, button, column, icon_button, label, row, set_badge
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.text_label import CutLabel
from clubhub.widgets.theme import set_kind
from clubhub.widgets.tokens import PAGE_MARGIN

LEAST_LINES = 32
"""In a window of fewer lines of text, what can be done has signs alone beside the name, and the rest is one line."""


class PollHead(QFrame):
    """Says what is wanted; the poll's view does it."""

    back_wanted = Signal()
    answers_wanted = Signal()
    ask_wanted = Signal()
    write_wanted = Signal()
    """Write a post to those who are silent."""
    results_wanted = Signal(bool)
    """Show or leave the results, where they have no room beside the grid."""
    change_wanted = Signal()
    copy_wanted = Signal()
    usual_wanted = Signal()
    """Take over what the silent usually say."""
    rename_wanted = Signal()
    remove_wanted = Signal()
    export_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("line", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label(kind="title", wrap=True)
        self._badge = badge("", "soft")
        self._subline, self._cut = label(tone="text2", wrap=True), CutLabel()
        self._cut.setProperty("tone", "text2")
        self._back = icon_button("back", _("All polls"), self.back_wanted.emit)
        self.results = button(_("Results"), icon="polls", name="results")
        self.results.setCheckable(True)
        self.results.toggled.connect(self.results_wanted)
        self._more = icon_button("more", _("More"), self._show_menu)
        self._actions = self._menu()
        self._told = QWidget()
        line = row(self._badge, self._subline, self._cut, space=10)
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        self._told.setLayout(line)
        self._is_low = False
        self._cut.hide()
        self._names = column(self._title, self._told, space=6)
        titles = row(self._back, self._names, space=8)
        titles.setStretch(1, 1)
        titles.setAlignment(self._back, Qt.AlignmentFlag.AlignTop)
        self._tools = self._verbs()
        self._sides = row(titles, self._tools, space=8)
        self._sides.setStretch(0, 1)
        self._whole = column(self._sides, margins=(PAGE_MARGIN - 14, 20, 20, 16), space=6)
        self.setLayout(self._whole)

    def show_board(self, board: PollBoard, model: PollGridModel) -> None:
        poll = board.poll
        self._usual.setVisible(any(option.starts for option in board.options))
        self._title.setText(poll.name)
        set_badge(self._badge, *state_badge(poll, board.decided))
        people = [row for row in model.rows if row.person]
        answered = sum(not row.is_silent for row in people)
        parts = [words.answered_sentence(answered, len(people), len(model.rows) - len(people)) + "."]
        if board.event:
            parts.insert(0, _("For {event}.").format(event=board.event.name))
        if poll.closes_at and board.decided is None:
            parts.append(closing_sentence(poll, board.club.time_zone))
        if board.asked_words:
            parts.append(words.asks_sentence(board.asked_words, board.unasked))
        if board.problem:
            parts.append(board.problem)
        self._subline.setText(" ".join(parts))
        self._cut.setText(" ".join(parts))
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done goes under the name where both don't fit beside each other."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        words_width = max(
            self._title.fontMetrics().horizontalAdvance(self._title.text()),
            self._badge.sizeHint().width() + self._subline.fontMetrics().horizontalAdvance(self._subline.text()),
        )
        self._set_brief(is_brief=False)
        is_tight = words_width + self._tools.sizeHint().width() + 4 * PAGE_MARGIN > self.width()
        is_low = self.window().height() < LEAST_LINES * self._subline.fontMetrics().height()
        self._set_brief(is_brief=is_tight and is_low)
        is_under = is_tight and not is_low
        direction = QBoxLayout.Direction.TopToBottom if is_under else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)
        if is_low != self._is_low:
            self._flatten(is_low=is_low)

    def _flatten(self, *, is_low: bool) -> None:
        """What is told takes one line, under all the rest, where the grid needs the height."""
        self._is_low = is_low
        (self._whole if is_low else self._names).addWidget(self._told)
        self._subline.setVisible(not is_low)
        self._cut.setVisible(is_low)
        self._told.setContentsMargins(14 if is_low else 0, 0, 0, 0)
        self._whole.setContentsMargins(PAGE_MARGIN - 14, 8 if is_low else 20, 20, 8 if is_low else 16)

    def _set_brief(self, *, is_brief: bool) -> None:
        set_kind(self._title, "heading" if is_brief else "title")
        for made in (self.results, self.ask, self.take):
            made.setText("" if is_brief else f"{THIN_SPACE}{made.accessibleName()}")
            made.setToolTip(made.accessibleName() if is_brief else "")

    def _verbs(self) -> QWidget:
        self.ask = button(_("Ask…"), self.ask_wanted.emit, icon="send", name="ask")
        self.take = button(_("Bring in answers"), self.answers_wanted.emit, icon="import", name="bring_in")
        return WrappingLine(self.results, self.ask, self.take, self._more)

    def _show_menu(self) -> None:
        self._actions.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._add(menu, _("Change the poll…"), self.change_wanted.emit)
        self._add(menu, _("Rename…"), self.rename_wanted.emit)
        self._add(menu, _("Copy…"), self.copy_wanted.emit)
        self._usual = self._add(menu, _("Usual answers of the silent…"), self.usual_wanted.emit)
        self._add(menu, _("Save the result…"), self.export_wanted.emit)
        self._add(menu, _("Copy a picture for a chat"), self.picture_wanted.emit)
        self._add(menu, _("Write a post to the silent…"), self.write_wanted.emit)
        menu.addSeparator()
        self._add(menu, _("Remove the poll"), self.remove_wanted.emit)
        return menu

    def _add(self, menu: QMenu, text: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(slot)
        return action
