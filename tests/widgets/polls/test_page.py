"""The page of polls: the list, opening, renaming, removing, and where it leads."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QPushButton, QWidget
from tests.widgets.polls.conftest import polls_page

from clubhub.domain.poll_results import USUAL_RULE
from clubhub.widgets.posts.write_dialog import WriteDialog


def dialog_of(page) -> QDialog:
    return next(dialog for dialog in page.findChildren(QDialog) if dialog.isVisible())


def test_the_list_says_who_has_answered_and_enter_opens(page, qtbot):
    table = page.list.table
    table.setFocus()
    texts = [table.model().index(1, column).data() for column in range(6)]
    assert texts[:2] == ["Kvarken Games: when can you come?", "51 of 60"]
    assert texts[2:] == ["Sat 12 June – Sun 13 June", "Kvarken Games", "8", "Collecting answers"]
    table.selectRow(1)
    with qtbot.waitSignal(page.view.shown):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.shows_poll
    qtbot.keyClick(page.view.grid.table, Qt.Key.Key_Escape)
    assert not page.shows_poll


def test_one_click_opens_a_poll(page, qtbot):
    table = page.list.table
    place = table.visualRect(table.model().index(0, 0)).center()
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.view.board.poll.name == "Evening for helpers"


def test_an_empty_club_is_led_to_its_first_poll(empty_window, qtbot):
    empty_window.show_page("polls")
    page = polls_page(empty_window)
    button = page.findChild(QPushButton, "first_poll")
    qtbot.waitUntil(button.isVisible)
    assert button.accessibleName() == "Ask when people can come"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    qtbot.waitUntil(dialog.from_days.isChecked)
    dialog.reject()


def test_a_poll_is_opened_by_its_id_from_elsewhere(page, demo_window, qtbot):
    poll = page.list.model.rows[1].poll
    demo_window.show_page("history")
    with qtbot.waitSignal(page.view.shown):
        demo_window.shell.go("polls", poll.id)
    assert page.view.board.poll.id == poll.id


def test_a_poll_is_renamed_and_a_taken_name_told_in_the_dialog(page, open_poll, qtbot):
    open_poll("Evening").head.rename_wanted.emit()
    dialog = dialog_of(page)
    dialog.name.setText("Kvarken Games: when can you come?")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "already" in dialog.keeping.refusal.text())
    dialog.name.setText("Evening of the helpers")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view.head._title.text() == "Evening of the helpers")


def test_a_removed_poll_leaves_the_list_and_undo_brings_it_back(page, open_poll, demo_window, qtbot):
    open_poll("Evening").head.remove_wanted.emit()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 1)
    assert demo_window.banner_text == "Remove the poll “Evening for helpers”"
    demo_window.undo()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 2)


def test_a_poll_that_is_gone_leads_back_to_the_list(page, evenings, qtbot):
    page.shell.services.poll_editing.remove(evenings.board.poll.id)
    qtbot.waitUntil(lambda: not page.shows_poll)


def test_the_panel_leads_to_the_event_and_the_menu_to_a_post_for_the_silent(page, open_poll, qtbot):
    view = open_poll("Kvarken")
    with qtbot.waitSignal(page.shell.went) as told:
        qtbot.mouseClick(view.panel.findChild(QPushButton, "go_roster"), Qt.MouseButton.LeftButton)
    assert told.args == ["events", view.board.event.id]
    with qtbot.waitSignal(page.shell.went) as told:
        next(action for action in view.head._actions.actions() if "post to the silent" in action.text()).trigger()
    assert told.args == ["posts", ("new-for", "silent: Kvarken Games: when can you come?")]
    post = page.window().page("posts").findChild(WriteDialog)
    qtbot.waitUntil(lambda: "9" in post.fields.reaches.text())
    assert post.fields.audience.rule() == told.args[1][1]
    post.reject()


def test_every_control_of_the_page_has_a_name(page, open_poll):
    view = open_poll("Kvarken")
    for widget in [*page.list.findChildren(QWidget), *view.findChildren(QWidget)]:
        if isinstance(widget, (QAbstractButton, QLineEdit)) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_the_state_is_said_in_full_and_columns_go_before_it_is_cut(page, evenings, demo_window, application, qtbot):
    decisions = page.shell.services.decisions
    decisions.decide(evenings.board.poll.id, evenings.model.options[1].id, USUAL_RULE)
    page.show_list()
    qtbot.waitUntil(lambda: page.list.model.rows[0].decided is not None)
    for percent, size in ((100, (1360, 860)), (200, (1360, 860)), (100, (1024, 640))):
        application.theme.choose(text_percent=percent)
        demo_window.resize(*size)
        qtbot.wait(20)
        table, metrics = page.list.table, QFontMetrics(application.theme.font())
        last = table.model().columnCount() - 1
        assert table.columnWidth(last) > metrics.horizontalAdvance("Decided: Sat 12 June, 18:30") + 10
        assert not table.horizontalScrollBar().isVisible()
    application.theme.choose(text_percent=100)
