"""Answers to questions that aren't marks: one choice, several, an order, a number, a text."""

from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.poll_drafts import MarkEdit, PollDraft
from clubhub.domain.polls import Mark, PollKind, Road
from clubhub.services.bundle import Services

LABELS = ("Soup", "Bread", "Cake")


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name\nSigne Vikdahl\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


def signe(club: Services) -> PersonId:
    return club.people.directory().people[0].id


def make(club: Services, kind: PollKind) -> tuple[PollId, list[OptionId]]:
    labels = LABELS if kind.has_options else ()
    poll_id = club.poll_editing.create(PollDraft(name="Food", kind=kind, labels=labels)).poll_id
    return poll_id, [option.id for option in club.poll_boards.board(poll_id).options]


def kept(club: Services, poll_id: PollId):
    return club.poll_boards.board(poll_id).answers[signe(club)]


def test_one_or_several_are_chosen_by_yes(club):
    for kind, chosen in ((PollKind.ONE, 1), (PollKind.SEVERAL, 2)):
        poll_id, options = make(club, kind)
        marks = dict.fromkeys(options[:chosen], Mark.YES)
        club.poll_editing.record_answer(poll_id, person_id=signe(club), marks=marks, road=Road.CHAT)
        assert (kept(club, poll_id).marks, kept(club, poll_id).road) == (marks, Road.CHAT)
        with pytest.raises(InvalidInput, match="chosen or not"):
            club.poll_editing.record_answer(poll_id, person_id=signe(club), marks={options[0]: Mark.NO})
        club.poll_editing.remove(poll_id)


def test_two_are_too_many_where_one_is_chosen(club):
    poll_id, options = make(club, PollKind.ONE)
    with pytest.raises(InvalidInput, match="Only one"):
        club.poll_editing.record_answer(poll_id, person_id=signe(club), marks=dict.fromkeys(options, Mark.YES))


def test_a_yes_in_the_grid_takes_the_place_of_the_other_choice(club):
    poll_id, options = make(club, PollKind.ONE)
    for option in options[:2]:
        edit = MarkEdit(person_id=signe(club), option_id=option, was=None, mark=Mark.YES)
        club.poll_editing.set_marks(poll_id, [edit])
    assert kept(club, poll_id).marks == {options[1]: Mark.YES}
    with pytest.raises(InvalidInput, match="chosen or not"):
        club.poll_editing.set_marks(
            poll_id, [MarkEdit(person_id=signe(club), option_id=options[0], was=None, mark=Mark.NO)]
        )


def test_a_ranking_may_leave_some_out_but_names_each_once(club):
    poll_id, options = make(club, PollKind.RANKED)
    club.poll_editing.record_answer(poll_id, person_id=signe(club), ranking=options[:0:-1])
    assert kept(club, poll_id).ranking == (options[2], options[1])
    for wrong in ([options[0], options[0]], [OptionId(7)]):
        with pytest.raises(InvalidInput):
            club.poll_editing.record_answer(poll_id, person_id=signe(club), ranking=wrong)
    edit = MarkEdit(person_id=signe(club), option_id=options[0], was=None, mark=Mark.YES)
    with pytest.raises(InvalidInput, match="with marks"):
        club.poll_editing.set_marks(poll_id, [edit])


@pytest.mark.parametrize(
    ("written", "said"),
    [("12", "12"), (" 12,50 ", "12.5"), ("1 250", "1250"), ("−3", "-3"), ("0,125", "0.125"), ("007", "7"), ("", "")],
)
def test_a_number_is_kept_in_one_form(club, written, said):
    poll_id, _options = make(club, PollKind.NUMBER)
    club.poll_editing.record_answer(poll_id, person_id=signe(club), said=written)
    assert kept(club, poll_id).said == said


@pytest.mark.parametrize(("written", "sentence"), [("two", "no number"), ("1.250", "two ways"), ("1e9", "no number")])
def test_what_is_no_number_is_refused(club, written, sentence):
    poll_id, _options = make(club, PollKind.NUMBER)
    with pytest.raises(InvalidInput, match=sentence):
        club.poll_editing.record_answer(poll_id, person_id=signe(club), said=written)


def test_a_text_is_kept_as_written_up_to_its_length(club):
    poll_id, _options = make(club, PollKind.TEXT)
    club.poll_editing.record_answer(poll_id, person_id=signe(club), said=" Cake, please! ", marks={})
    assert kept(club, poll_id).said == "Cake, please!"
    with pytest.raises(InvalidInput, match="500 letters"):
        club.poll_editing.record_answer(poll_id, person_id=signe(club), said="a" * 501)
