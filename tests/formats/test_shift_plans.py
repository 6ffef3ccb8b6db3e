"""Plans as files: the one that comes along, a coordinator's own, and faulty ones."""

import re
import shutil

import pytest

from clubhub.domain.errors import EnvironmentProblem, InvalidInput, NotFound
from clubhub.domain.people import AgeBand
from clubhub.domain.shift_plans import Anchor, Occasion, Point
from clubhub.formats import shift_plans
from clubhub.formats.shift_plans import find_plan, plan_names, read_plan
from clubhub.support.resources import resource

NEVER_WITH_SKILL = {"Timekeeper", "Timekeeper in reserve", "Marshal", "Set-up", "Clearing", "Canteen", "Parking"}
WITH_SKILL = {"Referee", "Starter", "Judge of stroke", "Inspector of turns", "First aid"}


def plan_with(entry: str, head: str = "") -> bytes:
    return f'{head}\n[[role]]\nname = "Timekeeper"\nfrom = "start"\nuntil = "end"\n{entry}\n'.encode()


def only_role(entry: str):
    return read_plan(plan_with(entry)).roles[0]


def test_the_ready_plan_has_the_numbers_of_a_swimming_meet():
    plan = find_plan()
    people = {role.name: role.people(8) for role in plan.roles}
    assert people == {
        "Set-up": 6,
        "Clearing": 6,
        "Referee": 1,
        "Starter": 1,
        "Chief timekeeper": 1,
        "Judge of stroke": 2,
        "Inspector of turns": 8,
        "Finish judge": 1,
        "Timekeeper": 8,
        "Timekeeper in reserve": 1,
        "Clerk of course": 2,
        "Announcer": 1,
        "Runner": 1,
        "Results desk": 2,
        "Canteen": 3,
        "Marshal": 2,
        "First aid": 1,
        "Parking": 2,
    }
    assert (plan.longest_minutes, plan.handover_minutes) == (240, 10)


def test_in_the_ready_plan_only_officials_and_first_aid_name_skills():
    with_skill = {role.name for role in find_plan().roles if role.skills}
    assert with_skill == WITH_SKILL
    assert not with_skill & NEVER_WITH_SKILL


def test_an_inspector_stands_at_each_end_of_two_lanes_rounded_up():
    inspector = next(role for role in find_plan().roles if role.name == "Inspector of turns")
    assert [inspector.people(lanes) for lanes in (5, 6, 8, 10)] == [6, 6, 8, 10]
    assert not inspector.is_per_lane


def test_only_timekeepers_have_a_lane_of_their_own():
    assert [role.name for role in find_plan().roles if role.is_per_lane] == ["Timekeeper"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("start", Anchor(point=Point.START)),
        ("start - 30 min", Anchor(point=Point.START, offset_minutes=-30)),
        ("end+60", Anchor(point=Point.END, offset_minutes=60)),
        ("Warm-up + 5 minutes", Anchor(point=Point.WARM_UP, offset_minutes=5)),
        ("officials' meeting", Anchor(point=Point.OFFICIALS_MEETING)),
        ("officials_meeting - 15", Anchor(point=Point.OFFICIALS_MEETING, offset_minutes=-15)),
    ],
)
def test_times_are_written_as_people_do(text, anchor):
    data = f'[[role]]\nname = "Timekeeper"\ncount = 1\nfrom = "{text}"\nuntil = "end + 90 min"'.encode()
    assert read_plan(data).roles[0].begins == anchor


def test_every_key_of_an_entry_is_read():
    role = only_role(
        'count = 2\nat_most = 4\nsessions = "last of day"\nshift = "Watches"\n'
        'venue = "Pool deck"\nskills = ["A", " "]\n'
        'minimum_age = 16\nnote = "n"\nbring = "b"\npriority = 1'
    )
    assert (role.count, role.at_most, role.occasion, role.shift) == (2, 4, Occasion.LAST_OF_DAY, "Watches")
    assert (role.venue, role.skills, role.minimum_age) == ("Pool deck", ("A",), AgeBand.FROM_16)
    assert (role.note, role.bring, role.priority) == ("n", "b", 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xfe", "no TOML"),
        (b"name = ", "no TOML.*Invalid value"),
        (b'name = "x"', r"\[\[role\]\]"),
        (b"role = 3", r"\[\[role\]\]"),
        (
            plan_with("count = 1", "longest_shift_minutes = 10"),
            "The shift plan, key “longest_shift_minutes”.*30 to 1440",
        ),
        (plan_with("count = 1", "handover_minutes = 200"), "handover_minutes.*0 to 120"),
        (plan_with("count = 1", "longest = 5"), "key “longest”"),
        (plan_with(""), "entry 1 .“Timekeeper”., key “count”: give either"),
        (plan_with("count = 1\nlanes_each = 1"), "not both"),
        (plan_with("count = true"), "key “count”: it must be a number"),
        (plan_with("count = 1\nat_both_ends = true"), "goes with lanes_each"),
        (plan_with("count = 3\nat_most = 2"), "at_most.*3 to 1000"),
        (plan_with("count = 1\nskills = 'Referee'"), "key “skills”: it must be a list"),
        (plan_with("count = 1\nminimum_age = 15"), "minimum_age.*13, 16, 18"),
        (plan_with("count = 1\nsessions = 'sometimes'"), "sometimes.*first of day"),
        (plan_with("count = 1\nvenu = 'x'"), "key “venu”.*perhaps “venue”"),
        (plan_with("count = 1\nnote = 5"), "key “note”: it must be words"),
        (plan_with("count = 1") + plan_with("lanes_each = 1"), "“Timekeeper” twice"),
        (b'[[role]]\ncount = 1\nfrom = "start"\nuntil = "end"', "entry 1, key “name”: it is missing"),
        (b'[[role]]\nname = "X"\ncount = 1\nfrom = "stop - 5"\nuntil = "end"', "key “from”: “stop - 5” is no time"),
        (b'[[role]]\nname = "X"\ncount = 1\nfrom = "start"', "key “until”: it is missing"),
    ],
)
def test_a_faulty_plan_is_refused_with_the_entry_and_the_key(data, reason):
    with pytest.raises(InvalidInput) as refused:
        read_plan(data)
    assert re.search(reason, str(refused.value), re.DOTALL)


def test_a_role_may_stand_twice_for_different_sessions():
    morning = plan_with('count = 1\nsessions = "first of day"')
    evening = plan_with('count = 2\nsessions = "last of day"')
    assert len(read_plan(morning + evening).roles) == 2


def test_a_plan_is_found_by_the_path_of_its_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(plan_with("count = 4", 'name = "Mine"'))
    assert find_plan(str(path)).name == "Mine"
    with pytest.raises(EnvironmentProblem, match="none"):
        find_plan(str(tmp_path / "none.toml"))


def test_a_coordinators_own_plan_replaces_the_ready_one_of_the_same_name(tmp_path, monkeypatch):
    monkeypatch.setattr(shift_plans, "plan_folder", lambda: tmp_path)
    shutil.copy(resource("plans", "swimming-meet.toml"), tmp_path / "gala.toml")
    (tmp_path / "swimming-meet.toml").write_bytes(plan_with("count = 4", 'name = "Ours"'))
    assert plan_names() == ["gala", "swimming-meet"]
    assert find_plan("swimming-meet").name == "Ours"


def test_an_unknown_plan_is_refused_with_the_names_there_are():
    with pytest.raises(NotFound, match="swimming-meet"):
        find_plan("rowing")
