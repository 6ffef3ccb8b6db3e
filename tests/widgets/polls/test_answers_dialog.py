"""Answers from a file: what was understood is shown before anything is written."""

import pytest
from PySide6.QtCore import Qt

from clubhub.widgets.polls.answers_dialog import TABLE, AnswersDialog


@pytest.fixture
def bring_in(page, tmp_path, qtbot):
    """Opens the dialog on a file with this text, and waits until it was read or refused."""

    def open_on(text: str) -> AnswersDialog:
        path = tmp_path / "answers.csv"
        path.write_text(text, "utf-8")
        page.open_target(path)
        dialog = page.findChild(AnswersDialog)
        qtbot.waitUntil(lambda: dialog._body.currentIndex() > 0, timeout=20_000)
        return dialog

    return open_on


def test_names_and_columns_are_shown_and_nothing_is_written_before_ok(page, evenings, bring_in, qtbot):
    name = evenings.model.rows[0].name
    dialog = bring_in(f"Name,2027-06-12 17:00,2027-06-12 18:30\n{name},yes,(x)\nTuuli Nobody,no,no\n")
    assert dialog.poll.currentText() == "Evening for helpers"
    assert "2 answers to “Evening for helpers”" in dialog.preview.summary.text()
    assert [(row.written, row.name) for row in dialog.preview.names.rows] == [(name, name), ("Tuuli Nobody", None)]
    assert [column.when for column in dialog.preview.times.rows] == [
        "Sat 12 June 17:00–18:30",
        "Sat 12 June 18:30–20:00",
    ]
    assert "guest" in dialog.preview.remarks.text()
    assert page.shell.services.poll_boards.board(evenings.board.poll.id).answers == {}
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evenings.model.rowCount() == 61)
    assert evenings.model.answered == 2


def test_what_cant_be_taken_is_told_row_by_row(open_poll, bring_in):
    open_poll("Kvarken")
    dialog = bring_in("Name,2027-06-12T07:00\nNobody Here,yes\n")
    assert "Row 2" in dialog._refusal.text()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_table_that_fits_no_poll_becomes_a_new_one(page, bring_in, qtbot):
    dialog = bring_in("Name,Red,Blue\nTuuli Nobody,yes,no\n")
    assert dialog.stage == TABLE
    assert "made from the columns" in dialog.preview.summary.text()
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    assert "answers" in [row.poll.name for row in page.list.model.rows]
