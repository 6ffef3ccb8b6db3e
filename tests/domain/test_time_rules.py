"""Rest, ways and hours: what a person's other places mean for one more."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.domain.roster_parts import at, entry, person, roster, shift

from clubhub.domain.breaks import Rule
from clubhub.domain.club_rules import ClubRules, Travel
from clubhub.domain.engagements import Engagement
from clubhub.domain.events import Event, Venue
from clubhub.domain.roster_rules import rule_breaks
from clubhub.domain.rosters import Roster, RosterShift

HALL, QUAY = (Venue(id=number, name=name) for number, name in ((1, "Hall"), (2, "Quay")))
WAY = ClubRules(travel=(Travel(id=1, one_id=HALL.id, other_id=QUAY.id, minutes=30),))
EVENING = shift(1, "2027-06-12 18:00", "2027-06-12 23:30", venue=HALL)
MORNING = shift(2, "2027-06-13 07:00", "2027-06-13 09:00", venue=HALL)


def told(
    someone, here: RosterShift, *others: RosterShift, rules=WAY, of: Roster | None = None, **club: object
) -> Sequence[tuple[Rule, str]]:
    known = of or roster(here, *others, **club)
    found = rule_breaks(
        someone, entry(here), skills={}, others=map(entry, others), roster=known, rules=rules, was_asked=False
    )
    return [(one.rule, one.sentence) for one in found]


def test_a_short_night_is_told_with_its_hours_from_both_sides():
    sentence = (
        "Aino Vik rests 7:30 hours between Runner (Shift 1, Sat 12 June 18:00–23:30) and "
        "Runner (Shift 2, Sun 13 June 07:00–09:00); 8:00 are the least."
    )
    assert told(person(1, "Aino Vik"), MORNING, EVENING) == [(Rule.SHORT_REST, sentence)]
    assert told(person(1, "Aino Vik"), EVENING, MORNING) == [(Rule.SHORT_REST, sentence)]


@pytest.mark.parametrize(
    ("own", "of_the_club", "is_told"),
    [(None, 450, False), (None, 451, True), (480, 0, True), (0, 480, False), (450, 480, False)],
)
def test_the_own_rest_goes_before_the_club_s(own: int | None, of_the_club: int, is_told: bool):
    aino = person(1, "Aino Vik", min_rest=own)
    assert bool(told(aino, MORNING, EVENING, rest_minutes=of_the_club)) is is_told


def test_a_break_within_a_day_is_no_rest_and_the_small_hours_belong_to_the_evening():
    aino = person(1, "Aino Vik")
    noon, afternoon = (shift(n, f"2027-06-12 {h}:00", f"2027-06-12 {h + 2}:00") for n, h in ((1, 10), (2, 13)))
    assert told(aino, noon, afternoon) == []
    assert told(aino, EVENING, shift(2, "2027-06-13 00:30", "2027-06-13 03:00")) == []


def test_a_night_is_an_hour_shorter_when_summer_time_begins():
    late, early = shift(1, "2027-03-27 18:00", "2027-03-27 22:30"), shift(2, "2027-03-28 07:00", "2027-03-28 09:00")
    (found,) = told(person(1, "Aino Vik"), late, early)
    assert "rests 7:30 hours" in found[1]


def test_a_way_that_takes_longer_than_there_is_time_is_told_in_either_direction():
    here = shift(1, "2027-06-12 08:00", "2027-06-12 12:00", venue=HALL)
    there = shift(2, "2027-06-12 12:20", "2027-06-12 15:00", venue=QUAY)
    sentence = (
        "Aino Vik has 20 minutes from Runner (Shift 1, Sat 12 June 08:00–12:00) to "
        "Runner (Shift 2, Sat 12 June 12:20–15:00), and the way takes 30."
    )
    for one, other in ((here, there), (there, here)):
        assert told(person(1, "Aino Vik"), one, other) == [(Rule.TOO_FAR, sentence)]
    just = shift(2, "2027-06-12 12:30", "2027-06-12 15:00", venue=QUAY)
    assert told(person(1, "Aino Vik"), here, just) == []
    assert told(person(1, "Aino Vik"), here, there, rules=ClubRules()) == []


def test_places_at_the_same_time_are_told_as_that_alone():
    there = shift(2, "2027-06-12 11:00", "2027-06-12 15:00", venue=QUAY)
    here = shift(1, "2027-06-12 08:00", "2027-06-12 12:00", venue=HALL)
    assert [rule for rule, _words in told(person(1, "Aino Vik"), here, there)] == [Rule.OVERLAP]


@pytest.mark.parametrize(("most", "rules"), [(None, []), (420, []), (419, [Rule.OVER_DAY])])
def test_hours_of_a_day_are_added_up(most: int | None, rules: list[Rule]):
    morning = shift(1, "2027-06-12 08:00", "2027-06-12 12:00")
    evening = shift(2, "2027-06-12 20:00", "2027-06-12 23:00")
    sunday = shift(3, "2027-06-13 12:00", "2027-06-13 18:00")
    aino = person(1, "Aino Vik", max_minutes_day=most)
    found = told(aino, morning, evening, sunday)
    assert [rule for rule, _words in found] == rules
    assert not found or found[0][1] == (
        "Aino Vik has 7:00 hours on Sat 12 June with Runner (Shift 1, Sat 12 June 08:00–12:00); 6:59 are the most."
    )


def test_hours_of_the_whole_event_are_added_up():
    aino = person(1, "Aino Vik", max_minutes=600)
    ((rule, sentence),) = told(aino, EVENING, shift(3, "2027-06-14 12:00", "2027-06-14 18:00"))
    assert (rule, sentence) == (
        Rule.OVER_LIMIT,
        "Aino Vik has 11:30 hours in Kvarken Games with Runner (Shift 1, Sat 12 June 18:00–23:30); 10:00 are the most.",
    )


def elsewhere(starts: str, ends: str, zone: str = "Europe/Helsinki", **more: object) -> Engagement:
    plain = {"person_id": 1, "need_id": 9, "shift_id": 9, "event_name": "Gala", "role_name": "Judge"}
    times = {"starts": at(starts), "ends": at(ends), "time_zone": zone, "shift_name": "Evening"}
    return Engagement(**plain, **times, **more)


def with_elsewhere(here: RosterShift, engagement: Engagement) -> Roster:
    return replace(roster(here), elsewhere={1: [engagement]})


def test_other_events_count_for_rest_ways_and_the_day_but_not_for_the_event():
    here = shift(1, "2027-06-13 08:00", "2027-06-13 10:00", venue=HALL)
    aino = person(1, "Aino Vik", max_minutes=120, max_minutes_day=180)
    night = with_elsewhere(here, elsewhere("2027-06-12 20:00", "2027-06-13 00:30", override="She lives next door."))
    ((rule, sentence),) = told(aino, here, of=night)
    assert (rule, "rests 7:30 hours between Judge (Evening, Sat 12 June 20:00–00:30)" in sentence) == (
        Rule.SHORT_REST,
        True,
    )
    close = with_elsewhere(here, elsewhere("2027-06-13 10:10", "2027-06-13 12:10", venue_id=QUAY.id))
    assert [rule for rule, _words in told(aino, here, of=close)] == [Rule.TOO_FAR, Rule.OVER_DAY]


def test_another_event_keeps_its_own_clock():
    here = shift(1, "2027-06-13 08:00", "2027-06-13 10:00")
    swedish = with_elsewhere(here, elsewhere("2027-06-12 20:00", "2027-06-12 23:30", zone="Europe/Stockholm"))
    ((_rule, sentence),) = told(person(1, "Aino Vik"), here, of=swedish)
    assert "rests 7:30 hours" in sentence


def test_the_reason_kept_with_the_other_place_goes_along():
    late = shift(
        1, "2027-06-12 18:00", "2027-06-12 23:30", people=[person(1, "Aino Vik")], override="She asked for it."
    )
    found = rule_breaks(
        person(1, "Aino Vik"),
        entry(MORNING),
        skills={},
        others=[entry(late)],
        roster=roster(late, MORNING),
        was_asked=False,
    )
    assert [one.set_aside for one in found] == ["She asked for it."]


def test_nobody_is_too_far_from_a_place_without_a_venue():
    here, there = shift(1, "2027-06-12 08:00", "2027-06-12 12:00"), shift(2, "2027-06-12 12:00", "2027-06-12 15:00")
    assert told(person(1, "Aino Vik"), here, there) == []


def test_the_event_s_own_zone_decides_what_a_night_is():
    new_york = Event(
        id=1, name="Kvarken Games", starts_on=at("2027-03-13"), ends_on=at("2027-03-14"), time_zone="America/New_York"
    )
    late, early = shift(1, "2027-03-13 18:00", "2027-03-13 22:30"), shift(2, "2027-03-14 07:00", "2027-03-14 09:00")
    ((_rule, sentence),) = told(person(1, "Aino Vik"), late, early, of=roster(late, early, event=new_york))
    assert "rests 7:30 hours" in sentence


MOMENTS = some.integers(0, 3 * 24 * 12).map(lambda step: at("2027-06-12 00:00") + timedelta(minutes=5 * step))
LENGTHS = some.integers(1, 12 * 12).map(lambda step: timedelta(minutes=5 * step))


@given(MOMENTS, LENGTHS, MOMENTS, LENGTHS, some.integers(0, 600), some.integers(0, 120))
def test_rest_and_ways_are_those_of_the_plain_rule(starts, length, other_starts, other_length, rest, way):
    """The rule said once more, without zones: this event's clock doesn't change."""
    one = shift(1, starts.isoformat(), (starts + length).isoformat(), venue=HALL)
    two = shift(2, other_starts.isoformat(), (other_starts + other_length).isoformat(), venue=QUAY)
    rules = ClubRules(travel=(Travel(id=1, one_id=HALL.id, other_id=QUAY.id, minutes=way),))
    gap = max(other_starts - (starts + length), starts - (other_starts + other_length)) // timedelta(minutes=1)
    days = [(wall - timedelta(hours=4)).date() for wall in (starts, other_starts)]
    expected = {Rule.OVERLAP} if gap < 0 else set()
    expected |= {Rule.TOO_FAR} if 0 <= gap < way else set()
    expected |= {Rule.SHORT_REST} if 0 <= gap < rest and days[0] != days[1] else set()
    aino = person(1, "Aino Vik", min_rest=rest)
    assert {rule for rule, _words in told(aino, one, two, rules=rules)} == expected
    assert {rule for rule, _words in told(aino, two, one, rules=rules)} == expected
