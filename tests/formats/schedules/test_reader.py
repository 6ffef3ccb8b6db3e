"""Schedules of frab, pretalx and the VOC, real ones and small ones with one oddity each."""

import json
from datetime import date, datetime, timedelta

import pytest

from clubhub.domain.errors import EnvironmentProblem, InvalidInput
from clubhub.formats.schedules import draft_from_json, read_schedule, read_schedule_job, schedule_request

at = datetime.fromisoformat
CLUB = "Europe/Helsinki"


def event(title="Bar", when="2026-06-13T10:00:00+03:00", length="1:30", more="", attributes='guid="a" id="1"') -> str:
    return f"<event {attributes}><title>{title}</title><date>{when}</date><duration>{length}</duration>{more}</event>"


def schedule(
    *events: str, zone=f"<time_zone_name>{CLUB}</time_zone_name>", day='date="2026-06-13"', room="Hall"
) -> bytes:
    return (
        f"<schedule><conference><title>Summer camp</title>{zone}</conference><day {day}>"
        f'<room name="{room}">{"".join(events)}</room></day></schedule>'
    ).encode()


def twin(entry=(), beside=(), conference=()) -> bytes:
    talk = {"guid": "a", "id": 1, "title": "Bar", "date": "2026-06-13T10:00:00+03:00", "duration": "1:30"} | dict(entry)
    days = [{"date": "2026-06-13", "rooms": {"Hall": [talk]}}]
    content = {"title": "Summer camp", "time_zone_name": CLUB, "days": days} | dict(conference)
    return json.dumps({"schedule": {"conference": content} | dict(beside)}).encode()


def only_shift(data: bytes, **options):
    (shift,) = read_schedule(data, **({"club_zone": CLUB} | options)).shifts
    return shift


@pytest.mark.parametrize("suffix", ["xml", "json"])
def test_the_real_build_up_has_296_shifts_over_14_days(shared_data, suffix):
    path = shared_data / f"schedules/schedule-xml/39c3-buildupteardown.schedule.{suffix}"
    draft = draft_from_json(read_schedule_job(schedule_request(path, zone=None, club_zone=CLUB), print))
    assert (len(draft.shifts), len({shift.key for shift in draft.shifts})) == (296, 296)
    assert (draft.starts_on, draft.ends_on) == (date(2025, 12, 18), date(2025, 12, 31))
    assert (draft.ends_on - draft.starts_on).days + 1 == 14
    assert (draft.name, draft.time_zone) == ("39C3 C3VOC BuildUp & Teardown", "Europe/Amsterdam")
    assert len({shift.venue for shift in draft.shifts}) == 8
    first = draft.shifts[0]
    assert (first.name, first.starts, first.ends) == ("Night O", at("2025-12-19 00:00"), at("2025-12-19 03:00"))
    assert (draft.estimates, draft.warnings) == ((), ())


def test_xml_and_json_of_the_real_build_up_say_the_same(shared_data):
    folder = shared_data / "schedules/schedule-xml"
    xml, twin_of_it = (
        read_schedule((folder / f"39c3-buildupteardown.schedule.{suffix}").read_bytes(), club_zone=CLUB)
        for suffix in ("xml", "json")
    )
    assert {shift.key: shift for shift in xml.shifts} == {shift.key: shift for shift in twin_of_it.shifts}


@pytest.mark.parametrize(
    ("name", "shifts"),
    [
        ("39c3-block.schedule.xml", 180),
        ("engelsystem-test-schedule-basic.xml", 1),
        ("engelsystem-test-schedule-multiple.xml", 5),
        ("voc-example-frab-camp2019.json", 79),
        ("voc-example-pretalx-democon.json", 36),
        ("voc-example-pretalx-rc3.json", 48),
    ],
)
def test_other_real_schedules_are_read_whole(shared_data, name, shifts):
    data = (shared_data / "schedules/schedule-xml" / name).read_bytes()
    assert len(read_schedule(data, club_zone="Europe/Berlin").shifts) == shifts


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("engelsystem-test-schedule-invalid.html", "html"),
        ("voc-example-hub-schedule2.json", "another dialect"),
        ("voc-schedule.schema.json", "no schedule"),
    ],
)
def test_real_files_of_another_kind_are_refused(shared_data, name, reason):
    data = (shared_data / "schedules/schedule-xml" / name).read_bytes()
    with pytest.raises(InvalidInput, match=reason):
        read_schedule(data, club_zone=CLUB)


