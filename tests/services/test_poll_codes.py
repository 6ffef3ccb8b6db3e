"""The code and the secret of polls: there from the beginning, so that no undo makes void what went out."""

from dataclasses import replace
from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import PollDraft
from clubhub.services.bundle import Services
from clubhub.storage import polls


@pytest.fixture
def club(tmp_path: Path) -> Services:
    services = create_club(tmp_path / "c.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    (tmp_path / "people.csv").write_text("Name\nSigne Vikdahl\n", "utf-8")
    services.people.import_file(tmp_path / "people.csv")
    return services


@pytest.fixture
def poll_id(club: Services) -> PollId:
    return club.poll_editing.create(PollDraft(name="Caps", labels=("Red", "Blue"))).poll_id


def all_polls(club: Services):
    return [summary.poll for summary in club.poll_boards.summaries()]


def personal_text(club: Services, poll_id: PollId) -> str:
    (ballot,) = club.ballots.ask(poll_id).ballots
    return ballot.text


def test_however_a_poll_is_made_it_has_a_code_and_a_secret_of_its_own(club, poll_id, tmp_path):
    club.poll_editing.copy(poll_id, "Shirts")
    (tmp_path / "answers.csv").write_text("Name,2027-06-12\nSigne Vikdahl,yes\n", "utf-8")
    club.polls.import_answers(tmp_path / "answers.csv", poll="Trip")
    made = all_polls(club)
    assert sorted(poll.name for poll in made) == ["Caps", "Shirts", "Trip"]
    assert len({poll.code for poll in made if len(poll.code) == 4}) == 3
    assert len({poll.secret for poll in made if len(poll.secret) == 32}) == 3


def test_no_undo_makes_a_ballot_void_that_went_out(club, poll_id):
    sent = personal_text(club, poll_id)
    club.poll_editing.rename(all_polls(club)[0], "New caps")
    club.history.undo()
    assert personal_text(club, poll_id) == sent
    club.history.undo()
    assert all_polls(club) == []
    club.history.redo()
    assert personal_text(club, poll_id) == sent


def test_a_poll_of_an_older_file_gets_its_code_once_by_a_step_that_says_what_undo_does(club, poll_id):
    with club._database.write("as older files have it") as work:
        polls.save_poll(work, replace(polls.find_poll(work, poll_id), code="", secret=""))
    first = club.ballots.ask(poll_id)
    assert first.changes.title == "give “Caps” the code without which its ballots are void"
    assert not club.ballots.ask(poll_id).changes
    assert personal_text(club, poll_id) == first.ballots[0].text
