"""Limits and wishes of several people at once, and of one with all else about the person."""

from dataclasses import replace

import pytest
from tests.services.rule_samples import add_people, make_gala

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.limits import Limits
from clubhub.domain.people import RoleWish


@pytest.fixture
def services(tmp_path):
    services = create_club(tmp_path / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki"))
    make_gala(services)
    return services


def person(services, who):
    return next(one for one in services.people.directory().people if one.id == who.id)


def test_limits_are_written_for_each_and_undone_for_all(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    limits = Limits(max_minutes=600, max_minutes_day=240, min_rest=600)
    assert services.wishes.set_limits([bo.id, aino.id], limits).title == "change the limits of 2 people"
    for who in (bo, aino):
        found = person(services, who)
        assert (found.max_minutes, found.max_minutes_day, found.min_rest) == (600, 240, 600)
    assert services.wishes.set_limits([bo.id], Limits()).title == "change the limits of Bo Ek"
    assert person(services, bo).max_minutes is None
    services.history.undo()
    services.history.undo()
    assert person(services, aino).max_minutes is None


@pytest.mark.parametrize(
    "wrong", [{"max_minutes": -1}, {"max_minutes_day": 24 * 60 + 1}, {"min_rest": 24 * 60 + 1}, {"min_rest": -1}]
)
def test_limits_that_cannot_be_are_refused(services, wrong):
    (bo,) = add_people(services, "Bo Ek")
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        services.wishes.set_limits([bo.id], Limits(**wrong))
    detail = services.people.detail(bo.id)
    with pytest.raises(InvalidInput, match="Nothing was changed"):
        services.people.save(bo.id, replace(detail.draft, **wrong), version=1)


def test_people_sign_up_together_and_a_like_ends_a_dislike(services):
    bo, aino = add_people(services, "Bo Ek", "Aino Vik")
    judge = services.roles.find("judge").id
    services.wishes.wish([bo.id, aino.id], judge, RoleWish.SIGNED_UP)
    services.wishes.wish([bo.id], judge, RoleWish.DISLIKES)
    assert (person(services, bo).signed_up, person(services, bo).dislikes) == ((judge,), (judge,))
    services.wishes.wish([bo.id, aino.id], judge, RoleWish.LIKES)
    assert (person(services, bo).likes, person(services, bo).dislikes) == ((judge,), ())
    assert not services.wishes.wish([bo.id], judge, RoleWish.LIKES)
    services.wishes.drop([aino.id], judge, RoleWish.SIGNED_UP)
    assert (person(services, aino).signed_up, person(services, bo).signed_up) == ((), (judge,))
    services.history.undo()
    assert person(services, aino).signed_up == (judge,)


def test_a_role_that_is_gone_can_not_be_wished_for(services):
    (bo,) = add_people(services, "Bo Ek")
    with pytest.raises(NotFound):
        services.wishes.wish([bo.id], 1, RoleWish.LIKES)


def test_one_person_s_limits_and_wishes_are_saved_with_the_rest_and_stay_when_it_is_changed(services):
    (bo,) = add_people(services, "Bo Ek")
    shown = services.people.detail(bo.id)
    draft = replace(shown.draft, max_minutes=600, signed_up=("judge",), dislikes=("Runner",))
    services.people.save(bo.id, draft, version=1)
    shown = services.people.detail(bo.id)
    assert (shown.draft.max_minutes, shown.draft.signed_up, shown.draft.dislikes) == (600, ("Judge",), ("Runner",))
    services.people.save(bo.id, replace(shown.draft, note="Tall."), version=shown.person.version)
    assert services.people.detail(bo.id).draft == replace(shown.draft, note="Tall.")
    with pytest.raises(Conflict):
        services.people.save(bo.id, replace(shown.draft, max_minutes=60), version=shown.person.version)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"likes": ("Diver",)}, "no role called “Diver”"), ({"likes": ("Judge",), "dislikes": ("judge",)}, "both liked")],
)
def test_wishes_that_cannot_be_are_refused(services, wrong, words):
    (bo,) = add_people(services, "Bo Ek")
    with pytest.raises(InvalidInput, match=words):
        services.people.save(bo.id, replace(services.people.detail(bo.id).draft, **wrong), version=1)
