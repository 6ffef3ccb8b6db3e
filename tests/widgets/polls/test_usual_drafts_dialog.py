"""What silent people usually say, ticked and taken over."""

from PySide6.QtCore import Qt

from clubhub.domain.polls import Mark
from clubhub.domain.usual_answers import UsualDraft
from clubhub.viewmodels.polls.usual_drafts import WHO, WOULD_SAY
from clubhub.widgets.polls.usual_drafts_dialog import UsualDraftsDialog


def test_only_who_is_ticked_gets_the_usual_answer(page, evenings, qtbot):
    usual = page.shell.services.usual_answers
    for row in evenings.model.rows[:2]:
        usual.keep(row.person_id, [UsualDraft(weekday=5, mark=Mark.NO)])
    page.dialogs.offer_usual()
    dialog = page.findChild(UsualDraftsDialog)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Take 2 over")
    assert dialog.model.index(0, WOULD_SAY).data() == "no to 3"
    dialog.table.setCurrentIndex(dialog.model.index(1, WHO))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.accept_button.text() == "Take 1 over"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(evenings.model.rows[0].marks.values()) == [Mark.NO] * 3)
    assert evenings.model.rows[1].is_silent


def test_it_says_so_when_nobody_has_usual_times(page, evenings, qtbot):
    assert evenings.board.answers == {}
    page.dialogs.offer_usual()
    dialog = page.findChild(UsualDraftsDialog)
    qtbot.waitUntil(dialog._none.isVisible)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()
