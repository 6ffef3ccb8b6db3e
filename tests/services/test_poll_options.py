"""Options added, renamed, limited and removed after people have answered."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import DecisionId, PersonId, PollId, new_id
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Decision, Mark, PollKind
from clubhub.domain.waiting_lists import waiting_list
from clubhub.services.bundle import Services
from clubhub.storage import poll_records

SLOTS = slots_of_day(date(2027, 6, 12), [time(9), time(13), time(17)], timedelta(hours=4))


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name\nSigne Vikdahl\nOskar Lindmyr\nTove Ekgren\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club: Services) -> PollId:
    return club.poll_editing.create(PollDraft(name="Outing", slots=tuple(SLOTS[:2]))).poll_id


def person(club: Services, name: str) -> PersonId:
    return next(one.id for one in club.people.directory().people if one.name.startswith(name))


def options(club: Services, poll_id: PollId):
    return club.poll_boards.board(poll_id).options


def answer(club: Services, poll_id: PollId, name: str, *marks: Mark | None) -> None:
    given = zip(options(club, poll_id), marks, strict=False)
    said = {option.id: mark for option, mark in given if mark}
    club.poll_editing.record_answer(poll_id, person_id=person(club, name), marks=said)


def decide(club: Services, poll_id: PollId, at: int) -> None:
    decision = Decision(
        id=DecisionId(new_id()), poll_id=poll_id, option_id=options(club, poll_id)[at].id,
        decided_at=datetime(2027, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    with club.poll_options._database.write("decide") as work:
        poll_records.put_decision(work, decision)


def decision(club: Services, poll_id: PollId) -> Decision | None:
    with club.poll_options._database.read() as reader:
        return poll_records.find_decision(reader, poll_id)


def test_an_added_option_stands_after_all_others_and_answers_stay(club, poll_id):
    answer(club, poll_id, "Tove", Mark.YES, Mark.NO)
    changes = club.poll_options.add(poll_id, slots=[SLOTS[2]], labels=["None of these"], most={SLOTS[2]: 2})
    assert changes.title == "add 2 options to “Outing”"
    found = options(club, poll_id)
    assert [(option.number, option.most) for option in found] == [(1, None), (2, None), (3, 2), (4, None)]
    assert list(club.poll_boards.board(poll_id).answers[person(club, "Tove")].marks.values()) == [Mark.YES, Mark.NO]


def test_the_number_of_a_removed_option_is_never_anothers(club, poll_id):
    club.poll_options.remove(poll_id, [options(club, poll_id)[1].id])
    club.poll_options.add(poll_id, slots=[SLOTS[2]])
    assert [option.number for option in options(club, poll_id)] == [1, 3]


def test_a_removed_option_comes_back_with_its_marks_and_its_decision(club, poll_id):
    answer(club, poll_id, "Tove", Mark.YES, Mark.NO)
    decide(club, poll_id, 1)
    changes = club.poll_options.remove(poll_id, [options(club, poll_id)[1].id])
    assert changes.title == "remove Sat 12 June 13:00–17:00 from “Outing”"
    assert decision(club, poll_id) is None
    club.history.undo()
    (_first, second) = options(club, poll_id)
    assert decision(club, poll_id).option_id == second.id
    assert club.poll_boards.board(poll_id).answers[person(club, "Tove")].marks[second.id] is Mark.NO


def test_removing_another_option_leaves_the_decision(club, poll_id):
    decide(club, poll_id, 1)
    club.poll_options.remove(poll_id, [options(club, poll_id)[0].id])
    assert decision(club, poll_id) is not None


def test_the_last_option_is_not_removed(club, poll_id):
    with pytest.raises(InvalidInput, match="ask about nothing"):
        club.poll_options.remove(poll_id, [option.id for option in options(club, poll_id)])
    with pytest.raises(NotFound):
        club.poll_options.remove(PollId(1), [])


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        ({"slots": SLOTS[:1]}, "the same"),
        ({"labels": ["soup", "Soup"]}, "twice"),
        ({"labels": [" "]}, "Say what"),
        ({}, "Say what"),
        ({"labels": ["Soup"], "most": {"Soup": 0}}, "room for one"),
    ],
)
def test_an_option_that_cannot_be_is_not_added(club, poll_id, added, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        club.poll_options.add(poll_id, **added)
    assert len(options(club, poll_id)) == 2


def test_a_number_is_asked_without_options(club):
    poll_id = club.poll_editing.create(PollDraft(name="Size", kind=PollKind.NUMBER)).poll_id
    with pytest.raises(InvalidInput, match="has no options"):
        club.poll_options.add(poll_id, labels=["Soup"])


def test_an_option_is_renamed_over_what_was_seen_alone(club, poll_id):
    first, second = options(club, poll_id)
    assert club.poll_options.rename(first, " By  bus ").title == "call the option “Sat 12 June 09:00–13:00” “By bus”"
    with pytest.raises(Conflict):
        club.poll_options.rename(first, "By train")
    for label, sentence in (("", "needs a name"), ("by BUS", "already")):
        with pytest.raises(InvalidInput, match=sentence):
            club.poll_options.rename(second, label)


def test_who_said_yes_first_is_in_and_moves_up_in_order(club, poll_id):
    for name in ("Signe", "Oskar", "Tove"):
        answer(club, poll_id, name, Mark.YES)
    first = options(club, poll_id)[0]
    club.poll_options.limit([first], 1)
    answer(club, poll_id, "Signe", Mark.YES, Mark.YES)
    board = club.poll_boards.board(poll_id)
    found = waiting_list(board.options[0], board.answers.values())
    assert [one.person_id for one in found.placed + found.waiting] == [
        person(club, name) for name in ("Signe", "Oskar", "Tove")
    ]  # fmt: skip
    answer(club, poll_id, "Signe", Mark.NO)
    answer(club, poll_id, "Signe", Mark.YES)
    board = club.poll_boards.board(poll_id)
    found = waiting_list(board.options[0], board.answers.values())
    assert [one.person_id for one in found.placed + found.waiting] == [
        person(club, name) for name in ("Oskar", "Tove", "Signe")
    ]  # fmt: skip


def test_a_limit_is_one_step_and_refused_for_nobody_or_over_another_edit(club, poll_id):
    both = options(club, poll_id)
    assert club.poll_options.limit(both, 4).title == "limit 2 options"
    assert [option.most for option in options(club, poll_id)] == [4, 4]
    with pytest.raises(Conflict):
        club.poll_options.limit(both[:1], 2)
    with pytest.raises(InvalidInput, match="room for one"):
        club.poll_options.limit(both, 0)
    club.poll_options.limit(options(club, poll_id)[:1], None)
    assert [option.most for option in options(club, poll_id)] == [None, 4]
