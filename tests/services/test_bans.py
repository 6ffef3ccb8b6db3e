"""Places that somebody shall not have."""

import pytest
from tests.services.rule_samples import add_people, key_of, make_gala

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import NotFound


@pytest.fixture
def services(tmp_path):
    return create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))


@pytest.fixture
def gala(services):
    return make_gala(services)


def told(services, event):
    return [
        (line.person.name, line.entry.need.role.name, line.entry.shift.shift.name, line.ban.note)
        for line in services.bans.lines(event.id)
    ]


def test_a_ban_is_listed_with_its_reason_changed_and_undone(services, gala):
    (bo,) = add_people(services, "Bo Ek")
    need = key_of(services.places.desk(gala.id), "Runner", "Afternoon").need_id
    changes = services.bans.ban(gala.id, bo.id, [need], "No stairs.")
    assert changes.title == "keep Bo Ek from Runner 12:15 (Sat 12 June)"
    assert told(services, gala) == [("Bo Ek", "Runner", "Afternoon", "No stairs.")]
    services.bans.ban(gala.id, bo.id, [need], "His knee.")
    assert told(services, gala) == [("Bo Ek", "Runner", "Afternoon", "His knee.")]
    services.history.undo()
    services.history.undo()
    assert told(services, gala) == []


def test_a_ban_by_name_is_for_a_shift_or_for_the_role_in_the_whole_event(services, gala):
    add_people(services, "Bo Ek")
    services.bans.ban_by_name("Gala", "Bo Ek", "runner", "12:15")
    assert told(services, gala) == [("Bo Ek", "Runner", "Afternoon", "")]
    services.bans.ban_by_name("Gala", "Bo Ek", "runner", None)
    assert [shift for _who, _role, shift, _note in told(services, gala)] == ["Morning", "Afternoon"]
    services.bans.lift_by_name("Gala", "Bo Ek", "runner", "08:00")
    assert [shift for _who, _role, shift, _note in told(services, gala)] == ["Afternoon"]
    with pytest.raises(NotFound, match="Nothing keeps Bo Ek"):
        services.bans.lift_by_name("Gala", "Bo Ek", "judge", None)


def test_bans_are_lifted_together(services, gala):
    add_people(services, "Bo Ek")
    services.bans.ban_by_name("Gala", "Bo Ek", "runner", None)
    services.bans.lift([line.ban.id for line in services.bans.lines(gala.id)])
    assert told(services, gala) == []
    services.history.undo()
    assert len(told(services, gala)) == 2


def test_nobody_is_kept_from_a_place_that_is_gone(services, gala):
    (bo,) = add_people(services, "Bo Ek")
    desk = services.places.desk(gala.id)
    key = key_of(desk, "Runner", "Afternoon")
    services.editing.remove_shifts(gala.id, [desk.entry(key).shift])
    with pytest.raises(NotFound, match="nothing was changed"):
        services.bans.ban(gala.id, bo.id, [key.need_id])


@pytest.mark.usefixtures("gala")
def test_who_is_put_there_by_hand_all_the_same_is_warned_of(services):
    add_people(services, "Bo Ek")
    services.bans.ban_by_name("Gala", "Bo Ek", "runner", "12:15", "His knee.")
    done = services.rosters.assign("Gala", "Bo Ek", "runner", "12:15")
    assert done.warnings == ("Bo Ek is not to be on Runner (Afternoon, Sat 12 June 12:15–15:15): His knee.",)
    assert services.rosters.assign("Gala", "Bo Ek", "runner", "08:00").warnings == ()


def test_the_story_of_a_place_tells_who_is_kept_from_it_by_name(services, gala):
    bo, aino = add_people(services, "Bo Ek", "Aino Ek")
    desk = services.places.desk(gala.id)
    morning, afternoon = key_of(desk, "Runner", "Morning"), key_of(desk, "Runner", "Afternoon")
    for person in (bo, aino):
        services.bans.ban(gala.id, person.id, [afternoon.need_id])
    desk = services.places.desk(gala.id, desk)
    assert [person.name for _ban, person in services.places.story(desk, afternoon).bans] == ["Aino Ek", "Bo Ek"]
    assert services.places.story(desk, morning).bans == ()
