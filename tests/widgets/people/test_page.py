"""The People page with mouse and keyboard, as a coordinator uses it."""

from datetime import timedelta

import shiboken6
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea

from clubhub.domain.person_drafts import PersonDraft
from clubhub.viewmodels.people.filters import Criterion, Kind
from clubhub.widgets.people.delegate import CELL_PADDING

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def click_row(page, place, modifier=NO_KEY):
    at = page.table.visualRect(page.table.model().index(place, 1)).center()
    QTest.mouseClick(page.table.viewport(), LEFT, modifier, at)


def shown_names(page):
    return [row.name for row in page.listing.model.rows]


def person(page, name):
    return next(person for person in page.shell.services.people.directory().people if person.name == name)


def open_first(page, qtbot):
    """Show the first person at the side, by a click."""
    click_row(page, 0)
    first = page.listing.model.rows[0]
    qtbot.waitUntil(lambda: page.person_panel.name.text() == first.name)
    return first


def test_typing_filters_and_the_count_follows(page, qtbot):
    first = shown_names(page)[0]
    qtbot.keyClicks(page.area.filter.field, first)
    assert shown_names(page) == [first]
    assert page.area.filter.count_label.text() == f"1 of {page.listing.total}"


def test_the_keyboard_alone_filters_opens_and_closes(page, qtbot, demo_window):
    demo_window.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.area.filter.field.hasFocus)
    qtbot.keyClick(page.area.filter.field, Qt.Key.Key_Return)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    second = page.listing.model.rows[1]
    qtbot.waitUntil(lambda: page.person_panel.name.text() == second.name)
    assert page.person_panel.form.given_name.hasFocus()
    qtbot.keyClick(page.person_panel.form.given_name, Qt.Key.Key_Escape)
    assert not page.side.isVisible()
    assert page.table.hasFocus()


def test_a_field_is_saved_when_it_is_left_and_undo_takes_it_back(page, qtbot, demo_window):
    first = open_first(page, qtbot)
    field = page.person_panel.form.given_name
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Wilma")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: page.person_panel.name.text().startswith("Wilma"))
    assert "Undo" in [b.text() for b in demo_window.findChildren(QPushButton) if b.isVisible()]
    qtbot.waitUntil(lambda: any(name.startswith("Wilma") for name in shown_names(page)))
    demo_window.undo()
    qtbot.waitUntil(lambda: first.name in shown_names(page))


def test_the_key_of_undo_takes_a_saved_field_back_from_the_next_one(page, qtbot, demo_window):
    first = open_first(page, qtbot)
    demo_window.activateWindow()
    form = page.person_panel.form
    for begin, next_one in ((form.given_name, form.family_name), (form.emails, form.note), (form.note, form.skills)):
        field = begin.findChild(QLineEdit) or begin
        field.setFocus()
        qtbot.keyClicks(field, "q")
        next_one.setFocus()
        qtbot.waitUntil(lambda: "hange" in demo_window.banner_text and "Undo:" not in demo_window.banner_text)
        qtbot.keyClick(demo_window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: demo_window.banner_text.startswith("Undo: "))
        qtbot.waitUntil(lambda: page.person_panel.name.text() == first.name)


def test_the_key_of_undo_takes_back_what_is_typed_first(page, qtbot, demo_window):
    field = page.area.filter.field
    qtbot.keyClicks(field, "zz")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert demo_window.banner_text == ""


def test_what_is_no_address_is_told_beside_the_typed_text(page, qtbot):
    first = open_first(page, qtbot)
    (line, *_others) = page.person_panel.form.emails.findChildren(type(page.person_panel.form.given_name))
    line.setText("nobody at home")
    line.editingFinished.emit()
    qtbot.waitUntil(lambda: any("no mail address" in one.text() for one in page.person_panel.findChildren(QLabel)))
    assert line.text() == "nobody at home"
    assert line.property("state") == "danger"
    assert "nobody at home" not in person(page, first.name).emails


def test_the_same_field_changed_in_another_window_is_told_and_nothing_is_lost(page, qtbot):
    first = open_first(page, qtbot)
    field = page.person_panel.form.note
    field.setFocus()
    qtbot.keyClicks(field, "mine")
    services = page.shell.services.people
    detail = services.detail(first.id)
    services.save(first.id, PersonDraft(given_name="Theirs", note="theirs"), version=detail.person.version)
    page.person_panel.form.given_name.setFocus()
    qtbot.waitUntil(page.person_panel.clash.isVisible)
    assert field.toPlainText() == "mine"
    assert services.detail(first.id).draft.note == "theirs"
    services.add(PersonDraft(given_name="Somebody else"))
    page.refresh()
    page.shell.jobs.wait()
    qtbot.wait(50)
    assert page.person_panel.clash.isVisible()
    qtbot.mouseClick(page.person_panel.clash.keep_mine, LEFT)
    qtbot.waitUntil(lambda: services.detail(first.id).draft.note == "mine")
    qtbot.waitUntil(lambda: not page.person_panel.clash.isVisible())


