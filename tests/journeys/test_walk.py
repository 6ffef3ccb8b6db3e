"""A walk over every page and dialog: every control has a name, nothing warns, and what is closed is freed.

What the window has is listed in packaging/window_views.py, from which the screenshots are drawn too. That Qt's own
warnings fail a test is set in pyproject.toml (qt_log_level_fail).
"""

import gc
import weakref
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, qWarning
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from window_views import DIALOGS, PAGE_VIEWS, View, kinds_of_dialogs, open_dialog
from window_visit import Visit

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
MOST_PARTS = 5
"""A field of a date and a time takes so many Tabs: one for each of its parts."""
KEYS = [spec.key for spec in (*PAGES, *FOOT_PAGES)]


def nameless(root: QWidget) -> list[str]:
    """Controls that a person can reach and that a screen reader could only call by their kind."""
    found = []
    for control in root.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or not control.isVisible() or is_inner(control):
            continue
        text = control.text() if isinstance(control, QAbstractButton) else ""
        if not (control.accessibleName() or text.strip()):
            found.append(f"{type(control).__name__} {control.objectName()!r} in {type(control.parent()).__name__}")
    return found


def is_inner(control: QWidget) -> bool:
    """Parts that Qt makes inside its own controls: the field of a combo box, a table's corner, a calendar's buttons."""
    parent = control.parent()
    if control.objectName().startswith("qt_") or (parent is not None and parent.objectName().startswith("qt_")):
        return True
    if isinstance(control, QHeaderView) or isinstance(parent, QComboBox):
        return True
    if not type(control).__module__.startswith("PySide6"):
        return False
    above = [parent, parent.parent() if parent is not None else None]
    return any(isinstance(item, (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)) for item in above)


def unreached(root: QWidget, qtbot) -> list[str]:
    """Controls that the keyboard doesn't lead to: Tab is pressed until it comes round, or turns in a smaller circle."""
    reached: list[QWidget] = []
    focused = root.focusWidget() or root
    while focused not in reached[:-MOST_PARTS]:
        reached.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = root.focusWidget() or root
    groups = [control.group() for control in reached if isinstance(control, QAbstractButton) and control.group()]
    wanted = [
        control
        for control in root.findChildren(QWidget)
        if isinstance(control, CONTROLS) and control.isVisible() and control.isEnabled() and not is_inner(control)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(control, QAbstractButton) and control.group() in groups)
    ]  # fmt: skip
    return [f"{type(control).__name__} {control.accessibleName()!r}" for control in wanted if control not in reached]


def free() -> None:
    """Let Qt and Python free what nothing holds any longer."""
    for _turn in range(5):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def widgets() -> Counter[str]:
    """How many widgets of each class there are; Qt's own inner ones come and go with pop-ups and tips."""
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


@pytest.fixture
def visit(demo_window: MainWindow, tmp_path: Path) -> Visit:
    """A window on the filled demo club."""
    demo_window.resize(1360, 860)
    return Visit(demo_window, tmp_path)


def test_no_page_and_no_dialog_is_left_out_of_the_walk():
    assert {view.page for view in PAGE_VIEWS} == set(KEYS)
    assert {view.kind for view in DIALOGS} == kinds_of_dialogs()


def test_a_warning_of_qt_would_fail_a_test(pytestconfig, qtlog):
    assert pytestconfig.getini("qt_log_level_fail") == "WARNING"
    qWarning("the walk hears this")
    assert [record.message for record in qtlog.records if record.message.startswith("the walk")] != []
    qtlog._records.clear()


@pytest.mark.parametrize("view", PAGE_VIEWS, ids=lambda view: view.title)
def test_every_control_of_a_page_has_a_name_and_is_reached_by_tab(visit: Visit, qtbot, view: View):
    view.act(visit)
    visit.settle()
    assert visit.window.current_key() == view.page
    assert nameless(visit.window) == []
    assert unreached(visit.window, qtbot) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_page_shows_an_empty_club(empty_window: MainWindow, tmp_path: Path, key: str):
    Visit(empty_window, tmp_path).page(key)
    assert nameless(empty_window) == []


@pytest.mark.parametrize("view", DIALOGS, ids=lambda view: view.title)
def test_a_dialog_names_its_controls_leads_to_them_by_tab_and_is_freed_when_it_was_left(
    visit: Visit, qtbot, view: View
):
    """Opened twice: the first time makes what is kept, what a second time leaves behind would pile up."""
    first, second = (opened_and_left(visit, qtbot, view) for _time in range(2))
    assert first.nameless == []
    assert first.unreached == []
    assert [left.dialog() for left in (first, second) if left.is_alive()] == []
    assert second.remaining - first.remaining == Counter()


@dataclass
class Left:
    """What a dialog leaves behind."""

    dialog: weakref.ref[QDialog]
    nameless: list[str]
    unreached: list[str]
    remaining: Counter[str] = field(default_factory=Counter)

    def is_alive(self) -> bool:
        dialog = self.dialog()
        return dialog is not None and shiboken6.isValid(dialog)


def opened_and_left(visit: Visit, qtbot, view: View) -> Left:
    """Open a dialog, look at its controls, and leave it with Escape."""
    dialog = open_dialog(visit, view)
    left = Left(weakref.ref(dialog), nameless(dialog), unreached(dialog, qtbot))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog
    visit.settle()
    free()
    left.remaining = widgets()
    return left


def test_a_closed_window_is_freed_with_all_its_pages(application, filled_demo, tmp_path):
    path = tmp_path / "demo.clubhub"
    path.write_bytes(filled_demo.read_bytes())
    kept = walked_and_closed(application.open_club, path, tmp_path)
    free()
    alive = [type(item()).__name__ for item in kept if item() is not None and shiboken6.isValid(item())]
    assert alive == []


def walked_and_closed(open_club: Callable[[Path], MainWindow], path: Path, folder: Path) -> list[weakref.ref]:
    """Show every page, close the window, and keep nothing but weak references."""
    window = open_club(path)
    visit = Visit(window, folder)
    kept = [weakref.ref(window), *(weakref.ref(visit.page(key)) for key in KEYS)]
    window.close()
    return kept


def test_find_or_do_finds_people_pages_and_commands(demo_window: MainWindow, qtbot):
    from clubhub.widgets.find_dialog import FindDialog

    demo_window.find_or_do()
    dialog = demo_window.findChild(FindDialog)
    qtbot.keyClicks(dialog._field, "holmg")
    qtbot.waitUntil(lambda: any("Malin Holmgård" in dialog._list.item(at).text() for at in range(dialog._list.count())))
    dialog._field.clear()
    qtbot.keyClicks(dialog._field, "hist")
    qtbot.waitUntil(lambda: dialog._list.count() >= 1 and "History" in dialog._list.item(0).text())
    qtbot.keyClick(dialog._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: demo_window.current_key() == "history")
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
