"""Events, shifts and sessions by hand; every step can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy, the_event
from tests.domain.roster_parts import at

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.event_edits import EventEdit, NeedEdit, ShiftEdit
from clubhub.domain.events import Event
from clubhub.domain.ids import ShiftId
from clubhub.domain.person_drafts import PersonDraft
from clubhub.domain.rosters import RosterShift
from clubhub.services.bundle import Services
from clubhub.services.roster_desk import PlaceKey

GALA = EventEdit(
    name="Spring gala", starts_on=date(2027, 3, 6), ends_on=date(2027, 3, 6), time_zone="Europe/Helsinki", city="Kvarnö"
)
DOORS = ShiftEdit(
    name="Doors",
    starts=at("2027-03-06T17:00"),
    ends=at("2027-03-06T20:00"),
    needs=(NeedEdit(role="Marshal", min_count=2, max_count=3),),
    venue="Entrance",
)


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return create_club(tmp_path / "new.clubhub", Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki"))


@pytest.fixture
def gala(services: Services) -> Event:
    return services.editing.make_event(GALA).event


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


def test_an_event_by_hand_is_empty_and_can_be_undone(services: Services, gala: Event):
    assert services.events.view(gala.id).coverage.places == 0
    services.history.undo()
    assert services.events.lines() == []


@pytest.mark.parametrize(
    "wrong",
    [
        replace(GALA, name="  "),
        replace(GALA, ends_on=date(2027, 3, 5)),
        replace(GALA, time_zone="Europe/Kvarno"),
        replace(GALA, starts_on=date(1, 1, 1)),
    ],
)
def test_an_event_that_cannot_be_is_refused(services: Services, wrong: EventEdit):
    with pytest.raises(InvalidInput):
        services.editing.make_event(wrong)
    assert services.events.lines() == []


def test_an_event_is_renamed_and_keeps_its_zone(services: Services, gala: Event):
    services.editing.save_event(gala, replace(GALA, name="Spring meet", time_zone="Europe/Oslo"))
    event = services.events.lines()[0].event
    assert (event.name, event.time_zone) == ("Spring meet", "Europe/Helsinki")
    with pytest.raises(Conflict):
        services.editing.save_event(gala, GALA)


def test_a_shift_by_hand_makes_its_role_and_venue(services: Services, gala: Event):
    services.editing.save_shift(gala.id, DOORS)
    [shift] = services.events.view(gala.id).roster.shifts

    assert (shift.shift.name, shift.venue.name) == ("Doors", "Entrance")
    assert [(need.role.name, len(need.places)) for need in shift.needs] == [("Marshal", 3)]
    assert services.events.view(gala.id).coverage.places == 2


def test_a_shift_is_changed_with_its_needs(services: Services, gala: Event):
    services.editing.save_shift(gala.id, DOORS)
    [before] = services.events.view(gala.id).roster.shifts
    edit = replace(
        DOORS,
        shift_id=before.shift.id,
        version=before.shift.version,
        seen=tuple(need.need for need in before.needs),
        ends=at("2027-03-06T21:00"),
        needs=(NeedEdit(role="marshal", min_count=1, max_count=1), NeedEdit(role="Cashier", min_count=1, max_count=1)),
    )
    services.editing.save_shift(gala.id, edit)
    [after] = services.events.view(gala.id).roster.shifts

    assert after.shift.ends.hour == 21
    assert sorted((n.role.name, n.need.max_count) for n in after.needs) == [("Cashier", 1), ("Marshal", 1)]
    with pytest.raises(Conflict):
        services.editing.save_shift(gala.id, replace(edit, name="Door"))


def looked_at(services: Services, gala: Event) -> tuple[RosterShift, ShiftEdit]:
    """The only shift as it stands, and the edit that leaves it so."""
    [shift] = services.events.view(gala.id).roster.shifts
    seen = tuple(need.need for need in shift.needs)
    return shift, replace(DOORS, shift_id=shift.shift.id, version=shift.shift.version, seen=seen)


@pytest.mark.parametrize(
    "theirs",
    [
        (*DOORS.needs, NeedEdit(role="Cashier", min_count=1, max_count=1)),
        (NeedEdit(role="Marshal", min_count=2, max_count=5),),
        (NeedEdit(role="Cashier", min_count=1, max_count=1),),
    ],
)
def test_needs_that_were_changed_meanwhile_are_not_overwritten(services: Services, gala: Event, theirs):
    services.editing.save_shift(gala.id, DOORS)
    _shift, mine = looked_at(services, gala)
    services.editing.save_shift(gala.id, replace(mine, needs=theirs))
    before = services.events.view(gala.id).roster.shifts
    with pytest.raises(Conflict, match="meanwhile"):
        services.editing.save_shift(gala.id, replace(mine, name="Door"))
    assert services.events.view(gala.id).roster.shifts == before


def test_a_role_on_which_somebody_was_put_meanwhile_does_not_go(services: Services, gala: Event):
    person = services.people.add(PersonDraft(given_name="Signe")).person
    services.editing.save_shift(gala.id, DOORS)
    shift, mine = looked_at(services, gala)
    place = PlaceKey(shift.needs[0].need.id, 1)
    services.places.assign(services.places.desk(gala.id), place, person.id)
    with pytest.raises(Conflict):
        services.editing.save_shift(gala.id, replace(mine, needs=(NeedEdit(role="Cashier", min_count=1, max_count=1),)))
    with pytest.raises(Conflict):
        services.editing.remove_shifts(gala.id, [shift])
    services.editing.save_shift(gala.id, replace(mine, name="Door"))
    [after] = services.events.view(gala.id).roster.shifts
    assert (after.shift.name, after.needs[0].places[0].person.name) == ("Door", "Signe")


def test_the_event_grows_with_a_shift_on_another_day(services: Services, gala: Event):
    day_before = replace(DOORS, starts=at("2027-03-05T17:00"), ends=at("2027-03-05T20:00"))
    services.editing.save_shift(gala.id, day_before)
    assert services.events.lines()[0].event.starts_on == date(2027, 3, 5)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(DOORS, name=""),
        replace(DOORS, ends=DOORS.starts),
        replace(DOORS, ends=DOORS.starts + timedelta(days=4)),
        replace(DOORS, needs=()),
        replace(DOORS, needs=(NeedEdit(role="Marshal", min_count=3, max_count=2),)),
        replace(DOORS, needs=(NeedEdit(role="Marshal", min_count=0, max_count=0),)),
        replace(DOORS, needs=DOORS.needs * 2),
        replace(DOORS, starts=at("2027-03-28T03:30"), ends=at("2027-03-28T06:00")),
        replace(DOORS, starts=at("9990-03-28T03:30"), ends=at("9990-03-28T06:00")),
    ],
)
def test_a_shift_that_cannot_be_is_refused(services: Services, gala: Event, wrong: ShiftEdit):
    with pytest.raises(InvalidInput):
        services.editing.save_shift(gala.id, wrong)
    assert services.events.view(gala.id).roster.shifts == ()


def test_a_shift_that_is_gone_is_told(services: Services, gala: Event):
    with pytest.raises(NotFound):
        services.editing.save_shift(gala.id, replace(DOORS, shift_id=ShiftId(7)))


def test_a_removed_shift_comes_back_with_its_people(filled: Path, tmp_path: Path):
    services = opened_copy(filled, tmp_path / "demo.clubhub")
    event = the_event(services)
    before = services.events.view(event.id)
    services.editing.remove_shifts(event.id, before.roster.shifts[:2])

    assert len(services.events.view(event.id).roster.shifts) == len(before.roster.shifts) - 2
    services.history.undo()
    assert services.events.view(event.id).coverage == before.coverage


def test_a_sessions_end_is_no_estimate_any_more_and_takes_its_shifts_along(filled: Path, tmp_path: Path):
    services = opened_copy(filled, tmp_path / "demo.clubhub")
    event = the_event(services)
    roster = services.events.view(event.id).roster
    session = roster.sessions[0]
    at_its_end = [s.shift.id for s in roster.shifts if s.session == session and s.shift.ends == session.ends]
    services.editing.save_session(replace(session, ends=session.ends + timedelta(minutes=45)))
    after = services.events.view(event.id).roster

    assert at_its_end
    assert {s.shift.ends for s in after.shifts if s.shift.id in at_its_end} == {after.sessions[0].ends}
    assert not after.sessions[0].ends_is_estimated
    assert any(session.name in text for text in roster.event.estimates)
    assert not any(session.name in text for text in after.event.estimates)


def test_a_session_that_ends_before_it_begins_is_refused(filled: Path, tmp_path: Path):
    services = opened_copy(filled, tmp_path / "demo.clubhub")
    session = services.events.view(the_event(services).id).roster.sessions[0]
    with pytest.raises(InvalidInput):
        services.editing.save_session(replace(session, ends=session.starts))


def test_a_removed_event_leaves_its_poll_and_posts_and_comes_back_whole(filled: Path, tmp_path: Path):
    services = opened_copy(filled, tmp_path / "demo.clubhub")
    event = the_event(services)
    before, polls, posts = services.events.view(event.id), services.polls.polls(), services.posts.lines()
    done = services.editing.remove_event(event.id)

    assert services.events.lines() == []
    assert (done.shifts, done.versions, done.polls) == (36, 1, tuple(shown.poll.name for shown in polls))
    assert done.people == len({entry.place.person for entry in before.roster.entries() if entry.place.person})
    assert [shown.poll.event_id for shown in services.polls.polls()] == [None for _shown in polls]
    assert len(services.posts.lines()) == len(posts)
    with pytest.raises(NotFound):
        services.editing.remove_event(event.id)
    services.history.undo()
    after = services.events.view(event.id)
    assert after.coverage == before.coverage
    assert after.roster.publication == before.roster.publication
    assert [shown.poll.event_id for shown in services.polls.polls()] == [shown.poll.event_id for shown in polls]
