"""Roles changed by hand."""

from dataclasses import replace

import pytest
from tests.demo_copies import make_demo
from tests.services.rule_samples import add_people, make_gala

from clubhub.app import build_services, create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.people import AgeBand, RoleWish
from clubhub.services.roles import edit_of


@pytest.fixture
def services(tmp_path):
    services = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    make_gala(services)
    return services


def shown(services, name):
    role = services.roles.find(name)
    return role, edit_of(role, services.roles.directory().skills)


def test_a_role_is_changed_with_skills_that_are_made_and_comes_back(services):
    role, edit = shown(services, "judge")
    changes = services.roles.save(
        role.id,
        replace(edit, skills=("Judge of stroke",), minimum_age=AgeBand.ADULT, priority=1, is_opt_in=True),
        version=role.version,
    )
    assert changes.title == "change the role Judge"
    changed, edit = shown(services, "judge")
    assert (changed.minimum_age, changed.priority, changed.is_opt_in) == (AgeBand.ADULT, 1, True)
    assert edit.skills == ("Judge of stroke",)
    services.history.undo()
    assert replace(services.roles.find("judge"), version=role.version) == role


def test_a_role_that_was_changed_meanwhile_is_not_written_over(services):
    role, edit = shown(services, "judge")
    services.roles.save(role.id, replace(edit, priority=2), version=role.version)
    with pytest.raises(Conflict, match="meanwhile"):
        services.roles.save(role.id, replace(edit, priority=3), version=role.version)


def test_a_role_shown_and_saved_as_it_is_is_no_change(services):
    role, edit = shown(services, "judge")
    assert not services.roles.save(role.id, edit, version=role.version)


@pytest.mark.parametrize("wrong", [{"name": " "}, {"priority": 0}, {"priority": 10}])
def test_what_cannot_be_is_refused(services, wrong):
    role, edit = shown(services, "judge")
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        services.roles.save(role.id, replace(edit, **wrong), version=role.version)


def test_two_roles_have_two_names(services):
    role, edit = shown(services, "judge")
    with pytest.raises(Conflict, match="“Runner” already"):
        services.roles.save(role.id, replace(edit, name="runner"), version=role.version)
    with pytest.raises(NotFound):
        services.roles.save(1, edit, version=1)


def test_the_directory_tells_who_has_signed_up(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    role = services.roles.find("judge")
    services.wishes.wish([bo.id, aino.id], role.id, RoleWish.SIGNED_UP)
    assert services.roles.directory().signed_up == {role.id: (bo.id, aino.id)}
    assert [role.name for role in services.roles.directory().roles] == ["Judge", "Runner"]


def test_a_wanted_skill_goes_on_counting_until_the_skills_are_changed(tmp_path):
    path = make_demo(tmp_path / "demo.clubhub")
    services = build_services(path)
    role, edit = shown(services, "Starter")
    assert (role.wanted_skills != (), edit.skills) == (True, ("Starter",))
    services.roles.save(role.id, replace(edit, priority=7), version=role.version)
    assert services.roles.find("Starter") == replace(role, priority=7, version=role.version + 1)
    role, edit = shown(services, "Starter")
    services.roles.save(role.id, replace(edit, skills=()), version=role.version)
    assert (services.roles.find("Starter").skills, services.roles.find("Starter").wanted_skills) == ((), ())
