"""The programme of a meet from Lenex, from a real file and from small ones with one oddity each."""

import io
import zipfile
from datetime import datetime

import pytest

from clubhub.domain.errors import EnvironmentProblem, InvalidInput
from clubhub.domain.meets import Pool
from clubhub.formats.lenex import meet_from_json, read_meet, read_meet_job

at = datetime.fromisoformat
SESSION = 'number="1" date="2026-06-13" daytime="10:00"'


def lenex(sessions: str, meet: str = 'name="Kvarken Games" city="Vaasa" course="LCM"', before: str = "") -> bytes:
    return f"<LENEX><MEETS><MEET {meet}>{before}<SESSIONS>{sessions}</SESSIONS></MEET></MEETS></LENEX>".encode()


def one_session(attributes: str = SESSION, content: str = ""):
    return read_meet(lenex(f"<SESSION {attributes}>{content}</SESSION>")).sessions[0]


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", ["lef", "lxf"])
def test_the_real_meet_has_its_four_sessions(shared_data, suffix):
    path = shared_data / f"schedules/swim/lenex/dmsj-frankfurt-2025-programme-only.{suffix}"
    meet = meet_from_json(read_meet_job({"path": str(path)}, lambda _report: None))
    assert (meet.name, meet.city) == ("DMSJ 2025 - Bezirksentscheidung HSV-Mitte -", "Frankfurt")
    assert [(s.number, s.warm_up, s.officials_meeting, s.starts) for s in meet.sessions] == [
        (1, at("2025-09-27 08:45"), at("2025-09-27 09:15"), at("2025-09-27 10:00")),
        (2, at("2025-09-27 12:30"), at("2025-09-27 13:00"), at("2025-09-27 13:30")),
        (3, at("2025-09-28 08:30"), at("2025-09-28 09:00"), at("2025-09-28 09:45")),
        (4, at("2025-09-28 12:00"), at("2025-09-28 12:15"), at("2025-09-28 13:00")),
    ]
    assert [session.heats for session in meet.sessions] == [27, 25, 16, 15]
    assert meet.sessions[0].pool is None
    assert meet.warnings == ()


def test_what_swimmers_and_clubs_are_called_is_nowhere_in_the_meet():
    clubs = '<CLUBS><CLUB name="SK Vega"><ATHLETES><ATHLETE lastname="Secret"/></ATHLETES></CLUB></CLUBS>'
    heat = '<HEAT number="1"><ENTRIES><ENTRY athlete="Secret"/></ENTRIES></HEAT>'
    events = f"<EVENTS><EVENT><HEATS>{heat}</HEATS></EVENT></EVENTS>"
    meet = read_meet(lenex(f"<SESSION {SESSION}>{events}</SESSION>", before=clubs))
    assert meet.sessions[0].heats == 1
    assert "Secret" not in repr(meet)
    assert "Vega" not in repr(meet)


def test_private_attributes_of_other_programs_are_ignored():
    session = one_session(f'{SESSION} easy.ak="6" hytek.courseorder="S" organizer.url="x"')
    assert session.starts == at("2026-06-13 10:00")


@pytest.mark.parametrize(
    ("pool", "expected"),
    [
        ('lanemin="1" lanemax="6"', Pool(lanes=6)),
        ('lanemin="0" lanemax="8"', Pool(lanes=9, first_lane=0)),
        ('lanemin="2" lanemax="7"', Pool(lanes=6, first_lane=2)),
        ('lanemax="8"', Pool(lanes=8)),
        ('lanemin="1"', None),
        ('name="Old pool"', None),
    ],
)
def test_lanes_are_counted_from_the_pool(pool, expected):
    assert one_session(content=f"<POOL {pool}/>").pool == expected


def test_the_pool_of_a_session_goes_before_that_of_the_meet():
    sessions = (
        f'<SESSION {SESSION}><POOL lanemax="5"/></SESSION>' + '<SESSION number="2" date="2026-06-14" daytime="9:00"/>'
    )
    meet = read_meet(lenex(sessions, before='<POOL lanemin="1" lanemax="8"/>'))
    assert [session.pool for session in meet.sessions] == [Pool(lanes=5), Pool(lanes=8)]


def test_lanes_that_make_no_pool_are_told_and_not_used():
    meet = read_meet(lenex(f'<SESSION {SESSION}><POOL lanemin="8" lanemax="1"/></SESSION>'))
    assert meet.sessions[0].pool is None
    assert "session 1" in meet.warnings[0]


