"""The People page of a window, read and ready."""

import pytest


@pytest.fixture
def page_of(qtbot):
    """The page of a window, once its list has been read."""

    def find(window, people=None):
        window.show_page("people")
        page = window.page("people")
        qtbot.waitUntil(lambda: page.listing.total > 0 if people is None else page.listing.total == people)
        return page

    return find


@pytest.fixture
def page(demo_window, page_of):
    demo_window.resize(1360, 860)
    return page_of(demo_window)
