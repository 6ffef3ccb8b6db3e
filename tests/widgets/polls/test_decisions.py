"""Deciding in the window: the best or another, why, what the rules say side by side, and what follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from clubhub.domain.event_edits import EventEdit
from clubhub.domain.ids import PollNeedId
from clubhub.domain.poll_results import Rule
from clubhub.domain.polls import PollNeed
from clubhub.storage import poll_records
from clubhub.widgets.polls.ask_dialog import AskDialog
from clubhub.widgets.polls.event_dialog import EventOfPollDialog
from clubhub.widgets.posts.write_dialog import WriteDialog


@pytest.fixture
def decided(evenings, qtbot):
    """The poll of three evenings, decided for the second, which one person can come to."""
    mark(evenings, qtbot, 0, 1, Qt.Key.Key_Y)
    qtbot.waitUntil(evenings.panel.foot.choose.isVisible)
    qtbot.mouseClick(evenings.panel.foot.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(evenings.panel.decision.isVisible)
    return evenings


def mark(view, qtbot, row: int, column: int, key: Qt.Key) -> None:
    view.grid.show_cell(row, column)
    qtbot.keyClick(view.grid.table, key)


def test_nothing_is_chosen_while_several_are_equally_good_but_another_can_be(evenings, qtbot):
    foot = evenings.panel.foot
    for at in (0, 1):
        mark(evenings, qtbot, 0, at, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: "equally good" in evenings.panel.best.sentence.text())
    assert not foot.choose.isVisible()
    assert foot.another.text() == "Choose one…"
    qtbot.mouseClick(foot.another, Qt.MouseButton.LeftButton)
    menu = foot.findChild(QMenu)
    assert [action.text() for action in menu.actions()][1] == "Saturday 12 June, 18:30: 1 yes, 0 if need be, 0 no"
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: evenings.board.decided is not None)
    assert evenings.board.decided.id == evenings.model.options[1].id


def test_the_best_is_chosen_with_its_reason_and_undo_leaves_it_open(decided, demo_window, qtbot):
    assert "Choose Sat 12 June, 18:30" in decided.panel.foot.choose.text()
    assert demo_window.banner_text.startswith("Decide “Evening for helpers”: ")
    assert decided.head._badge.text() == "Decided: Sat 12 June, 18:30"
    assert decided.head._badge.property("badge") == "ok"
    assert "is best by the rule “Yes, then if need be”: 1 yes" in decided.panel.decision._reason.text()
    assert not decided.panel.foot.choose.isVisible()
    demo_window.undo()
    qtbot.waitUntil(lambda: not decided.panel.decision.isVisible())
    assert decided.panel.foot.choose.isVisible()


def test_answers_that_overtake_a_decision_are_told(decided, qtbot):
    assert not decided.panel.decision._overtaken.isVisible()
    for row in (0, 1):
        mark(decided, qtbot, row, 2, Qt.Key.Key_Y)
    qtbot.waitUntil(decided.panel.decision._overtaken.isVisible)
    assert "Saturday 12 June, 20:00 would be the best" in decided.panel.decision._overtaken.text()


def test_a_decision_is_announced_to_those_who_were_asked(decided, demo_window, qtbot):
    qtbot.mouseClick(decided.panel.decision.announce, Qt.MouseButton.LeftButton)
    dialog = demo_window.findChild(WriteDialog)
    assert dialog.fields.title.text() == "Evening for helpers: Saturday 12 June 18:30–20:00"
    assert dialog.fields.audience.rule() == "everybody"
    assert "**Saturday 12 June 18:30–20:00**" in dialog.fields.body_text.toPlainText()
    dialog.reject()
    assert demo_window.current_key() == "polls"
    assert decided.isVisible()


def test_the_minutes_are_written(decided, page, demo_window, qtbot, tmp_path):
    page.decisions.write_minutes(tmp_path / "minutes.pdf")
    qtbot.waitUntil(lambda: "Saved as" in demo_window.banner_text, timeout=20_000)
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
    assert decided.board.decided is not None


def test_invitations_begin_at_the_time_that_was_chosen(decided, demo_window, qtbot):
    qtbot.mouseClick(decided.panel.decision.invite, Qt.MouseButton.LeftButton)
    dialog = demo_window.findChild(AskDialog)
    assert dialog._shown.currentWidget() is dialog.calendar
    assert dialog.calendar.time.currentText() == "Saturday 12 June 18:30–20:00"


def test_it_can_be_left_open_again(decided, qtbot):
    qtbot.mouseClick(decided.panel.decision.leave_open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: decided.board.decision is None)
    assert decided.head._badge.text() == "Collecting answers"


def test_the_event_is_made_of_the_decision_and_opened(decided, demo_window, page, qtbot):
    qtbot.mouseClick(decided.panel.foot.make_event, Qt.MouseButton.LeftButton)
    dialog = demo_window.findChild(EventOfPollDialog)
    dialog.name.clear()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.name.setText("Helpers’ evening")
    with qtbot.waitSignal(page.shell.went) as told:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert told.args[0] == "events"
    services = page.shell.services
    assert services.events.event(told.args[1]).name == "Helpers’ evening"
    assert services.poll_boards.board(decided.board.poll.id).poll.event_id == told.args[1]


def test_the_answers_can_be_used_for_an_event_that_is_there(decided, demo_window, page, qtbot):
    services = page.shell.services
    day = decided.board.decided.starts.date()
    event = services.editing.make_event(
        EventEdit(name="Gala", starts_on=day, ends_on=day, time_zone="Europe/Helsinki")
    ).event
    qtbot.mouseClick(decided.panel.foot.make_event, Qt.MouseButton.LeftButton)
    dialog = demo_window.findChild(EventOfPollDialog)
    qtbot.waitUntil(lambda: dialog.which.count() == 2)
    dialog.which.setCurrentIndex(1)
    assert not dialog.name.isVisible()
    with qtbot.waitSignal(page.shell.went) as told:
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert told.args == ["events", event.id]
    assert services.poll_boards.board(decided.board.poll.id).poll.event_id == event.id


def test_where_the_rules_disagree_their_winners_stand_side_by_side_and_a_click_takes_one(evenings, qtbot):
    """17:00 has two yes and a no, 18:30 three who can if need be."""
    for row, key in enumerate((Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_N)):
        mark(evenings, qtbot, row, 0, key)
    for row in range(3):
        mark(evenings, qtbot, row, 1, Qt.Key.Key_M)
    rules = evenings.panel.best.rules
    qtbot.waitUntil(lambda: len(rules.rows_model.rows) > 1)
    said = {winner.rule: winner.text for winner in rules.rows_model.rows}
    assert said[Rule.MOST_WHO_CAN] == said[Rule.FEWEST_LEFT_OUT] == "Sat 12 June, 18:30"
    assert Rule.MOST_YES not in said
    at = next(place for place, winner in enumerate(rules.rows_model.rows) if winner.rule is Rule.MOST_WHO_CAN)
    rules.setCurrentIndex(rules.rows_model.index(at, 0))
    qtbot.keyClick(rules, Qt.Key.Key_Return)
    assert evenings.model.rule is Rule.MOST_WHO_CAN
    assert evenings.tools.rules.rule is Rule.MOST_WHO_CAN


def test_who_is_needed_goes_first_and_who_is_missing_is_told(evenings, page, qtbot):
    services, poll = page.shell.services, evenings.board.poll
    needed = evenings.model.rows[5].person
    with services._database.write("need one") as work:
        need = PollNeed(id=PollNeedId(7), poll_id=poll.id, person_id=needed.id)
        poll_records.insert_needs(work, [need])
    page.shell.worked.emit()
    qtbot.waitUntil(lambda: len(evenings.model.requirements) == 1)
    for row in range(3):
        mark(evenings, qtbot, row, 0, Qt.Key.Key_Y)
    mark(evenings, qtbot, 5, 2, Qt.Key.Key_M)
    best = evenings.panel.best
    qtbot.waitUntil(lambda: best.cards[0]._title.text() == "Saturday 12 June, 20:00")
    assert best.cards[1]._lack.text() == f"without {needed.name}"
    assert best.cards[1]._short.isVisible()
    assert "Everybody who is needed can come." in best.why.text()


def test_the_range_says_how_many_come_at_least_and_at_most(evenings, qtbot):
    mark(evenings, qtbot, 0, 1, Qt.Key.Key_Y)
    card = evenings.panel.best.cards[0]
    qtbot.waitUntil(card._range.isVisible)
    assert card._range.text() == "1 sure, up to 60 if all the silent say yes"


def test_a_time_is_chosen_from_the_menu_of_its_cell(evenings, qtbot):
    table = evenings.grid.table
    evenings.grid.show_cell(4, 2)
    place = table.visualRect(table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    next(action for action in menu.actions() if action.text() == "Choose Sat 12 June, 20:00").trigger()
    menu.close()
    qtbot.waitUntil(lambda: evenings.board.decided is not None)
    assert evenings.board.decided.id == evenings.model.options[2].id


def test_an_events_poll_has_nothing_to_choose(open_poll):
    view = open_poll("Kvarken")
    assert not view.panel.foot.choose.isVisible()
    assert not view.panel.foot.another.isVisible()
    assert view.panel.foot.roster.isVisible()
    assert view.model.rule is None