def test_an_end_before_the_start_is_after_midnight():
    assert one_session('number="1" date="2026-06-13" daytime="19:00" endtime="00:30"').ends == at("2026-06-14 00:30")


def test_an_end_that_makes_a_session_of_nearly_a_day_is_not_used():
    meet = read_meet(lenex(f'<SESSION {SESSION} endtime="09:00"/>'))
    assert meet.sessions[0].ends is None
    assert "09:00" in meet.warnings[0]


def test_a_warm_up_after_the_start_is_told_and_not_used():
    meet = read_meet(lenex(f'<SESSION {SESSION} warmupfrom="11:00"/>'))
    assert meet.sessions[0].warm_up is None
    assert "warm-up" in meet.warnings[0]


def test_a_session_without_a_start_takes_that_of_its_first_timed_race():
    event = '<EVENTS><EVENT daytime="09:40"/></EVENTS>'
    meet = read_meet(lenex(f'<SESSION number="1" date="2026-06-13">{event}</SESSION>'))
    assert meet.sessions[0].starts == at("2026-06-13 09:40")
    assert meet.warnings


def test_heats_come_in_swimming_order_with_whole_distances():
    events = (
        '<EVENTS><EVENT order="2" daytime="10:20"><SWIMSTYLE distance="50" relaycount="4"/>'
        '<HEATS><HEAT number="1"/></HEATS></EVENT>'
        '<EVENT order="1"><SWIMSTYLE distance="100" relaycount="1"/><HEATS><HEAT number="2" daytime="10:05"/>'
        '<HEAT number="1" daytime="10:00"/></HEATS></EVENT></EVENTS>'
    )
    first, second = one_session(content=events).races
    assert (first.distance_m, first.heats_at) == (100, (at("2026-06-13 10:00"), at("2026-06-13 10:05")))
    assert (second.distance_m, second.heats_at) == (200, (at("2026-06-13 10:20"),))


def test_sessions_that_share_a_number_are_counted_in_order():
    meet = read_meet(lenex(f'<SESSION {SESSION}/><SESSION number="1" date="2026-06-14" daytime="10:00"/>'))
    assert [session.number for session in meet.sessions] == [1, 2]
    assert meet.warnings


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "whole XML"),
        (b"\x89PNG\r\n\x1a\n\0\0", "whole XML"),
        (b"<html><body/></html>", "not a Lenex"),
        (b"<LENEX><RECORDLISTS/></LENEX>", "no meet"),
        (lenex(""), "no sessions"),
        (lenex('<SESSION number="1" daytime="10:00"/>'), "no day"),
        (lenex('<SESSION number="7" date="2026-02-30" daytime="10:00"/>'), "Session 7 has no day"),
        (lenex('<SESSION number="1" date="2026-06-13"/>'), "no start time"),
        (lenex("<SESSION")[:40], "whole XML"),
        (b'<?xml version="1.0" encoding="klingon"?><LENEX/>', "encoding|whole XML"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><LENEX>&a;</LENEX>', "entities"),
        (
            b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd" [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><LENEX/>',
            "entities",
        ),
        (b"<LENEX>" + b"<a>" * 200, "too deep"),
        (packed(a_txt=b"x"), "holds 0"),
        (packed(a_lef=lenex(""), b_lef=lenex("")), "holds 2"),
        (packed(a_lef=lenex("")), "no sessions"),
        (packed(a_lef=b"x" * 10_000)[:60], "damaged"),
    ],
    ids=range(17),  # a ZIP holds the time of its making, so its bytes can't name a test
)
def test_what_is_no_meet_is_refused_with_the_reason(data, reason):
    with pytest.raises(InvalidInput, match=reason):
        read_meet(data)


def test_an_archive_that_unpacks_to_far_too_much_is_refused():
    with pytest.raises(InvalidInput, match="more than 60 MB"):
        read_meet(packed(a_lef=b" " * (61 << 20)))


def test_an_empty_file_and_a_missing_one_are_refused(tmp_path):
    empty = tmp_path / "empty.lef"
    empty.touch()
    with pytest.raises(InvalidInput, match="empty"):
        read_meet_job({"path": str(empty)}, print)
    with pytest.raises(EnvironmentProblem, match=r"none\.lef"):
        read_meet_job({"path": str(tmp_path / "none.lef")}, print)
