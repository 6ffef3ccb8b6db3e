"""What the list says of each person."""

from datetime import date, datetime

import pytest

from clubhub.domain.ids import new_id
from clubhub.domain.people import AgeBand, Channel, Group, Household, Person, Skill, SkillGrant
from clubhub.services.people import PeopleDirectory, PeopleOverview
from clubhub.viewmodels.people.rows import SkillState, name_order, people_rows, skill_state

TODAY = date(2027, 6, 1)
MASTERS = Group(id=1, name="Masters")
FIRST_AID = Skill(id=2, name="First aid")
JUDGE = Skill(id=3, name="Judge")
EK = Household(id=4, name="Ek")


def person(given="Anna", family="Ek", **more):
    return Person(id=new_id(), given_name=given, family_name=family, **more)


def rows_of(*people, duty_ends=None):
    directory = PeopleDirectory(
        people=people,
        households={EK.id: EK},
        groups={MASTERS.id: MASTERS},
        skills={FIRST_AID.id: FIRST_AID, JUDGE.id: JUDGE},
    )
    return people_rows(PeopleOverview(directory=directory, today=TODAY, duty_ends=duty_ends or {}))


@pytest.mark.parametrize(
    ("expires_on", "needed_until", "state"),
    [
        (None, None, SkillState.VALID),
        (date(2027, 5, 31), None, SkillState.LAPSED),
        (date(2027, 6, 1), None, SkillState.SOON),
        (date(2027, 6, 30), None, SkillState.SOON),
        (date(2027, 7, 1), None, SkillState.VALID),
        (date(2027, 8, 1), date(2027, 8, 2), SkillState.SOON),
        (date(2027, 8, 2), date(2027, 8, 2), SkillState.VALID),
    ],
)
def test_a_skill_lapses_soon_within_30_days_or_before_the_last_duty(expires_on, needed_until, state):
    assert skill_state(expires_on, TODAY, needed_until) is state


def test_the_worst_skill_comes_first_and_says_so():
    (row,) = rows_of(
        person(skills=(SkillGrant(skill_id=FIRST_AID.id), SkillGrant(skill_id=JUDGE.id, expires_on=date(2027, 1, 1))))
    )
    assert [chip.text for chip in row.skills] == ["Judge lapsed", "First aid"]
    assert row.lapses


def test_a_duty_after_the_end_makes_a_skill_lapse_soon():
    helper = person(skills=(SkillGrant(skill_id=JUDGE.id, expires_on=date(2027, 9, 1)),))
    late = datetime(2027, 9, 2, 15)  # noqa: DTZ001  a wall-clock time
    assert not rows_of(helper)[0].lapses
    assert rows_of(helper, duty_ends={helper.id: late})[0].lapses


def test_roads_are_those_by_which_posts_would_go():
    mother = person(emails=("a@example.org",), household_id=EK.id, is_guardian=True)
    child = person("Bo", household_id=EK.id, age_band=AgeBand.UNDER_13)
    phone = person("Cia", phones=("+358405550101",), preferred_channel=Channel.PHONE)
    texts = [row.reached.text for row in rows_of(mother, child, phone, person("Dan", "Ö"))]
    assert texts == ["Mail", "Guardian", "Call", "No contact"]


def test_the_household_is_shown_with_its_size():
    assert [row.household for row in rows_of(person(household_id=EK.id), person("Bo", household_id=EK.id))] == [
        "Ek, 2",
        "Ek, 2",
    ]


def test_nordic_letters_follow_z():
    names = ["Öhman", "Ahl", "Åkers", "Zell", "Ängs", "ek"]
    assert sorted(names, key=name_order) == ["Ahl", "ek", "Zell", "Åkers", "Ängs", "Öhman"]
