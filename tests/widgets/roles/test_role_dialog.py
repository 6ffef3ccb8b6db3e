"""A role is changed in its dialog, wherever it was opened from."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from clubhub.domain.people import AgeBand
from clubhub.services.roles import edit_of
from clubhub.widgets.roles.role_dialog import RoleDialog
from clubhub.widgets.roles.roles_dialog import RolesDialog


@pytest.fixture
def page(demo_window):
    demo_window.show_page("events")
    return demo_window.page("events")


@pytest.fixture
def roles(page):
    return page.shell.services.roles


def names(roles):
    return {role.name for role in roles.directory().roles}


def shown(page, qtbot, kind):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(kind)))
    return next(one for one in page.findChildren(kind) if one.isVisible())


def opened(page, qtbot, name="Starter"):
    role = page.shell.services.roles.find(name)
    page.opener.open_role(role.id)
    return role, shown(page, qtbot, RoleDialog)


def test_everything_of_a_role_is_changed_and_undone_at_once(page, roles, qtbot, demo_window):
    role, dialog = opened(page, qtbot)
    dialog.name.setText("Chief starter")
    dialog.priority.show_value("9")
    qtbot.keyClicks(dialog.skills.adder.box.lineEdit(), "Whistle")
    qtbot.keyClick(dialog.skills.adder.box.lineEdit(), Qt.Key.Key_Return)
    assert dialog.skills.values() == ("Starter", "Whistle")
    dialog.minimum_age.show_value(AgeBand.ADULT)
    dialog.is_opt_in.setChecked(True)
    qtbot.keyClicks(dialog.note, "two at a time")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Chief starter" in names(roles))
    assert roles.find("Chief starter").is_opt_in
    directory = roles.directory()
    edit = edit_of(roles.find("Chief starter"), directory.skills)
    assert (edit.priority, edit.skills, edit.minimum_age) == (9, ("Starter", "Whistle"), AgeBand.ADULT)
    assert edit.note == "two at a time"
    qtbot.waitUntil(lambda: "role" in demo_window.banner_text)
    demo_window.undo()
    qtbot.waitUntil(lambda: "Chief starter" not in names(roles))
    assert roles.find("Starter").id == role.id


def test_a_name_that_another_role_has_is_refused_in_the_dialog(page, roles, qtbot):
    role, dialog = opened(page, qtbot)
    dialog.name.setText("Referee")
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.refusal.isVisible)
    assert "already" in dialog.keeping.refusal.text()
    assert roles.find("Starter").id == role.id
    dialog.name.clear()
    dialog.accept()
    assert any(label.text() == "The role needs a name." for label in dialog.findChildren(QLabel))


def test_what_two_windows_change_of_a_role_is_mixed(page, roles, qtbot):
    role, dialog = opened(page, qtbot)
    directory = roles.directory()
    theirs = replace(edit_of(role, directory.skills), bring="a whistle", note="theirs")
    roles.save(role.id, theirs, version=role.version)
    dialog.priority.show_value("7")
    dialog.note.setText("mine")
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.note.isVisible)
    assert dialog.bring.text() == "a whistle"
    qtbot.mouseClick(dialog.keeping.note.take_theirs, Qt.MouseButton.LeftButton)
    dialog.accept()
    qtbot.waitUntil(lambda: roles.find("Starter").priority == 7)
    assert (roles.find("Starter").note, roles.find("Starter").bring) == ("theirs", "a whistle")


def test_the_list_leads_to_a_role_and_follows_its_change(page, roles, qtbot):
    page.opener.open_roles()
    listing = shown(page, qtbot, RolesDialog)
    qtbot.waitUntil(lambda: bool(listing.model.rows))
    first = listing.model.rows[0].role
    qtbot.keyClick(listing.table, Qt.Key.Key_Return)
    dialog = shown(page, qtbot, RoleDialog)
    dialog.name.setText("Helper first of all")
    dialog.accept()
    qtbot.waitUntil(lambda: "Helper first of all" in [line.role.name for line in listing.model.rows])
    assert roles.find("Helper first of all").id == first.id
    assert listing.isVisible()


def test_a_double_click_beside_the_board_changes_that_role(page, qtbot):
    page.open_target(page.shell.services.events.lines()[0].event.id)
    qtbot.waitUntil(lambda: bool(page.roster.board.board_model.board.roles))
    header = page.roster.board.verticalHeader()
    role = page.roster.board.board_model.board.roles[0]
    at = header.section_rect(role.first_row).center()
    QTest.mouseDClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(page, qtbot, RoleDialog).name.text() == role.name


def test_programme_and_menu_and_find_or_do_lead_to_the_roles(page, qtbot):
    page.open_target(page.shell.services.events.lines()[0].event.id)
    qtbot.waitUntil(lambda: page.view is not None)
    for act in (page.programme.roles.click, page.head.roles_wanted.emit, dict(page.commands())["Change a role"]):
        act()
        shown(page, qtbot, RolesDialog).reject()
