"""Where there is no room for both, the post covers the list, and there is a way back."""

import pytest
from PySide6.QtCore import Qt
from tests.widgets.posts.test_page import settle, shown_page


@pytest.fixture
def narrow(demo_window, application, qtbot):
    """The page at twice the text size."""
    demo_window.resize(1360, 860)
    application.theme.choose(text_percent=200)
    yield shown_page(demo_window, qtbot)
    application.theme.choose(text_percent=100)


def test_the_list_comes_first_and_a_click_or_enter_covers_it(narrow, demo_window, qtbot):
    assert narrow.list.isVisible()
    assert not narrow.detail.isVisible()
    second = narrow.list.visualRect(narrow.model.index(1, 0)).center()
    qtbot.mouseClick(narrow.list.viewport(), Qt.MouseButton.LeftButton, pos=second)
    settle(demo_window, qtbot)
    assert narrow.detail.title.text() == narrow.model.rows[1].post.title
    assert narrow.detail.isVisible()
    assert not narrow.list.isVisible()
    qtbot.mouseClick(narrow.detail.back, Qt.MouseButton.LeftButton)
    assert demo_window.focusWidget() is narrow.list
    qtbot.keyClick(narrow.list, Qt.Key.Key_Return)
    assert narrow.detail.isVisible()
    assert demo_window.focusWidget() is narrow.detail.back
    qtbot.keyClick(narrow.detail.back, Qt.Key.Key_Escape)
    assert narrow.list.isVisible()


def test_a_post_that_is_wanted_from_elsewhere_covers_the_list_at_once(narrow, demo_window, qtbot):
    demo_window.show_page("posts", narrow.model.rows[1].post.id)
    settle(demo_window, qtbot)
    assert narrow.detail.isVisible()
    assert narrow.detail.title.text() == narrow.model.rows[1].post.title


def test_both_stand_beside_each_other_again_where_there_is_room(narrow, demo_window, application, qtbot):
    application.theme.choose(text_percent=100)
    settle(demo_window, qtbot)
    assert narrow.list.isVisible()
    assert narrow.detail.isVisible()
    assert not narrow.detail.back.isVisible()
    assert narrow.detail.width() > narrow.list.width()
