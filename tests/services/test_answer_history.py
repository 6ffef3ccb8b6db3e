"""What one person answered from first to last, each with its road: the log knows it, also of what was taken out."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
import time_machine

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.poll_drafts import MarkEdit, PollDraft, slots_of_day
from clubhub.domain.polls import Mark, Road
from clubhub.services.bundle import Services
from clubhub.storage import people

NOW = datetime(2027, 6, 1, 18, tzinfo=UTC)
ANNA, BO = PersonId(1), PersonId(2)
Y, N = Mark.YES, Mark.NO


@pytest.fixture
def services(tmp_path: Path) -> Services:
    made = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    with made._database.write("people") as work:
        people.insert_people(work, [Person(id=ANNA, given_name="Anna"), Person(id=BO, given_name="Bo")])
    return made


@pytest.fixture
def poll(services: Services) -> PollId:
    slots = slots_of_day(NOW.date(), [time(17), time(19)], timedelta(hours=2))
    return services.poll_editing.create(PollDraft(name="Evening", slots=tuple(slots))).poll_id


def test_every_answer_is_there_with_its_road_and_time_the_newest_first(services, poll):
    first, second = (option.id for option in services.poll_boards.board(poll).options)
    with time_machine.travel(NOW, tick=False) as clock:
        services.poll_editing.record_answer(poll, person_id=ANNA, marks={first: Y}, comment="from ten", road=Road.CHAT)
        clock.shift(timedelta(hours=1))
        services.poll_editing.record_answer(poll, person_id=BO, marks={first: N})
        services.poll_editing.set_marks(poll, [MarkEdit(option_id=second, was=None, mark=N, person_id=ANNA)])
    history = services.answer_history.of(poll, person_id=ANNA)
    assert history.name == "Anna"
    assert [(one.made_at, one.answer.marks) for one in history.versions] == [
        (NOW + timedelta(hours=1), {first: Y, second: N}),
        (NOW, {first: Y}),
    ]
    assert history.versions[1].answer.road is Road.CHAT
    assert history.versions[1].answer.comment == "from ten"


def test_an_answer_that_was_taken_out_and_given_again_is_one_history(services, poll):
    first = services.poll_boards.board(poll).options[0].id
    services.poll_editing.set_marks(poll, [MarkEdit(option_id=first, was=None, mark=Y, person_id=ANNA)])
    services.poll_editing.set_marks(poll, [MarkEdit(option_id=first, was=Y, mark=None, person_id=ANNA)])
    services.poll_editing.record_answer(poll, person_id=ANNA, marks={first: N}, road=Road.HANDED)
    versions = services.answer_history.of(poll, person_id=ANNA).versions
    assert [one.answer.marks if one.answer else None for one in versions] == [{first: N}, None, {first: Y}]


def test_a_guests_history_goes_by_their_answer_and_the_silent_have_none(services, poll):
    first = services.poll_boards.board(poll).options[0].id
    services.poll_editing.record_answer(poll, guest_name="Tuuli", marks={first: Y})
    (guest,) = services.poll_boards.board(poll).guests
    history = services.answer_history.of(poll, answer_id=guest.id)
    assert (history.name, len(history.versions)) == ("Tuuli", 1)
    assert services.answer_history.of(poll, person_id=BO).versions == ()
    with pytest.raises(NotFound):
        services.answer_history.of(PollId(1), person_id=BO)
