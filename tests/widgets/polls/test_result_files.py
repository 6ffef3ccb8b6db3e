"""A poll's result saved from the window, and its picture on the clipboard."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from clubhub.domain.poll_results import Rule


@pytest.fixture
def evening(page, open_poll):
    open_poll("Evening")
    return page


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("trip.html", "Sheet or minutes (*.pdf)", "trip.html"),
        ("trip", "Calendar (*.ics)", "trip.ics"),
        ("trip", "", "trip.pdf"),
    ],
)
def test_the_suffix_says_the_kind_else_the_filter(evening, monkeypatch, tmp_path, typed, kind, written):
    saved: list[Path] = []
    monkeypatch.setattr(evening.result_files, "save", saved.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / typed), kind))
    evening.view.head.export_wanted.emit()
    assert saved == [tmp_path / written]


def test_a_page_is_by_the_rule_that_is_shown(page, open_poll, qtbot, tmp_path):
    open_poll("Kvarken")
    page.view.model.set_rule(Rule.FEWEST_LEFT_OUT)
    path = tmp_path / "kvarken.html"
    page.result_files.save(path)
    qtbot.waitUntil(path.exists)
    assert "the rule “Fewest left out”" in path.read_text("utf-8")


def test_the_picture_lies_on_the_clipboard(evening, qtbot):
    QGuiApplication.clipboard().clear()
    evening.view.head.picture_wanted.emit()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull(), timeout=30_000)
    assert QGuiApplication.clipboard().image().width() > 1000
