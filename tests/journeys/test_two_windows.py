"""Two windows on one club: what one changes appears in the other, and what both change is told; nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.two_editors import EDITORS, change_shift, open_event, open_session, open_shift
from tests.journeys.two_windows import (
    SETTLE_MS,
    WATCH_MS,
    filled_place,
    first_answer,
    first_person,
    first_session,
    first_shift,
    needs_of,
    open_page,
    open_person,
    open_poll,
    rename_person,
    the_event,
    the_poll,
)

from clubhub.domain.event_edits import NeedEdit
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.polls import Mark
from clubhub.services.roster_desk import PlaceKey

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.parametrize("key", ["people", "events", "polls", "posts", "history", "settings"])
def test_what_another_window_changes_appears_within_the_watch_interval(two, qtbot, key):
    page = open_page(two.mine, key, qtbot)
    services = two.theirs
    rename_person(services, "Åström-Theirs")
    EDITORS["event"].change(services)
    services.poll_editing.rename(the_poll(services), "Theirs poll")
    services.posts.write("Theirs post", "")
    services.clubs.save(replace(services.clubs.club(), name="Theirs club"))
    shows = {
        "people": lambda: any("Theirs" in name for name in map(str, page.listing.model.rows)),
        "events": lambda: page.view is not None and page.view.roster.event.name == "theirs",
        "polls": lambda: any(row.poll.name == "Theirs poll" for row in page.list.model.rows),
        "posts": lambda: any(line.post.title == "Theirs post" for line in page.model.rows),
        "history": lambda: "settings" in page.model.rows[0].title,
        "settings": lambda: page.club.name.text() == "Theirs club",
    }
    qtbot.waitUntil(shows[key], timeout=WATCH_MS)
    qtbot.waitUntil(lambda: two.mine.windowTitle().startswith("Theirs club"), timeout=WATCH_MS)


def test_a_place_and_a_mark_of_another_window_appear(two, qtbot):
    events = open_page(two.mine, "events", qtbot)
    qtbot.waitUntil(lambda: events.roster.reader.desk is not None)
    desk, key = filled_place(two.theirs)
    two.theirs.places.free(desk, key)
    qtbot.waitUntil(lambda: events.roster.reader.desk.entry(key).place.person is None, timeout=WATCH_MS)
    page = open_poll(two.mine, qtbot)
    board, person, _answer = first_answer(two.theirs)
    edit = MarkEdit(option_id=board.options[0].id, was=None, mark=Mark.NO, person_id=person.id)
    two.theirs.poll_editing.set_marks(board.poll.id, [edit])
    qtbot.waitUntil(lambda: page.view.model.mark(0, 0) is Mark.NO, timeout=WATCH_MS)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
@pytest.mark.parametrize("name", EDITORS)
def test_the_same_field_changed_in_both_is_told_and_nothing_is_lost(two, qtbot, name, choice):
    editor = EDITORS[name]
    dialog = editor.open(two.mine, qtbot)
    editor.type_mine(dialog)
    editor.change(two.theirs)
    editor.save(dialog)
    note = editor.note(dialog)
    qtbot.waitUntil(note.isVisible, timeout=SETTLE_MS)
    assert "Somebody else has changed this meanwhile" in note.accessibleDescription()
    assert "theirs" in note.accessibleDescription()
    assert editor.typed(dialog) == "mine"
    assert editor.kept(two.theirs) == "theirs"
    assert not dialog.accept_button.isEnabled()

    pressed = {"mine": note.keep_mine, "theirs": note.take_theirs}[choice]
    QTest.mouseClick(pressed, LEFT)
    if choice == "theirs":
        assert editor.typed(dialog) == "theirs"
        QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: editor.besides(two.theirs) and editor.kept(two.theirs) == choice, timeout=SETTLE_MS)


@pytest.mark.parametrize("name", [name for name, editor in EDITORS.items() if editor.remove])
def test_what_was_removed_meanwhile_is_told_and_what_was_typed_stays(two, qtbot, name):
    editor = EDITORS[name]
    dialog = editor.open(two.mine, qtbot)
    editor.type_mine(dialog)
    editor.remove(two.theirs)
    editor.save(dialog)
    qtbot.waitUntil(dialog.keeping.refusal.isVisible, timeout=SETTLE_MS)
    assert dialog.keeping.refusal.text().startswith(editor.gone)
    assert "What you typed is still here" in dialog.keeping.refusal.text()
    assert editor.typed(dialog) == "mine"
    dialog.reject()


def test_a_shift_that_was_removed_meanwhile_can_be_added_anew(two, qtbot):
    dialog = open_shift(two.mine, qtbot)
    dialog.name.setText("mine")
    EDITORS["shift"].remove(two.theirs)
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Add it anew", timeout=SETTLE_MS)
    QTest.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: "mine" in shift_names(two.theirs), timeout=SETTLE_MS)


def shift_names(services):
    return [shift.shift.name for shift in services.events.view(the_event(services).id).roster.shifts]


def test_different_fields_changed_in_both_are_both_kept(two, qtbot):
    dialog = open_event(two.mine, qtbot)
    dialog.city.setText("Mine town")
    EDITORS["event"].change(two.theirs)
    dialog.accept()
    qtbot.waitUntil(lambda: the_event(two.theirs).city == "Mine town", timeout=SETTLE_MS)
    assert the_event(two.theirs).name == "theirs"


def test_the_end_of_a_session_changed_in_both_is_told_with_its_time(two, qtbot):
    dialog = open_session(two.mine, qtbot)
    before = first_session(two.theirs)
    dialog.ends.setDateTime(dialog.ends.dateTime().addSecs(1800))
    two.theirs.editing.save_session(replace(before, ends=before.ends + timedelta(minutes=45)))
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.note.isVisible, timeout=SETTLE_MS)
    theirs = first_session(two.theirs).ends
    assert f"{theirs:%H:%M}" in dialog.keeping.note.accessibleDescription()
    dialog.reject()


def test_a_role_with_somebody_new_on_it_is_not_taken_away_unseen(two, qtbot):
    change_shift(
        two.theirs, name="Doors", needs=(*needs_of(two.theirs), NeedEdit(role="Usher", min_count=1, max_count=1))
    )
    dialog = open_shift(two.mine, qtbot)
    qtbot.waitUntil(lambda: dialog.needs._rows[-1].role.currentText() == "Usher")
    dialog.needs._take_away(dialog.needs._rows[-1])
    usher = next(need for need in first_shift(two.theirs).needs if need.role.name == "Usher")
    person = first_person(two.theirs)
    desk = two.theirs.places.desk(the_event(two.theirs).id)
    two.theirs.places.assign(desk, PlaceKey(usher.need.id, 1), person.id)
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.note.isVisible, timeout=SETTLE_MS)
    assert f"1 Usher ({person.name})" in dialog.keeping.note.accessibleDescription()
    QTest.mouseClick(dialog.keeping.note.take_theirs, LEFT)
    assert dialog.needs._rows[-1].role.currentText() == "Usher"
    dialog.reject()


def test_the_clubs_facts_typed_in_both_are_told_in_place(two, qtbot):
    form = open_page(two.mine, "settings", qtbot).club
    qtbot.waitUntil(lambda: form.name.text() != "")
    form.name.setText("mine")
    form.web_address.setText("https://mine.example")
    two.theirs.clubs.save(replace(two.theirs.clubs.club(), name="theirs", region="SE"))
    qtbot.waitUntil(form.note.isVisible, timeout=WATCH_MS)
    assert (form.name.text(), form.web_address.text(), form.region.value()) == ("mine", "https://mine.example", "SE")
    QTest.mouseClick(form.note.keep_mine, LEFT)
    qtbot.waitUntil(lambda: two.theirs.clubs.club().name == "mine", timeout=SETTLE_MS)
    assert (two.theirs.clubs.club().region, two.theirs.clubs.club().web_address) == ("SE", "https://mine.example")


def test_the_clubs_facts_saved_before_the_watch_has_seen_theirs_are_told(two, qtbot):
    form = open_page(two.mine, "settings", qtbot).club
    qtbot.waitUntil(lambda: form.name.text() != "")
    two.blindfold()
    form.name.setText("mine")
    two.theirs.clubs.save(replace(two.theirs.clubs.club(), name="theirs"))
    form._save()
    qtbot.waitUntil(form.note.isVisible, timeout=SETTLE_MS)
    assert two.theirs.clubs.club().name == "theirs"
    QTest.mouseClick(form.note.take_theirs, LEFT)
    assert form.name.text() == "theirs"


def test_a_person_changed_in_both_is_told_with_the_other_text(two, qtbot):
    page, _person = open_person(two, qtbot)
    field = page.person_panel.form.family_name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Mine")
    rename_person(two.theirs, "Theirs")
    page.person_panel.form.note.setFocus()
    qtbot.waitUntil(page.person_panel.clash.isVisible, timeout=SETTLE_MS)
    assert "Family name: Theirs" in page.person_panel.clash.accessibleDescription()
    assert field.text() == "Mine"
    QTest.mouseClick(page.person_panel.clash.keep_mine, LEFT)
    qtbot.waitUntil(lambda: any(p.family_name == "Mine" for p in two.theirs.people.directory().people))


def test_a_person_removed_in_the_other_window_leaves_what_is_typed(two, qtbot):
    page, person = open_person(two, qtbot)
    page.person_panel.form.note.setFocus()
    QTest.keyClicks(page.person_panel.form.note, "mine")
    removed = two.theirs.people.remove([person.id])
    qtbot.wait(WATCH_MS // 2)
    assert page.person_panel.form.note.toPlainText() == "mine"
    assert page.side.isVisible()
    two.theirs.history.undo(removed.id)
    page.person_panel.form.given_name.setFocus()
    qtbot.waitUntil(lambda: two.theirs.people.detail(person.id).person.note == "mine", timeout=SETTLE_MS)


@pytest.mark.parametrize("key", ["people", "events", "polls", "posts"])
def test_what_is_shown_and_was_removed_in_the_other_window_is_told_by_name(two, qtbot, key):
    services = two.theirs
    if key == "people":
        page, person = open_person(two, qtbot)
        name = person.name
        services.people.remove([person.id])
    elif key == "events":
        page = open_page(two.mine, key, qtbot)
        qtbot.waitUntil(lambda: page.view is not None)
        name = page.view.roster.event.name
        services.editing.remove_event(page.view.roster.event.id)
    elif key == "polls":
        open_poll(two.mine, qtbot)
        name = "Evening"
        services.poll_editing.remove(the_poll(services).id)
    else:
        page = open_page(two.mine, key, qtbot)
        qtbot.waitUntil(lambda: page.detail.shown is not None)
        name = page.detail.shown.full.post.title
        services.posts.remove(page.detail.shown.full.post.id)
    told = f"“{name}” is no longer in the club."
    qtbot.waitUntil(lambda: two.mine.banner_text.startswith(told), timeout=WATCH_MS)
