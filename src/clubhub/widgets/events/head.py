"""The head of an event: its name and state, what can be done with it, tabs, and how full the roster is."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QFrame, QMenu, QPushButton, QWidget

from clubhub.services.event_views import EventView
from clubhub.support.texts import _
from clubhub.viewmodels.events import event_subline, publish_words, state_badge
from clubhub.widgets import icons
from clubhub.widgets.controls import button, column, icon_button, label, row, set_badge
from clubhub.widgets.coverage_bar import CoverageBar
from clubhub.widgets.events.low_window import is_low
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.pages import Shell
from clubhub.widgets.tokens import PAGE_MARGIN

TABS = ("roster", "programme", "people")
BACK_EDGE = 8


class EventHead(QFrame):
    """Tells the page what is wanted; knows nothing of how it is done."""

    list_wanted = Signal()
    export_wanted = Signal()
    publish_wanted = Signal()
    fill_wanted = Signal()
    repair_wanted = Signal()
    what_if_wanted = Signal()
    ask_wanted = Signal()
    edit_wanted = Signal()
    file_wanted = Signal()
    shift_wanted = Signal()
    roles_wanted = Signal()
    removal_wanted = Signal()
    tab_chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._theme = shell.theme
        self.setProperty("line", "bottom")
        self._title = label(kind="title")
        self._title.setMinimumWidth(1)
        self._badge = label()
        self._badge.setProperty("badge", "plain")
        self._subline = label(tone="text2", wrap=True)
        self.back = icon_button("back", _("All events"), self.list_wanted.emit)
        self.edit = icon_button("write", _("Change the event's name and days"), self.edit_wanted.emit)
        self.more = icon_button("more", _("More for this event"), self._show_menu)
        self.menu = self._made_menu()
        self.ask = button(_("Ask who can come"), self.ask_wanted.emit, icon="answer", name="ask")
        self.export = button(_("Export"), self.export_wanted.emit, icon="export", name="export")
        self.publish = button(_("Publish…"), self.publish_wanted.emit, name="publish")
        self.fill = button(_("Fill the roster"), self.fill_wanted.emit, look="primary", icon="fill", name="fill")
        self._figure = label(kind="strong")
        self.bar = CoverageBar(shell.theme, height=9)
        self.bar.setMinimumWidth(110)
        self.bar.setMaximumWidth(150)
        self._tabs = QButtonGroup(self)
        self._words, self._buttons = QWidget(), QWidget()
        self._lay_out()
        shell.theme.changed.connect(self._fit)
        self._fit()

    def show_view(self, view: EventView) -> None:
        """Name, state, buttons and coverage of an event as it stands."""
        event, badge = view.roster.event, state_badge(view)
        self._title.setText(event.name)
        set_badge(self._badge, f"{badge.text}", badge.look)
        self._subline.setText(event_subline(event))
        words = publish_words(view)
        self.publish.setVisible(bool(words))
        self.publish.setText(words)
        self.publish.setAccessibleName(words)
        has_shifts = bool(view.roster.shifts)
        for shown in (self.export, self.fill, self.repair, self.what_if):
            shown.setVisible(has_shifts)
        self.ask.setVisible(has_shifts and not view.is_asked)
        coverage = view.coverage
        self.show_coverage(coverage.filled, coverage.places, coverage.untold)
        self._share_width()

    def show_coverage(self, filled: int, places: int, untold: int = 0) -> None:
        self._figure.setText(_("{filled} of {places}").format(filled=filled, places=places) if places else "")
        self.bar.set_coverage(filled, places, untold)
        self.bar.setVisible(bool(places))

    def set_tab(self, key: str) -> None:
        self._tabs.button(TABS.index(key)).setChecked(True)

    def focus_tab(self) -> None:
        """On the tab that is chosen: Tab leads on to what it shows, arrows to the other tabs."""
        chosen = self._tabs.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tab to tab, as everywhere."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, QPushButton) or focused not in self._tabs.buttons():
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        tab = self._tabs.button((self._tabs.id(focused) + step) % len(TABS))
        tab.setFocus()
        tab.click()

    def _lay_out(self) -> None:
        names = (_("Roster"), _("Programme"), _("People"))
        for number, name in enumerate(names):
            tab = button(name, look="tab", name=f"tab-{TABS[number]}")
            tab.setCheckable(True)
            self._tabs.addButton(tab, number)
        self._tabs.idToggled.connect(self._choose_tab)
        title = FlowLayout(space=10)
        for part in (self._title, self._badge, self.edit, self.more):
            title.addWidget(part)
        actions = FlowLayout(space=8)
        for action in self._action_buttons():
            actions.addWidget(action)
        heading = QWidget()
        heading.setLayout(title)
        words = row(self.back, column(heading, self._subline, space=2), space=2)
        words.setStretch(1, 1)
        words.setAlignment(self.back, Qt.AlignmentFlag.AlignTop)
        self._words.setLayout(words)
        self._buttons.setLayout(actions)
        # Space, not margins, where the two sides differ: margins don't change sides with the direction of reading.
        buttons = row(PAGE_MARGIN, self._buttons, PAGE_MARGIN - 8, space=0)
        buttons.setStretch(1, 1)
        self._top = row(self._words, buttons, space=8)
        self._top.setStretch(0, 1)
        tabs = row(PAGE_MARGIN - 3, *self._tabs.buttons(), None, self._figure, self.bar, PAGE_MARGIN - 8, space=20)
        self._whole = column(self._top, tabs)
        self.setLayout(self._whole)

    def _made_menu(self) -> QMenu:
        """What is wanted seldom."""
        menu = QMenu(self)
        menu.addAction(_("Change name and days…"), self.edit_wanted.emit)
        menu.addAction(_("Bring it up to date from a file…"), self.file_wanted.emit)
        menu.addAction(_("Add a shift…"), self.shift_wanted.emit)
        menu.addAction(_("Roles…"), self.roles_wanted.emit)
        menu.addSeparator()
        self.repair = menu.addAction(icons.get("fill"), _("Repair after cancellations…"), self.repair_wanted.emit)
        self.what_if = menu.addAction(_("What if…"), self.what_if_wanted.emit)
        menu.addSeparator()
        self.remove = menu.addAction(icons.get("delete"), _("Remove the event"), self.removal_wanted.emit)
        return menu

    @Slot()
    def _show_menu(self) -> None:
        corner = self.more.rect().bottomRight() if self.isRightToLeft() else self.more.rect().bottomLeft()
        at = self.more.mapToGlobal(corner)
        self.menu.popup(at - QPoint(self.menu.sizeHint().width(), 0) if self.isRightToLeft() else at)

    def _action_buttons(self) -> list[QPushButton]:
        return [self.ask, self.export, self.publish, self.fill]

    @Slot(int, bool)
    def _choose_tab(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.tab_chosen.emit(TABS[number])

    @Slot()
    def _fit(self) -> None:
        size = self._theme.icon_size()
        # The way back stands in the margin, so that the title begins where all else does.
        self.back.setFixedWidth(max(PAGE_MARGIN - 2, size + BACK_EDGE))
        self.fill.setIcon(icons.get("fill", self._theme.colours.onfill))
        sized: tuple[QAbstractButton, ...] = (self.back, self.edit, self.more, self.fill, self.export, self.ask)
        for action in sized:
            action.setIconSize(QSize(size, size))
        strong = QFontMetrics(self._theme.font("strong"))
        for tab in self._tabs.buttons():
            tab.setMinimumWidth(strong.horizontalAdvance(tab.text()) + 6)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """The buttons stand beside the title while both fit, else under it, on as many lines as they need.

        In a window of few lines the day and the space around go: the roster needs them.
        """
        is_tight = is_low(self, self._theme)
        self._subline.setVisible(not is_tight)
        self._title.setToolTip(self._subline.text() if is_tight else "")
        self._whole.setContentsMargins(0, 8 if is_tight else 20, 0, 0)
        self._whole.setSpacing(4 if is_tight else 10)
        shown = [action for action in self._action_buttons() if not action.isHidden()]
        buttons = sum(action.sizeHint().width() + 8 for action in shown)
        words = self._title.sizeHint().width() + self._badge.sizeHint().width() + 5 * self._theme.line_height()
        is_beside = buttons + words + 2 * PAGE_MARGIN < self.width()
        directions = QBoxLayout.Direction
        self._top.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        self._buttons.setMinimumWidth(buttons if is_beside else 0)
