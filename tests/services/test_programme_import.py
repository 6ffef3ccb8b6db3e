"""What was agreed to in the preview of a programme is what is done, or nothing is."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.errors import Conflict
from clubhub.services.bundle import Services
from clubhub.services.events import ImportOptions
from clubhub.support.resources import resource

MEET = resource("demo", "meet.lef")
DRY = ImportOptions(dry_run=True, lanes=8, accept=True)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    return opened_copy(filled, tmp_path / "demo.clubhub")


def test_a_programme_is_not_written_over_a_shift_that_was_changed_meanwhile(services: Services):
    seen = services.events.bring_in(MEET, DRY)
    session = services.events.view(the_event(services).id).roster.sessions[0]
    services.editing.save_session(replace(session, ends=session.ends + timedelta(hours=1)))
    before = services.events.view(the_event(services).id).roster.shifts
    with pytest.raises(Conflict, match="nothing was taken in"):
        services.events.bring_in(MEET, replace(DRY, dry_run=False, seen=seen))
    assert services.events.view(the_event(services).id).roster.shifts == before


def test_a_programme_is_written_as_it_was_seen(services: Services):
    seen = services.events.bring_in(MEET, DRY)
    assert services.events.bring_in(MEET, replace(DRY, dry_run=False, seen=seen)).changes
