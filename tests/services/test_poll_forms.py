"""A poll changed as a whole: one step, refused over what somebody else has changed."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import NeedDraft, PollDraft, PollSettings, slots_of_day
from clubhub.domain.polls import Mark, PollKind
from clubhub.services.bundle import Services
from clubhub.services.poll_forms import PollSheet, PollWanted
from clubhub.services.poll_options import OptionWanted

SLOTS = slots_of_day(date(2027, 6, 12), [time(9), time(13), time(17)], timedelta(hours=4))


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name;Groups\nSigne Vikdahl;Band\nOskar Lindmyr;\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club: Services) -> PollId:
    return club.poll_editing.create(PollDraft(name="Outing", slots=tuple(SLOTS[:2]), labels=("None",))).poll_id


def wanted(sheet: PollSheet, **changed) -> PollWanted:
    options = tuple(
        OptionWanted(option_id=o.id, slot=(o.starts, o.ends) if o.starts else None, label=o.label, most=o.most)
        for o in sheet.options
    )
    return replace(
        PollWanted(name=sheet.poll.name, kind=sheet.poll.kind, settings=sheet.settings, options=options), **changed
    )


def test_name_settings_and_options_change_in_one_step_of_undo(club, poll_id):
    seen = club.poll_forms.sheet(poll_id)
    first, _second, plain = wanted(seen).options
    options = (replace(first, most=5), OptionWanted(slot=SLOTS[2], most=2), replace(plain, label="None  of these"))
    settings = PollSettings(audience="group: Band", note="Bring a friend")
    changes = club.poll_forms.revise(
        seen, PollWanted(name="Big outing", kind=seen.poll.kind, settings=settings, options=options)
    )
    assert changes.title == "change the poll “Outing”"
    now = club.poll_forms.sheet(poll_id)
    assert (now.poll.name, now.settings) == ("Big outing", settings)
    assert [(o.number, o.label, o.most) for o in now.options] == [
        (1, "Sat 12 June 09:00–13:00", 5), (3, "None of these", None), (4, "Sat 12 June 17:00–21:00", 2),
    ]  # fmt: skip
    club.history.undo()
    assert [o.label for o in club.poll_forms.sheet(poll_id).options] == [o.label for o in seen.options]


def test_nothing_wanted_changes_nothing(club, poll_id):
    seen = club.poll_forms.sheet(poll_id)
    assert not club.poll_forms.revise(seen, wanted(seen)).ids


def test_answers_stay_when_options_come_and_go(club, poll_id):
    seen = club.poll_forms.sheet(poll_id)
    signe = club.people.directory().people[-1].id
    marks = {option.id: Mark.YES for option in seen.options}
    club.poll_editing.record_answer(poll_id, person_id=signe, marks=marks)
    club.poll_forms.revise(seen, wanted(seen, options=wanted(seen).options[:1]))
    assert club.poll_boards.board(poll_id).answers[signe].marks == marks


def test_what_came_meanwhile_is_left_alone_and_what_was_changed_refused(club, poll_id):
    seen = club.poll_forms.sheet(poll_id)
    with_another = (*wanted(seen).options, OptionWanted(slot=SLOTS[2]))
    club.poll_forms.revise(seen, wanted(seen, options=with_another))
    fresh = club.poll_forms.sheet(poll_id)
    assert len(fresh.options) == 4
    with pytest.raises(Conflict):
        club.poll_forms.revise(seen, wanted(seen, name="Mine"))
    renamed = (*wanted(fresh).options[:2], replace(wanted(fresh).options[2], label="No day"), wanted(fresh).options[3])
    club.poll_forms.revise(fresh, wanted(fresh, options=renamed))
    with pytest.raises(Conflict):
        club.poll_forms.revise(fresh, wanted(fresh, options=wanted(fresh).options[:2]))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": " "}, "needs a name"),
        ({"options": ()}, "ask about nothing"),
        ({"options": (OptionWanted(slot=SLOTS[0]), OptionWanted(slot=SLOTS[0]))}, "the same"),
        ({"options": (OptionWanted(label=" "),)}, "needs a name"),
        ({"options": (OptionWanted(label="Soup", most=0),)}, "room for one"),
        ({"settings": PollSettings(needs=(NeedDraft(),))}, "who is needed"),
    ],
)
def test_what_nobody_can_answer_is_refused_and_nothing_written(club, poll_id, changed, sentence):
    seen = club.poll_forms.sheet(poll_id)
    with pytest.raises(InvalidInput, match=sentence):
        club.poll_forms.revise(seen, wanted(seen, **changed))
    assert club.poll_forms.sheet(poll_id) == seen


def test_a_form_offers_who_can_be_asked_or_needed(club):
    choices = club.poll_forms.choices()
    assert [group.name for group in choices.groups] == ["Band"]
    assert len(choices.people) == len(choices.membership.people) == 2
    with pytest.raises(NotFound):
        club.poll_forms.sheet(PollId(1))


def test_another_kind_keeps_what_was_chosen_and_makes_old_ballots_void(club):
    made = club.poll_editing.create(PollDraft(name="Food", kind=PollKind.SEVERAL, labels=("Soup", "Cake"))).poll_id
    soup, cake = club.poll_forms.sheet(made).options
    club.poll_editing.record_answer(made, guest_name="Nora", marks={soup.id: Mark.YES})
    seen = club.poll_forms.sheet(made)
    club.poll_forms.revise(seen, wanted(seen, kind=PollKind.MARKS))
    now = club.poll_forms.sheet(made)
    assert now.poll.kind is PollKind.MARKS
    assert (now.poll.code, now.poll.secret == seen.poll.secret) == (seen.poll.code, False)
    (nora,) = club.poll_boards.board(made).guests
    assert nora.marks == {soup.id: Mark.YES}
    club.poll_editing.record_answer(made, guest_name="Nora", marks={soup.id: Mark.YES, cake.id: Mark.NO})
    with pytest.raises(Conflict, match="1 answer would lose"):
        club.poll_forms.revise(now, wanted(now, kind=PollKind.SEVERAL))
    assert club.poll_forms.sheet(made).kinds == (PollKind.MARKS,)
    club.history.undo()
    club.history.undo()
    back = club.poll_forms.sheet(made).poll
    assert (back.kind, back.secret) == (PollKind.SEVERAL, seen.poll.secret)


def test_a_kind_is_not_undone_over_answers_that_it_could_not_hold(club):
    made = club.poll_editing.create(PollDraft(name="Food", kind=PollKind.ONE, labels=("Soup", "Cake"))).poll_id
    seen = club.poll_forms.sheet(made)
    soup, _cake = seen.options
    changed = club.poll_forms.revise(seen, wanted(seen, kind=PollKind.MARKS))
    club.poll_editing.record_answer(made, guest_name="Nora", marks={soup.id: Mark.NO})
    with pytest.raises(Conflict, match=r"“Food” would be .* 1 answer would lose what it says"):
        club.history.undo(changed.id)
    assert club.poll_forms.sheet(made).poll.kind is PollKind.MARKS
    club.poll_editing.record_answer(made, guest_name="Nora", marks={soup.id: Mark.YES})
    club.history.undo(changed.id)
    assert club.poll_forms.sheet(made).poll.kind is PollKind.ONE


def test_a_question_without_answers_becomes_a_number_without_its_choices(club):
    made = club.poll_editing.create(PollDraft(name="Food", kind=PollKind.ONE, labels=("Soup", "Cake"))).poll_id
    seen = club.poll_forms.sheet(made)
    with pytest.raises(InvalidInput, match="Remove the choices"):
        club.poll_forms.revise(seen, wanted(seen, kind=PollKind.NUMBER))
    club.poll_forms.revise(seen, wanted(seen, kind=PollKind.NUMBER, options=()))
    now = club.poll_forms.sheet(made)
    assert (now.poll.kind, now.options) == (PollKind.NUMBER, ())
