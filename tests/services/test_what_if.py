"""What a change would bring, told without making it."""

from datetime import date, time

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event

from clubhub.domain.errors import InvalidInput
from clubhub.domain.what_ifs import Change, Effect
from clubhub.services.bundle import Services


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """The demo, filled; nothing here changes it."""
    folder = tmp_path_factory.mktemp("what-if")
    return opened_copy(make_filled(folder / "filled.clubhub"), folder / "demo.clubhub")


def effect(services: Services, **change: object) -> Effect:
    return services.what_ifs.what_if(the_event(services).id, Change(**change))


def test_a_role_less_frees_its_people_for_other_places(services: Services):
    found = effect(services, without_role="canteen")
    entries = list(services.rosters.roster(the_event(services).name).entries())
    canteens = sum(entry.need.role.name == "Canteen" and entry.place.is_required for entry in entries)
    assert (found.before.places, found.before.open) == (156, 9)
    assert found.after.places == 156 - canteens
    assert found.after.open < found.before.open
    assert found.sentences[0] == f"{canteens} of 156 places fewer."
    assert found.sentences[1].endswith("instead of 9.")
    assert found.sentences[-1] == "Proved: no plan fills more, now or then."


def test_a_shorter_day_ends_what_runs_then_and_drops_what_comes_later(services: Services):
    roster = services.rosters.roster(the_event(services).name)
    sunday = max(shift.shift.starts.date() for shift in roster.shifts)
    later = [s for s in roster.shifts if s.shift.starts.date() == sunday and s.shift.starts.time() >= time(13, 30)]
    gone = sum(need.need.min_count for shift in later for need in shift.needs)
    found = effect(services, ends_at=time(13, 30), day=sunday)
    assert found.after.places == 156 - gone
    assert effect(services, ends_at=time(13, 30), day=date(2020, 1, 1)).after == found.before


def test_more_helpers_take_what_needs_no_skill(services: Services):
    found = effect(services, helpers=10)
    assert found.after.places == found.before.places
    assert 0 < found.after.open < found.before.open
    assert found.after.reluctant <= found.before.reluctant


def test_nothing_is_written(services: Services):
    before = services.history.entries()
    effect(services, helpers=1)
    assert services.history.entries() == before


@pytest.mark.parametrize(
    ("change", "word"), [({}, "different"), ({"without_role": "Juggler"}, "Canteen"), ({"helpers": 5000}, "1000")]
)
def test_a_change_that_is_none_is_refused(services: Services, change: dict[str, object], word: str):
    with pytest.raises(InvalidInput, match=word):
        effect(services, **change)
