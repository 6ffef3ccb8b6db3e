"""Filling in the window: watched, stopped, accepted in part, refused when the roster has changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from clubhub.domain.polls import Mark
from clubhub.domain.roster_changes import ChangeKind
from clubhub.viewmodels.fill_proposal import CHECK, WHO
from clubhub.widgets.events.fill_dialog import FillDialog
from clubhub.widgets.main_window import MainWindow


@pytest.fixture
def dialog(demo_window: MainWindow, qtbot) -> FillDialog:
    """Filling the demo's roster after three places of it came free."""
    rosters = demo_window.shell.services.rosters
    for entry in [entry for entry in rosters.roster("Kvarken").entries() if entry.place.person][:3]:
        start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
        rosters.free("Kvarken", entry.place.person.name, entry.need.role.name, start)
    event = demo_window.shell.services.events.lines()[0].event
    demo_window.show_page("events", event.id)
    page = demo_window.page("events")
    qtbot.waitUntil(lambda: page.view is not None)
    page.fill()
    return next(found for found in page.findChildren(FillDialog))


def finished(dialog: FillDialog) -> bool:
    return dialog.proposal is not None and dialog.proposal.is_final


def filled(dialog: FillDialog) -> int:
    return dialog._shell.services.events.lines()[0].coverage.filled


def test_the_plan_is_shown_and_accepted_with_enter(dialog, qtbot, demo_window):
    before = filled(dialog)
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert dialog.note.title.text() == "147 of 156 places"
    assert dialog.note.sentence.text().startswith("Proved: no plan fills more. 9 stay open: ")
    assert dialog.findChild(QProgressBar).value() == 1000
    assert dialog.stop.isHidden()
    assert filled(dialog) == before
    assert dialog.accept_button.text() == f"Accept {len(dialog.model.rows)} changes"

    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    events = demo_window.shell.services.events
    assert events.lines()[0].coverage.filled == 147
    assert "Fill the roster of Kvarken Games" in demo_window.banner_text


def test_one_change_is_left_out_with_the_keyboard(dialog, qtbot):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    rows = len(dialog.model.rows)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.model.chosen) < rows
    number = len(dialog.model.chosen)
    assert dialog.accept_button.text() == (f"Accept {number} changes" if number != 1 else "Accept 1 change")
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.model.chosen) == rows


@pytest.mark.parametrize("column", [CHECK, WHO])
def test_a_click_leaves_a_change_out(dialog, qtbot, column):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    rows = len(dialog.model.chosen)
    cell = dialog.table.visualRect(dialog.model.index(rows - 1, column))
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert len(dialog.model.chosen) < rows


def test_why_places_stay_open_unfolds(dialog, qtbot):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert dialog.note.why.text() == "Why are 9 open?"
    QTest.mouseClick(dialog.note.why, Qt.MouseButton.LeftButton)
    assert dialog.note._scroll.isVisible()


def test_discarding_changes_nothing(dialog, qtbot, demo_window):
    before = filled(dialog)
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert demo_window.shell.services.events.lines()[0].coverage.filled == before


def test_stopping_keeps_the_best_so_far_or_says_that_there_is_none(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=30_000)
    QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert dialog.proposal.filled == 147
    assert dialog.accept_button.isEnabled()


def test_who_says_no_meanwhile_is_told_by_name_and_the_rest_is_accepted(dialog, qtbot, demo_window):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    services, before = demo_window.shell.services, filled(dialog)
    person = next(row.change.person for row in dialog.model.rows if row.change.kind is ChangeKind.NEW)
    poll = next(row.poll for row in services.poll_boards.summaries() if row.poll.name.startswith("Kvarken"))
    marks = {option.id: Mark.NO for option in services.poll_boards.board(poll.id).options}
    services.poll_editing.record_answer(poll.id, person_id=person.id, marks=marks)
    dialog.accept()
    qtbot.waitUntil(dialog.left_out.isVisible)
    assert dialog.left_out.text().startswith(f"{person.name} said no to the time of ")
    assert "left out. The others are written." in dialog.subline_label.text()
    assert before < filled(dialog) < 147
    assert dialog.accept_button.text() == "Close"
    QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert dialog.left_out.isHidden()
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert "Nothing changes until you accept" in dialog.subline_label.text()


def test_after_it_was_told_what_lapsed_enter_closes(dialog, qtbot):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    person = next(row.change.person for row in dialog.model.rows if row.change.kind is ChangeKind.NEW)
    dialog._shell.services.people.remove([person.id])
    dialog.accept()
    qtbot.waitUntil(dialog.left_out.isVisible)
    assert f"{person.name} is no longer in the club." in dialog.left_out.text().splitlines()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_the_options_are_folded_and_hold_for_the_next_search(dialog, qtbot):
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert not dialog.choices.keep.isVisible()
    QTest.mouseClick(dialog.choices.unfold, Qt.MouseButton.LeftButton)
    assert dialog.choices.keep.isVisible()
    assert dialog.again.isHidden()
    dialog.choices.keep.setCurrentIndex(1)
    assert dialog.again.isVisible()
    QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert dialog.proposal is None
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert dialog.again.isHidden()
    assert dialog.model.rows
    assert all(row.removed is None for row in dialog.model.rows)


def test_a_search_that_goes_on_is_left_for_one_with_other_options(dialog, qtbot):
    dialog.choices.weight.setCurrentIndex(1)
    QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: finished(dialog), timeout=30_000)
    assert not dialog.proposal.is_stopped
    texts = [step.text for step in dialog.steps.steps()]
    assert texts.index("Spared those who said “if need be”") > 0


def test_a_repair_says_how_many_hear_of_a_change(dialog, qtbot, demo_window):
    dialog.reject()
    page = demo_window.page("events")
    demo_window.shell.services.rosters.publish("Kvarken")
    with qtbot.waitSignal(page.head.repair_wanted):
        page.head.repair.trigger()
    repair = next(found for found in page.findChildren(FillDialog) if found is not dialog)
    assert repair.title_label.text() == "Repairing the roster"
    assert not repair.choices.keep.isVisible()
    qtbot.waitUntil(lambda: finished(repair), timeout=30_000)
    assert repair.proposal.hearing > 0
    assert "hear of a change" in repair._count.text() or "hears of a change" in repair._count.text()
