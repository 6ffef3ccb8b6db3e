"""The Posts page as a person uses it: read, filter, write, edit, remove and undo, with mouse and with keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton

from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.posts.page import PostsPage
from clubhub.widgets.posts.write_dialog import WriteDialog

EVENT = "Kvarken Games"


def settle(window: MainWindow, qtbot) -> None:
    """Let jobs end and their answers arrive, also those that a first answer asks for."""
    for _round in range(3):
        qtbot.wait(160)
        window.shell.jobs.wait()
        qtbot.wait(20)


def shown_page(window: MainWindow, qtbot) -> PostsPage:
    window.show_page("posts")
    settle(window, qtbot)
    page = window.page("posts")
    assert isinstance(page, PostsPage)
    return page


@pytest.fixture
def page(demo_window: MainWindow, qtbot) -> PostsPage:
    services = demo_window.shell.services
    services.posts.write("Where to park", "Hello {name}, **north** gate.\n\n{shifts}", audience=f"event: {EVENT}")
    services.posts.write("Minutes", "Six of nine.", audience="group: Styrelsen")
    return shown_page(demo_window, qtbot)


def write_in(dialog: WriteDialog, qtbot, title: str, rule: str, body: str) -> None:
    qtbot.keyClicks(dialog.fields.title, title)
    dialog.fields.audience.set_rule(rule)
    dialog.fields.body_text.setFocus()
    qtbot.keyClicks(dialog.fields.body_text, body)


def test_the_newest_is_shown_with_whom_it_reaches_and_who_is_left_out(page, demo_window, qtbot):
    assert [line.post.title for line in page.model.rows][:2] == ["Minutes", "Where to park"]
    assert page.detail.title.text() == "Minutes"
    assert page.detail.audience.text() == "4 people of Styrelsen"
    assert page.detail.roads.text() == "3 by mail and 1 by phone"
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Where to park"
    assert "north gate" in page.detail.text.toPlainText()
    assert page.detail.audience.text().endswith(f"volunteers of {EVENT}")
    assert any(row.road == "guardian" for row in page.detail.readers.model.rows)


def test_a_click_chooses_and_the_filter_narrows(page, demo_window, qtbot):
    place = page.list.visualRect(page.model.index(1, 0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Where to park"
    qtbot.keyClicks(page.filter, "styrelsen")
    settle(demo_window, qtbot)
    assert [line.post.title for line in page.model.rows] == ["Minutes"]
    assert page.detail.title.text() == "Minutes"
    qtbot.keyClicks(page.filter, "xyz")
    assert page.nothing_found.isVisible()
    assert not page.detail.isVisible()


def test_writing_shows_preview_and_count_and_keeps_the_post(page, demo_window, qtbot):
    qtbot.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(WriteDialog)
    settle(demo_window, qtbot)
    write_in(dialog, qtbot, "Thank you", "event: kvarken, not skill: First aid", "All **{name}**!")
    settle(demo_window, qtbot)
    assert dialog.rehearsal.text.toPlainText() == "All Inger Backlund!"
    assert f"event “{EVENT}”, but not skill “First aid”" in dialog.fields.reaches.text()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Thank you"
    assert "Thank you" in demo_window.banner_text
    demo_window.undo()
    settle(demo_window, qtbot)
    assert "Thank you" not in [line.post.title for line in page.model.rows]


def test_the_preview_is_as_somebody_with_shifts_gets_it(page, demo_window, qtbot):
    page.open_target(next(line.post.id for line in page.model.rows if line.post.title == "Where to park"))
    settle(demo_window, qtbot)
    assert page.detail.reader.text() == "As Inger Backlund gets it"
    assert page.detail.text.toPlainText().startswith("Hello Inger Backlund, north gate.\nSun 13 June")
    dialog = page.edit()
    settle(demo_window, qtbot)
    assert dialog.rehearsal.text.toPlainText() == page.detail.text.toPlainText()
    dialog.reject()


def test_what_is_wrong_is_said_while_typing_and_when_keeping(page, demo_window, qtbot):
    dialog = page.write()
    settle(demo_window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    write_in(dialog, qtbot, "T", "grup: X", "Hi {nmae}")
    settle(demo_window, qtbot)
    assert "Did you mean “group”" in dialog.fields.problem.text()
    dialog.fields.audience.set_rule("")
    settle(demo_window, qtbot)
    assert "{nmae}" in dialog.fields.text_problem.text()
    assert not dialog.fields.problem.isVisible()
    assert dialog.fields.reaches.text().startswith("Everybody, 60 people: ")
    assert dialog.fields.reaches.text().endswith("1 person is not reached: Kristian Ådahl.")
    dialog.accept()
    settle(demo_window, qtbot)
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()
    assert dialog.fields.body_text.toPlainText() == "Hi {nmae}"
    dialog.reject()


def test_a_post_is_edited_and_removed_by_keyboard_and_undone(page, demo_window, qtbot):
    page.detail.edit_button.setFocus()
    qtbot.keyClick(page.detail.edit_button, Qt.Key.Key_Space)
    dialog = page.findChild(WriteDialog)
    settle(demo_window, qtbot)
    assert dialog.fields.audience.rule() == "group: Styrelsen"
    dialog.fields.title.selectAll()
    qtbot.keyClicks(dialog.fields.title, "Minutes of May")
    qtbot.keyClick(dialog.fields.title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Minutes of May"
    page.detail.remove_button.setFocus()
    qtbot.keyClick(page.detail.remove_button, Qt.Key.Key_Space)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Where to park"
    demo_window.undo()
    settle(demo_window, qtbot)
    assert next(line.post.title for line in page.model.rows) == "Minutes of May"


def test_the_menu_adds_to_the_rule_and_typing_completes_after_the_comma(page, demo_window, qtbot):
    dialog = page.write()
    settle(demo_window, qtbot)
    groups = next(action.menu() for action in dialog.fields.audience.menu.actions() if action.text() == "A group")
    for name in ("Styrelsen", "Masters"):
        next(action for action in groups.actions() if action.text() == name).trigger()
    assert dialog.fields.audience.rule() == "group: Styrelsen, group: Masters"
    dialog.fields.audience.set_rule("")
    qtbot.keyClicks(dialog.fields.audience.field, "group: Masters, styr")
    completer = dialog.fields.audience.field.completer()
    assert completer.currentCompletion() == "group: Masters, group: Styrelsen"
    dialog.reject()


def test_search_leads_to_a_post_and_commands_are_offered(page, demo_window, qtbot):
    wanted = next(line.post.id for line in page.model.rows if line.post.title == "Where to park")
    qtbot.keyClicks(page.filter, "styrelsen")
    demo_window.shell.go("posts", wanted)
    settle(demo_window, qtbot)
    assert page.detail.title.text() == "Where to park"
    names = [name for name, _do in page.commands()]
    assert "Write a post" in names
    assert "Copy this post for a chat" in names


def test_an_empty_club_offers_the_first_step(empty_window, qtbot):
    page = shown_page(empty_window, qtbot)
    first = page.findChild(QPushButton, "first")
    assert first.isVisible()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    dialog = page.findChild(WriteDialog)
    settle(empty_window, qtbot)
    write_in(dialog, qtbot, "Hello", "", "Hello all")
    dialog.accept()
    settle(empty_window, qtbot)
    assert page.detail.title.text() == "Hello"
    assert page.detail.roads.text() == "Nobody is reached"


def test_a_text_fetches_nothing_whatever_it_names(page, monkeypatch):
    opened = []
    monkeypatch.setattr("clubhub.widgets.posts.text_view.QDesktopServices.openUrl", opened.append)
    view = page.detail.text
    view.show_html('<p><a href="https://x.example/">x</a></p>')
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, "https://x.example/p.png") is None
    for address in ("https://x.example/", "file:///etc/passwd", "javascript:alert(1)"):
        view.anchorClicked.emit(address)
    assert [url.scheme() for url in opened] == ["https"]


def test_the_filter_has_the_focus_and_down_leads_into_the_list(page, demo_window, qtbot):
    assert demo_window.focusWidget() is page.filter
    qtbot.keyClick(page.filter, Qt.Key.Key_Down)
    assert demo_window.focusWidget() is page.list


def test_everything_is_reached_by_tab(page, demo_window, qtbot):
    reached = set()
    for _step in range(40):
        focused = demo_window.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    detail = page.detail
    wanted = {
        page.write_button, page.filter, page.list, detail.edit_button, detail.remove_button, detail.text,
        detail.copy_button, detail.drafts_button, detail.page_button, detail.sheet_button, detail.readers.table,
    }  # fmt: skip
    assert wanted <= reached


def test_at_twice_the_text_size_nothing_is_cut(page, demo_window, qtbot):
    theme = demo_window.shell.theme
    demo_window.resize(1360, 860)
    theme.choose(text_percent=200)
    try:
        settle(demo_window, qtbot)
        for way in (page.detail.copy_button, page.detail.sheet_button):
            right = way.mapTo(page.detail.viewport(), QPoint(way.width(), 0)).x()
            assert right <= page.detail.viewport().width()
    finally:
        theme.choose(text_percent=100)
