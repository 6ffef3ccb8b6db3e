"""A spreadsheet shows what it was taken for, and comes in when nothing is wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from clubhub.domain.person_fields import PersonField


@pytest.fixture
def open_sheet(empty_window, page_of, tmp_path):
    """Drop a file with these lines on the page; its dialog."""

    def drop(*lines):
        path = tmp_path / "members.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        page = page_of(empty_window, people=0)
        return page, page.bring_in(path)

    return drop


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_everybody_comes_in_by_one_click_and_goes_by_one_undo(open_sheet, empty_window, qtbot):
    page, dialog = open_sheet("Name,E-mail,Shoe size", "Anna Lind,anna@example.org,38", "Bo Ek,,")
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.accept_button.text() == "Bring in 2 people"
    assert [box.currentText() for box in dialog.columns.boxes()] == ["Full name", "Mail", "Not used"]
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.listing.total == 2)
    assert empty_window.banner_text == "Brought in 2 people"
    empty_window.undo()
    qtbot.waitUntil(lambda: page.listing.total == 0)


def test_problems_are_listed_and_go_when_the_column_is_taken_for_something_else(open_sheet, qtbot):
    _page, dialog = open_sheet("Name,Phone", "Anna Lind,ask her mother")
    qtbot.waitUntil(lambda: any("Row 2" in text for text in said(dialog)))
    assert not dialog.accept_button.isEnabled()
    box = dialog.columns.boxes()[1]
    box.setCurrentIndex(box.findData(PersonField.NOTE.value))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert not any("Row 2" in text for text in said(dialog))
    dialog.reject()


def test_headings_that_nobody_knows_can_be_told(open_sheet, qtbot):
    page, dialog = open_sheet("Wer,Wie", "Anna Lind,anna@example.org")
    qtbot.waitUntil(lambda: any("choose one" in text for text in said(dialog)))
    box = dialog.columns.boxes()[0]
    box.setCurrentIndex(box.findData(PersonField.FULL_NAME.value))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: page.listing.total == 1)


def test_a_file_that_is_no_table_is_refused_in_the_dialog(open_sheet, qtbot):
    _page, dialog = open_sheet("")
    qtbot.waitUntil(lambda: any("members.csv" in text or "empty" in text for text in said(dialog)[2:]))
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_file_of_people_who_are_known_says_that_nothing_would_change(open_sheet, tmp_path, qtbot):
    page, dialog = open_sheet("Name", "Anna Lind")
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.outcome.text() == "1 new person"
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: page.listing.total == 1)
    again = page.bring_in(tmp_path / "members.csv")
    qtbot.waitUntil(lambda: "known already; nothing would change" in again.outcome.text())
    assert not again.accept_button.isEnabled()
    again.reject()


def test_large_text_in_a_small_window_needs_no_scrolling_sideways(empty_window, open_sheet, application, qtbot):
    empty_window.resize(1024, 640)
    application.theme.choose(text_percent=200)
    try:
        _page, dialog = open_sheet("Name,Remarks", f"Anna Lind,{'a long remark ' * 20}")
        qtbot.waitUntil(dialog.accept_button.isEnabled)
        area = dialog.findChild(QScrollArea)
        qtbot.waitUntil(lambda: area.widget().minimumSizeHint().width() <= area.viewport().width())
        assert dialog.width() <= 1024
        assert dialog.height() <= 640
        dialog.reject()
    finally:
        application.theme.choose(text_percent=100)
