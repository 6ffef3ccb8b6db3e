"""Chooses the rule by which the best option is found: three beside each other, the others behind a button.

Where there is little room, all of them are in one list. The last of the others is the club's own weights.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QPushButton

from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import Rule, Weights
from clubhub.support.texts import _
from clubhub.viewmodels.polls.rules import rule_from, rule_text
from clubhub.widgets.controls import label, row
from clubhub.widgets.polls.segments import Segments
from clubhub.widgets.theme import Theme

SHOWN = (Rule.YES_THEN_MAYBE, Rule.MOST_WHO_CAN, Rule.FEWEST_LEFT_OUT)
OWN = "own"
"""Stands in the list for weights that are yet to be typed."""


class RuleChooser(QFrame):
    """One rule is always chosen. A rule from the menu shows its name on the menu's button."""

    chosen = Signal(object)
    """A Rule or Weights."""
    weights_wanted = Signal()
    """Ask for the club's own weights, then call `set_rule`."""

    def __init__(self, rule: AnyRule, theme: Theme) -> None:
        super().__init__()
        self._segments = Segments(theme)
        self._buttons: dict[AnyRule, QPushButton] = {}
        for shown in SHOWN:
            self._buttons[shown] = self._segments.add(_short(shown), tip=shown.sentence)
            self._buttons[shown].setAccessibleName(shown.heading)
            self._buttons[shown].toggled.connect(self._take)
        self._more = self._segments.add(_("More"), tip=_("Other rules"))
        self._more.setMenu(self._menu())
        self._list = self._made_list()
        self._caption = label(_("Rank by"), tone="text2")
        layout = row(self._caption, self._segments, self._list, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_compact(is_compact=False)
        self.set_rule(rule)

    @property
    def full_width(self) -> int:
        """What all of it takes on one line."""
        return self._caption.sizeHint().width() + self._segments.sizeHint().width() + 10

    def set_compact(self, *, is_compact: bool) -> None:
        """One list in place of the buttons."""
        self._list.setVisible(is_compact)
        for part in (self._caption, self._segments):
            part.setVisible(not is_compact)

    def set_rule(self, rule: AnyRule) -> None:
        """Show which rule is chosen; tells nobody."""
        self.rule = rule
        shown = self._buttons.get(rule, self._more)
        self._more.setText(_("More") if rule in SHOWN else rule.heading)
        self._more.setAccessibleName(_("More rules") if rule in SHOWN else _("Rule: {rule}").format(rule=rule.heading))
        self._list_rule(rule)
        shown.setChecked(True)
        self._segments.fit()

    def choose(self, rule: AnyRule) -> None:
        """Take a rule that was chosen elsewhere, and tell."""
        self.set_rule(rule)
        self.chosen.emit(rule)

    def _list_rule(self, rule: AnyRule) -> None:
        """Weights stand in the list before the line that asks for others."""
        text = rule_text(rule)
        if isinstance(rule, Weights) and self._list.findData(text) < 0:
            self._list.insertItem(self._list.count() - 1, rule.heading, text)
        self._list.setCurrentIndex(self._list.findData(text))

    def _made_list(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(_("Rank by"))
        for rule in Rule:
            made.addItem(rule.heading, rule.value)
            made.setItemData(made.count() - 1, rule.sentence, Qt.ItemDataRole.ToolTipRole)
        made.addItem(_("Own weights…"), OWN)
        made.activated.connect(self._take_listed)
        return made

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for rule in Rule:
            if rule not in SHOWN:
                action = menu.addAction(rule.heading)
                action.setToolTip(rule.sentence)
                action.setData(rule.value)
                action.triggered.connect(self._take_action)
        menu.addSeparator()
        menu.addAction(_("Own weights…")).triggered.connect(self.weights_wanted)
        return menu

    @Slot(bool)
    def _take(self, is_checked: bool) -> None:
        found = [rule for rule, made in self._buttons.items() if made.isChecked()]
        if is_checked and found and found[0] is not self.rule:
            self.choose(found[0])

    @Slot()
    def _take_listed(self) -> None:
        text = self._list.currentData()
        if text == OWN:
            self.set_rule(self.rule)
            self.weights_wanted.emit()
        else:
            self.choose(rule_from(text))

    @Slot()
    def _take_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose(rule_from(action.data()))


def _short(rule: Rule) -> str:
    """What a button has room for."""
    return _("Yes first") if rule is Rule.YES_THEN_MAYBE else rule.heading
