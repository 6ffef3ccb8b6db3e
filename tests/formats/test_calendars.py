"""Calendars out, read back with icalendar."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.roster_samples import ODD_ROSTERS, one_person, renamed, swimming_meet

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.rosters import PublishedPlace
from clubhub.formats.calendars import calendar_files, person_ics, roster_ics
from clubhub.formats.plain_text import lines, one_line

HELSINKI = ZoneInfo("Europe/Helsinki")
STRANGER = Person(id=PersonId(99_999), given_name="Nobody")


def events(data):
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert not calendar.get_missing_tzids()
    return {str(event["UID"]): event for event in calendar.events}


def assert_clean(data):
    """RFC 5545, 3.1: CR LF after each line of at most 75 octets, and no control characters."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line)
        line.decode("utf-8")


def change_need(roster, position, **changes):
    """The roster with the first need of one shift changed."""
    shift = roster.shifts[position]
    needs = (replace(shift.needs[0], **changes), *shift.needs[1:])
    shifts = (*roster.shifts[:position], replace(shift, needs=needs), *roster.shifts[position + 1 :])
    return replace(roster, shifts=shifts)


def freed(roster, person):
    """The roster after `person` gave up the first shift, which was theirs in the newest publication."""
    entry = roster.entries_of(person.id)[0]
    position = roster.shifts.index(entry.shift)
    need = entry.need
    places = tuple(replace(p, person=None, assignment=None) if p == entry.place else p for p in need.places)
    published = PublishedPlace(
        shift_id=entry.shift.shift.id, need_id=need.need.id, place=entry.place.number, person_id=person.id
    )
    after = change_need(roster, position, places=places, sequence=need.sequence + 1)
    return replace(after, publication=replace(roster.publication, places=(published,)), is_draft=True), need


