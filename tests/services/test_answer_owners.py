"""An answer that stands in a poll is taken out, or given to somebody of the club; both are one step of undo."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import AnswerId, PersonId, PollId
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Mark, Road
from clubhub.services.bundle import Services

SLOTS = tuple(slots_of_day(date(2027, 6, 12), [time(9), time(13)], timedelta(hours=4)))


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name\nSigne Vikdahl\nOskar Lindmyr\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club: Services) -> PollId:
    """Of two times; Signe can come to none, and the guest “Sisse V” to both."""
    made = club.poll_editing.create(PollDraft(name="Meeting", slots=SLOTS)).poll_id
    options = club.poll_boards.board(made).options
    club.poll_editing.record_answer(made, person_id=signe(club), marks={one.id: Mark.NO for one in options})
    marks = {one.id: Mark.YES for one in options}
    club.poll_editing.record_answer(made, guest_name="Sisse V", marks=marks, comment="by bus", road=Road.CHAT)
    return made


def of_name(club: Services, name: str) -> PersonId:
    return next(one.id for one in club.people.directory().people if one.name.startswith(name))


def signe(club: Services) -> PersonId:
    return of_name(club, "Signe")


def guest(club: Services, poll_id: PollId) -> AnswerId:
    return club.poll_boards.board(poll_id).guests[0].id


def test_a_guests_answer_is_taken_out_and_undo_brings_it_back(club, poll_id):
    changes = club.answer_owners.remove(poll_id, answer_id=guest(club, poll_id))
    assert changes.title == "remove the answer of Sisse V to “Meeting”"
    assert club.poll_boards.board(poll_id).guests == ()
    club.history.undo()
    assert [answer.comment for answer in club.poll_boards.board(poll_id).guests] == ["by bus"]


def test_a_person_whose_answer_is_taken_out_is_silent_again(club, poll_id):
    changes = club.answer_owners.remove(poll_id, person_id=signe(club))
    assert changes.title == "remove the answer of Signe Vikdahl to “Meeting”"
    assert club.poll_boards.board(poll_id).answers == {}
    with pytest.raises(NotFound, match="no longer in the poll"):
        club.answer_owners.remove(poll_id, person_id=signe(club))


def test_a_guests_answer_becomes_that_of_somebody_silent_with_its_road_and_comment(club, poll_id):
    oskar = of_name(club, "Oskar")
    changes = club.answer_owners.give(poll_id, guest(club, poll_id), oskar)
    assert changes.title == "give the answer of the guest Sisse V to Oskar Lindmyr, in “Meeting”"
    board = club.poll_boards.board(poll_id)
    assert board.guests == ()
    answer = board.answers[oskar]
    assert (set(answer.marks.values()), answer.road, answer.comment) == ({Mark.YES}, Road.CHAT, "by bus")
    club.history.undo()
    assert len(club.poll_boards.board(poll_id).guests) == 1


def test_it_takes_the_place_of_the_persons_own_answer_which_stays_in_the_history(club, poll_id):
    own = club.poll_boards.board(poll_id).answers[signe(club)]
    club.answer_owners.give(poll_id, guest(club, poll_id), signe(club), seen=own.id)
    board = club.poll_boards.board(poll_id)
    assert set(board.answers[signe(club)].marks.values()) == {Mark.YES}
    assert board.guests == ()
    versions = club.answer_history.of(poll_id, person_id=signe(club)).versions
    assert [set(one.answer.marks.values()) for one in versions] == [{Mark.YES}, {Mark.NO}]
    club.history.undo()
    board = club.poll_boards.board(poll_id)
    assert set(board.answers[signe(club)].marks.values()) == {Mark.NO}
    assert len(board.guests) == 1


def test_an_answer_that_came_meanwhile_is_not_overwritten_unseen(club, poll_id):
    with pytest.raises(Conflict):
        club.answer_owners.give(poll_id, guest(club, poll_id), signe(club))
    assert set(club.poll_boards.board(poll_id).answers[signe(club)].marks.values()) == {Mark.NO}
    gone = guest(club, poll_id)
    club.answer_owners.remove(poll_id, answer_id=gone)
    with pytest.raises(NotFound):
        club.answer_owners.give(poll_id, gone, of_name(club, "Oskar"))
