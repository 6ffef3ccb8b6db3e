"""An answer that stands in a poll is taken out, or given to somebody of the club; both are one step of undo."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.poll_answers import Said
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Answer, Mark, Road
from clubhub.services.bundle import Services
from clubhub.services.poll_forms import PollWanted
from clubhub.services.poll_options import OptionWanted

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


def guest(club: Services, poll_id: PollId) -> Answer:
    return club.poll_boards.board(poll_id).guests[0]


def own(club: Services, poll_id: PollId) -> Answer:
    return club.poll_boards.board(poll_id).answers[signe(club)]


def remove(club: Services, seen: Answer) -> Changes:
    said = Said(marks=seen.marks, ranking=seen.ranking, said=seen.said)
    answer_id = None if seen.person_id else seen.id
    return club.answer_owners.remove(seen.poll_id, said, seen.comment, person_id=seen.person_id, answer_id=answer_id)


def test_a_guests_answer_is_taken_out_and_undo_brings_it_back(club, poll_id):
    changes = remove(club, guest(club, poll_id))
    assert changes.title == "remove the answer of Sisse V to “Meeting”"
    assert club.poll_boards.board(poll_id).guests == ()
    club.history.undo()
    assert [answer.comment for answer in club.poll_boards.board(poll_id).guests] == ["by bus"]


def test_a_person_whose_answer_is_taken_out_is_silent_again(club, poll_id):
    seen = own(club, poll_id)
    changes = remove(club, seen)
    assert changes.title == "remove the answer of Signe Vikdahl to “Meeting”"
    assert club.poll_boards.board(poll_id).answers == {}
    with pytest.raises(NotFound, match="no longer in the poll"):
        remove(club, seen)


def test_a_guests_answer_becomes_that_of_somebody_silent_with_its_road_and_comment(club, poll_id):
    oskar = of_name(club, "Oskar")
    changes = club.answer_owners.give(guest(club, poll_id), oskar)
    assert changes.title == "give the answer of the guest Sisse V to Oskar Lindmyr, in “Meeting”"
    board = club.poll_boards.board(poll_id)
    assert board.guests == ()
    answer = board.answers[oskar]
    assert (set(answer.marks.values()), answer.road, answer.comment) == ({Mark.YES}, Road.CHAT, "by bus")
    club.history.undo()
    assert len(club.poll_boards.board(poll_id).guests) == 1


def test_it_takes_the_place_of_the_persons_own_answer_which_stays_in_the_history(club, poll_id):
    club.answer_owners.give(guest(club, poll_id), signe(club), seen=own(club, poll_id))
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
    given, before = guest(club, poll_id), own(club, poll_id)
    with pytest.raises(Conflict):
        club.answer_owners.give(given, signe(club))
    club.poll_editing.record_answer(poll_id, person_id=signe(club), marks=given.marks, comment="after all")
    with pytest.raises(Conflict):
        club.answer_owners.give(given, signe(club), seen=before)
    assert own(club, poll_id).comment == "after all"
    club.poll_editing.record_answer(poll_id, guest_name="Sisse V", marks={}, comment="ill")
    with pytest.raises(Conflict):
        club.answer_owners.give(given, of_name(club, "Oskar"))
    remove(club, guest(club, poll_id))
    with pytest.raises(NotFound):
        club.answer_owners.give(given, of_name(club, "Oskar"))


def test_an_answer_that_says_something_else_meanwhile_is_not_taken_out(club, poll_id):
    seen = own(club, poll_id)
    club.poll_editing.record_answer(poll_id, person_id=signe(club), marks=seen.marks, comment="but ask me")
    with pytest.raises(Conflict):
        remove(club, seen)
    first, _second = seen.marks
    club.poll_editing.record_answer(poll_id, person_id=signe(club), marks={first: Mark.YES})
    with pytest.raises(Conflict):
        remove(club, seen)
    assert own(club, poll_id).marks == {first: Mark.YES}


def test_marks_of_times_that_were_removed_are_neither_seen_nor_in_the_way(club, poll_id):
    seen = own(club, poll_id)
    sheet = club.poll_forms.sheet(poll_id)
    kept, _gone = sheet.options
    club.poll_forms.revise(
        sheet,
        PollWanted(
            name=sheet.poll.name,
            kind=sheet.poll.kind,
            settings=sheet.settings,
            options=(OptionWanted(option_id=kept.id, slot=SLOTS[0]),),
        ),
    )
    remove(club, replace(seen, marks={kept.id: Mark.NO}))
    assert club.poll_boards.board(poll_id).answers == {}


def test_a_person_who_said_yes_before_the_guest_keeps_the_place_in_the_line(club, poll_id):
    early = dict.fromkeys(own(club, poll_id).marks, Mark.YES)
    club.poll_editing.record_answer(poll_id, person_id=signe(club), marks=early)
    before = own(club, poll_id)
    club.poll_editing.record_answer(poll_id, person_id=of_name(club, "Oskar"), marks=early)
    club.poll_editing.record_answer(poll_id, guest_name="Late", marks=early)
    late = next(one for one in club.poll_boards.board(poll_id).guests if one.guest_name == "Late")
    club.answer_owners.give(late, signe(club), seen=before)
    assert own(club, poll_id).yes_since == before.yes_since
    club.answer_owners.give(guest(club, poll_id), signe(club), seen=own(club, poll_id))
    assert all(moment < before.yes_since[key] for key, moment in own(club, poll_id).yes_since.items())