def test_the_official_invalid_example_is_refused_with_its_two_faults(shared_data):
    data = (shared_data / "schedules/schedule-xml/voc-example-invalid-example.json").read_bytes()
    with pytest.raises(InvalidInput, match="breaks the rules") as refused:
        read_schedule(data, club_zone=CLUB)
    assert "rooms" in refused.value.details[0]
    assert '"2814"' in refused.value.details[1]


@pytest.mark.parametrize("make", [lambda: schedule(event()), twin])
def test_an_entry_becomes_a_shift_with_one_helper(make):
    shift = only_shift(make())
    assert (shift.key, shift.name, shift.venue) == ("a", "Bar", "Hall")
    assert (shift.starts, shift.ends) == (at("2026-06-13 10:00"), at("2026-06-13 11:30"))
    assert [(need.role, need.min_count, need.max_count) for need in shift.needs] == [("Helper", 1, 1)]


def test_the_role_can_be_told():
    assert only_shift(schedule(event()), role="Angel").needs[0].role == "Angel"


def test_dates_are_shown_in_the_zone_of_the_event():
    draft = read_schedule(schedule(event(when="2026-06-13T10:00:00+01:00")), club_zone="Europe/Berlin")
    assert draft.shifts[0].starts == at("2026-06-13 12:00")
    assert "10:00 there is 12:00 here" in draft.warnings[0]


def test_without_a_zone_the_clubs_is_taken_and_told():
    draft = read_schedule(schedule(event(), zone=""), club_zone=CLUB)
    assert draft.time_zone == CLUB
    assert CLUB in draft.estimates[0]


def test_a_zone_that_does_not_exist_is_told():
    draft = read_schedule(schedule(event(), zone="<time_zone_name>Mars/Base</time_zone_name>"), club_zone=CLUB)
    assert (draft.time_zone, "Mars/Base" in draft.estimates[0]) == (CLUB, True)


def test_a_told_zone_goes_before_the_files():
    draft = read_schedule(schedule(event()), zone="Europe/Berlin", club_zone=CLUB)
    assert (draft.time_zone, draft.shifts[0].starts) == ("Europe/Berlin", at("2026-06-13 09:00"))


@pytest.mark.parametrize(
    ("length", "hours"), [("0:45", 0.75), ("00:45", 0.75), ("30:00", 30), ("1:02:00", 26), ("12:5", None), ("", None)]
)
def test_lengths_are_read_with_hours_and_days(length, hours):
    if hours is None:
        with pytest.raises(InvalidInput, match="rules"):
            read_schedule(schedule(event(length=length)), club_zone=CLUB)
    else:
        shift = only_shift(schedule(event(length=length)))
        assert shift.ends - shift.starts == timedelta(hours=hours)


def test_an_end_stands_in_for_a_missing_duration():
    assert only_shift(twin({"duration": None, "end": "2026-06-13T12:00:00+03:00"})).ends == at("2026-06-13 12:00")


def test_without_a_date_the_day_and_the_start_are_taken_also_after_midnight():
    old = "<event guid='a'><title>Bar</title><start>01:00</start><duration>01:00</duration></event>"
    day = 'date="2026-06-13" start="2026-06-13T09:00:00+03:00"'
    assert only_shift(schedule(old, day=day)).starts == at("2026-06-14 01:00")
    assert only_shift(schedule(old)).starts == at("2026-06-13 01:00")


def test_a_room_without_a_name_is_no_venue():
    assert only_shift(schedule(event(), room="")).venue == ""


