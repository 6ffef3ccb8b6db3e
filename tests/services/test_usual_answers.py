"""What people usually say: kept per person, a draft for the silent, an answer once it is accepted."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.poll_drafts import PollDraft, PollSettings, slots_of_day
from clubhub.domain.polls import Mark, PollKind
from clubhub.domain.usual_answers import UsualDraft
from clubhub.services.bundle import Services

TUESDAY, SATURDAY = date(2027, 6, 8), date(2027, 6, 12)
NEVER_TUESDAYS = UsualDraft(weekday=1, mark=Mark.NO)
MORNINGS = UsualDraft(weekday=5, mark=Mark.IF_NEED_BE, starts=8 * 60, ends=12 * 60)


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name;Groups\nSigne Vikdahl;Band\nOskar Lindmyr;\nTove Ekgren;\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


def person(club: Services, name: str) -> PersonId:
    return next(one.id for one in club.people.directory().people if one.name.startswith(name))


def make(club: Services, **settings) -> PollId:
    slots = [
        *slots_of_day(TUESDAY, [time(17)], timedelta(hours=2)), *slots_of_day(SATURDAY, [time(9)], timedelta(hours=2)),
    ]  # fmt: skip
    draft = PollDraft(name="Outing", slots=tuple(slots), settings=PollSettings(**settings))
    return club.poll_editing.create(draft).poll_id


def test_they_are_kept_in_one_step_and_exchanged(club):
    signe = person(club, "Signe")
    changes = club.usual_answers.keep(signe, [MORNINGS, NEVER_TUESDAYS, NEVER_TUESDAYS])
    assert changes.title == "change when Signe Vikdahl can usually come"
    first = club.usual_answers.of_person(signe)
    assert [(one.weekday, one.mark) for one in first] == [(1, Mark.NO), (5, Mark.IF_NEED_BE)]
    club.usual_answers.keep(signe, [NEVER_TUESDAYS], seen=first)
    assert [one.id for one in club.usual_answers.of_person(signe)] == [first[0].id]
    with pytest.raises(Conflict):
        club.usual_answers.keep(signe, [], seen=first)
    club.history.undo()
    assert [one.mark for one in club.usual_answers.of_person(signe)] == [Mark.NO, Mark.IF_NEED_BE]


def test_wrong_ones_are_refused(club):
    with pytest.raises(InvalidInput):
        club.usual_answers.keep(person(club, "Signe"), [UsualDraft(weekday=1, mark=Mark.NO, starts=60, ends=60)])
    with pytest.raises(NotFound):
        club.usual_answers.keep(PersonId(1), [NEVER_TUESDAYS])


def test_the_silent_get_a_draft_that_counts_for_nothing_until_it_is_accepted(club):
    for name in ("Signe", "Oskar"):
        club.usual_answers.keep(person(club, name), [NEVER_TUESDAYS, MORNINGS])
    poll_id = make(club)
    board = club.poll_boards.board(poll_id)
    club.poll_editing.record_answer(
        poll_id, person_id=person(club, "Oskar"), marks={board.options[0].id: Mark.YES}
    )  # fmt: skip
    (draft,) = club.usual_answers.drafts(poll_id)
    assert (draft.person.name, list(draft.marks.values())) == ("Signe Vikdahl", [Mark.NO, Mark.IF_NEED_BE])
    assert list(club.poll_boards.board(poll_id).answers) == [person(club, "Oskar")]
    changes = club.usual_answers.accept(poll_id, [person(club, "Signe"), person(club, "Oskar")])
    assert changes.title == "take 1 usual answer over into “Outing”"
    board = club.poll_boards.board(poll_id)
    assert board.answers[person(club, "Signe")].marks == draft.marks
    assert board.answers[person(club, "Oskar")].marks == {board.options[0].id: Mark.YES}
    assert club.usual_answers.drafts(poll_id) == []
    club.history.undo()
    assert len(club.usual_answers.drafts(poll_id)) == 1


def test_nobody_has_a_draft_who_is_not_asked_or_in_a_poll_without_marks(club):
    club.usual_answers.keep(person(club, "Oskar"), [NEVER_TUESDAYS])
    assert club.usual_answers.drafts(make(club, audience="group: Band")) == []
    plain = club.poll_editing.create(PollDraft(name="Food", kind=PollKind.SEVERAL, labels=("Soup", "Bread"))).poll_id
    assert club.usual_answers.drafts(plain) == []


def test_they_go_with_their_person_and_come_back(club):
    signe = person(club, "Signe")
    club.usual_answers.keep(signe, [NEVER_TUESDAYS])
    club.people.remove([signe])
    assert club.usual_answers.of_person(signe) == []
    club.history.undo()
    assert [one.weekday for one in club.usual_answers.of_person(signe)] == [1]
