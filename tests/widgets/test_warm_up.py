"""What the other pages need is imported before anybody asks for it, off the window's thread."""

import threading
from importlib import import_module

import shiboken6

from clubhub.widgets import warm_up
from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from clubhub.widgets.warm_up import SERVICES, WarmUp


def test_every_page_and_service_is_imported_in_the_pool_and_nothing_is_left_behind(demo_window, qtbot, monkeypatch):
    imported = {}

    def note(name):
        imported[name] = threading.current_thread()
        return import_module(name)

    monkeypatch.setattr(warm_up, "import_module", note)
    warming = WarmUp(demo_window.shell)
    warming.begin()
    qtbot.waitUntil(lambda: not shiboken6.isValid(warming))
    assert list(imported) == [f"clubhub.widgets.{page.key}.page" for page in (*PAGES, *FOOT_PAGES)]
    assert threading.main_thread() not in imported.values()
    assert set(SERVICES) <= vars(demo_window.shell.services).keys()
