"""What Home shows: the tasks of the club as it is, the most urgent first."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.demo_copies import make_demo, the_event

from clubhub.app import build_services, create_club
from clubhub.domain.clubs import Club
from clubhub.domain.overview import TaskKind
from clubhub.domain.poll_drafts import PollDraft, PollSettings
from clubhub.domain.polls import Mark
from clubhub.services.bundle import Services


@pytest.fixture
def demo(tmp_path: Path) -> tuple[Services, str]:
    services = build_services(make_demo(tmp_path / "demo.clubhub"))
    return services, the_event(services).name


def kinds(services: Services) -> list[TaskKind]:
    return [task.kind for task in services.home.overview().tasks]


def test_an_empty_club_is_told_its_first_steps(tmp_path):
    services = create_club(tmp_path / "new.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    overview = services.home.overview()
    assert [task.kind for task in overview.tasks] == [TaskKind.BRING_IN_PEOPLE, TaskKind.BRING_IN_EVENT]
    assert overview.next_event is None


def test_open_places_come_first_and_are_counted(demo):
    services, event = demo
    task = services.home.overview().tasks[0]
    assert task.kind is TaskKind.OPEN_PLACES
    assert task.headline == "156 places are open"
    assert event in task.detail


def test_a_filled_roster_wants_to_be_published_until_it_is(demo):
    services, event = demo
    services.rosters.fill(event)
    assert TaskKind.NOT_PUBLISHED in kinds(services)
    services.rosters.publish(event)
    overview = services.home.overview()
    assert TaskKind.NOT_PUBLISHED not in [task.kind for task in overview.tasks]
    assert overview.next_event is not None
    assert (overview.next_event.coverage.filled, overview.next_event.coverage.places) == (147, 156)
    assert [(day.day, coverage.open) for day, coverage in overview.next_event.days] == [(12, 0), (13, 9)]


def test_an_event_nobody_was_asked_for_says_so(demo):
    services, _event = demo
    while "answer" not in services.history.undo().title:
        continue
    assert TaskKind.ASK_FOR_ANSWERS in kinds(services)


def test_an_event_that_is_over_needs_nobody(demo):
    services, _event = demo
    import time_machine

    with time_machine.travel("2027-07-01T12:00Z"):
        overview = services.home.overview()
    assert overview.next_event is None
    assert TaskKind.OPEN_PLACES not in [task.kind for task in overview.tasks]


def test_who_cancelled_after_publishing_is_a_repair_and_no_broken_rule(demo):
    services, name = demo
    services.rosters.fill(name)
    services.rosters.publish(name)
    assert TaskKind.CANCELLATIONS not in kinds(services)
    before = kinds(services)
    entry = next(entry for entry in services.rosters.roster(name).entries() if entry.place.person)
    poll = services.places.desk(entry.shift.shift.event_id).facts.poll
    board = services.poll_boards.board(poll.id)
    marks = dict.fromkeys((option.id for option in board.options), Mark.NO)
    services.poll_editing.record_answer(poll.id, person_id=entry.place.person.id, marks=marks)

    task = services.home.overview().tasks[0]
    assert task.kind is TaskKind.CANCELLATIONS
    assert task.headline == "1 person on the roster can't come any more"
    assert task.event_id == entry.shift.shift.event_id
    assert (TaskKind.BROKEN_RULES in kinds(services)) == (TaskKind.BROKEN_RULES in before)


def test_a_poll_that_closes_soon_is_told_instead_of_its_silence_and_one_that_has_closed_wants_a_decision(demo):
    services, _event = demo
    (summary,) = services.poll_boards.summaries()
    settings = services.poll_editing.settings(summary.poll.id)
    soon = replace(settings, closes_at=datetime.now(UTC) + timedelta(hours=5))
    services.poll_editing.change(summary.poll, soon)
    assert TaskKind.POLL_CLOSES in kinds(services)
    assert TaskKind.NOT_ANSWERED not in kinds(services)

    past = PollSettings(closes_at=datetime.now(UTC) - timedelta(hours=5))
    made = services.poll_editing.create(PollDraft(name="Colour", labels=("Red", "Blue"), settings=past)).poll_id
    board = services.poll_boards.board(made)
    services.poll_editing.record_answer(made, person_id=board.people[0].id, marks={board.options[0].id: Mark.YES})
    assert TaskKind.POLL_TO_DECIDE in kinds(services)
    services.decisions.decide(made, board.options[0].id)
    assert TaskKind.POLL_TO_DECIDE not in kinds(services)
