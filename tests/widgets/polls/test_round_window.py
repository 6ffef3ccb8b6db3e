"""The computer handed round: each answers for themselves, nothing of the club is seen, and only the word leads back."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget

from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import Mark, PollKind, Road
from clubhub.widgets.polls.round_window import RoundWindow

WORD = "pool water"


@pytest.fixture
def begin(page, qtbot):
    """Hands the computer round for the poll that is shown; the round is ended after the test."""

    def begin_round() -> RoundWindow:
        page.ways_out.hand_round(WORD)
        qtbot.waitExposed(page.ways_out.round)
        return page.ways_out.round

    yield begin_round
    if page.ways_out.round is not None:
        page.ways_out.round.end()
        qtbot.waitUntil(lambda: page.ways_out.round is None)


def answer_of(page, name: str):
    board = page.shell.services.poll_boards.board(page.view.board.poll.id)
    person = next(person for person in board.people if person.name == name)
    return board.answers.get(person.id)


def names_offered(window: RoundWindow) -> list[str]:
    return [made.text() for made in window.who.findChildren(QPushButton) if made.isVisible()]


def find(window: RoundWindow, qtbot, typed: str) -> None:
    window.who.field.clear()
    qtbot.keyClicks(window.who.field, typed)
    qtbot.keyClick(window.who.field, Qt.Key.Key_Return)


def press(window: RoundWindow, qtbot, at: int, mark: Mark) -> None:
    qtbot.mouseClick(window.answer.question.options[at].buttons[mark], Qt.MouseButton.LeftButton)


def send(window: RoundWindow, qtbot) -> None:
    taken = window.taken
    qtbot.mouseClick(window.answer.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.taken == taken + 1)


@pytest.mark.usefixtures("evenings")
def test_one_after_another_answers_and_the_road_is_kept(page, begin, demo_window, qtbot):
    window = begin()
    assert not demo_window.isVisible()
    assert names_offered(window) == []
    find(window, qtbot, "holmgård mal")
    press(window, qtbot, 0, Mark.YES)
    press(window, qtbot, 1, Mark.IF_NEED_BE)
    press(window, qtbot, 1, Mark.NO)
    window.answer.comment.setText("not before five")
    send(window, qtbot)
    assert "Thanks, Malin" in window.thanks.text()
    qtbot.mouseClick(window.next, Qt.MouseButton.LeftButton)
    find(window, qtbot, "rolf back")
    assert [option.mark for option in window.answer.question.options] == [None] * 3
    assert window.answer.comment.text() == ""
    press(window, qtbot, 2, Mark.YES)
    press(window, qtbot, 2, Mark.YES)
    press(window, qtbot, 0, Mark.NO)
    send(window, qtbot)
    malin, rolf = answer_of(page, "Malin Holmgård"), answer_of(page, "Rolf Backlund")
    assert list(malin.marks.values()) == [Mark.YES, Mark.NO]
    assert (malin.road, malin.comment) == (Road.HANDED, "not before five")
    assert list(rolf.marks.values()) == [Mark.NO]


@pytest.mark.usefixtures("evenings")
def test_whoever_types_a_name_hears_that_there_is_an_answer_and_not_what_it_says(page, begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    assert "answered already" not in window.answer._note.text()
    press(window, qtbot, 1, Mark.YES)
    window.answer.comment.setText("not before five")
    send(window, qtbot)
    window.ask_next()
    find(window, qtbot, "malin holm")
    assert window.answer._note.text().startswith("You have answered already.")
    assert [option.mark for option in window.answer.question.options] == [None] * 3
    assert window.answer.comment.text() == ""
    press(window, qtbot, 0, Mark.NO)
    send(window, qtbot)
    answer = answer_of(page, "Malin Holmgård")
    assert (list(answer.marks.values()), answer.comment) == ([Mark.NO], "")
    history = page.shell.services.answer_history.of(answer.poll_id, person_id=answer.person_id)
    assert [version.answer.comment for version in history.versions] == ["", "not before five"]
    window.ask_next()
    find(window, qtbot, "malin holm")
    qtbot.mouseClick(window.answer.leave, Qt.MouseButton.LeftButton)
    assert window.answer.question is None
    assert window.who.field.hasFocus()


@pytest.mark.usefixtures("evenings")
def test_only_the_word_leads_back(page, begin, demo_window, qtbot):
    window = begin()
    window.close()
    assert window.isVisible()
    assert window.leave.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.leave.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    window.leave._waiting.setInterval(50)
    qtbot.keyClicks(window.leave.field, "wrong")
    qtbot.keyClick(window.leave.field, Qt.Key.Key_Return)
    assert "not the word" in window.leave.wrong.text()
    assert not window.leave.back.isEnabled()
    qtbot.waitUntil(window.leave.back.isEnabled)
    qtbot.keyClicks(window.leave.field, WORD)
    qtbot.keyClick(window.leave.field, Qt.Key.Key_Return)
    qtbot.waitUntil(demo_window.isVisible)
    qtbot.waitUntil(lambda: page.ways_out.round is None)
    qtbot.waitUntil(lambda: not shiboken6.isValid(window))
    assert demo_window.banner_text == "0 answers were given."


def test_an_answer_that_came_by_another_road_meanwhile_is_not_overwritten(page, evenings, begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    services, poll = page.shell.services, evenings.board.poll.id
    person = window.answer.who
    services.poll_editing.record_answer(poll, person_id=person.id, marks={evenings.board.options[0].id: Mark.NO})
    press(window, qtbot, 0, Mark.YES)
    qtbot.mouseClick(window.answer.send, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.answer.refusal.isVisible)
    assert answer_of(page, "Malin Holmgård").marks == {evenings.board.options[0].id: Mark.NO}
    qtbot.waitUntil(lambda: "answered already" in window.answer._note.text())
    send(window, qtbot)
    assert answer_of(page, "Malin Holmgård").marks == {evenings.board.options[0].id: Mark.YES}


def test_a_guest_answers_where_the_poll_takes_guests(page, evenings, begin, qtbot):
    window = begin()
    qtbot.keyClicks(window.who.field, "Tuuli Rantasalo")
    qtbot.waitUntil(lambda: names_offered(window) == ["I am Tuuli Rantasalo, a guest"])
    qtbot.keyClick(window.who.field, Qt.Key.Key_Return)
    press(window, qtbot, 0, Mark.YES)
    send(window, qtbot)
    board = page.shell.services.poll_boards.board(evenings.board.poll.id)
    assert [(guest.guest_name, guest.road) for guest in board.guests] == [("Tuuli Rantasalo", Road.HANDED)]
    window.ask_next()
    find(window, qtbot, "tuuli rantasalo")
    assert "answered already" in window.answer._note.text()
    press(window, qtbot, 1, Mark.NO)
    send(window, qtbot)
    board = page.shell.services.poll_boards.board(evenings.board.poll.id)
    assert [list(guest.marks.values()) for guest in board.guests] == [[Mark.NO]]


def test_an_events_poll_takes_no_guests(open_poll, begin, qtbot):
    open_poll("Kvarken")
    window = begin()
    qtbot.keyClicks(window.who.field, "Tuuli Rantasalo")
    assert names_offered(window) == []


def test_how_many_places_are_left_is_told_as_they_go(page, begin, qtbot):
    draft = PollDraft(name="Cars", labels=("Two seats", "Bus"), most={"Two seats": 1})
    made = page.shell.services.poll_editing.create(draft)
    with qtbot.waitSignal(page.view.shown):
        page.open_poll(made.poll_id)
    window = begin()

    def told() -> list[str]:
        return [shown.buttons[Mark.YES].accessibleDescription() for shown in window.answer.question.options]

    find(window, qtbot, "malin holm")
    assert told() == ["room for 1: 1 free", ""]
    assert "room for 1: 1 free" in [words.text() for words in window.answer.question.findChildren(QLabel)]
    press(window, qtbot, 0, Mark.YES)
    send(window, qtbot)
    window.ask_next()
    find(window, qtbot, "rolf back")
    assert told() == ["room for 1: full, you may have to wait", ""]
    window.ask_next()
    find(window, qtbot, "malin holm")
    assert told() == ["room for 1: full; a place you have stays yours, else you may have to wait", ""]


@pytest.mark.parametrize("kind", [PollKind.ONE, PollKind.SEVERAL, PollKind.RANKED, PollKind.NUMBER, PollKind.TEXT])
def test_every_kind_of_poll_is_answered(page, begin, qtbot, kind):
    labels = ("Red", "Blue", "Green") if kind.has_options else ()
    made = page.shell.services.poll_editing.create(PollDraft(name="Colour", labels=labels, kind=kind))
    with qtbot.waitSignal(page.view.shown):
        page.open_poll(made.poll_id)
    window = begin()
    find(window, qtbot, "malin holm")
    question = window.answer.question
    if question.options:
        press(window, qtbot, 0, Mark.YES)
        press(window, qtbot, 2, Mark.YES)
    elif question.order:
        question.order.list.setCurrentRow(2)
        qtbot.mouseClick(question.order.up, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClicks(question.field, "7")
    send(window, qtbot)
    answer = answer_of(page, "Malin Holmgård")
    place = {option.id: at for at, option in enumerate(page.view.board.options)}
    said = ([place[key] for key in answer.marks], [place[key] for key in answer.ranking], answer.said)
    assert (
        said
        == {
            PollKind.ONE: ([2], [], ""),
            PollKind.SEVERAL: ([0, 2], [], ""),
            PollKind.RANKED: ([], [0, 2, 1], ""),
            PollKind.NUMBER: ([], [], "7"),
            PollKind.TEXT: ([], [], "7"),
        }[kind]
    )


@pytest.mark.usefixtures("evenings")
def test_every_control_of_a_round_has_a_name(begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    window.leave.ask()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, (QAbstractButton, QLineEdit)) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


@pytest.mark.usefixtures("evenings")
def test_the_next_person_is_asked_for_by_itself_after_a_while(begin, qtbot):
    window = begin()
    window._waiting.setInterval(100)
    find(window, qtbot, "malin holm")
    press(window, qtbot, 0, Mark.YES)
    send(window, qtbot)
    qtbot.waitUntil(window.who.field.isVisible)
    assert window.who.field.text() == ""


@pytest.mark.usefixtures("evenings")
def test_who_marks_nothing_is_asked_to_and_stays_silent(page, begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    qtbot.mouseClick(window.answer.send, Qt.MouseButton.LeftButton)
    assert window.answer.refusal.isVisible()
    assert "Nothing is marked yet" in window.answer.refusal.text()
    assert window.answer.send.isEnabled()
    assert page.shell.jobs.running == []
    assert (window.taken, answer_of(page, "Malin Holmgård")) == (0, None)
    qtbot.keyClicks(window.answer.comment, "not sure yet")
    send(window, qtbot)
    assert not window.answer.refusal.isVisible()
    assert answer_of(page, "Malin Holmgård").comment == "not sure yet"


@pytest.mark.usefixtures("evenings")
def test_who_marks_nothing_the_second_time_keeps_the_first_answer(page, begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    press(window, qtbot, 1, Mark.YES)
    send(window, qtbot)
    window.ask_next()
    find(window, qtbot, "malin holm")
    qtbot.mouseClick(window.answer.send, Qt.MouseButton.LeftButton)
    assert "Nothing is marked yet" in window.answer.refusal.text()
    assert (window.taken, list(answer_of(page, "Malin Holmgård").marks.values())) == (1, [Mark.YES])


@pytest.mark.parametrize(
    ("kind", "told"), [(PollKind.RANKED, "Nothing is moved"), (PollKind.TEXT, "Nothing is written")]
)
def test_a_poll_without_marks_asks_for_what_it_needs(page, begin, qtbot, kind, told):
    labels = ("Red", "Blue") if kind.has_options else ()
    made = page.shell.services.poll_editing.create(PollDraft(name="Colour", labels=labels, kind=kind))
    with qtbot.waitSignal(page.view.shown):
        page.open_poll(made.poll_id)
    window = begin()
    find(window, qtbot, "malin holm")
    qtbot.mouseClick(window.answer.send, Qt.MouseButton.LeftButton)
    assert told in window.answer.refusal.text()
    assert window.taken == 0


@pytest.mark.usefixtures("evenings")
def test_no_button_is_ringed_before_somebody_comes_to_it(begin, qtbot):
    window = begin()
    find(window, qtbot, "malin holm")
    question = window.answer.question
    assert window.focusWidget() is window.answer.title
    made = [button for shown in question.options for button in shown.buttons.values()]
    for expected in (*made, window.answer.comment, window.answer.send):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected


@pytest.mark.usefixtures("evenings")
def test_after_a_wrong_word_the_focus_stays_where_the_word_is_hidden(begin, qtbot):
    window = begin()
    window.leave._waiting.setInterval(50)
    qtbot.mouseClick(window.coordinator, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(window.leave.field, "wrong")
    window.leave.back.setFocus()
    qtbot.mouseClick(window.leave.back, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.leave.field
    assert window.leave.field.text() == ""
    assert "not the word" in window.leave.wrong.text()
    qtbot.waitUntil(window.leave.back.isEnabled)
    window.ask_next()
    assert window.focusWidget() is window.leave.field
    qtbot.mouseClick(window.leave.stay, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is not window.leave.field
