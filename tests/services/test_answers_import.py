"""What was agreed to in the preview of a file of answers is what is done, or nothing is."""

from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.errors import Conflict
from clubhub.services.bundle import Services
from clubhub.support.resources import resource


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    return opened_copy(filled, tmp_path / "demo.clubhub")


def test_a_reply_that_a_table_replaces_is_named_but_no_table_before_it(services: Services):
    file, event = resource("demo", "answers.csv"), the_event(services)
    assert not services.polls.import_answers(file, event=event.name, dry_run=True).notes
    [poll] = [item.poll for item in services.poll_boards.summaries() if item.event_name]
    board = services.poll_boards.board(poll.id)
    answer = next(one for one in board.answers.values() if one.marks)
    name = next(person.name for person in board.people if person.id == answer.person_id)
    services.poll_editing.record_answer(poll.id, person_id=answer.person_id, marks={}, comment="ill", seen=[answer])
    [note] = services.polls.import_answers(file, event=event.name, dry_run=True).notes
    assert note.startswith(f"{name} has another answer, which came as a reply or was typed")


def test_answers_are_not_written_over_one_that_came_meanwhile(services: Services):
    file, event = resource("demo", "answers.csv"), the_event(services)
    seen = services.polls.import_answers(file, event=event.name, dry_run=True)
    [poll] = [item.poll for item in services.poll_boards.summaries() if item.event_name]
    answer = next(iter(services.poll_boards.board(poll.id).answers.values()))
    services.poll_editing.record_answer(poll.id, person_id=answer.person_id, marks={}, comment="ill", seen=[answer])
    with pytest.raises(Conflict, match="nothing was taken in"):
        services.polls.import_answers(file, event=event.name, seen=seen)
    seen = services.polls.import_answers(file, event=event.name, dry_run=True)
    assert services.polls.import_answers(file, event=event.name, seen=seen).changes
