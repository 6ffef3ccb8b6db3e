"""The line above the list: words to filter by, a chip for each criterion, a menu for more, and how many are shown."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from clubhub.domain.people import Channel
from clubhub.services.people import PeopleDirectory
from clubhub.support.texts import _
from clubhub.viewmodels.people.filters import LAPSES, NO_CONTACT, Criterion, Kind, criterion_text
from clubhub.viewmodels.people.rows import channel_name, name_order
from clubhub.widgets.controls import button, filter_field, label, row
from clubhub.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """`words` and `criteria` are what the list is filtered by; `changed` tells when they are others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.criteria: list[Criterion] = []
        self._directory = PeopleDirectory(people=(), households={}, groups={}, skills={})
        self.field = filter_field(_("Type to filter"), _("Filter people"))
        self.field.setObjectName("filter")
        self.field.setMinimumWidth(self.field.fontMetrics().horizontalAdvance("n") * 16)
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self.changed)
        self.lapses = button(_("Lapses soon"), look="pill", name="lapses")
        self.lapses.setCheckable(True)
        self.lapses.toggled.connect(self._toggle_lapses)
        self.more = button(_("Filter"), look="link", icon="add", name="more-filters")
        self.more.setAccessibleName(_("Add a filter"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._add_chosen)
        self.more.clicked.connect(self._show_menu)
        self.count_label = label(tone="text2")
        self._chips: list[QPushButton] = []
        self._flow = FlowLayout(space=8)
        for widget in (self.field, self.lapses, self.more):
            self._flow.addWidget(widget)
        area = QWidget()
        area.setLayout(self._flow)
        line = row(area, self.count_label, space=12)
        line.setStretch(0, 1)
        line.setAlignment(self.count_label, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    @property
    def words(self) -> str:
        return self.field.text()

    def set_directory(self, directory: PeopleDirectory) -> None:
        """Groups and skills to choose from; criteria that name one which is gone are let go."""
        self._directory = directory
        self._set_criteria([one for one in self.criteria if criterion_text(one, directory)])

    def show_count(self, shown: int, total: int) -> None:
        self.count_label.setMinimumHeight(self.field.sizeHint().height())
        self.count_label.setText(_("{shown} of {total}").format(shown=shown, total=total))
        self.count_label.setAccessibleName(_("{shown} of {total} people are shown").format(shown=shown, total=total))

    def add(self, criterion: Criterion) -> None:
        if criterion not in self.criteria:
            self._set_criteria([*self.criteria, criterion])

    @Slot()
    def clear(self) -> None:
        """Show everybody again."""
        self.field.clear()
        self._set_criteria([])

    def _set_criteria(self, criteria: Iterable[Criterion]) -> None:
        new = list(criteria)
        if new == self.criteria:
            return
        self.criteria = new
        self._show_chips()
        self.changed.emit()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        named = [one for one in self.criteria if one != LAPSES]
        self._chips = [self._chip(criterion) for criterion in named]
        for place, chip in enumerate(self._chips, start=1):
            self._flow.insert_widget(place, chip)
        self.lapses.blockSignals(True)
        self.lapses.setChecked(LAPSES in self.criteria)
        self.lapses.blockSignals(False)

    def _chip(self, criterion: Criterion) -> QPushButton:
        text = criterion_text(criterion, self._directory)
        chip = button(_("{text} ×").format(text=text), self._remove_sender, look="pill", name="chip")
        chip.setCheckable(True)
        chip.setChecked(True)
        chip.setProperty("criterion", self.criteria.index(criterion))
        chip.setAccessibleName(_("Take away the filter “{text}”").format(text=text))
        return chip

    @Slot()
    def _remove_sender(self) -> None:
        chip = self.sender()
        at = int(chip.property("criterion"))
        self._set_criteria([one for place, one in enumerate(self.criteria) if place != at])
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _toggle_lapses(self, is_wanted: bool) -> None:
        self._set_criteria([*(one for one in self.criteria if one != LAPSES), *([LAPSES] if is_wanted else [])])

    @Slot()
    def _show_menu(self) -> None:
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        groups = {group.name: Criterion(Kind.GROUP, group.id) for group in self._directory.groups.values()}
        skills = {skill.name: Criterion(Kind.SKILL, skill.id) for skill in self._directory.skills.values()}
        roles = {role.name: Criterion(Kind.ROLE, role.id) for role in self._directory.roles.values()}
        roads = {channel_name(channel): Criterion(Kind.ROAD, channel.value) for channel in Channel}
        self._add_menu(_("Group"), groups)
        self._add_menu(_("Skill"), skills)
        self._add_menu(_("Signed up for"), roles)
        self._add_menu(_("Reached by"), roads)
        self._add_action(self._menu, _("Lapses soon"), LAPSES)
        self._add_action(self._menu, _("No contact"), NO_CONTACT)

    def _add_menu(self, title: str, choices: dict[str, Criterion]) -> None:
        menu = self._menu.addMenu(title)
        menu.setEnabled(bool(choices))
        for text in sorted(choices, key=name_order):
            self._add_action(menu, text, choices[text])

    def _add_action(self, menu: QMenu, text: str, criterion: Criterion) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setData(criterion)
        menu.addAction(action)

    @Slot(QAction)
    def _add_chosen(self, action: QAction) -> None:
        chosen = action.data()
        if isinstance(chosen, Criterion):
            self.add(chosen)
