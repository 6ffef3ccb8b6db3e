"""Ends of sessions: given, from heats, from distances, or by the next session's warm-up."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.durations import heat_length, round_up
from clubhub.domain.meet_times import session_end
from clubhub.domain.meets import Meet, MeetSession, Race

at = datetime.fromisoformat
TEN = at("2026-06-13 10:00")


def end_of_first(*sessions: MeetSession):
    return session_end(Meet(name="Kvarken Games", sessions=sessions), sessions[0])


def session(races=(), starts=TEN, **given_values) -> MeetSession:
    return MeetSession(number=1, starts=starts, races=tuple(races), **given_values)


def heats(distance_m: int, *clock: str) -> Race:
    return Race(distance_m=distance_m, heats_at=tuple(at(f"2026-06-13 {time}") if time else None for time in clock))


def test_a_given_end_is_no_estimate():
    end = end_of_first(session(ends=at("2026-06-13 12:15")))
    assert (end.ends, end.estimate) == (at("2026-06-13 12:15"), "")


def test_the_last_heat_and_its_length_make_the_end():
    end = end_of_first(session([heats(100, "10:00", "10:03"), heats(400, "10:06", "10:14")]))
    assert end.ends == at("2026-06-13 10:25")
    assert "last heat" in end.estimate


def test_heats_without_a_time_after_the_last_timed_one_are_added():
    end = end_of_first(session([heats(200, "10:00", "10:05", "", "", "", "")]))
    assert end.ends == at("2026-06-13 10:30")


def test_without_heat_times_the_distances_make_the_end():
    end = end_of_first(session([Race(distance_m=100, heats_at=(None,) * 20)]))
    assert end.ends == TEN + timedelta(minutes=50)
    assert "20 heats" in end.estimate


def test_heats_half_an_hour_apart_are_not_believed():
    end = end_of_first(session([heats(200, "10:00", "10:30", "11:00", "11:30", "12:00", "12:30")]))
    assert end.ends == TEN + timedelta(minutes=30)
    assert "far longer" in end.estimate


def test_heats_that_run_into_the_next_session_give_way_to_the_distances():
    later = session(starts=at("2026-06-13 11:00"), warm_up=at("2026-06-13 10:45"))
    end = end_of_first(session([heats(1500, "10:00"), heats(100, "10:50")]), later)
    assert end.ends == at("2026-06-13 10:30")
    assert "into the next session" in end.estimate


def test_a_programme_too_long_for_its_place_ends_at_the_next_warm_up():
    later = session(starts=at("2026-06-13 13:00"), warm_up=at("2026-06-13 12:00"))
    end = end_of_first(session([Race(distance_m=1500, heats_at=(None,) * 9)]), later)
    assert end.ends == at("2026-06-13 12:00")
    assert "next session" in end.estimate


def test_a_session_of_the_next_day_sets_no_limit():
    later = session(starts=at("2026-06-14 09:00"))
    assert end_of_first(session([Race(distance_m=1500, heats_at=(None,) * 9)]), later).ends > at("2026-06-13 13:30")


def test_sessions_at_the_same_time_do_not_cut_each_other_short():
    assert end_of_first(session(), session(warm_up=at("2026-06-13 09:00"))).ends >= TEN + timedelta(minutes=30)


def test_the_real_meet_ends_between_its_sessions(shared_data):
    from clubhub.formats.lenex import read_meet

    path = shared_data / "schedules/swim/lenex/dmsj-frankfurt-2025-programme-only.lef"
    meet = read_meet(path.read_bytes())
    ends = [session_end(meet, one) for one in meet.sessions]
    assert [f"{end.ends:%d %H:%M}" for end in ends] == ["27 12:30", "27 16:40", "28 11:05", "28 14:55"]
    assert all(end.estimate for end in ends)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_longer_race_never_takes_less_time(one, other):
    shorter, longer = sorted((one, other))
    assert heat_length(shorter) <= heat_length(longer)


@given(st.integers(0, 100_000))
def test_rounding_up_adds_less_than_its_step(seconds):
    length = timedelta(seconds=seconds)
    assert timedelta() <= round_up(length) - length < timedelta(minutes=5)


def test_a_session_without_races_is_taken_as_two_hours():
    end = end_of_first(session())
    assert end.ends == TEN + timedelta(hours=2)
    assert "no races" in end.estimate


def test_races_without_heats_are_told():
    end = end_of_first(session([Race(distance_m=200)] * 4))
    assert end.ends == TEN + timedelta(minutes=55)
    assert "no heats yet" in end.estimate
