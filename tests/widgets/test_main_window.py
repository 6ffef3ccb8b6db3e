"""The frame: undo by name, the banner, two windows on one club, files dropped, small windows, text size."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence

from clubhub.app import build_services
from clubhub.widgets.controls import label


def test_undo_and_redo_say_what_they_take_back(demo_window, qtbot):
    actions = demo_window.actions_of_window
    qtbot.waitUntil(lambda: "publish version 1" in actions._undo.text())
    assert not actions._redo.isEnabled()
    actions._undo.trigger()
    qtbot.waitUntil(lambda: "publish version 1" in actions._redo.text())
    assert demo_window.banner_text.startswith("Undo: publish version 1")
    assert "fill the roster" in actions._undo.text()
    actions._redo.trigger()
    qtbot.waitUntil(lambda: "publish version 1" in actions._undo.text())


def test_the_keys_of_undo_and_find_are_the_usual_ones(demo_window):
    actions = demo_window.actions_of_window
    assert actions._undo.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    assert actions._find.shortcut().toString() == "Ctrl+K"


def test_a_change_in_one_window_appears_in_another_program_s(demo_window, qtbot):
    page = demo_window.page("home")
    qtbot.waitUntil(lambda: demo_window._watch.state is not None)
    path = demo_window.shell.services.clubs.path
    build_services(path).posts.write("From elsewhere", "")
    demo_window.show_page("history")
    qtbot.waitUntil(
        lambda: (
            bool(demo_window.page("history").model.rows)
            and "From elsewhere" in demo_window.page("history").model.rows[0].title
        ),
        timeout=8000,
    )
    assert page is demo_window.page("home")


def test_opening_a_club_again_shows_its_window(application, demo_window):
    assert application.open_club(demo_window.shell.services.clubs.path) is demo_window


def test_a_refusal_is_told_and_stays(demo_window, qtbot):
    from clubhub.domain.errors import NotFound

    def refuse(_progress) -> None:
        raise NotFound("There is no such thing.")

    demo_window.shell.jobs.run("look", refuse, print, owner=demo_window)
    qtbot.waitUntil(lambda: demo_window.banner_text == "There is no such thing.")


def test_a_dropped_file_goes_to_the_page_for_its_kind(demo_window, tmp_path):
    asked = []
    demo_window.shell.went.connect(lambda page, target: asked.append((page, target)))
    for name, page in (("people.xlsx", "people"), ("meet.lxf", "events"), ("talks.xml", "events")):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        demo_window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
        assert asked[-1] == (page, Path(tmp_path / name))
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.heic"))])
    demo_window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert "photo.heic" in demo_window.banner_text


def test_a_small_window_shrinks_the_sidebar_to_signs(demo_window, qtbot):
    demo_window.resize(1360, 860)
    wide = demo_window._sidebar.width()
    demo_window.resize(1024, 640)
    qtbot.waitUntil(lambda: demo_window._sidebar.width() < wide)


def test_text_size_and_scheme_reach_everything(application, demo_window):
    shown = label("text", kind="title")
    before = shown.font().pointSizeF()
    application.theme.choose(text_percent=200, scheme="dark")
    try:
        assert shown.font().pointSizeF() > before * 1.8
        assert application.theme.is_dark
        assert demo_window.palette().window().color().name().upper() == application.theme.colours.side
    finally:
        application.theme.choose(text_percent=100, scheme="light")
