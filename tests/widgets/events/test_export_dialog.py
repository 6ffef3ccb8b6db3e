"""Handing a roster out: looked at, saved in every form, copied, printed."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from clubhub.domain.papers import Paper
from clubhub.widgets.events.export_dialog import ExportDialog
from clubhub.widgets.events.printing import new_printer
from clubhub.widgets.main_window import MainWindow


@pytest.fixture
def dialog(demo_window: MainWindow, qtbot) -> ExportDialog:
    demo_window.show_page("events")
    page = demo_window.page("events")
    qtbot.waitUntil(lambda: page.view is not None)
    page.export()
    return next(found for found in page.findChildren(ExportDialog))


def choose(dialog: ExportDialog, key: str) -> None:
    keys = [form.key for form in dialog._forms]
    dialog.list.setCurrentRow(keys.index(key))


def test_the_sheets_are_looked_at_first(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.preview.page_count > 10, timeout=20_000)
    assert dialog.print.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.form.key == "person"
    qtbot.waitUntil(lambda: 0 < dialog.preview.page_count < 10, timeout=20_000)


@pytest.mark.parametrize("key", ["venue", "text", "calendar", "page", "sheet", "csv"])
def test_each_form_is_saved_under_its_suffix(dialog, qtbot, tmp_path, key):
    choose(dialog, key)
    dialog.save(tmp_path / "roster")
    qtbot.waitUntil(dialog.told.isVisible, timeout=20_000)
    assert (tmp_path / f"roster{dialog.form.suffix}").stat().st_size > 1000
    assert dialog.open_folder.isVisible()


def test_a_calendar_is_written_for_each_person(dialog, qtbot, tmp_path):
    choose(dialog, "calendars")
    dialog.save(tmp_path / "calendars")
    qtbot.waitUntil(dialog.told.isVisible, timeout=20_000)
    assert len(list((tmp_path / "calendars").glob("*.ics"))) == 51


def test_the_place_is_asked_for(dialog, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert dialog.isVisible()


def test_the_text_for_a_chat_is_copied(dialog, qtbot):
    choose(dialog, "text")
    qtbot.waitUntil(lambda: "Kvarken" in dialog.text.toPlainText(), timeout=20_000)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert "Kvarken" in QGuiApplication.clipboard().text()


def test_the_sheets_are_printed(dialog, qtbot, tmp_path):
    printer = new_printer(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    choose(dialog, "shift")
    dialog.print_to(printer)
    qtbot.waitUntil(lambda: "went to the printer" in dialog.told.text(), timeout=30_000)
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_the_paper_reaches_preview_file_printer_and_settings(dialog, qtbot, tmp_path, demo_window):
    choose(dialog, "shift")
    qtbot.waitUntil(lambda: dialog.preview.page_count == 3, timeout=20_000)
    dialog.paper.show_value("Letter")
    assert dialog.preview.page_count == 0
    qtbot.waitUntil(lambda: dialog.preview.page_count == 3, timeout=20_000)
    dialog.save(tmp_path / "roster")
    qtbot.waitUntil(dialog.told.isVisible, timeout=20_000)
    assert round(PdfReader(tmp_path / "roster.pdf").pages[0].mediabox.width) == 612
    assert demo_window.shell.settings.current.paper == "Letter"
    choose(dialog, "csv")
    assert dialog.paper.isHidden()
    demo_window.shell.settings.change(paper="A4")
