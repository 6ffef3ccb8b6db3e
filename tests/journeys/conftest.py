"""Journeys are made with the command line of tests/cli and the windows of tests/widgets."""

import pytest
import shiboken6
from PySide6.QtTest import QTest
from tests.cli.conftest import club, clubhub, write
from tests.journeys.two_windows import Two, make_poll
from tests.widgets.conftest import (
    application,
    demo_window,
    empty_window,
    filled_demo,
    no_dialog_that_waits,
    open_window,
)

from clubhub.app import build_services

__all__ = [
    "application",
    "club",
    "clubhub",
    "demo_window",
    "empty_window",
    "filled_demo",
    "no_dialog_that_waits",
    "open_window",
    "write",
]


@pytest.fixture
def two(application, open_window, filled_demo, tmp_path, qtbot) -> Two:
    """The second window is made as another process would make it, since one process shows a club once."""
    path = tmp_path / "demo.clubhub"
    path.write_bytes(filled_demo.read_bytes())
    services = build_services(path)
    make_poll(services)
    services.posts.write("Where to park", "Hello, **north** gate.")
    mine = open_window(path)
    other = application._make_window(build_services(path))
    other.show_page("home")
    other.show()
    qtbot.waitExposed(other)
    qtbot.waitUntil(lambda: mine._watch.state is not None and other._watch.state is not None)
    mine.activateWindow()
    QTest.qWaitForWindowActive(mine)
    yield Two(mine=mine, other=other)
    if shiboken6.isValid(other):
        other.close()
