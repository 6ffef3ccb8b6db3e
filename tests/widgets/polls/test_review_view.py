"""Pasted and dropped answers: a list first, and only what is ticked is counted."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from clubhub.domain.polls import Mark
from clubhub.domain.replies import Verdict
from clubhub.viewmodels.polls.answers_review import WHO
from clubhub.widgets.polls.answers_dialog import PASTE, REFUSED, REVIEW, TABLE, AnswersDialog


@pytest.fixture
def asking(page, evenings):
    return page.shell.services.ballots.ask(evenings.board.poll.id)


@pytest.fixture
def dialog(page, asking, qtbot):
    page.bring_in()
    opened = page.findChild(AnswersDialog)
    qtbot.waitUntil(lambda: opened.poll.count() > 0)
    assert asking
    return opened


@pytest.fixture
def chat(asking):
    """The first answers signed, the second not, the third is a stranger's, the fourth is talk."""
    first, second = asking.ballots[0].person, asking.ballots[1].person
    lines = [
        f"[24.5.2027 klo 18.05.33] {first.name}: 1 3?\n{asking.asked.signature(first)}",
        f"[24.5.2027 klo 18.06.33] {second.name}: 2",
        "[24.5.2027 klo 18.07.33] Cousin Tuuli: 1",
        f"[24.5.2027 klo 18.08.33] {second.name}: see you",
    ]
    return "\n".join(lines)


def look_at(dialog, text, qtbot):
    dialog.paste.setPlainText(text)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.stage != PASTE, timeout=20_000)


def verdicts(dialog):
    return [row.item.verdict for row in dialog.review.model.rows]


def test_the_box_has_the_focus_and_nothing_can_be_looked_at_yet(dialog):
    assert dialog.stage == PASTE
    assert dialog.focusWidget() is dialog.paste
    assert not dialog.accept_button.isEnabled()
    assert dialog.poll.currentText() == "Evening for helpers"
    dialog.reject()


def test_only_the_sure_ones_are_ticked_and_counted(dialog, chat, evenings, qtbot):
    look_at(dialog, chat, qtbot)
    assert dialog.stage == REVIEW
    assert verdicts(dialog) == [Verdict.UNSIGNED, Verdict.UNKNOWN_PERSON, Verdict.SURE]
    assert dialog.accept_button.text() == "Take in 1 answer"
    assert "1 message" in dialog.review.talk.text()
    assert evenings.model.answered == 0
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evenings.model.answered == 1)


def test_keys_alone_lead_through_the_review(dialog, chat, evenings, qtbot):
    dialog.paste.setPlainText(chat)
    qtbot.keyClick(dialog.paste, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.stage == REVIEW, timeout=20_000)
    table = dialog.review.table
    assert dialog.focusWidget() is table
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Take in 2 answers"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Take in 2 answers"
    assert "Unknown person" in dialog.review.heading.text()
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        dialog.accept()
    qtbot.waitUntil(lambda: evenings.model.rowCount() == 61)


def test_a_click_on_the_box_ticks(dialog, chat, qtbot):
    look_at(dialog, chat, qtbot)
    table = dialog.review.table
    rect = table.visualRect(dialog.review.model.index(0, WHO))
    place = rect.center()
    place.setX(rect.left() + 14)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.review.model.rows[0].is_ticked
    qtbot.mouseClick(dialog.review.tick_clear, Qt.MouseButton.LeftButton)
    assert len(dialog.review.model.taken()) == 2
    dialog.reject()


def test_an_answer_is_given_to_somebody_else(dialog, chat, asking, qtbot):
    look_at(dialog, chat, qtbot)
    dialog.review.table.select_id(2)
    dialog.review.person.setText("Nobody At All")
    qtbot.mouseClick(dialog.review.give, Qt.MouseButton.LeftButton)
    assert "Nobody in the club" in dialog.review.refusal.text()
    whose = asking.ballots[4].person
    dialog.review.person.setText(whose.name)
    qtbot.keyClick(dialog.review.person, Qt.Key.Key_Return)
    assert whose.id in {taken.person_id for taken in dialog.review.model.taken()}
    dialog.reject()


def test_a_file_that_is_dropped_is_looked_at_at_once(dialog, chat, tmp_path, qtbot):
    path = tmp_path / "chat.txt"
    path.write_text(chat, "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    assert dialog.paste.canInsertFromMimeData(dropped)
    dialog.paste.insertFromMimeData(dropped)
    qtbot.waitUntil(lambda: dialog.stage == REVIEW, timeout=20_000)
    assert dialog.file.text() == "chat.txt"
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert dialog.stage == PASTE
    dialog.reject()


def test_cells_that_were_pasted_are_a_table(dialog, evenings, qtbot):
    name = evenings.model.rows[0].name
    look_at(dialog, f"Name\t2027-06-12 17:00\t2027-06-12 18:30\n{name}\tyes\tno\n", qtbot)
    assert dialog.stage == TABLE
    assert "1 answer to “Evening for helpers”" in dialog.preview.summary.text()
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evenings.model.answered == 1)


def test_words_that_name_no_poll_are_refused_with_a_sentence(dialog, qtbot):
    dialog.poll.setCurrentIndex(0)
    look_at(dialog, "1 3", qtbot)
    assert dialog.stage == REFUSED
    assert "Choose the poll" in dialog._refusal.text()
    dialog.reject()


def test_what_was_answered_meanwhile_is_told_and_shown_anew(dialog, chat, asking, page, qtbot):
    look_at(dialog, chat, qtbot)
    first = asking.ballots[0].person
    no = {asking.asked.options[0].id: Mark.NO}
    page.shell.services.poll_editing.record_answer(asking.asked.poll.id, person_id=first.id, marks=no)
    dialog.accept()
    qtbot.waitUntil(lambda: "nothing was taken in" in dialog.subline_label.text(), timeout=20_000)
    qtbot.waitUntil(lambda: "1 no" in [row.stands for row in dialog.review.model.rows], timeout=20_000)
    dialog.reject()
