"""Reminding from the window: copying and opening tick a letter as sent, and only what is ticked is written down."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel

from clubhub.domain.overview import TaskKind
from clubhub.domain.people import Channel
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import Mark
from clubhub.domain.reach import is_minor
from clubhub.widgets.home.task_row import _place
from clubhub.widgets.polls.remind_dialog import RemindDialog


@pytest.fixture
def dialog(open_poll, demo_window, qtbot) -> RemindDialog:
    """Reminds the nine who are silent in the demo's poll for its event."""
    view = open_poll("Kvarken")
    assert "Remind 9…" in view.panel.remind.text()
    qtbot.mouseClick(view.panel.remind, Qt.MouseButton.LeftButton)
    shown = demo_window.findChild(RemindDialog)
    qtbot.waitUntil(lambda: len(shown.model.rows) > 0)
    return shown


def plan_of(dialog: RemindDialog):
    return dialog._shell.services.reminders.candidates(dialog._poll_id)


def place_by(dialog: RemindDialog, channel: Channel) -> int:
    return next(at for at, row in enumerate(dialog.model.rows) if row.letter.recipient.channel is channel)


def test_every_silent_person_has_a_letter_or_a_reason(dialog):
    """A child with two guardians has two letters, and counts once."""
    people = {one.id for row in dialog.model.rows for one in row.letter.to_remind.silent}
    plan = plan_of(dialog)
    assert len(people) + len(plan.left_out) == plan.silent == 9
    assert dialog.windowTitle() == f"Remind {len(people)} people"
    said = " ".join(words.text() for words in dialog.findChildren(QLabel))
    assert all(f"{one.person.name}: {one.why}" in said for one in plan.left_out)
    assert not dialog.accept_button.isEnabled()


def test_copying_ticks_the_letter_and_ok_writes_only_that_down(dialog, demo_window, qtbot):
    before = plan_of(dialog)
    first = dialog.model.rows[0]
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == first.letter.text
    assert [row.is_sent for row in dialog.model.rows[:2]] == [True, False]
    assert dialog.accept_button.text() == "I have sent this one"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: demo_window.banner_text.startswith("Remind "))
    assert len(plan_of(dialog).letters) == len(before.letters) - 1
    demo_window.undo()
    qtbot.waitUntil(lambda: len(plan_of(dialog).letters) == len(before.letters))


def test_space_ticks_and_unticks_what_is_chosen(dialog, qtbot):
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert all(row.is_sent for row in dialog.model.rows)
    assert dialog.accept_button.text() == f"I have sent these {len(dialog.model.rows)}"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not any(row.is_sent for row in dialog.model.rows)
    assert not dialog.accept_button.isEnabled()
    qtbot.mouseClick(dialog.tick_all, Qt.MouseButton.LeftButton)
    assert all(row.is_sent for row in dialog.model.rows)


def test_a_letter_is_opened_in_the_program_of_its_road(dialog, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    dialog.table.selectRow(place_by(dialog, Channel.WHATSAPP))
    assert "Open in WhatsApp" in dialog.open_it.text()
    qtbot.mouseClick(dialog.open_it, Qt.MouseButton.LeftButton)
    assert opened[0].startswith("https://wa.me/358")
    assert dialog._chosen()[0].is_sent


def test_a_computer_without_such_a_program_says_to_copy(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog.table.selectRow(place_by(dialog, Channel.MAIL))
    qtbot.mouseClick(dialog.open_it, Qt.MouseButton.LeftButton)
    assert "Copy the text instead" in dialog.subline_label.text()
    assert not dialog._chosen()[0].is_sent


def test_drafts_are_written_for_all_by_mail_and_counted_as_sent(dialog, qtbot, tmp_path):
    dialog.write_drafts(tmp_path / "Reminders")
    by_mail = [row.id for row in dialog.model.rows if row.letter.recipient.channel is Channel.MAIL]
    qtbot.waitUntil(lambda: [row.id for row in dialog.model.rows if row.is_sent] == by_mail)
    assert len(list((tmp_path / "Reminders").glob("*.eml"))) == len(by_mail) > 0


def test_somebody_reminded_from_another_window_meanwhile_is_told_and_nothing_is_written(dialog, qtbot):
    services, first = dialog._shell.services, dialog.model.rows[0]
    services.reminders.log(dialog._poll_id, first.letter.told)
    qtbot.mouseClick(dialog.tick_all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "less than two days ago" in dialog.subline_label.text())
    assert dialog.isVisible()
    assert len(plan_of(dialog).letters) >= len(dialog.model.rows) - 2


def test_home_leads_to_the_reminders_of_a_poll(page, demo_window, qtbot):
    poll = next(row.poll for row in page.list.model.rows if row.poll.name.startswith("Kvarken"))
    demo_window.show_page("polls", ("remind", poll.id))
    qtbot.waitUntil(lambda: demo_window.findChild(RemindDialog) is not None)
    assert demo_window.findChild(RemindDialog)._poll_id == poll.id


def test_home_leads_to_those_who_moved_up(page, demo_window, qtbot):
    services, slot = page.shell.services, (datetime(2027, 6, 12, 9), datetime(2027, 6, 12, 11))  # noqa: DTZ001
    made = services.poll_editing.create(PollDraft(name="Trip", slots=(slot,), most={slot: 1}))
    board = services.poll_boards.board(made.poll_id)
    first, second = [person for person in board.people if person.emails and not is_minor(person)][:2]
    for person, mark in ((first, Mark.YES), (second, Mark.YES), (first, Mark.NO)):
        services.poll_editing.record_answer(made.poll_id, person_id=person.id, marks={board.options[0].id: mark})
    (task,) = [task for task in services.home.overview().tasks if task.kind is TaskKind.MOVED_UP]
    demo_window.show_page(*_place(task))
    qtbot.waitUntil(lambda: demo_window.findChild(RemindDialog) is not None)
    dialog = demo_window.findChild(RemindDialog)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "1 person has moved up to a place")
    assert dialog.text.toPlainText().startswith(f"Hello {second.given_name},")
    qtbot.mouseClick(dialog.tick_all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: demo_window.banner_text.startswith("Tell 1 person of a place"))
    assert services.moved_up.candidates(made.poll_id).letters == ()


@pytest.fixture
def mirrored(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("mirrored")
def test_right_to_left_the_first_letter_is_chosen_too(dialog):
    assert dialog.text.toPlainText() == dialog.model.rows[0].letter.text
