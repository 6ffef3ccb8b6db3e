"""A meet and a plan become an event: who, how many, when, and what was estimated."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.meets import Meet, MeetSession, Pool, Race
from clubhub.domain.plan_shifts import draft_event
from clubhub.domain.shift_plans import Anchor, PlanRole, Point, ShiftPlan
from clubhub.formats.shift_plans import find_plan

at = datetime.fromisoformat
START, END = Anchor(point=Point.START), Anchor(point=Point.END)


def session(number=1, starts="2026-06-13 10:00", ends="2026-06-13 12:00", **given_values) -> MeetSession:
    return MeetSession(number=number, starts=at(starts), ends=at(ends), **given_values)


def meet(*sessions: MeetSession) -> Meet:
    return Meet(name="Kvarken Games", sessions=sessions or (session(),))


def plan(*roles: PlanRole, **limits: int) -> ShiftPlan:
    return ShiftPlan(name="Small", roles=roles, **limits)


def role(name="Timekeeper", begins=START, ends=END, **values) -> PlanRole:
    return PlanRole(name=name, begins=begins, ends=ends, **({"count": 1} | values))


def draft(the_meet=None, the_plan=None, **options):
    return draft_event(the_meet or meet(), the_plan or plan(role()), **({"club_zone": "Europe/Helsinki"} | options))


@st.composite
def meets(draw):
    """One to five sessions over some days, each with races, with or without an end and a pool."""
    sessions = []
    slots = draw(st.sets(st.tuples(st.integers(13, 16), st.integers(0, 2)), min_size=1, max_size=5))
    for number, (day, part) in enumerate(sorted(slots), start=1):
        starts = at(f"2026-06-{day} 04:00") + timedelta(minutes=360 * part + draw(st.integers(0, 240)))
        ends = draw(
            st.none() | st.integers(30, 600).map(lambda minutes, begin=starts: begin + timedelta(minutes=minutes))
        )
        sessions.append(
            MeetSession(
                number=number,
                starts=starts,
                ends=ends,
                warm_up=draw(st.sampled_from([None, starts - timedelta(minutes=75)])),
                officials_meeting=draw(st.sampled_from([None, starts - timedelta(minutes=45)])),
                pool=draw(st.none() | st.builds(Pool, lanes=st.integers(3, 10), first_lane=st.integers(0, 1))),
                races=tuple(draw(st.lists(st.builds(Race, distance_m=st.sampled_from([50, 200, 1500])), max_size=20))),
            )
        )
    return Meet(name="Kvarken Games", sessions=tuple(sessions))


@given(meets(), st.integers(30, 300))
def test_no_shift_of_the_ready_plan_is_longer_than_the_limit_and_a_quarter_of_an_hour(the_meet, longest):
    event = draft(the_meet, replace(find_plan(), longest_minutes=longest, handover_minutes=10))
    most = timedelta(minutes=longest + 15)
    assert all(timedelta() < shift.ends - shift.starts <= most for shift in event.shifts)
    split = [shift for shift in event.shifts if shift.part > 1]
    assert all(shift.ends - shift.starts <= timedelta(minutes=longest) for shift in split)


@pytest.mark.parametrize(("minutes", "parts"), [(240, 1), (255, 1), (256, 2)])
def test_so_little_over_the_limit_is_not_worth_a_handover(minutes, parts):
    ends = f"{at('2026-06-13 10:00') + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"
    cook = plan(PlanRole(name="Cook", begins=START, ends=END, count=1))
    assert len(draft(meet(session(ends=ends)), cook).shifts) == parts


@given(meets())
def test_parts_of_a_shift_follow_each_other_with_the_handover(the_meet):
    event = draft(the_meet, find_plan())
    by_key = {shift.key: shift for shift in event.shifts}
    for shift in event.shifts:
        before = by_key.get(f"{shift.key.rpartition('/')[0]}/{shift.part - 1}")
        assert before is None or before.ends - shift.starts == timedelta(minutes=10)


@given(meets())
def test_every_session_has_timekeepers_from_half_an_hour_before_its_start_to_its_end(the_meet):
    event = draft(the_meet, find_plan())
    for one in event.sessions:
        shifts = [s for s in event.shifts if s.session_number == one.number and s.name.endswith(": Timekeepers")]
        assert min(shift.starts for shift in shifts) == one.starts - timedelta(minutes=30)
        assert max(shift.ends for shift in shifts) == one.ends


@given(meets(), st.none() | st.integers(1, 12))
def test_timekeepers_and_inspectors_are_as_many_as_the_lanes_ask_for(the_meet, lanes):
    event = draft(the_meet, find_plan(), lanes=lanes)
    for shift in event.shifts:
        needs = {need.role: need for need in shift.needs}
        if "Timekeeper" in needs:
            pool = the_meet.sessions[shift.session_number - 1].pool
            count = lanes or (pool.lanes if pool else 6)
            assert needs["Timekeeper"].min_count == count
            assert needs["Timekeeper"].first_lane == (pool.first_lane if pool else 1)
        if "Inspector of turns" in needs:
            assert needs["Inspector of turns"].min_count % 2 == 0


@given(meets(), st.integers(-55, 55))
def test_keys_are_unique_and_stay_when_times_move(the_meet, minutes):
    moved = tuple(
        replace(
            one, starts=one.starts + timedelta(minutes=minutes), ends=one.ends and one.ends + timedelta(minutes=minutes)
        )
        for one in the_meet.sessions
    )
    before, after = draft(the_meet, find_plan()), draft(replace(the_meet, sessions=moved), find_plan())
    assert len({shift.key for shift in before.shifts}) == len(before.shifts)
    assert {s.key for s in before.shifts if s.part == 1} == {s.key for s in after.shifts if s.part == 1}


@given(meets())
def test_set_up_is_once_a_day_in_the_morning_of_the_day_of_its_session(the_meet):
    event = draft(the_meet, find_plan())
    days = [shift.starts.date() for shift in event.shifts if shift.name.endswith(": Set-up") and shift.part == 1]
    assert sorted(days) == sorted({one.held_on for one in the_meet.sessions})


def test_the_real_meet_becomes_an_event_with_the_hours_of_its_file(shared_data):
    from clubhub.formats.lenex import read_meet

    path = shared_data / "schedules/swim/lenex/dmsj-frankfurt-2025-programme-only.lef"
    event = draft(read_meet(path.read_bytes()), find_plan(), club_zone="Europe/Berlin")
    assert (event.name, event.city, event.lanes) == ("DMSJ 2025 - Bezirksentscheidung HSV-Mitte -", "Frankfurt", 6)
    assert [f"{s.warm_up:%d %H:%M} {s.officials_meeting:%H:%M} {s.starts:%H:%M}" for s in event.sessions] == [
        "27 08:45 09:15 10:00",
        "27 12:30 13:00 13:30",
        "28 08:30 09:00 09:45",
        "28 12:00 12:15 13:00",
    ]
    set_up = [shift.starts for shift in event.shifts if shift.name.endswith("Set-up")]
    assert set_up == [at("2025-09-27 07:45"), at("2025-09-28 07:30")]
    assert len(event.estimates) == 6
    assert "Europe/Berlin" in event.estimates[0]
    assert "6 were taken" in event.estimates[1]


def test_lanes_told_go_before_the_files_and_need_no_estimate():
    event = draft(meet(session(pool=Pool(lanes=6, first_lane=0))), plan(role(count=0, lanes_each=1)), lanes=8)
    need = event.shifts[0].needs[0]
    assert (need.min_count, need.first_lane, event.lanes) == (8, 0, 8)
    assert not any("lanes" in sentence for sentence in event.estimates)


def test_a_long_course_pool_without_lanes_is_taken_as_eight():
    event = draft(meet(session(course="LCM")))
    assert event.lanes == 8
    assert any("50 m" in sentence for sentence in event.estimates)


@pytest.mark.parametrize("lanes", [0, -1, 21])
def test_a_number_of_lanes_that_no_pool_has_is_refused(lanes):
    with pytest.raises(InvalidInput, match="number of lanes"):
        draft(lanes=lanes)


def test_a_told_zone_is_checked_and_no_estimate():
    assert draft(meet(session(pool=Pool(lanes=6))), zone="Europe/Berlin").estimates == ()
    with pytest.raises(InvalidInput, match="Europe/Berlin"):
        draft(zone="Europe/Berlim")


def test_a_missing_warm_up_is_estimated_only_if_the_plan_uses_it():
    begins = Anchor(point=Point.WARM_UP)
    assert any("warm-up" in sentence for sentence in draft(the_plan=plan(role(begins=begins))).estimates)
    assert not any("warm-up" in sentence for sentence in draft().estimates)
    assert draft(the_plan=plan(role(begins=begins))).shifts[0].starts == at("2026-06-13 09:00")


def test_roles_of_one_place_and_time_share_a_shift():
    roles = [
        role("Referee", shift="Officials", venue="Pool deck"),
        role("Starter", shift="Officials", venue="Pool deck"),
    ]
    (shift,) = draft(the_plan=plan(*roles)).shifts
    assert [need.role for need in shift.needs] == ["Referee", "Starter"]
    assert shift.name == "Session 1: Officials"


def test_two_shifts_of_one_name_and_other_times_have_keys_of_their_own():
    event = draft(the_plan=plan(role(), role(begins=Anchor(point=Point.START, offset_minutes=30))))
    assert len({shift.key for shift in event.shifts}) == 2


def test_a_plan_whose_role_ends_before_it_starts_is_refused_by_name():
    with pytest.raises(InvalidInput, match=r"Small.*Timekeeper.*Session 1"):
        draft(the_plan=plan(role(begins=END, ends=START)))


def test_a_session_in_the_night_of_the_clock_change_is_told_with_its_real_length():
    night = session(starts="2026-10-25 00:00", ends="2026-10-25 05:00")
    event = draft(meet(night), plan(role(), longest_minutes=600))
    assert "6:00" in event.warnings[0]
