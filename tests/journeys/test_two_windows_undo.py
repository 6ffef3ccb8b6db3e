"""Undo in two windows, a second process at the command line, and a window that closes while it works."""

import os
import subprocess
import sys
from dataclasses import replace

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.conftest import CHECKOUT
from tests.journeys.two_windows import (
    SETTLE_MS,
    WATCH_MS,
    first_person,
    open_page,
    rename_person,
    services_of,
)

from clubhub.domain.ids import ChangeId
from clubhub.domain.person_drafts import PersonDraft

LEFT = Qt.MouseButton.LeftButton


def undo_words(window):
    return window.actions_of_window._undo.text(), window.actions_of_window._redo.text()


def test_undo_and_redo_are_named_alike_in_both_windows(two, qtbot):
    rename_person(services_of(two.mine), "Mine")
    for window in (two.mine, two.other):
        qtbot.waitUntil(lambda window=window: undo_words(window)[0].startswith("Undo: change "), timeout=WATCH_MS)
    two.mine.undo()
    for window in (two.mine, two.other):
        qtbot.waitUntil(lambda window=window: undo_words(window)[1].startswith("Redo: change "), timeout=WATCH_MS)
    two.other.redo()
    for window in (two.mine, two.other):
        qtbot.waitUntil(lambda window=window: undo_words(window)[0].startswith("Undo: change "), timeout=WATCH_MS)
        assert undo_words(window)[1] == "Redo"


def test_the_banner_undoes_its_own_change_though_the_other_window_did_something_since(two, qtbot):
    person = first_person(two.theirs)
    two.mine.shell.done(rename_person(services_of(two.mine), "Mine"))
    two.theirs.posts.write("Theirs post", "")
    QTest.mouseClick(two.mine._banner._undo, LEFT)
    qtbot.waitUntil(lambda: two.theirs.people.detail(person.id).person == _same(person, two), timeout=SETTLE_MS)
    assert any(line.post.title == "Theirs post" for line in two.theirs.posts.lines())


def _same(person, two):
    """The person as before, at whatever version undo has left them."""
    return replace(person, version=two.theirs.people.detail(person.id).person.version)


def test_undo_of_what_the_other_window_has_overwritten_is_refused_with_a_sentence(two, qtbot):
    two.blindfold()
    two.mine.shell.done(rename_person(services_of(two.mine), "Mine"))
    person = next(one for one in two.theirs.people.directory().people if one.family_name == "Mine")
    draft = two.theirs.people.detail(person.id).draft
    changed = PersonDraft(**{**{field: getattr(draft, field) for field in draft.__slots__}, "family_name": "Theirs"})
    two.theirs.people.save(person.id, changed, version=person.version)
    QTest.mouseClick(two.mine._banner._undo, LEFT)
    qtbot.waitUntil(lambda: "This can't be undone" in two.mine.banner_text, timeout=SETTLE_MS)
    assert "Nothing was changed" in two.mine.banner_text
    assert two.theirs.people.detail(person.id).person.family_name == "Theirs"


def run_clubhub(path, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT / "src")}
    command = [sys.executable, "-m", "clubhub", "--club", str(path), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_the_command_line_and_a_window_tell_each_other(two, qtbot):
    path = two.mine.shell.services.clubs.path
    form = open_page(two.mine, "settings", qtbot).club
    qtbot.waitUntil(lambda: form.name.text() != "")
    form.name.setText("mine")
    done = run_clubhub(path, "settings", "--name", "From the command line")
    assert done.returncode == 0, done.stderr
    qtbot.waitUntil(form.note.isVisible, timeout=WATCH_MS)
    assert "From the command line" in form.note.accessibleDescription()
    assert form.name.text() == "mine"
    QTest.mouseClick(form.note.keep_mine, LEFT)
    qtbot.waitUntil(lambda: two.theirs.clubs.club().name == "mine", timeout=SETTLE_MS)
    assert "change the club's settings" in run_clubhub(path, "history").stdout
    undone = run_clubhub(path, "undo")
    assert undone.returncode == 0, undone.stderr
    qtbot.waitUntil(lambda: form.name.text() == "From the command line", timeout=WATCH_MS)


def test_closing_a_window_while_it_fills_a_roster_leaves_the_club_and_the_other_window_as_they_were(two, qtbot):
    page = open_page(two.other, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None)
    page.fill()
    jobs, services = two.other.shell.jobs, services_of(two.mine)
    qtbot.waitUntil(lambda: bool(jobs.running), timeout=SETTLE_MS)
    before = services.history.state(ChangeId(0)).newest
    two.other.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(two.other))
    assert services.clubs.find_damage() == []
    assert services.history.state(ChangeId(0)).newest == before
    rename_person(services, "Mine")
    qtbot.waitUntil(lambda: undo_words(two.mine)[0].startswith("Undo: change "), timeout=WATCH_MS)