def test_delete_removes_everybody_chosen_and_undo_brings_them_back(page, qtbot, demo_window):
    total = page.listing.total
    click_row(page, 0)
    click_row(page, 2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.listing.total == total - 3)
    assert demo_window.banner_text == "Remove 3 people"
    demo_window.undo()
    qtbot.waitUntil(lambda: page.listing.total == total)


def test_several_are_put_into_a_new_group_at_once(page, qtbot):
    click_row(page, 0)
    click_row(page, 2, Qt.KeyboardModifier.ControlModifier)
    assert page.many_panel.isVisible()
    chosen = page.table.chosen_rows()
    box = page.many_panel.group.box
    qtbot.keyClicks(box.lineEdit(), "Kitchen")
    qtbot.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [r.name for r in page.listing.model.rows if "Kitchen" in r.groups] == [
        row.name for row in chosen])  # fmt: skip
    assert len(page.table.chosen_rows()) == 2


def test_several_are_given_a_skill_and_chips_filter_by_it(page, qtbot):
    click_row(page, 0)
    click_row(page, 1, Qt.KeyboardModifier.ShiftModifier)
    page.many_panel.skill.picked.emit("Cook")
    qtbot.waitUntil(lambda: any(s.name == "Cook" for s in page.listing.overview.directory.skills.values()))
    skill = next(s.id for s in page.listing.overview.directory.skills.values() if s.name == "Cook")
    page.area.filter.add(Criterion(Kind.SKILL, skill))
    assert len(shown_names(page)) == 2
    chip = page.area.filter.findChild(QPushButton, "chip")
    assert chip.accessibleName() == "Take away the filter “Skill: Cook”"
    qtbot.mouseClick(chip, LEFT)
    assert len(shown_names(page)) == page.listing.total


