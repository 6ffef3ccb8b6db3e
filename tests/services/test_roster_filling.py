"""Filling as a proposal: nothing changes before it is accepted, and a part of it is possible."""

from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.errors import Cancelled, Conflict
from clubhub.domain.fill_proposals import FillProposal, requirements
from clubhub.domain.roster_changes import ChangeKind
from clubhub.services.bundle import Services
from clubhub.services.roster_filling import FillProgress


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    """The demo after three people of Saturday's timekeepers fell out."""
    made = opened_copy(filled, tmp_path / "demo.clubhub")
    event = the_event(made)
    for entry in [e for e in made.rosters.roster(event.name).entries() if e.place.person][:3]:
        person = entry.place.person
        made.rosters.free(event.name, person.name, entry.need.role.name, f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}")
    return made


def places_of(services: Services) -> set[tuple[int, int]]:
    roster = services.rosters.roster(the_event(services).name)
    return {(e.need.need.id, e.place.person.id) for e in roster.entries() if e.place.person}


def proposed(services: Services, **options: object) -> FillProposal:
    return services.filling.propose(the_event(services).id, **options)


def test_a_proposal_changes_nothing(services: Services):
    before = places_of(services)
    proposal = proposed(services)

    assert proposal.is_final
    assert proposal.proved
    assert proposal.filled > len(before)
    assert proposal.differences
    assert places_of(services) == before


def test_accepting_is_one_step_of_undo(services: Services):
    before = places_of(services)
    proposal = proposed(services)
    services.filling.accept(proposal)

    assert len(places_of(services)) == proposal.filled
    services.history.undo()
    assert places_of(services) == before


def test_a_part_can_be_accepted(services: Services):
    before = places_of(services)
    proposal = proposed(services)
    needs = requirements(proposal.differences)
    alone = next(d for d in proposal.differences if d.change.kind is ChangeKind.NEW and not needs[d.key])
    changes = services.filling.accept(proposal, [alone.key])

    assert places_of(services) - before == {(alone.added.need_id, alone.change.person.id)}
    assert before <= places_of(services)
    assert changes.title.startswith("accept 1 change of")


def test_a_roster_changed_meanwhile_is_not_overwritten(services: Services):
    proposal = proposed(services)
    services.rosters.publish(the_event(services).name)
    entry = next(e for e in services.rosters.roster(the_event(services).name).entries() if e.place.person)
    start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
    services.rosters.free(the_event(services).name, entry.place.person.name, entry.need.role.name, start)
    before = places_of(services)

    with pytest.raises(Conflict, match="Fill it again"):
        services.filling.accept(proposal)
    assert places_of(services) == before


def test_stopping_keeps_the_best_plan_so_far(services: Services):
    heard: list[FillProgress] = []
    proposal = proposed(
        services,
        on_progress=heard.append,
        should_stop=lambda: any(progress.proposal for progress in heard),
    )

    assert proposal.is_final
    assert heard[0].stage == "read"
    assert heard[0].answers > 0
    assert heard[0].people == 60
    if proposal.is_stopped:
        assert not proposal.proved
    assert proposal.places == 156
    assert len(proposal.empty) > 0


def test_stopping_before_any_plan_changes_nothing(services: Services):
    with pytest.raises(Cancelled):
        proposed(services, should_stop=lambda: True)


def test_each_difference_has_a_reason(services: Services):
    assert all(difference.why for difference in proposed(services).differences)
