"""What has changed since the last version, and the next one."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.demo_copies import make_demo, make_filled, opened_copy, the_event

from clubhub.app import build_services
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.events import Session
from clubhub.domain.ids import EventId
from clubhub.domain.roster_changes import ChangeKind
from clubhub.services.bundle import Services


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    return opened_copy(filled, tmp_path / "demo.clubhub")


def free_first(services: Services) -> str:
    event = the_event(services)
    entry = next(e for e in services.rosters.roster(event.name).entries() if e.place.person)
    start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
    services.rosters.free(event.name, entry.place.person.name, entry.need.role.name, start)
    return entry.place.person.name


def test_after_publishing_nothing_is_unpublished(services: Services):
    assert services.publishing.unpublished(the_event(services).id).count == 0


def test_who_was_taken_off_is_told(services: Services):
    name = free_first(services)
    found = services.publishing.unpublished(the_event(services).id)

    assert [(change.kind, change.person.name) for change in found.people] == [(ChangeKind.FREED, name)]
    assert found.count == found.touched == 1


def test_everybody_is_new_before_the_first_version(tmp_path: Path):
    services = build_services(make_demo(tmp_path / "new.clubhub"))
    services.rosters.fill(the_event(services).name)
    found = services.publishing.unpublished(the_event(services).id)

    assert {change.kind for change in found.people} == {ChangeKind.NEW}
    assert len(found.people) == services.events.lines()[0].coverage.filled


def test_other_hours_are_told_to_those_who_are_there(services: Services):
    event = the_event(services)
    session = services.rosters.roster(event.name).sessions[0]
    services.editing.save_session(_later(session))
    found = services.publishing.unpublished(event.id)

    assert {change.kind for change in found.people} == {ChangeKind.RETIMED}
    assert all(change.hours_before[1] == session.ends for change in found.people)


def test_publishing_makes_the_next_version(services: Services):
    free_first(services)
    done = services.publishing.publish(the_event(services).id)

    assert done.publication.number == 2
    assert "publications" in done.changes.kinds
    with pytest.raises(InvalidInput):
        services.publishing.publish(the_event(services).id)


def test_another_roster_than_the_one_looked_at_is_not_given_out(services: Services):
    free_first(services)
    event = the_event(services)
    seen = services.events.view(event.id).roster
    free_first(services)
    with pytest.raises(Conflict, match="nothing was published"):
        services.publishing.publish(event.id, seen)
    services.publishing.publish(event.id, services.events.view(event.id).roster)
    free_first(services)
    with pytest.raises(Conflict):
        services.publishing.publish(event.id, seen)


def test_an_event_that_is_gone_is_told(services: Services):
    with pytest.raises(NotFound):
        services.publishing.unpublished(EventId(1))


def test_untold_places_are_counted_in_the_coverage(services: Services):
    assert services.events.lines()[0].coverage.untold == 0
    free_first(services)
    services.rosters.fill(the_event(services).name)
    line = services.events.lines()[0]
    assert line.coverage.untold == sum(
        change.kind in (ChangeKind.NEW, ChangeKind.MOVED)
        for change in services.publishing.unpublished(line.event.id).people
    )


def _later(session: Session) -> Session:
    return replace(session, ends=session.ends + timedelta(minutes=30))
