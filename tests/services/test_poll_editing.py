"""Polls made and answered by hand: one mark, several, a whole answer; each one step of undo."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import AnswerId, EventId, OptionId, PersonId, PollId
from clubhub.domain.poll_drafts import MarkEdit, PollDraft, slots_of_day
from clubhub.domain.polls import Mark
from clubhub.services.bundle import Services

SATURDAY = date.fromisoformat("2027-06-12")
SLOTS = tuple(slots_of_day(SATURDAY, [time(9), time(13)], timedelta(hours=4)))


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name\nSigne Vikdahl\nOskar Lindmyr\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club: Services) -> PollId:
    return club.poll_editing.create(PollDraft(name=" Helpers’  meeting ", slots=SLOTS[::-1])).poll_id


def person(club: Services, name: str) -> PersonId:
    return next(one.id for one in club.people.directory().people if one.name == name)


def edit_of(club: Services, poll_id: PollId, name: str, at: int, was: Mark | None, mark: Mark | None) -> MarkEdit:
    option = club.poll_boards.board(poll_id).options[at]
    return MarkEdit(person_id=person(club, name), option_id=option.id, was=was, mark=mark)


def marks_of(club: Services, poll_id: PollId, name: str) -> list[Mark | None]:
    board = club.poll_boards.board(poll_id)
    answer = board.answers.get(person(club, name))
    return [answer.marks.get(option.id) if answer else None for option in board.options]


def test_a_made_poll_has_its_times_in_order_and_its_name_tidied(club, poll_id):
    board = club.poll_boards.board(poll_id)
    assert board.poll.name == "Helpers’ meeting"
    assert [option.label for option in board.options] == ["Sat 12 June 09:00–13:00", "Sat 12 June 13:00–17:00"]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (PollDraft(name=" ", slots=SLOTS), "needs a name"),
        (PollDraft(name="New", slots=()), "asks about nothing"),
        (PollDraft(name="New", slots=SLOTS[:1] * 2), "the same"),
        (PollDraft(name="New", slots=((SLOTS[0][1], SLOTS[0][0]),)), "ends before"),
        (PollDraft(name="New", slots=tuple((datetime(2027, 1, 1, 0, 0) + timedelta(hours=n),  # noqa: DTZ001  a wall time
                                            datetime(2027, 1, 1, 1, 0) + timedelta(hours=n)) for n in range(201))), "too many"),  # noqa: DTZ001, E501  a wall time
        (PollDraft(name="helpers’ meeting", slots=SLOTS), "already"),
    ],
)  # fmt: skip
def test_a_poll_that_nobody_can_answer_is_refused_and_not_made(club, poll_id, draft, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        club.poll_editing.create(draft)
    assert [one.poll.id for one in club.poll_boards.summaries()] == [poll_id]


def test_a_mark_is_one_step_of_undo_that_says_whose_it_was(club, poll_id):
    changes = club.poll_editing.set_marks(poll_id, [edit_of(club, poll_id, "Signe Vikdahl", 1, None, Mark.YES)])
    assert changes.title == "mark Signe Vikdahl “yes”, Sat 12 June 13:00"
    assert marks_of(club, poll_id, "Signe Vikdahl") == [None, Mark.YES]
    club.history.undo()
    assert marks_of(club, poll_id, "Signe Vikdahl") == [None, None]


def test_several_marks_are_one_step_of_undo(club, poll_id):
    edits = [
        edit_of(club, poll_id, name, at, None, Mark.NO) for name in ("Signe Vikdahl", "Oskar Lindmyr") for at in (0, 1)
    ]
    assert club.poll_editing.set_marks(poll_id, edits).title == "set 4 marks in “Helpers’ meeting”"
    assert marks_of(club, poll_id, "Oskar Lindmyr") == [Mark.NO, Mark.NO]
    club.history.undo()
    assert club.poll_boards.board(poll_id).answers == {}


def test_clearing_the_last_mark_makes_the_person_silent_again(club, poll_id):
    club.poll_editing.set_marks(poll_id, [edit_of(club, poll_id, "Signe Vikdahl", 0, None, Mark.YES)])
    club.poll_editing.set_marks(poll_id, [edit_of(club, poll_id, "Signe Vikdahl", 0, Mark.YES, None)])
    assert club.poll_boards.board(poll_id).answers == {}
    club.history.undo()
    assert marks_of(club, poll_id, "Signe Vikdahl") == [Mark.YES, None]


def test_a_comment_outlives_the_last_mark(club, poll_id):
    club.poll_editing.record_answer(poll_id, person_id=person(club, "Signe Vikdahl"), marks={}, comment=" rings back ")
    option = club.poll_boards.board(poll_id).options[0]
    for was, mark in ((None, Mark.NO), (Mark.NO, None)):
        edit = MarkEdit(person_id=person(club, "Signe Vikdahl"), option_id=option.id, was=was, mark=mark)
        club.poll_editing.set_marks(poll_id, [edit])
    assert club.poll_boards.board(poll_id).answers[person(club, "Signe Vikdahl")].comment == "rings back"


def test_a_mark_that_somebody_else_changed_is_not_overwritten(club, poll_id):
    mine = edit_of(club, poll_id, "Signe Vikdahl", 0, None, Mark.YES)
    theirs = edit_of(club, poll_id, "Signe Vikdahl", 0, None, Mark.NO)
    other = edit_of(club, poll_id, "Oskar Lindmyr", 0, None, Mark.YES)
    club.poll_editing.set_marks(poll_id, [theirs])
    with pytest.raises(Conflict, match=r"Signe Vikdahl, .* was set to “no” by somebody else .* none of your 2 marks"):
        club.poll_editing.set_marks(poll_id, [other, mine])
    with pytest.raises(Conflict, match="your mark was not written"):
        club.poll_editing.set_marks(poll_id, [mine])
    assert marks_of(club, poll_id, "Signe Vikdahl") == [Mark.NO, None]
    assert marks_of(club, poll_id, "Oskar Lindmyr") == [None, None]


def test_the_same_mark_from_two_windows_is_no_conflict_and_another_time_neither(club, poll_id):
    for at in (0, 0, 1):
        club.poll_editing.set_marks(poll_id, [edit_of(club, poll_id, "Signe Vikdahl", at, None, Mark.YES)])
    assert marks_of(club, poll_id, "Signe Vikdahl") == [Mark.YES, Mark.YES]


def test_marks_of_what_is_gone_are_not_found(club, poll_id):
    edit = edit_of(club, poll_id, "Signe Vikdahl", 0, None, Mark.YES)
    for wrong in (
        MarkEdit(person_id=edit.person_id, option_id=OptionId(1), was=None, mark=Mark.YES),
        MarkEdit(answer_id=AnswerId(1), option_id=edit.option_id, was=None, mark=Mark.YES),
        MarkEdit(person_id=PersonId(1), option_id=edit.option_id, was=None, mark=None),
    ):
        with pytest.raises(NotFound):
            club.poll_editing.set_marks(poll_id, [wrong])
    with pytest.raises(NotFound):
        club.poll_editing.set_marks(PollId(1), [edit])


def test_a_typed_answer_replaces_the_earlier_one(club, poll_id):
    first, second = club.poll_boards.board(poll_id).options
    signe = person(club, "Signe Vikdahl")
    club.poll_editing.record_answer(poll_id, person_id=signe, marks={first.id: Mark.YES})
    changes = club.poll_editing.record_answer(poll_id, person_id=signe, marks={second.id: Mark.NO}, comment="by phone")
    assert changes.title == "write down the answer of Signe Vikdahl to “Helpers’ meeting”"
    board = club.poll_boards.board(poll_id)
    assert len(board.answers) == 1
    assert (board.answers[signe].marks, board.answers[signe].comment) == ({second.id: Mark.NO}, "by phone")


def test_an_answer_that_came_meanwhile_is_not_overwritten(club, poll_id):
    first, second = club.poll_boards.board(poll_id).options
    signe, record = person(club, "Signe Vikdahl"), club.poll_editing.record_answer
    record(poll_id, person_id=signe, marks={first.id: Mark.YES}, seen=())
    seen = [club.poll_boards.board(poll_id).answers[signe]]
    with pytest.raises(Conflict, match="meanwhile"):
        record(poll_id, person_id=signe, marks={second.id: Mark.NO}, seen=())
    record(poll_id, person_id=signe, marks={second.id: Mark.NO}, seen=seen)
    with pytest.raises(Conflict, match="meanwhile"):
        record(poll_id, person_id=signe, marks={}, seen=seen)
    assert club.poll_boards.board(poll_id).answers[signe].marks == {second.id: Mark.NO}


def test_nobody_answers_who_was_removed_meanwhile(club, poll_id):
    signe = person(club, "Signe Vikdahl")
    club.people.remove([signe])
    with pytest.raises(NotFound, match="This person is no longer in the club"):
        club.poll_editing.record_answer(poll_id, person_id=signe, marks={}, seen=())


def test_a_poll_for_an_event_that_is_gone_is_refused(club):
    with pytest.raises(NotFound, match="This event is no longer in the club"):
        club.poll_editing.create(PollDraft(name="Gala", slots=SLOTS, event_id=EventId(7)))


def test_a_guest_is_known_by_name(club, poll_id):
    option = club.poll_boards.board(poll_id).options[0]
    club.poll_editing.record_answer(poll_id, guest_name="Tuuli Rantasalo", marks={option.id: Mark.YES})
    club.poll_editing.record_answer(poll_id, guest_name="tuuli rantasalo ", marks={option.id: Mark.NO})
    (guest,) = club.poll_boards.board(poll_id).guests
    assert guest.marks == {option.id: Mark.NO}
    edit = MarkEdit(answer_id=guest.id, option_id=option.id, was=Mark.NO, mark=Mark.IF_NEED_BE)
    assert club.poll_editing.set_marks(poll_id, [edit]).title == "mark tuuli rantasalo “if need be”, Sat 12 June 09:00"


def test_an_answer_without_a_name_is_refused(club, poll_id):
    with pytest.raises(InvalidInput, match="whose"):
        club.poll_editing.record_answer(poll_id, guest_name="  ", marks={})


def test_a_poll_is_renamed_and_a_taken_or_empty_name_refused(club, poll_id):
    club.poll_editing.create(PollDraft(name="Other", slots=SLOTS))
    poll = club.poll_boards.board(poll_id).poll
    for name in ("", "other"):
        with pytest.raises(InvalidInput):
            club.poll_editing.rename(poll, name)
    assert club.poll_editing.rename(poll, "Evening").title == "rename the poll “Helpers’ meeting” to “Evening”"
    with pytest.raises(Conflict):
        club.poll_editing.rename(poll, "Morning")


def test_a_removed_poll_comes_back_whole(club, poll_id):
    club.poll_editing.set_marks(poll_id, [edit_of(club, poll_id, "Signe Vikdahl", 0, None, Mark.YES)])
    before = club.poll_boards.board(poll_id)
    assert club.poll_editing.remove(poll_id).title == "remove the poll “Helpers’ meeting”"
    assert club.poll_boards.summaries() == []
    with pytest.raises(NotFound):
        club.poll_editing.remove(poll_id)
    club.history.undo()
    after = club.poll_boards.board(poll_id)
    assert [option.id for option in after.options] == [option.id for option in before.options]
    assert marks_of(club, poll_id, "Signe Vikdahl") == [Mark.YES, None]
