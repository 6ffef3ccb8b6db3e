"""Chooses the rule by which the best option is found: three beside each other, three more behind a button."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton

from clubhub.domain.poll_results import Rule
from clubhub.support.texts import _
from clubhub.widgets.controls import label, row
from clubhub.widgets.polls.segments import Segments
from clubhub.widgets.theme import Theme

SHOWN = (Rule.MOST_WHO_CAN, Rule.MOST_YES, Rule.FEWEST_LEFT_OUT)


class RuleChooser(QFrame):
    """One rule is always chosen. A rule from the menu shows its name on the menu's button."""

    chosen = Signal(object)
    """A Rule."""

    def __init__(self, rule: Rule, theme: Theme) -> None:
        super().__init__()
        self._segments = Segments(theme)
        self._buttons: dict[Rule, QPushButton] = {}
        for shown in SHOWN:
            self._buttons[shown] = self._segments.add(shown.heading, tip=shown.sentence)
            self._buttons[shown].toggled.connect(self._take)
        self._more = self._segments.add(_("More rules"), tip=_("Other rules"))
        self._more.setMenu(self._menu())
        layout = row(label(_("Rank by"), tone="text2"), self._segments, space=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.set_rule(rule)

    def set_rule(self, rule: Rule) -> None:
        """Show which rule is chosen; tells nobody."""
        self.rule = rule
        shown = self._buttons.get(rule, self._more)
        self._more.setText(_("More rules") if rule in SHOWN else rule.heading)
        self._more.setAccessibleName(_("More rules") if rule in SHOWN else _("Rule: {rule}").format(rule=rule.heading))
        shown.setChecked(True)
        self._segments.fit()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for rule in Rule:
            if rule not in SHOWN:
                action = menu.addAction(rule.heading)
                action.setToolTip(rule.sentence)
                action.setData(rule.value)
                action.triggered.connect(self._take_action)
        return menu

    @Slot(bool)
    def _take(self, is_checked: bool) -> None:
        found = [rule for rule, made in self._buttons.items() if made.isChecked()]
        if is_checked and found and found[0] is not self.rule:
            self.set_rule(found[0])
            self.chosen.emit(self.rule)

    @Slot()
    def _take_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.set_rule(Rule(action.data()))
            self.chosen.emit(self.rule)
