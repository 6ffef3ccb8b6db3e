"""The rule of who a post is for: typed with completion, or chosen from a menu of what the club has."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QWidget

from clubhub.domain.audiences import AudienceKind, AudiencePart, Membership
from clubhub.support.texts import _
from clubhub.widgets.controls import button, row

MOST_IN_MENU = 40
"""Names of one kind; the others are found by typing."""


class AudienceField(QWidget):
    """A line of text and a button with a menu."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Who it is for"))
        self.field.setPlaceholderText(_("everybody; or like: group: Parents A, not silent: Summer trip"))
        self._names = QStringListModel(self)
        completer = _PartCompleter(self._names, self)
        self.field.setCompleter(completer)
        self.field.textChanged.connect(self.changed)
        self.menu = QMenu(self)
        self.button = button(_("Choose…"), self._open_menu, icon="people", name="choose-audience")
        self.setLayout(row(self.field, self.button))

    def rule(self) -> str:
        return self.field.text()

    def set_rule(self, rule: str) -> None:
        self.field.setText(rule)

    def offer(self, membership: Membership) -> None:
        """Complete to these names, and list them in the menu."""
        self.menu.clear()
        self._offer_rule(self.menu, _("Everybody"), str(AudienceKind.EVERYBODY))
        rules = [str(AudienceKind.EVERYBODY)]
        for kind, title in _titles().items():
            parts = [str(AudiencePart(kind=kind, name=name)) for name in membership.names(kind)]
            rules += parts
            if parts:
                self._offer_kind(title, membership.names(kind), parts)
        self._names.setStringList([*rules, *(f"not {rule}" for rule in rules[1:])])

    def _offer_kind(self, title: str, names: Sequence[str], rules: Sequence[str]) -> None:
        submenu = self.menu.addMenu(title)
        for name, rule in list(zip(names, rules, strict=True))[:MOST_IN_MENU]:
            self._offer_rule(submenu, name, rule)
        if len(names) > MOST_IN_MENU:
            submenu.addAction(_("Type to find the others")).setEnabled(False)

    def _offer_rule(self, menu: QMenu, text: str, rule: str) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setData(rule)
        action.triggered.connect(self._take)

    @Slot()
    def _open_menu(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    @Slot()
    def _take(self) -> None:
        """Add what was chosen; everybody replaces all."""
        action = self.sender()
        if not isinstance(action, QAction):
            return
        before = self.field.text().strip().rstrip(",")
        is_whole = action.data() == AudienceKind.EVERYBODY or before in {"", str(AudienceKind.EVERYBODY)}
        self.field.setText(action.data() if is_whole else f"{before}, {action.data()}")
        self.field.setFocus()


class _PartCompleter(QCompleter):
    """Completes what stands after the last comma."""

    def __init__(self, names: QStringListModel, parent: AudienceField) -> None:
        super().__init__(names, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(10)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        before, comma, _last = self.widget().text().rpartition(",")  # type: ignore[attr-defined]
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type]
        return f"{before}{comma} {chosen}" if comma else chosen


def _titles() -> dict[AudienceKind, str]:
    return {
        AudienceKind.EVENT: _("Volunteers of an event"),
        AudienceKind.GROUP: _("A group"),
        AudienceKind.ROLE: _("A role"),
        AudienceKind.SHIFT: _("A shift"),
        AudienceKind.SKILL: _("People with a skill"),
        AudienceKind.SILENT: _("Who has not answered a poll"),
    }
