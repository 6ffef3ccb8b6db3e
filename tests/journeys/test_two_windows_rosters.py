"""Places, marks and previews in two windows: what the other window has changed is not written over unseen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.two_editors import EDITORS
from tests.journeys.two_windows import (
    SETTLE_MS,
    WATCH_MS,
    dialog_of,
    filled_place,
    first_answer,
    first_person,
    first_session,
    open_page,
    open_poll,
    open_roster,
    the_event,
)

from clubhub.domain.person_drafts import PersonDraft
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.polls import Mark
from clubhub.support.resources import resource
from clubhub.widgets.events.bring_in_dialog import BringInDialog
from clubhub.widgets.events.publish_dialog import PublishDialog
from clubhub.widgets.people.import_dialog import ImportDialog
from clubhub.widgets.polls.answers_dialog import AnswersDialog

LEFT = Qt.MouseButton.LeftButton


def place_of_somebody_else(desk, key):
    """Swapping somebody with himself would be refused for that, so the place is another person's."""
    mine = desk.entry(key).place.person
    entries = desk.entries.items()
    return next(other for other, entry in entries if entry.place.person and entry.place.person.id != mine.id)


@pytest.mark.parametrize("act", ["free", "pin", "swap", "set aside"])
def test_an_act_on_a_place_that_the_other_window_has_changed_is_refused_with_a_sentence(two, qtbot, act):
    tab = open_roster(two, qtbot)
    two.blindfold()
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    if act == "swap":
        tab.acts.act("swap", key)
        tab.acts.swap_with(place_of_somebody_else(desk, key))
    elif act == "set aside":
        tab.acts.set_aside(key, "mine")
    else:
        tab.acts.act(act, key)
    told = "Somebody changed this place meanwhile, so nothing was changed. Look at it again, then repeat it."
    qtbot.waitUntil(lambda: two.mine.banner_text == told, timeout=SETTLE_MS)
    qtbot.waitUntil(lambda: tab.reader.desk.entry(key).place.person is None, timeout=WATCH_MS)


@pytest.mark.parametrize("theirs", ["place", "shift", "person"])
def test_nobody_is_assigned_over_what_the_other_window_has_done(two, qtbot, theirs):
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    tab = open_roster(two, qtbot)
    qtbot.waitUntil(lambda: tab.reader.desk.entry(key).place.person is None, timeout=WATCH_MS)
    two.blindfold()
    mine, other = (one.person for one in tab.reader.desk.stand_ins(key).everybody[:2])
    if theirs == "place":
        two.theirs.places.assign(two.theirs.places.desk(desk.roster.event.id), key, other.id)
        told = "Somebody is on this place already"
    elif theirs == "shift":
        session = first_session(two.theirs)
        key = next(k for k, entry in desk.entries.items() if entry.shift.shift.ends == session.ends)
        two.theirs.editing.save_session(replace(session, ends=session.ends + timedelta(hours=1)))
        told = "Somebody changed this shift meanwhile"
    else:
        two.theirs.people.remove([mine.id])
        told = f"{mine.name} is no longer in the club"
    tab.acts.assign(key, mine.id, "")
    qtbot.waitUntil(lambda: two.mine.banner_text.startswith(told), timeout=SETTLE_MS)


def test_a_reason_that_is_half_typed_stays_while_the_roster_changes(two, qtbot):
    tab = open_roster(two, qtbot)
    key = next(k for k, entry in tab.reader.desk.entries.items() if entry.place.is_open)
    tab._open(key)
    qtbot.waitUntil(lambda: tab.panel.isVisible() and tab.panel.story is not None and tab.panel._part is not None)
    search = tab.panel._part._search
    search.setFocus()
    QTest.keyClicks(search, "lin")
    story = tab.panel.story
    desk, filled = filled_place(two.theirs)
    two.theirs.places.free(desk, filled)
    qtbot.waitUntil(lambda: tab.panel.story != story, timeout=WATCH_MS)
    assert tab.panel._part._search.text() == "lin"
    assert two.mine.focusWidget() is tab.panel._part._search


def test_a_mark_that_the_other_window_has_set_is_told_with_its_person_and_no_other_mark_is_lost(two, qtbot):
    page = open_poll(two.mine, qtbot)
    two.blindfold()
    board, person, _answer = first_answer(two.theirs)
    edit = MarkEdit(option_id=board.options[0].id, was=None, mark=Mark.NO, person_id=person.id)
    two.theirs.poll_editing.set_marks(board.poll.id, [edit])
    table = page.view.grid.table
    QTest.keyClick(table, Qt.Key.Key_Y)
    page.view.grid.show_cell(1, 0)
    QTest.keyClick(table, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: person.name in two.mine.banner_text, timeout=SETTLE_MS)
    assert "was set to “no” by somebody else meanwhile, so your mark was not written" in two.mine.banner_text
    qtbot.waitUntil(lambda: page.view.model.mark(0, 0) is Mark.NO, timeout=SETTLE_MS)
    assert page.view.model.mark(1, 0) is Mark.YES
    answers = two.theirs.poll_boards.board(board.poll.id).answers
    assert answers[board.people[1].id].marks[board.options[0].id] is Mark.YES


