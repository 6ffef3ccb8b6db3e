"""Reading polls for the screen: who was asked, who answered, and the slots that an event's shifts give."""

from pathlib import Path

import pytest
from tests.demo_copies import make_demo

from clubhub.app import build_services, create_club
from clubhub.domain.availability import ShiftCover
from clubhub.domain.clubs import Club
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import EventId, PollId
from clubhub.domain.poll_drafts import MarkEdit, PollDraft, PollSettings
from clubhub.domain.polls import Mark
from clubhub.services.bundle import Services


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Services:
    return build_services(make_demo(tmp_path_factory.mktemp("demo") / "demo.clubhub"))


def test_the_list_says_how_many_of_the_club_have_answered(demo):
    (summary,) = demo.poll_boards.summaries()
    assert (summary.event_name, summary.options, summary.answered, summary.asked) == ("Kvarken Games", 8, 51, 60)
    assert summary.starts < summary.ends
    assert summary.guests == 0


def test_a_board_holds_everybody_with_their_newest_answer_and_the_shifts_of_its_event(demo):
    (summary,) = demo.poll_boards.summaries()
    board = demo.poll_boards.board(summary.poll.id)
    assert len(board.people) == 60
    assert len(board.answers) == 51
    assert set(board.answers) <= {person.id for person in board.people}
    assert sum(shift.places for shift in board.shifts) > 50
    assert [shift.starts for shift in board.shifts] == sorted(shift.starts for shift in board.shifts)


def test_the_slots_of_an_event_cover_every_one_of_its_shifts(demo):
    (choice,) = demo.poll_boards.event_choices()
    assert choice.has_poll
    draft = demo.poll_boards.draft_for_event(choice.event.id)
    assert draft.name == "Kvarken Games: when can you come? 2"
    made = demo.poll_editing.create(type(draft)(name="Once more", slots=draft.slots, event_id=draft.event_id))
    board = demo.poll_boards.board(made.poll_id)
    assert len(board.options) == len(draft.slots) == 8
    assert all(all(ShiftCover.of(shift.starts, shift.ends, board.options).pieces) for shift in board.shifts)
    demo.history.undo()


def test_what_is_gone_is_not_found(demo):
    with pytest.raises(NotFound):
        demo.poll_boards.board(PollId(1))
    with pytest.raises(NotFound):
        demo.poll_boards.draft_for_event(EventId(1))


def test_a_poll_without_options_or_answers_is_listed(tmp_path: Path):
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    assert services.poll_boards.summaries() == []
    assert services.poll_boards.event_choices() == []


def test_plain_choices_have_no_times(tmp_path: Path):
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "answers.csv").write_text("Name,Red,Blue\nSigne,yes,no\n", "utf-8")
    services.polls.import_answers(tmp_path / "answers.csv", poll="Colour of the shirts")
    (summary,) = services.poll_boards.summaries()
    assert (summary.starts, summary.ends, summary.guests, summary.answered) == (None, None, 1, 0)
    board = services.poll_boards.board(summary.poll.id)
    edit = MarkEdit(option_id=board.options[0].id, was=Mark.YES, mark=None, answer_id=board.guests[0].id)
    assert services.poll_editing.set_marks(summary.poll.id, [edit]).title == "clear the mark of Signe, Red"


def test_a_board_says_in_words_whom_its_poll_asks(demo):
    asked = PollSettings(audience="group: Masters")
    made = demo.poll_editing.create(PollDraft(name="Masters", labels=("Yes please",), settings=asked)).poll_id
    board = demo.poll_boards.board(made)
    assert (board.asked_words, board.unasked) == (f"{len(board.people)} people of Masters", 0)
    asked = {person.id for person in board.people}
    other = next(person for person in demo.people.directory().people if person.id not in asked)
    demo.poll_editing.record_answer(made, person_id=other.id, marks={}, comment="May I come?", seen=[])
    again = demo.poll_boards.board(made)
    assert (again.asked_words, again.unasked, len(again.people)) == (board.asked_words, 1, len(board.people) + 1)
    everybody = next(one.poll.id for one in demo.poll_boards.summaries() if one.event_name)
    assert demo.poll_boards.board(everybody).asked_words == ""
    demo.poll_editing.remove(made)
