"""Options added, renamed, limited and removed after people have answered."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.ids import DecisionId, PersonId, PollId, new_id
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Decision, Mark
from clubhub.domain.waiting_lists import waiting_list
from clubhub.services.bundle import Services
from clubhub.services.poll_forms import PollWanted
from clubhub.services.poll_options import OptionWanted
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
    with club.poll_forms._database.write("decide") as work:
        poll_records.put_decision(work, decision)


def decision(club: Services, poll_id: PollId) -> Decision | None:
    with club.poll_forms._database.read() as reader:
        return poll_records.find_decision(reader, poll_id)


def present(club: Services, poll_id: PollId) -> list[OptionWanted]:
    """The options as they are, as a form would keep them."""
    return [
        OptionWanted(option_id=o.id, slot=(o.starts, o.ends) if o.starts else None, label=o.label, most=o.most)
        for o in options(club, poll_id)
    ]


def revise(club: Services, poll_id: PollId, wanted: list[OptionWanted], *, seen=None) -> None:
    seen = seen or club.poll_forms.sheet(poll_id)
    club.poll_forms.revise(
        seen, PollWanted(name=seen.poll.name, kind=seen.poll.kind, settings=seen.settings, options=tuple(wanted))
    )


def limit(club: Services, poll_id: PollId, most: int | None) -> None:
    revise(club, poll_id, [replace(one, most=most) for one in present(club, poll_id)])


def test_an_added_option_stands_after_all_others_and_answers_stay(club, poll_id):
    answer(club, poll_id, "Tove", Mark.YES, Mark.NO)
    added = [OptionWanted(slot=SLOTS[2], most=2), OptionWanted(label="None of these")]
    revise(club, poll_id, [*present(club, poll_id), *added])
    found = options(club, poll_id)
    assert [(option.number, option.most) for option in found] == [(1, None), (2, None), (3, 2), (4, None)]
    assert list(club.poll_boards.board(poll_id).answers[person(club, "Tove")].marks.values()) == [Mark.YES, Mark.NO]


def test_the_number_of_a_removed_option_is_never_anothers(club, poll_id):
    revise(club, poll_id, present(club, poll_id)[:1])
    revise(club, poll_id, [*present(club, poll_id), OptionWanted(slot=SLOTS[2])])
    assert [option.number for option in options(club, poll_id)] == [1, 3]


def test_a_removed_option_comes_back_with_its_marks_and_its_decision(club, poll_id):
    answer(club, poll_id, "Tove", Mark.YES, Mark.NO)
    decide(club, poll_id, 1)
    revise(club, poll_id, present(club, poll_id)[:1])
    assert decision(club, poll_id) is None
    club.history.undo()
    (_first, second) = options(club, poll_id)
    assert decision(club, poll_id).option_id == second.id
    assert club.poll_boards.board(poll_id).answers[person(club, "Tove")].marks[second.id] is Mark.NO


def test_removing_another_option_leaves_the_decision(club, poll_id):
    decide(club, poll_id, 1)
    revise(club, poll_id, present(club, poll_id)[1:])
    assert decision(club, poll_id) is not None


@pytest.mark.parametrize(
    ("added", "sentence"),
    [
        ([OptionWanted(slot=SLOTS[0])], "the same"),
        ([OptionWanted(label="soup"), OptionWanted(label="Soup")], "twice"),
        ([OptionWanted(label=" ")], "needs a name"),
        ([OptionWanted(label="Soup", most=0)], "room for one"),
    ],
)
def test_an_option_that_cannot_be_is_not_added(club, poll_id, added, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        revise(club, poll_id, [*present(club, poll_id), *added])
    assert len(options(club, poll_id)) == 2


def test_an_option_that_somebody_removed_meanwhile_is_not_kept(club, poll_id):
    seen, kept = club.poll_forms.sheet(poll_id), present(club, poll_id)
    revise(club, poll_id, kept[1:])
    with pytest.raises(Conflict):
        revise(club, poll_id, kept, seen=seen)


def test_who_said_yes_first_is_in_and_moves_up_in_order(club, poll_id):
    for name in ("Signe", "Oskar", "Tove"):
        answer(club, poll_id, name, Mark.YES)
    limit(club, poll_id, 1)
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


def test_limits_come_and_go(club, poll_id):
    limit(club, poll_id, 4)
    assert [option.most for option in options(club, poll_id)] == [4, 4]
    limit(club, poll_id, None)
    assert [option.most for option in options(club, poll_id)] == [None, None]
