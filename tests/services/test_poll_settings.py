"""Polls of every kind, how they are asked, whom, and copies of them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.audiences import AudienceKind
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.poll_drafts import MarkEdit, NeedDraft, PollDraft, PollSettings, slots_of_day
from clubhub.domain.polls import Mark, PollKind, Shown
from clubhub.services.bundle import Services

SLOTS = tuple(slots_of_day(date(2027, 6, 12), [time(9), time(13)], timedelta(hours=4)))
PEOPLE = "Name;Groups\nSigne Vikdahl;Band\nOskar Lindmyr;Band\nTove Ekgren;\nNils Åsvik;\n"
CLOSING = datetime(2090, 5, 1, 15, 0, tzinfo=UTC)


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


def person(club: Services, name: str) -> PersonId:
    return next(one.id for one in club.people.directory().people if one.name.startswith(name))


def make(club: Services, name: str = "Outing", **draft) -> PollId:
    given = {"slots": SLOTS} if not draft.keys() & {"slots", "labels", "kind"} else {}
    return club.poll_editing.create(PollDraft(name=name, **given, **draft)).poll_id


def names_asked(club: Services, poll_id: PollId) -> list[str]:
    return [one.name for one in club.poll_boards.board(poll_id).people]


def test_a_draft_is_made_with_all_that_it_says(club):
    settings = PollSettings(
        closes_at=CLOSING, note="Bring a friend", words=("sure", "maybe", "sorry"), audience="group: band",
        shown=Shown.COUNTS, needs=(NeedDraft(person_id=person(club, "Tove")),),
    )  # fmt: skip
    poll_id = make(club, slots=SLOTS, labels=("Any  day", "None"), most={SLOTS[0]: 3, "Any day": 1}, settings=settings)
    board = club.poll_boards.board(poll_id)
    assert [(option.label, option.most) for option in board.options] == [
        ("Sat 12 June 09:00–13:00", 3), ("Sat 12 June 13:00–17:00", None), ("Any day", 1), ("None", None),
    ]  # fmt: skip
    assert (board.poll.audience, board.poll.note, board.poll.word(Mark.NO)) == (
        "group: Band",
        "Bring a friend",
        "sorry",
    )
    assert (board.poll.closes_at, board.poll.shown) == (CLOSING, Shown.COUNTS)
    assert club.poll_editing.settings(poll_id).needs == settings.needs


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        ({"kind": PollKind.ONE, "labels": ("Soup",)}, "at least two"),
        ({"kind": PollKind.SEVERAL}, "The poll has no choices"),
        ({"kind": PollKind.NUMBER, "labels": ("Soup",)}, "Remove the choices"),
        ({"labels": ("Soup", " soup ")}, "twice"),
        ({"labels": ("Soup",), "most": {"Soup": 0}}, "room for one"),
        ({"labels": ("Soup",), "settings": PollSettings(words=("yes", "maybe", "Yes"))}, "three different"),
        ({"labels": ("Soup",), "settings": PollSettings(words=("yes", "", "no"))}, "three different"),
        ({"labels": ("Soup",), "settings": PollSettings(needs=(NeedDraft(),))}, "who is needed"),
    ],
)
def test_what_nobody_can_answer_is_refused(club, draft, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        make(club, **draft)
    assert club.poll_boards.summaries() == []


def test_an_audience_that_the_club_does_not_have_is_refused_by_name(club):
    with pytest.raises(NotFound, match="no group called “choir”"):
        make(club, settings=PollSettings(audience="group: choir"))


def test_only_those_whom_the_audience_means_are_asked_and_silent(club):
    poll_id = make(club, settings=PollSettings(audience="group: Band"))
    assert names_asked(club, poll_id) == ["Oskar Lindmyr", "Signe Vikdahl"]
    assert [(one.answered, one.asked) for one in club.poll_boards.summaries()] == [(0, 2)]
    silent = club.posts.choices().membership.of[AudienceKind.SILENT]["Outing"]
    assert silent == {person(club, "Signe"), person(club, "Oskar")}


def test_who_answers_unasked_is_counted_with_the_others(club):
    poll_id = make(club, settings=PollSettings(audience="group: Band"))
    option = club.poll_boards.board(poll_id).options[0]
    club.poll_editing.record_answer(poll_id, person_id=person(club, "Tove"), marks={option.id: Mark.NO})
    assert names_asked(club, poll_id) == ["Tove Ekgren", "Oskar Lindmyr", "Signe Vikdahl"]
    assert [(one.answered, one.asked) for one in club.poll_boards.summaries()] == [(1, 3)]


def test_an_audience_that_went_asks_nobody_and_says_so(club):
    other = make(club, name="First")
    poll_id = make(club, settings=PollSettings(audience="silent: First"))
    assert len(names_asked(club, poll_id)) == 4
    club.poll_editing.remove(other)
    board = club.poll_boards.board(poll_id)
    assert board.people == ()
    assert "no poll called “First”" in board.problem
    assert club.poll_boards.summaries()[0].asked == 0


def test_settings_are_changed_in_one_step_and_answers_stay(club):
    poll_id = make(club)
    option = club.poll_boards.board(poll_id).options[0]
    club.poll_editing.record_answer(poll_id, person_id=person(club, "Tove"), marks={option.id: Mark.YES})
    poll = club.poll_boards.board(poll_id).poll
    wanted = PollSettings(closes_at=CLOSING, audience="everybody", needs=(NeedDraft(person_id=person(club, "Nils")),))
    changes = club.poll_editing.change(poll, wanted)
    assert changes.title == "change the poll “Outing”"
    assert club.poll_editing.settings(poll_id) == replace(wanted, audience="")
    assert len(club.poll_boards.board(poll_id).answers) == 1
    club.history.undo()
    assert club.poll_editing.settings(poll_id) == PollSettings()


def test_an_edit_over_what_somebody_else_has_changed_is_refused_even_where_only_needs_were(club):
    poll_id = make(club)
    seen = club.poll_boards.board(poll_id).poll
    needs = (NeedDraft(person_id=person(club, "Nils")),)
    club.poll_editing.change(seen, PollSettings(needs=needs))
    with pytest.raises(Conflict):
        club.poll_editing.change(seen, PollSettings(note="Mine"))
    assert club.poll_editing.settings(poll_id) == PollSettings(needs=needs)


def test_needs_are_kept_once_each_and_a_person_is_one(club):
    tove = person(club, "Tove")
    poll_id = make(club, settings=PollSettings(needs=(NeedDraft(person_id=tove, count=4), NeedDraft(person_id=tove))))
    assert club.poll_editing.settings(poll_id).needs == (NeedDraft(person_id=tove),)


def test_a_copy_has_everything_but_the_answers(club):
    settings = PollSettings(
        closes_at=CLOSING, words=("a", "b", "c"), needs=(NeedDraft(person_id=person(club, "Nils")),)
    )
    poll_id = make(club, slots=SLOTS, labels=("None",), most={"None": 2}, settings=settings)
    original = club.poll_boards.board(poll_id)
    edit = MarkEdit(person_id=person(club, "Tove"), option_id=original.options[0].id, was=None, mark=Mark.YES)
    club.poll_editing.set_marks(poll_id, [edit])
    made = club.poll_editing.copy(poll_id, "Outing again")
    assert made.changes.title == "copy the poll “Outing” as “Outing again”"
    copied = club.poll_boards.board(made.poll_id)
    assert [(o.label, o.starts, o.most) for o in copied.options] == [
        (o.label, o.starts, o.most) for o in original.options
    ]  # fmt: skip
    assert copied.answers == {}
    assert club.poll_editing.settings(made.poll_id) == settings
    with pytest.raises(InvalidInput, match="already"):
        club.poll_editing.copy(poll_id, "outing AGAIN")


def test_a_copy_some_weeks_later_keeps_the_hours_over_a_change_of_clocks(club):
    poll_id = make(club, settings=PollSettings(closes_at=datetime(2090, 10, 1, 15, 0, tzinfo=UTC)))
    made = club.poll_editing.copy(poll_id, "Later", later=timedelta(weeks=26))
    board = club.poll_boards.board(made.poll_id)
    assert board.options[0].label == "Sat 11 December 09:00–13:00"
    assert board.poll.closes_at == datetime(2091, 4, 1, 15, 0, tzinfo=UTC)


def test_a_deadline_that_has_passed_is_not_copied(club):
    poll_id = make(club, settings=PollSettings(closes_at=datetime(2020, 5, 1, tzinfo=UTC)))
    made = club.poll_editing.copy(poll_id, "Again")
    assert club.poll_boards.board(made.poll_id).poll.closes_at is None
