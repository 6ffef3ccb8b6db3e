"""Asking from the window: every road shows exactly what goes out, and whom it reaches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest

from clubhub.domain.people import Channel
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import PollKind
from clubhub.services import ballot_sheets
from clubhub.widgets.polls.ask_dialog import AskDialog


@pytest.fixture
def dialog(open_poll, demo_window, qtbot) -> AskDialog:
    view = open_poll("Evening")
    qtbot.mouseClick(view.head.ask, Qt.MouseButton.LeftButton)
    shown = demo_window.findChild(AskDialog)
    qtbot.waitUntil(lambda: shown.asking is not None)
    return shown


def test_the_text_for_the_chat_is_shown_and_copied(dialog, qtbot):
    text = dialog.chat.text.toPlainText()
    assert "1) 17:00–18:30" in text
    assert dialog.asking.asked.poll.code in text
    qtbot.mouseClick(dialog.chat.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == text
    assert "Paste it into the chat" in dialog.chat._told.text()


def test_it_says_whom_the_roads_reach_and_whom_not(dialog):
    assert dialog.reached.text().startswith("60 people: 30 by mail, ")
    assert dialog.unreached.text().startswith("No address or phone number is known of Kristian Ådahl: hand out a sheet")


def test_the_arrows_lead_through_the_roads_and_each_says_what_it_is(dialog, qtbot):
    seen = [dialog.about.text()]
    for _road in range(5):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        seen.append(dialog.about.text())
    assert len(set(seen)) == 6
    assert dialog._shown.currentWidget() is dialog.round


def test_each_persons_ballot_is_signed_and_opens_by_their_road(dialog, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    dialog.show_road("people")
    people = dialog.people
    at = next(place for place, row in enumerate(people.model.rows) if row.channel is Channel.WHATSAPP)
    people.table.selectRow(at)
    row = people.model.rows[at]
    assert people.text.toPlainText() == row.ballot.text
    assert "CH1 " in row.ballot.text
    assert people.open_it.accessibleName() == "Open in WhatsApp"
    qtbot.mouseClick(people.open_it, Qt.MouseButton.LeftButton)
    assert opened[0].startswith("https://wa.me/358")
    nobody = next(place for place, row in enumerate(people.model.rows) if row.channel is None)
    people.table.selectRow(nobody)
    assert not people.open_it.isEnabled()


def test_sheets_are_written_for_the_wall_a_group_or_one_person(dialog, qtbot, tmp_path, monkeypatch):
    sheets = dialog.sheets
    assert sheets.chosen_people() is None
    qtbot.waitUntil(lambda: any("One for each of" in sheets.whose.itemText(at) for at in range(sheets.whose.count())))
    groups = [at for at in range(sheets.whose.count()) if sheets.whose.itemText(at).startswith("One for each of")]
    sheets.whose.setCurrentIndex(groups[0])
    of_group = len(sheets.chosen_people())
    assert 0 < of_group < 60
    assert sheets._count.text() == (f"{of_group} sheets." if of_group > 1 else "1 sheet.")
    monkeypatch.setattr(ballot_sheets, "MOST_SHEETS", of_group - 1)
    sheets._tell_count()
    assert sheets._count.text() == f"{of_group} sheets, in 2 files."
    sheets.whose.setCurrentIndex(sheets.whose.count() - 1)
    assert len(sheets.chosen_people()) == 1
    sheets.write_to(tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: "Wrote 1 file" in sheets._told.text(), timeout=20_000)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_the_pages_address_is_kept_and_brings_the_link(dialog, page, qtbot):
    field = dialog.page.address_field
    dialog.show_road("page")
    field.setText("club.example/answer.html")
    field.editingFinished.emit()
    assert dialog.asking.everybody.page_link == ""
    field.setText("https://club.example/answer.html")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.page.link.toPlainText().startswith("https://club.example/answer.html#"))
    assert "https://club.example/answer.html#" in dialog.chat.text.toPlainText()
    settings = page.shell.settings
    assert settings.current.answer_page_of(dialog._board.club.name) == "https://club.example/answer.html"
    field.clear()
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.asking.everybody.page_link == "")


def test_answers_can_go_to_another_address_and_a_wrong_one_is_refused(dialog, qtbot):
    dialog.page.mail.setText("not an address")
    dialog.page.mail.editingFinished.emit()
    qtbot.waitUntil(lambda: "Nothing was written" in dialog.subline_label.text())
    dialog.page.mail.setText("answers@example.org")
    dialog.page.mail.editingFinished.emit()
    qtbot.waitUntil(lambda: "mailto:answers" in dialog.asking.everybody.answer_links[Channel.MAIL])


def test_a_mended_address_takes_the_sentence_away_and_return_leaves_the_dialog_open(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.asking is not None, timeout=20_000)
    before = dialog.page.mail.text()
    dialog.page.mail.setText("zz")
    QTest.keyClick(dialog.page.mail, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "zz" in dialog.subline_label.text(), timeout=20_000)
    dialog.page.mail.setText(before)
    QTest.keyClick(dialog.page.mail, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.subline_label.text() == dialog._board.poll.name, timeout=20_000)
    assert dialog.isVisible()


def test_the_page_and_all_ballots_are_written(dialog, qtbot, tmp_path):
    dialog.page.write_to(tmp_path)
    qtbot.waitUntil(lambda: "Saved as" in dialog.page._told.text(), timeout=20_000)
    assert (tmp_path / "answer.html").exists()
    assert dialog.page.open_folder.isVisibleTo(dialog.page)


def test_invitations_are_written_for_the_chosen_time(dialog, qtbot, tmp_path):
    calendar = dialog.calendar
    assert calendar.time.count() == 3
    calendar.write_to(tmp_path / "Invitations")
    qtbot.waitUntil(lambda: "Wrote" in calendar._told.text(), timeout=20_000)
    assert list((tmp_path / "Invitations").glob("*.ics"))


def test_handing_round_wants_a_word_twice(dialog, qtbot):
    part = dialog.round
    dialog.show_road("round")
    part.word.setText("abc")
    qtbot.mouseClick(part.begin, Qt.MouseButton.LeftButton)
    part.word.setText("pool water")
    part.again.setText("pool")
    qtbot.mouseClick(part.begin, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    part.again.setText("pool water")
    with qtbot.waitSignal(dialog.round_wanted) as told:
        qtbot.mouseClick(part.begin, Qt.MouseButton.LeftButton)
    assert told.args == ["pool water"]


def test_a_calendar_is_not_offered_where_nothing_has_a_time(page, open_poll, qtbot):
    draft = PollDraft(name="Food", kind=PollKind.ONE, labels=("Soup", "Cake"))
    page.shell.services.poll_editing.create(draft)
    page.show_list()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    open_poll("Food")
    shown = page.ways_out.ask("round")
    qtbot.waitUntil(lambda: shown.asking is not None)
    assert [form.key for form in shown._forms] == ["chat", "people", "sheets", "page", "round"]
    assert shown._shown.currentWidget() is shown.round
    shown.reject()