def test_a_roster_that_the_other_window_has_changed_is_not_published_unseen(two, qtbot):
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    page = open_page(two.mine, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None and page.view.roster.is_draft, timeout=WATCH_MS)
    page.publish()
    dialog = dialog_of(two.mine, PublishDialog, qtbot)
    rows = dialog.model.rowCount()
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    dialog.accept()
    qtbot.waitUntil(lambda: "nothing was published" in dialog.subline_label.text(), timeout=SETTLE_MS)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == rows + 1, timeout=SETTLE_MS)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: dialog.title_label.text() == "Version 2 is published", timeout=SETTLE_MS)
    dialog.reject()


def test_a_version_that_the_other_window_has_published_is_told(two, qtbot):
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    page = open_page(two.mine, "events", qtbot)
    qtbot.waitUntil(lambda: page.view is not None and page.view.roster.is_draft, timeout=WATCH_MS)
    page.publish()
    dialog = dialog_of(two.mine, PublishDialog, qtbot)
    two.theirs.publishing.publish(the_event(two.theirs).id)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.title_label.text() == "Version 2 is published", timeout=SETTLE_MS)
    assert not dialog.accept_button.isVisible()
    dialog.reject()


def test_a_programme_is_looked_at_again_if_the_other_window_has_changed_the_event(two, qtbot):
    page = open_page(two.mine, "events", qtbot)
    page.dialogs.bring_in(resource("demo", "meet.lef"))
    dialog = dialog_of(two.mine, BringInDialog, qtbot)
    dialog.lanes.setValue(8)
    dialog.accepts_published.setChecked(True)
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.left_alone == 0, timeout=SETTLE_MS)
    seen = dialog.found
    session = first_session(two.theirs)
    two.theirs.editing.save_session(replace(session, ends=session.ends + timedelta(minutes=30)))
    dialog.accept()
    qtbot.waitUntil(lambda: "nothing was taken in" in dialog.subline_label.text(), timeout=SETTLE_MS)
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found != seen, timeout=SETTLE_MS)
    assert first_session(two.theirs).ends == session.ends + timedelta(minutes=30)
    dialog.reject()


def test_people_of_a_file_are_looked_at_again_if_the_other_window_has_changed_them(two, qtbot, tmp_path):
    person = first_person(two.theirs)
    sheet = tmp_path / "people.csv"
    sheet.write_text(f"Name,Note\n{person.name},From the file\n", encoding="utf-8")
    page = open_page(two.mine, "people", qtbot)
    page.bring_in(sheet)
    dialog = dialog_of(two.mine, ImportDialog, qtbot)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=SETTLE_MS)
    draft = two.theirs.people.detail(person.id).draft
    changed = PersonDraft(**{**{field: getattr(draft, field) for field in draft.__slots__}, "note": "theirs"})
    two.theirs.people.save(person.id, changed, version=person.version)
    dialog.accept()
    qtbot.waitUntil(lambda: "nothing was taken in" in dialog.subline_label.text(), timeout=SETTLE_MS)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=SETTLE_MS)
    assert two.theirs.people.detail(person.id).person.note == "theirs"
    dialog.accept()
    qtbot.waitUntil(lambda: two.theirs.people.detail(person.id).person.note == "From the file", timeout=SETTLE_MS)


def test_answers_of_a_file_are_looked_at_again_if_somebody_has_answered_meanwhile(two, qtbot, tmp_path):
    _board, person, _answer = first_answer(two.theirs)
    sheet = tmp_path / "answers.csv"
    sheet.write_text(f"Name,2027-06-12 17:00-18:30\n{person.name},yes\n", encoding="utf-8")
    page = open_poll(two.mine, qtbot)
    page.bring_in(sheet)
    dialog = dialog_of(two.mine, AnswersDialog, qtbot)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=SETTLE_MS)
    EDITORS["answer by phone"].change(two.theirs)
    dialog.accept()
    qtbot.waitUntil(lambda: "nothing was taken in" in dialog.subline_label.text(), timeout=SETTLE_MS)
    assert first_answer(two.theirs)[2].comment == "theirs"
    dialog.reject()
