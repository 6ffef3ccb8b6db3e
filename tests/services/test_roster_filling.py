"""Filling as a proposal: nothing changes before it is accepted, and a part of it is possible."""

from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.errors import Cancelled
from clubhub.domain.fill_proposals import Difference, FillProposal, requirements
from clubhub.domain.polls import Mark
from clubhub.domain.roster_changes import ChangeKind
from clubhub.services.bundle import Services
from clubhub.services.roster_filling import FillProgress
from clubhub.storage import events, rosters


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
    changes = services.filling.accept(proposal, [alone.key]).changes

    assert places_of(services) - before == {(alone.added.need_id, alone.change.person.id)}
    assert before <= places_of(services)
    assert changes.title.startswith("accept 1 change of")


def new_ones(proposal: FillProposal) -> list[Difference]:
    """Those put on a place that nobody else has to leave before."""
    needs = requirements(proposal.differences)
    return [d for d in proposal.differences if d.change.kind is ChangeKind.NEW and not needs[d.key]]


def say_no(services: Services, person_id: int) -> None:
    poll = next(row.poll for row in services.poll_boards.summaries() if row.poll.name.startswith("Kvarken"))
    board = services.poll_boards.board(poll.id)
    services.poll_editing.record_answer(
        poll.id, person_id=person_id, marks={option.id: Mark.NO for option in board.options}
    )


def start_of(difference: Difference) -> str:
    return f"{difference.change.after.shift.shift.starts:%Y-%m-%dT%H:%M}"


def test_what_changed_elsewhere_in_the_roster_stays_and_the_plan_is_written_all_the_same(services: Services):
    proposal = proposed(services)
    touched = {d.change.person.id for d in proposal.differences}
    services.rosters.publish(the_event(services).name)
    entries = services.rosters.roster(the_event(services).name).entries()
    entry = next(e for e in entries if e.place.person and e.place.person.id not in touched)
    start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
    services.rosters.free(the_event(services).name, entry.place.person.name, entry.need.role.name, start)
    before = places_of(services)

    accepted = services.filling.accept(proposal)
    assert accepted.lapsed == ()
    assert len(places_of(services)) == proposal.filled - 1
    services.history.undo()
    assert places_of(services) == before


def test_who_says_no_meanwhile_is_left_out_by_name_and_the_others_are_taken(services: Services):
    proposal = proposed(services)
    gone, *others = new_ones(proposal)
    say_no(services, gone.change.person.id)
    before = places_of(services)

    accepted = services.filling.accept(proposal)
    theirs = [lapsed for lapsed in accepted.lapsed if lapsed.difference.key == gone.key]
    assert theirs[0].why.startswith(f"{gone.change.person.name} said no to the time of ")
    assert all(lapsed.difference.change.person.id == gone.change.person.id for lapsed in accepted.lapsed)
    assert (gone.added.need_id, gone.change.person.id) not in places_of(services)
    assert {(one.added.need_id, one.change.person.id) for one in others} <= places_of(services)
    services.history.undo()
    assert places_of(services) == before


def test_who_was_removed_or_is_taken_or_there_already_is_left_out(services: Services):
    proposal = proposed(services)
    event = the_event(services).name
    removed, there, *_rest = new_ones(proposal)
    services.people.remove([removed.change.person.id])
    role = there.change.after.need.role.name
    services.rosters.assign(event, there.change.person.name, role, start_of(there))

    accepted = services.filling.accept(proposal)
    why = {lapsed.difference.key: lapsed.why for lapsed in accepted.lapsed}
    assert why[removed.key] == f"{removed.change.person.name} is no longer in the club."
    assert why[there.key].endswith(" already.")
    pairs = [(e.need.need.id, e.place.person.id) for e in services.rosters.roster(event).entries() if e.place.person]
    assert len(set(pairs)) == len(pairs)


def test_a_place_that_somebody_else_has_now_stays_theirs(services: Services):
    proposal = proposed(services)
    event, planned = the_event(services).name, new_ones(proposal)[0]
    role, start = planned.change.after.need.role.name, start_of(planned)
    busy = {d.change.person.id for d in proposal.differences}
    desk = services.places.desk(the_event(services).id)
    entries = [entry for key, entry in desk.entries.items() if key.need_id == planned.added.need_id]
    free = [entry for entry in entries if entry.place.person is None]
    there = {entry.place.person.id for entry in entries if entry.place.person}
    others = [person for person in desk.facts.people if person.id not in busy | there][: len(free)]
    for person in others:
        services.rosters.assign(event, person.name, role, start)

    lapsed = services.filling.accept(proposal).lapsed
    (why,) = [one.why for one in lapsed if one.difference.key == planned.key]
    assert f", where {planned.change.person.name} was to be." in why
    assert " is on " in why


def test_a_shift_that_is_gone_is_told(services: Services):
    proposal = proposed(services)
    planned = new_ones(proposal)[0]
    with services._database.write("remove the shift") as work:
        shift = planned.change.after.shift
        rows = [place.assignment for need in shift.needs for place in need.places if place.assignment]
        rosters.delete_assignments(work, rows)
        events.delete_needs(work, [need.need for need in shift.needs])
    lapsed = services.filling.accept(proposal).lapsed
    assert f" is gone, where {planned.change.person.name} was to be." in " ".join(one.why for one in lapsed)


def test_nothing_is_written_where_nothing_holds(services: Services):
    proposal = proposed(services)
    planned = new_ones(proposal)[0]
    say_no(services, planned.change.person.id)
    before = services.history.entries(limit=1)
    accepted = services.filling.accept(proposal, [planned.key])
    assert (bool(accepted.changes), len(accepted.lapsed)) == (False, 1)
    assert services.history.entries(limit=1) == before


def test_filling_at_once_leaves_out_what_lapsed_while_it_ran(services: Services):
    planned = new_ones(proposed(services))[0].change.person
    told: list[object] = []

    def interfere(_progress: object) -> None:
        if not told:
            say_no(services, planned.id)
        told.append(_progress)

    done = services.rosters.fill(the_event(services).name, on_progress=interfere)
    assert any(one.why.startswith(f"{planned.name} said no to the time of ") for one in done.lapsed)
    assert not done.proved


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