def test_the_event_has_an_entry_per_need_with_its_zone_names_and_open_places():
    roster = swimming_meet()
    data = roster_ics(roster)
    assert_clean(data)
    found = events(data)
    assert len(found) == sum(len(shift.needs) for shift in roster.shifts)
    setup = found[f"need-{roster.shifts[0].needs[0].need.id}@clubhub.invalid"]
    assert setup["SUMMARY"] == "Set-up, Session 1 (1 open)"
    assert setup["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert setup.decoded("DTSTART") == datetime(2026, 6, 13, 6, 45, tzinfo=HELSINKI)
    assert setup.decoded("DTEND") == datetime(2026, 6, 13, 7, 45, tzinfo=HELSINKI)
    assert setup["LOCATION"] == "Hall"
    assert "Mats Grundvik\n" in setup["DESCRIPTION"]
    assert "Still open: 1 place\n" in setup["DESCRIPTION"]
    assert setup["TRANSP"] == "OPAQUE"
    assert setup.categories == ["Kvarnö Games"]


def test_nobodys_phone_stands_in_the_calendar_for_all():
    assert b"+358" not in roster_ics(swimming_meet()).replace(b"\r\n ", b"")


def test_a_persons_calendar_says_when_to_be_there_with_whom_what_to_bring_and_whom_to_call():
    roster = swimming_meet()
    entry = next(e for e in roster.entries() if e.place.person and e.need.need.lane(e.place.number) == 2)
    data = person_ics(roster, entry.place.person)
    assert_clean(data)
    found = events(data)
    assert len(found) == len(roster.entries_of(entry.place.person.id))
    event = found[f"need-{entry.need.need.id}-person-{entry.place.person.id}@clubhub.invalid"]
    assert event["SUMMARY"] == "Timekeeper, lane 2, Kvarnö Games"
    told = str(event["DESCRIPTION"]).split("\n")
    assert told[:2] == ["Be there at 08:30.", "The work begins at 09:00."]
    assert "Bring: indoor shoes" in told
    others = [p.person for p in entry.need.places if p.person and p.person != entry.place.person]
    assert next(line for line in told if line.endswith(")")).startswith(others[0].name)
    assert "Can't come? Tell Henrike Ostenfeld, +358505550018" in told
    assert entry.place.person.name not in told


def test_a_second_export_after_a_change_keeps_the_uids_and_raises_the_sequence():
    before = swimming_meet()
    after = change_need(before, 3, sequence=before.shifts[3].needs[0].sequence + 1)
    old, new = events(roster_ics(before)), events(roster_ics(after))
    assert old.keys() == new.keys()
    raised = [uid for uid in old if new[uid]["SEQUENCE"] > old[uid]["SEQUENCE"]]
    assert raised == [f"need-{before.shifts[3].needs[0].need.id}@clubhub.invalid"]


def test_a_shift_given_up_since_the_publication_is_cancelled_under_the_same_uid():
    roster = swimming_meet()
    person = roster.people()[5]
    after, need = freed(roster, person)
    old, new = events(person_ics(roster, person)), events(person_ics(after, person))
    assert old.keys() == new.keys()
    uid = f"need-{need.need.id}-person-{person.id}@clubhub.invalid"
    assert new[uid]["STATUS"] == "CANCELLED"
    assert new[uid]["SEQUENCE"] == old[uid]["SEQUENCE"] + 1
    assert new[uid].decoded("DTSTART") == old[uid].decoded("DTSTART")
    assert [event["STATUS"] for event in new.values()].count("CONFIRMED") == len(new) - 1


def test_everybody_with_a_place_gets_the_calendar_that_they_would_get_alone():
    roster = swimming_meet()
    files = dict(calendar_files(roster))
    assert len(files) == len(roster.people())
    assert files["mats-grundvik.ics"] == person_ics(roster, next(p for p in roster.people() if p.given_name == "Mats"))


@pytest.mark.parametrize("name", ODD_ROSTERS)
def test_odd_rosters_are_read_again(name):
    roster = ODD_ROSTERS[name]()
    assert_clean(roster_ics(roster))
    assert len(events(roster_ics(roster))) == sum(len(shift.needs) for shift in roster.shifts)


def test_a_person_without_shifts_gets_a_calendar_without_entries():
    data = person_ics(swimming_meet(), STRANGER)
    assert_clean(data)
    assert events(data) == {}


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Asia/Tokyo", "America/St_Johns"])
def test_every_zone_is_written_so_that_it_is_read_as_the_same_moment(zone):
    roster = one_person()
    roster = replace(roster, event=replace(roster.event, time_zone=zone))
    (event,) = events(roster_ics(roster)).values()
    assert event.decoded("DTSTART") == datetime(2026, 6, 13, 10, tzinfo=ZoneInfo(zone))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=200) | st.sampled_from(
    [
        "a,b;c\\d\nE",
        "\r\n\r\nBEGIN:VEVENT",
        "🏊‍♀️" * 60,
        "\\n\\N\\,",
        '"x":y',
        "å" * 400,
        "\x00\x0b\x85\u2028",
        "END:VCALENDAR",
    ]
)


@settings(max_examples=150, deadline=None)
@given(name=TEXTS, note=TEXTS, bring=TEXTS)
def test_any_text_comes_back_as_it_was_but_for_control_characters(name, note, bring):
    roster = renamed(one_person(), [name])
    need = roster.shifts[0].needs[0]
    role = replace(need.role, name=name, note=note, bring=bring)
    roster = change_need(roster, 0, role=role)
    data = person_ics(roster, roster.people()[0])
    assert_clean(data)
    (event,) = events(data).values()
    assert event["SUMMARY"] == one_line(", ".join(part for part in (name, "Kvarnö Games") if part))
    told = "\n".join(part for part in (note, f"Bring: {bring}" if bring else "") if part)
    assert lines(told) in event["DESCRIPTION"]


def test_naughty_names_come_back(shared_data):
    naughty = (shared_data / "corpora" / "blns" / "blns.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in naughty if line.strip()]
    data = roster_ics(renamed(swimming_meet(), names))
    assert_clean(data)
    everything = "\n".join(str(event["DESCRIPTION"]) for event in events(data).values())
    assert all(one_line(name) in everything for name in names[: len(swimming_meet().people())])
