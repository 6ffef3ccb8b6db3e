"""Limits and a role for everybody who is chosen, as one step of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


@pytest.fixture
def chosen(page, qtbot):
    """The rules of the panel, with everybody chosen."""
    page.table.selectAll()
    qtbot.waitUntil(page.many_panel.isVisible)
    return page.many_panel.rules


def test_limits_are_set_for_all_and_undone_together(page, chosen, qtbot, demo_window):
    people = page.shell.services.people
    qtbot.keyClicks(chosen.max_minutes_day, "6")
    chosen.set_limits.click()
    qtbot.waitUntil(lambda: {person.max_minutes_day for person in people.directory().people} == {360})
    qtbot.waitUntil(lambda: demo_window.banner_text == f"Change the limits of {page.listing.total} people")
    demo_window.undo()
    qtbot.waitUntil(lambda: {person.max_minutes_day for person in people.directory().people} == {None})


@pytest.mark.parametrize(("text", "sentence"), [("a lot", "is no length of time"), ("25", "from 0 to 24")])
def test_a_limit_that_cannot_be_is_told_and_changes_nobody(page, chosen, qtbot, text, sentence):
    qtbot.keyClicks(chosen.max_minutes_day, text)
    chosen.set_limits.click()
    assert any(sentence in label.text() for label in chosen.findChildren(QLabel) if label.isVisible())
    assert {person.max_minutes_day for person in page.shell.services.people.directory().people} == {None}


def test_all_are_signed_up_for_a_role(page, chosen, qtbot, demo_window):
    services = page.shell.services
    role = services.roles.directory().roles[0]
    edit = chosen.role.box.lineEdit()
    qtbot.keyClicks(edit, "Juggler")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert demo_window.banner_text.startswith("There is no role called “Juggler”")
    qtbot.keyClicks(edit, role.name.upper())
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(services.roles.directory().signed_up.get(role.id, ())) == page.listing.total)
