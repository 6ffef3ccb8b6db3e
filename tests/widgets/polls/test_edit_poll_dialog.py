"""A poll changed in its form, and copied, with the keyboard and the mouse."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from clubhub.domain.poll_drafts import PollDraft, PollSettings, slots_of_day
from clubhub.domain.polls import Mark, PollKind, Shown
from clubhub.widgets.polls import copy_poll_dialog
from clubhub.widgets.polls.copy_poll_dialog import CopyPollDialog
from clubhub.widgets.polls.edit_poll_dialog import EditPollDialog


@pytest.fixture
def form(page, evenings, qtbot):
    assert evenings.board is not None
    yield open_form(page, qtbot)
    for left in page.findChildren(EditPollDialog):
        left.reject()


def open_form(page, qtbot) -> EditPollDialog:
    page.dialogs.change()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(EditPollDialog)))
    return next(dialog for dialog in page.findChildren(EditPollDialog) if dialog.isVisible())


def sheet(page):
    return page.shell.services.poll_forms.sheet(page.view.board.poll.id)


def save(form, qtbot) -> None:
    with qtbot.waitSignal(form.accepted):
        qtbot.mouseClick(form.accept_button, Qt.MouseButton.LeftButton)


def test_name_deadline_audience_and_room_are_saved_together(page, form, qtbot):
    form.name.setText("Evening for all")
    form.more.day.show_day(date(2090, 6, 1))
    form.more.time.setText("18.30")
    form.more.audience.set_rule("group: Styrelsen")
    form.slots.setData(form.slots.index(0, 3), 4)
    save(form, qtbot)
    now = sheet(page)
    assert now.poll.name == "Evening for all"
    assert now.settings.audience == "group: Styrelsen"
    assert f"{now.settings.closes_at:%Y-%m-%d %H:%M}" == "2090-06-01 15:30"
    assert [option.most for option in now.options] == [4, None, None]


def test_a_time_that_is_none_stays_in_the_form(form, qtbot):
    form.more.day.show_day(date(2090, 6, 1))
    form.more.time.setText("at noon")
    qtbot.mouseClick(form.accept_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert not form.more.is_complete()


def test_a_changed_time_is_another_option_and_a_removed_one_goes(page, form, qtbot):
    before = [option.id for option in sheet(page).options]
    form.slots.set_slots(
        [*form.slots.slots[:1], *slots_of_day(date(2027, 6, 19), [time(17)], timedelta(minutes=90))]
    )  # fmt: skip
    save(form, qtbot)
    now = sheet(page).options
    assert [option.id for option in now][:1] == before[:1]
    assert [option.number for option in now] == [1, 4]


def test_own_words_and_needs_are_folded_away_and_told(page, form, qtbot):
    assert form.more.told.text() == ""
    qtbot.mouseClick(form.more.unfold, Qt.MouseButton.LeftButton)
    for field, word in zip(form.more.words, ("sure", "maybe", "sorry"), strict=True):
        field.setText(word)
    form.more.needs.count.setValue(2)
    adder = form.more.needs.adder
    adder.box.setEditText("timekeeper")
    adder.verb.click()
    adder.box.setEditText("nobody at all")
    adder.verb.click()
    assert "no role, group or person" in form.more.needs._problem.text()
    form.more.shown.show_value(str(Shown.NOTHING))
    qtbot.mouseClick(form.more.unfold, Qt.MouseButton.LeftButton)
    assert form.more.told.text() == "own words (sure, maybe, sorry); others see: Nothing of the others’ answers; 1 need"
    save(form, qtbot)
    settings = sheet(page).settings
    assert (settings.words, settings.shown, settings.needs[0].count) == (("sure", "maybe", "sorry"), Shown.NOTHING, 2)


def test_what_somebody_else_changed_is_mixed_and_the_same_field_asked_about(page, form, qtbot):
    forms, editing = page.shell.services.poll_forms, page.shell.services.poll_editing
    editing.change(sheet(page).poll, PollSettings(note="Theirs"))
    form.name.setText("Mine")
    save(form, qtbot)
    assert (sheet(page).poll.name, sheet(page).settings.note) == ("Mine", "Theirs")
    second = open_form(page, qtbot)
    editing.change(forms.sheet(sheet(page).poll.id).poll, PollSettings(note="Theirs again"))
    second.more.note.setPlainText("Mine")
    qtbot.mouseClick(second.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(second.keeping.note.isVisible)
    qtbot.mouseClick(second.keeping.note.keep_mine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet(page).settings.note == "Mine")


def test_plain_choices_are_called_otherwise_and_keep_their_answers(page, open_poll, qtbot):
    editing = page.shell.services.poll_editing
    editing.create(PollDraft(name="Food", kind=PollKind.SEVERAL, labels=("Soup", "Bread")))
    page.show_list()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    open_poll("Food")
    before = sheet(page).options
    form = open_form(page, qtbot)
    assert not form.editor.isVisible()
    form.choices.setData(form.choices.index(0, 0), "Fish soup")
    qtbot.keyClicks(form.choice_editor.field, "Cake")
    qtbot.keyClick(form.choice_editor.field, Qt.Key.Key_Return)
    qtbot.keyClicks(form.choice_editor.field, "Tea")
    save(form, qtbot)
    now = sheet(page).options
    assert [option.label for option in now] == ["Fish soup", "Bread", "Cake", "Tea"]
    assert [option.id for option in now[:2]] == [option.id for option in before]


def test_a_copy_some_weeks_later_is_opened(page, open_poll, qtbot, monkeypatch):
    monkeypatch.setattr(copy_poll_dialog, "utc_now", lambda: datetime(2027, 6, 1, tzinfo=UTC))
    open_poll("Evening")
    page.dialogs.copy()
    dialog = page.findChild(CopyPollDialog)
    assert dialog.name.selectedText() == "Evening for helpers (copy)"
    assert (dialog.later.value(), dialog.unit.value()) == (1, "weeks")
    assert dialog._told.text() == "The first time is on Saturday 19 June 2027."
    dialog.later.setValue(-2)
    assert dialog._told.text().endswith("the first time, is over.")
    dialog.later.setValue(2)
    assert dialog._told.text() == "The first time is on Saturday 26 June 2027."
    dialog.name.setText("Evening for helpers")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "already" in dialog._refusal.text())
    dialog.name.setText("Evening, again")
    with qtbot.waitSignal(page.view.shown):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert page.view.board.poll.name == "Evening, again"
    assert {f"{option.starts:%d}" for option in page.view.board.options} == {"26"}


def test_a_copy_of_an_events_poll_says_that_other_times_belong_to_none(page, open_poll):
    open_poll("Kvarken")
    page.dialogs.copy()
    dialog = page.findChild(CopyPollDialog)
    assert dialog._told.text().endswith("With other times it belongs to no event.")
    dialog.later.setValue(0)
    assert "event" not in dialog._told.text()
    dialog.reject()


def test_a_time_that_is_typed_and_not_added_is_asked_too(page, form, qtbot):
    qtbot.keyClicks(form.days.times, "22")
    save(form, qtbot)
    assert len(sheet(page).options) == 4


def test_the_way_of_answering_is_changed_while_no_answer_loses_anything(page, open_poll, qtbot):
    draft = PollDraft(name="Food", kind=PollKind.ONE, labels=("Soup", "Cake"))
    page.shell.services.poll_editing.create(draft)
    page.show_list()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    view = open_poll("Food")
    form = open_form(page, qtbot)
    assert form.kind.count() == len(PollKind)
    assert not form.kind_note.isVisible()
    form.kind.show_value("number")
    assert "void" in form.kind_note.text()
    assert not form.choice_editor.isVisible()
    form.kind.show_value("marks")
    assert form.choice_editor.isVisible()
    save(form, qtbot)
    qtbot.waitUntil(lambda: view.model.kind is PollKind.MARKS)
    assert view.tools._marks[Mark.NO].isVisible()


def test_answers_and_events_say_which_ways_of_answering_are_left(page, form, open_poll, qtbot):
    assert form.kind.count() == 4, "times can't be answered with a number or a text"
    form.reject()
    open_poll("Kvarken")
    of_event = open_form(page, qtbot)
    assert not of_event.kind.isEnabled()
    assert "rosters" in of_event.kind_note.text()
    of_event.reject()
    view = open_poll("Evening")
    qtbot.keyClick(view.grid.table, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: view.queue.is_idle)
    answered = open_form(page, qtbot)
    assert [answered.kind.itemData(at) for at in range(answered.kind.count())] == ["marks"]
    assert "A copy has no answers yet" in answered.kind_note.text()
