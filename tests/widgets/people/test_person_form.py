"""Limits and wishes beside a person: kept when they are left, refused with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from clubhub.domain.people import RoleWish


def opened(page, qtbot):
    first = page.listing.model.rows[0]
    page.open_target(first.id)
    qtbot.waitUntil(lambda: page.person_panel.name.text() == first.name)
    return first.id, page.person_panel.form, page.shell.services


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_limits_are_kept_as_they_are_typed_and_shown_again(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    type_into(qtbot, form.max_minutes, "7.5")
    qtbot.waitUntil(lambda: services.people.detail(person_id).person.max_minutes == 450)
    qtbot.waitUntil(lambda: form.max_minutes.text() == "7:30")
    form.max_minutes.clear()
    qtbot.keyClick(form.max_minutes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.people.detail(person_id).person.max_minutes is None)


def test_hours_that_are_none_stay_typed_and_are_told(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    type_into(qtbot, form.min_rest, "a lot")
    texts = [label.text() for label in page.person_panel.findChildren(QLabel)]
    assert any("“a lot” is no length of time" in text for text in texts)
    assert form.min_rest.property("state") == "danger"
    page.refresh()
    page.shell.jobs.wait()
    qtbot.wait(50)
    assert form.min_rest.text() == "a lot"
    type_into(qtbot, form.max_minutes, "12")
    qtbot.waitUntil(lambda: services.people.detail(person_id).person.max_minutes == 720)
    qtbot.wait(50)
    assert form.min_rest.text() == "a lot"
    (put_back,) = [one for one in page.person_panel.findChildren(QPushButton) if one.text() == "Put back"]
    qtbot.mouseClick(put_back, Qt.MouseButton.LeftButton)
    assert form.min_rest.text() == ""
    assert form.min_rest.property("state") == ""
    assert services.people.detail(person_id).person.min_rest is None


def test_a_role_is_signed_up_for_and_taken_away_again(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    role = services.roles.directory().roles[0]
    qtbot.keyClicks(form.signed_up.adder.box.lineEdit(), role.name)
    qtbot.keyClick(form.signed_up.adder.box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: services.people.detail(person_id).person.signed_up == (role.id,))
    qtbot.waitUntil(lambda: form.signed_up.values() == (role.name,))

    def chips():
        return [chip for chip in form.signed_up.findChildren(QPushButton) if chip.text() == f"{role.name} ×"]

    qtbot.waitUntil(lambda: len(chips()) == 1)
    (chip,) = chips()
    assert chip.accessibleName() == f"Take {role.name} away"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: services.people.detail(person_id).person.signed_up == ())


def test_a_role_that_the_club_does_not_have_is_refused(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    qtbot.keyClicks(form.likes.adder.box.lineEdit(), "Juggler")
    qtbot.keyClick(form.likes.adder.box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Juggler" in one.text() for one in page.person_panel.findChildren(QLabel)))
    assert services.people.detail(person_id).person.likes == ()


def test_what_is_wished_elsewhere_appears_at_once(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    role = services.roles.directory().roles[1]
    services.wishes.wish([person_id], role.id, RoleWish.DISLIKES)
    page.refresh()
    qtbot.waitUntil(lambda: form.dislikes.values() == (role.name,))


def test_what_is_being_typed_stays_when_somebody_else_is_changed_meanwhile(page, qtbot):
    person_id, form, services = opened(page, qtbot)
    form.note.setFocus()
    qtbot.keyClicks(form.note, "half a sen")
    others = [person.id for person in services.people.directory().people if person.id != person_id]
    services.people.add_to_group(others[:1], "Masters")
    page.refresh()
    page.shell.jobs.wait()
    qtbot.wait(50)
    assert form.note.toPlainText() == "half a sen"
    form.given_name.setFocus()
    qtbot.waitUntil(lambda: services.people.detail(person_id).draft.note == "half a sen")
