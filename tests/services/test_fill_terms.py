"""What a coordinator wants of a fill, and how a roster is mended after cancellations."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.fill_options import REPAIR, FillOptions, Keep, Weight
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import RosterEntry
from clubhub.rostering.problem import Aim
from clubhub.services.bundle import Services
from clubhub.services.fill_terms import objective, stages
from clubhub.services.roster_filling import FillProgress


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    """The demo, filled and given out."""
    made = opened_copy(filled, tmp_path / "demo.clubhub")
    if made.rosters.roster(the_event(made).name).publication is None:
        made.rosters.publish(the_event(made).name)
    return made


def entries(services: Services) -> list[RosterEntry]:
    return [entry for entry in services.rosters.roster(the_event(services).name).entries() if entry.place.person]


def pairs(services: Services) -> set[tuple[int, int]]:
    return {(entry.place.person.id, entry.need.need.id) for entry in entries(services)}


def free(services: Services, entry: RosterEntry) -> None:
    start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
    services.rosters.free(the_event(services).name, entry.place.person.name, entry.need.role.name, start)


def say_no(services: Services, person_id: int) -> None:
    poll = services.places.desk(the_event(services).id).facts.poll
    board = services.poll_boards.board(poll.id)
    services.poll_editing.record_answer(
        poll.id, person_id=person_id, marks=dict.fromkeys((option.id for option in board.options), Mark.NO)
    )


def pinned(services: Services, entry: RosterEntry) -> RosterEntry:
    desk = services.places.desk(the_event(services).id)
    key = next(
        key
        for key, found in desk.entries.items()
        if found.place.assignment and found.place.assignment.id == entry.place.assignment.id
    )
    services.places.pin(desk, key, is_pinned=True)
    return entry


def test_the_order_of_aims_follows_the_options():
    assert objective(FillOptions())[-3:] == (Aim.IF_NEED_BE, Aim.FAIRNESS, Aim.PREFERENCE)
    assert objective(FillOptions(weight=Weight.EVEN))[-3:] == (Aim.FAIRNESS, Aim.IF_NEED_BE, Aim.PREFERENCE)
    likes = objective(FillOptions(likes_first=True, is_repair=True))
    assert likes == (Aim.REQUIRED, Aim.CHANGES, Aim.OPTIONAL, Aim.PREFERENCE, Aim.IF_NEED_BE, Aim.FAIRNESS)


def test_keeping_what_was_published_is_a_step_only_after_a_publication():
    assert "withdrawn" not in stages(FillOptions(), is_published=False)
    assert stages(FillOptions(), is_published=True)[1] == "withdrawn"


def test_everybody_is_left_alone_if_that_is_wanted(services: Services):
    for entry in entries(services)[:2]:
        free(services, entry)
    before = pairs(services)
    proposal = services.filling.propose(the_event(services).id, FillOptions(keep=Keep.EVERYBODY))

    assert proposal.filled == len(before) + 2
    assert [difference for difference in proposal.differences if difference.removed] == []


def test_the_state_is_told_in_plain_words_while_it_runs(services: Services):
    for entry in entries(services)[:3]:
        free(services, entry)
    heard: list[FillProgress] = []
    proposal = services.filling.propose(the_event(services).id, on_progress=heard.append)

    told = f"{proposal.filled} of {proposal.places} places"
    assert heard[-1].state == f"{told}, proved: no plan fills more"
    assert proposal.is_best


def test_a_repair_puts_others_where_somebody_said_no_and_changes_little_else(services: Services):
    gone = entries(services)[0].place.person
    before = pairs(services)
    lost = {pair for pair in before if pair[0] == gone.id}
    say_no(services, gone.id)
    proposal = services.filling.propose(the_event(services).id, REPAIR)
    services.filling.accept(proposal)
    after = pairs(services)

    assert not {pair for pair in after if pair[0] == gone.id}
    assert lost <= before - after
    filled = services.filling.propose(the_event(services).id, FillOptions())
    assert filled.filled == proposal.filled
    assert proposal.hearing == len({person for person, _need in before ^ after})
    assert len(before - after) <= len(lost) + 3


def test_a_repair_frees_the_pinned_who_cancelled_but_no_other_pin(services: Services):
    first, second = (pinned(services, entry) for entry in entries(services)[:2])
    say_no(services, first.place.person.id)
    services.filling.accept(services.filling.propose(the_event(services).id, REPAIR))
    after = pairs(services)

    assert (first.place.person.id, first.need.need.id) not in after
    assert (second.place.person.id, second.need.need.id) in after


def test_a_repair_does_not_call_back_whom_a_hand_took_off(services: Services):
    entry = entries(services)[0]
    free(services, entry)
    proposal = services.filling.propose(the_event(services).id, REPAIR)
    shift = entry.shift.shift
    back = [
        difference
        for difference in proposal.differences
        if difference.change.person.id == entry.place.person.id
        and difference.change.after
        and difference.change.after.shift.shift.starts < shift.ends
        and shift.starts < difference.change.after.shift.shift.ends
    ]
    assert back == []


def test_nobody_hears_of_anything_where_nothing_has_to_change(services: Services):
    proposal = services.filling.propose(the_event(services).id, replace(REPAIR, seconds=20))
    assert proposal.differences == ()
    assert proposal.hearing == 0
