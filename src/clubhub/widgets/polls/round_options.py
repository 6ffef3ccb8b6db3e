"""What a poll asks, in large buttons: a mark for each option, one or several to choose, an order, or a field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from clubhub.domain.ids import OptionId
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.widgets.controls import button, column, label
from clubhub.widgets.polls.cells import SIGNS
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.theme import set_kind

LEAST_LETTERS = 62
"""The width, in letters, from which on an option's buttons stand beside its words."""


class RoundOption(QWidget):
    """One option with its buttons; the pressed one pressed again says nothing. `room` says how much there is left."""

    def __init__(self, option: Option, marks: Mapping[Mark, str], room: str = "") -> None:
        super().__init__()
        self.option = option
        self.buttons: dict[Mark, QPushButton] = {}
        name = words.option_words(option)
        for mark, text in marks.items():
            made = button(text, look="big", icon=SIGNS[mark])
            made.setCheckable(True)
            set_kind(made, "heading")
            made.setProperty("mark", mark.value)
            made.setAccessibleName(_("{when}, {mark}").format(when=name, mark=text))
            made.setAccessibleDescription(room)
            made.clicked.connect(self._leave_one)
            self.buttons[mark] = made
        verbs = WrappingLine(*self.buttons.values(), space=8)
        words_of_it = QWidget()
        said = [label(name, kind="heading", wrap=True)] + ([label(room, tone="text2", wrap=True)] if room else [])
        words_of_it.setLayout(column(*said, space=2))
        self.setLayout(column(Halves(words_of_it, verbs, least=LEAST_LETTERS, space=12)))

    @property
    def mark(self) -> Mark | None:
        return next((mark for mark, made in self.buttons.items() if made.isChecked()), None)

    def clear(self) -> None:
        """Say nothing of it."""
        for made in self.buttons.values():
            made.setChecked(False)

    @Slot()
    def _leave_one(self) -> None:
        pressed = self.sender()
        for made in self.buttons.values():
            if made is not pressed:
                made.setChecked(False)


class RoundQuestion(QWidget):
    """The question of a poll's kind; `said` is what was answered."""

    def __init__(self, poll: Poll, options: Sequence[Option], rooms: Mapping[OptionId, str]) -> None:
        super().__init__()
        self._poll = poll
        self.options: list[RoundOption] = []
        self.order: _Order | None = None
        self.field: QLineEdit | None = None
        if poll.kind is PollKind.RANKED:
            self.order = _Order(options)
            self.setLayout(column(self.order))
        elif poll.kind.has_options:
            self.options = [RoundOption(option, _marks(poll), rooms.get(option.id, "")) for option in options]
            self.setLayout(column(*self.options, space=14))
            self._watch()
        else:
            self.field = QLineEdit()
            self.field.setAccessibleName(_("Your answer"))
            self.setLayout(column(self.field))

    def controls(self) -> list[QWidget]:
        """What Tab goes through, from the first to the last."""
        if self.order is not None:
            return [self.order.list, self.order.up, self.order.down]
        return [self.field] if self.field else [made for shown in self.options for made in shown.buttons.values()]

    def nothing_said(self) -> str:
        """For somebody who sends an answer that says nothing: what to do, and how to leave."""
        leaving = _("“That’s not me” leads back without an answer.")
        if self.order is not None:
            return _("Nothing is moved yet. If this order is yours, press “Up” once.") + " " + leaving
        if self.field is not None:
            return _("Nothing is written yet.") + " " + leaving
        return _("Nothing is marked yet. Mark something, or write a comment.") + " " + leaving

    def said(self) -> Said:
        marks = {shown.option.id: shown.mark for shown in self.options if shown.mark}
        return Said(
            marks=marks,
            ranking=self.order.ranking() if self.order else (),
            said=self.field.text().strip() if self.field else "",
        )

    def _watch(self) -> None:
        """Of a poll that lets people choose one, another choice takes the first back."""
        if self._poll.kind is PollKind.ONE:
            for shown in self.options:
                shown.buttons[Mark.YES].clicked.connect(self._leave_one)

    @Slot()
    def _leave_one(self) -> None:
        pressed = self.sender()
        for shown in self.options:
            if shown.buttons[Mark.YES] is not pressed:
                shown.clear()


class _Order(QWidget):
    """The options to be put in order, the best first. As long as nobody has moved one, nothing is said."""

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self._is_touched = False
        self.list = QListWidget()
        self.list.setAccessibleName(_("The best first"))
        for option in options:
            item = QListWidgetItem(words.option_words(option))
            item.setData(Qt.ItemDataRole.UserRole, option.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.up = button(_("Up"), self._move_up, look="big", icon="up")
        self.down = button(_("Down"), self._move_down, look="big", icon="down")
        hint = label(_("Put the best on top: choose one, then move it."), tone="text2", wrap=True)
        self.setLayout(column(hint, self.list, WrappingLine(self.up, self.down), space=10))
        self.setFocusProxy(self.list)

    def ranking(self) -> tuple[OptionId, ...]:
        if not self._is_touched:
            return ()
        return tuple(self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count()))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)
        self._is_touched = True


def _marks(poll: Poll) -> dict[Mark, str]:
    """The buttons of each option, in the poll's own words."""
    if poll.kind is PollKind.MARKS:
        return {mark: poll.word(mark)[:1].upper() + poll.word(mark)[1:] for mark in Mark}
    return {Mark.YES: _("I choose this")}