def test_without_a_guid_the_id_matches_and_a_repeated_talk_is_counted():
    same = 'id="7"'
    draft = read_schedule(schedule(event(attributes=same), event(attributes=same)), club_zone=CLUB)
    assert [shift.key for shift in draft.shifts] == ["7", "7/2"]


def test_an_entry_without_length_is_left_out_and_told():
    draft = read_schedule(schedule(event(), event("Bell", length="0:00")), club_zone=CLUB)
    assert [shift.name for shift in draft.shifts] == ["Bar"]
    assert "Bell" in draft.warnings[0]


def test_a_file_that_holds_fewer_days_than_it_says_is_told():
    data = schedule(event(), zone=f"<days>3</days><time_zone_name>{CLUB}</time_zone_name>")
    assert "3 days, but holds 1" in read_schedule(data, club_zone=CLUB).warnings[0]


def test_a_shift_over_the_clock_change_is_told_with_its_real_length():
    draft = read_schedule(schedule(event(when="2026-10-24T22:00:00+03:00", length="9:00")), club_zone=CLUB)
    assert draft.shifts[0].ends == at("2026-10-25 06:00")
    assert "9:00" in draft.warnings[0]


def test_a_short_shift_inside_the_hour_shown_twice_keeps_its_length():
    shift = only_shift(schedule(event(when="2026-10-25T03:45:00+03:00", length="0:30")))
    assert shift.ends - shift.starts == timedelta(minutes=30)


def test_speakers_and_abstracts_are_not_taken_in():
    persons = "<persons><person>Secret</person></persons><abstract>Secret</abstract>"
    assert "Secret" not in repr(read_schedule(schedule(event(more=persons)), club_zone=CLUB))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither XML nor JSON"),
        (b"\x89PNG\r\n", "neither XML nor JSON"),
        (b"{", "whole JSON.*line 1"),
        (b"[" * 100_000, "whole JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "whole JSON"),
        (b"[1]", "no schedule"),
        (b'{"talks": []}', "begins with “talks”"),
        (b'{"schedule": {"entries": []}}', "another dialect"),
        (b'{"schedule": {"conference": {"days": [{"date": "2026-06-13"}]}}}', "another dialect"),
        (b'{"schedule": {"conference": {"days": [{"rooms": {"Hall": 5}}]}}}', "another dialect"),
        (b'{"schedule": {"conference": {"days": [{"rooms": {"Hall": ["Bar"]}}]}}}', "another dialect"),
        (b"<rss/>", "begins with “rss”"),
        (b"<schedule><entries><entry><start>0930</start></entry></entries></schedule>", "another dialect"),
        (schedule("<event><title>Bar</title><start>0930</start><duration>0:30</duration></event>"), "another dialect"),
        (schedule(), "no entries"),
        (schedule(event("")), "rules"),
        (schedule(event(when="tomorrow")), "rules"),
        (schedule(event(length="200:00:00")), "rules"),
        (schedule("<event><title>Bar</title><start>25:00</start></event>"), "rules"),
        (twin({"id": True}), "rules"),
        (twin({"id": 0}), "rules"),
        (twin({"duration": "", "end": "2026-06-13T09:00:00+03:00"}), "rules"),
        (twin(beside={"rooms": []}), "rules"),
    ],
)
def test_what_is_no_schedule_is_refused_with_the_reason(data, reason):
    with pytest.raises(InvalidInput, match=reason):
        read_schedule(data, club_zone=CLUB)


def test_each_bad_entry_is_named_with_its_number():
    with pytest.raises(InvalidInput) as refused:
        read_schedule(schedule(event(), event("Door", when="soon"), event("Till", length="long")), club_zone=CLUB)
    assert refused.value.details == (
        "Entry 2 (“Door”): its date “soon” can't be read.",
        "Entry 3 (“Till”): its duration “long” can't be read.",
    )


def test_a_missing_file_is_the_computers_side(tmp_path):
    with pytest.raises(EnvironmentProblem, match=r"none\.xml"):
        read_schedule_job(schedule_request(tmp_path / "none.xml", zone=None, club_zone=CLUB), print)