class PaintedRegion(QObject):
    """What of a widget was painted since it is watched."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802  as Qt has it
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)


def test_the_ring_leaves_the_whole_row_that_is_left(page, qtbot):
    page.table.setFocus()
    page.table.select_id(page.table.rows_model.id_at(1))
    qtbot.wait(50)
    first, last = (page.table.visualRect(page.table.model().index(1, column)) for column in (0, 4))
    painted = PaintedRegion(page.table.viewport())
    away = page.table.model().index(3, 0)
    page.table.selectionModel().setCurrentIndex(away, QItemSelectionModel.SelectionFlag.NoUpdate)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    assert painted.region.contains(first.center())
    assert painted.region.contains(last.center())


def test_headings_sort_and_show_it(page, qtbot):
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    before = shown_names(page)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert shown_names(page) == before[::-1]
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_chosen_rows_are_copied_as_a_table(page, qtbot):
    click_row(page, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["Name", "Household", "Group", "Skills", "Reached by"]
    assert lines[1].startswith(shown_names(page)[0])


def test_on_a_narrow_window_the_detail_covers_the_list(page, qtbot, demo_window):
    demo_window.resize(1024, 640)
    qtbot.wait(50)
    click_row(page, 0)
    assert not page.side.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.side.isVisible)
    assert not page.area.isVisible()
    qtbot.mouseClick(page.person_panel.close_button, LEFT)
    assert page.area.isVisible()


def test_an_empty_club_offers_the_first_step_and_somebody_can_be_added(empty_window, page_of, qtbot):
    page = page_of(empty_window, people=0)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "first-step").isVisible())
    dialog = page.add_person()
    dialog.given_name.setText("Signe")
    dialog.mail.setText("nowhere")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: any("no mail address" in label.text() for label in dialog.findChildren(QLabel)))
    dialog.mail.setText("signe@example.org")
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: shown_names(page) == ["Signe"])
    qtbot.waitUntil(lambda: page.person_panel.name.text() == "Signe")


def test_what_is_wrong_is_told_below_its_field_and_several_are_added_in_a_row(empty_window, page_of, qtbot):
    page = page_of(empty_window, people=0)
    dialog = page.add_person()
    dialog.given_name.setText("Signe")
    dialog.mail.setText("nowhere")
    qtbot.mouseClick(dialog.more_button, LEFT)
    qtbot.waitUntil(lambda: dialog.mail.property("state") == "danger")
    below = next(one for one in dialog.findChildren(QLabel) if "no mail address" in one.text() and one.isVisible())
    qtbot.waitUntil(lambda: dialog.mail.geometry().bottom() < below.geometry().top() < dialog.phone.geometry().top())
    dialog.mail.setText("signe@example.org")
    qtbot.mouseClick(dialog.more_button, LEFT)
    qtbot.waitUntil(lambda: "Signe was added" in dialog.subline_label.text())
    assert dialog.given_name.text() == dialog.mail.text() == ""
    dialog.given_name.setText("Viggo")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_names(page) == ["Signe", "Viggo"])
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_roads_and_names_are_not_cut_beside_an_open_person(page, qtbot):
    open_first(page, qtbot)
    metrics = page.table.fontMetrics()
    sign = page.shell.theme.icon_size() + 6 + 2 * CELL_PADDING
    longest = max(metrics.horizontalAdvance(row.reached.text) for row in page.listing.model.rows)
    assert page.table.columnWidth(4) >= longest + sign


def test_the_arrow_of_sorting_stands_beside_its_word(page):
    header = page.table.horizontalHeader()
    word = header.fontMetrics().horizontalAdvance("Name")
    picture = header.grab(QRect(0, 0, header.sectionSize(0), header.height() - 2)).toImage()
    paper = picture.pixel(1, 1)
    inked = [x for x in range(picture.width()) if any(picture.pixel(x, y) != paper for y in range(picture.height()))]
    assert word + 15 < max(inked) < word + 15 + 2 * header.fontMetrics().height()


def test_many_are_shown_without_cutting_at_large_text_in_a_small_window(page, application, qtbot, demo_window):
    demo_window.resize(1024, 640)
    application.theme.choose(text_percent=200)
    try:
        click_row(page, 0)
        click_row(page, 5, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        panel = page.many_panel
        qtbot.waitUntil(panel.isVisible)
        qtbot.waitUntil(lambda: panel.names.height() >= panel.names.heightForWidth(panel.names.width()))
        assert demo_window.size().toTuple() == (1024, 640)
        panel.findChild(QPushButton, "bulk-remove").setFocus()
        area = panel.findChild(QScrollArea)
        assert area.widget().height() >= area.widget().layout().totalMinimumSize().height()
    finally:
        application.theme.choose(text_percent=100)


def test_a_person_of_find_or_do_is_opened_before_the_list_is_read(demo_window, qtbot):
    somebody = demo_window.shell.services.people.directory().people[20]
    demo_window.shell.go("people", somebody.id)
    page = demo_window.page("people")
    qtbot.waitUntil(lambda: page.person_panel.name.text() == somebody.name)
    qtbot.waitUntil(lambda: page.table.chosen_ids() == [somebody.id])


def test_a_skill_that_lapses_before_its_shift_is_told_on_top_and_leads_to_the_shift(page, qtbot):
    services = page.shell.services
    event = services.events.rosters()[0].event
    skills = page.listing.overview.directory.skills
    entry = next(e for e in services.events.rosters()[0].entries() if e.place.person and e.need.role.skills)
    name = skills[entry.need.role.skills[0]].name
    helper = entry.place.person
    services.people.give_skill([helper.id], name, entry.shift.shift.starts.date() - timedelta(days=3))
    page.open_target(helper.id)
    qtbot.waitUntil(
        lambda: any("3 days before a shift" in one.text() for one in page.person_panel.findChildren(QLabel))
    )
    assert len(services.people.detail(helper.id).duties) == len(page.person_panel.findChildren(QLabel, "duty"))
    asked = []
    page.shell.went.connect(lambda key, target: asked.append((key, target)))
    link = next(b for b in page.person_panel.findChildren(QPushButton) if b.text() == "Show the shift")
    qtbot.mouseClick(link, LEFT)
    assert asked == [("events", event.id)]


def test_a_deleted_page_that_somebody_still_holds_hears_no_switch_of_the_look(demo_window, page_of, application, qtbot):
    kept = page_of(demo_window)
    kept.setParent(None)
    shiboken6.delete(kept)
    with qtbot.captureExceptions() as faults:
        application.theme.choose(scheme="dark")
        application.theme.choose(scheme="light")
    assert faults == []


def test_right_to_left_a_person_is_chosen_too(demo_window, page_of, qtbot):
    demo_window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    demo_window.resize(1363, 860)
    page = page_of(demo_window)
    wanted = page.listing.model.rows[30]
    page.open_target(wanted.id)
    assert page.table.chosen_ids() == [wanted.id]
    qtbot.waitUntil(lambda: page.person_panel.name.text() == wanted.name)
