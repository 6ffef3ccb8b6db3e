"""A walk over every page and dialog: every control has a name, nothing warns, and what is closed is freed."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.page_list import FOOT_PAGES, PAGES

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
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
    if isinstance(control, QHeaderView):
        return True
    if not type(control).__module__.startswith("PySide6"):
        return False
    above = [parent, parent.parent() if parent is not None else None]
    return any(isinstance(item, (QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)) for item in above)


@pytest.mark.parametrize("key", KEYS)
def test_every_control_of_a_page_has_a_name(demo_window: MainWindow, qtbot, key: str):
    demo_window.show_page(key)
    qtbot.wait(300)
    demo_window.shell.jobs.wait()
    qtbot.wait(50)
    assert nameless(demo_window) == []


@pytest.mark.parametrize("key", KEYS)
def test_every_page_shows_an_empty_club(empty_window: MainWindow, qtbot, key: str):
    empty_window.show_page(key)
    qtbot.wait(200)
    empty_window.shell.jobs.wait()
    qtbot.wait(50)
    assert nameless(empty_window) == []


def walked_and_closed(window: MainWindow, qtbot) -> list[weakref.ref]:
    """Show every page, close the window, and keep nothing but weak references."""
    for key in KEYS:
        window.show_page(key)
        qtbot.wait(80)
    window.shell.jobs.wait()
    qtbot.wait(50)
    kept = [weakref.ref(window), *(weakref.ref(window.page(key)) for key in KEYS)]
    window.close()
    return kept


def test_a_closed_window_is_freed_with_all_its_pages(application, filled_demo, tmp_path, qtbot):
    path = tmp_path / "demo.clubhub"
    path.write_bytes(filled_demo.read_bytes())
    kept = walked_and_closed(application.open_club(path), qtbot)
    for _turn in range(5):
        QApplication.processEvents()
        gc.collect()
    alive = [type(item()).__name__ for item in kept if item() is not None and shiboken6.isValid(item())]
    assert alive == []


def test_find_or_do_finds_people_pages_and_commands(demo_window: MainWindow, qtbot):
    from PySide6.QtCore import Qt

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
