"""From the Posts page to the clipboard and to files, read again as what they are."""

import email
import email.policy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from tests.widgets.posts.test_page import EVENT, settle, shown_page

from clubhub.widgets.posts.sheet_dialog import SheetDialog


@pytest.fixture
def page(demo_window, qtbot):
    body = "Hello {given_name}\n\n## What to do by when\n\nSay yes."
    demo_window.shell.services.posts.write("Help: us?", body, audience=f"event: {EVENT}")
    return shown_page(demo_window, qtbot)


def test_the_text_is_copied_for_a_chat(page, demo_window, qtbot):
    qtbot.mouseClick(page.detail.copy_button, Qt.MouseButton.LeftButton)
    settle(demo_window, qtbot)
    assert QGuiApplication.clipboard().text() == "Help: us?\n\nHello everybody\n\nWHAT TO DO BY WHEN\nSay yes.\n"
    assert "Copied" in demo_window.banner_text


def test_drafts_go_to_a_folder_of_the_post_s_name(page, demo_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    qtbot.mouseClick(page.detail.drafts_button, Qt.MouseButton.LeftButton)
    settle(demo_window, qtbot)
    drafts = list((tmp_path / "Help us").glob("*.eml"))
    reach = page.detail.shown.full.reach
    assert len(drafts) == sum(one.channel == "mail" for one in reach.recipients)
    message = email.message_from_bytes(drafts[0].read_bytes(), policy=email.policy.default)
    assert message["Subject"] == "Help: us?"
    assert "not reached by mail" in demo_window.banner_text


def test_a_page_is_saved_with_its_suffix(page, demo_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "help"), ""))
    qtbot.mouseClick(page.detail.page_button, Qt.MouseButton.LeftButton)
    settle(demo_window, qtbot)
    assert "<h1>Help: us?</h1>" in (tmp_path / "help.html").read_text("utf-8")


def test_the_sheet_asks_what_it_shall_carry(page, demo_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "help.pdf"), ""))
    qtbot.mouseClick(page.detail.sheet_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(SheetDialog)
    assert dialog.places.isChecked()
    assert EVENT in dialog.places.text()
    qtbot.keyClick(dialog.strips, Qt.Key.Key_Space)
    assert dialog.sheet().has_tear_offs
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle(demo_window, qtbot)
    assert (tmp_path / "help.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_can_t_be_written_is_told_and_nothing_breaks(page, demo_window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "help.html"), ""))
    page.ways_out.write_page()
    settle(demo_window, qtbot)
    assert "nothing was written" in demo_window.banner_text
