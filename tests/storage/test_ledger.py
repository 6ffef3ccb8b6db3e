"""The ledger's rows, and the turns that people have had."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.storage.club_samples import Meet, full_person, state, undo

from clubhub.domain.errors import Conflict
from clubhub.domain.events import Event, Need, Shift
from clubhub.domain.ids import new_id
from clubhub.domain.ledger import LedgerEntry
from clubhub.domain.people import Household
from clubhub.domain.rosters import Assignment
from clubhub.domain.seasons import Season
from clubhub.storage import clubs, events, ledger, people, people_bulk, rosters

SEASON = Season(starts_on=date(2026, 8, 1), ends_on=date(2027, 7, 31))
NEXT = Season(starts_on=date(2027, 8, 1), ends_on=date(2028, 7, 31))


def entry(household_id, **more):
    values = {"id": new_id(), "household_id": household_id, "done_on": date(2027, 5, 1), "minutes": 120}
    return LedgerEntry(**{**values, **more})


def entered(club, season=None):
    with club.read() as reader:
        return ledger.load_entries(reader, season)


def turns(club, season, now):
    with club.read() as reader:
        return ledger.load_turns(reader, season, now)


def test_entries_are_kept_by_day_changed_removed_and_undone(club):
    household = full_person(club).household_id
    early, late = entry(household, done_on=date(2026, 8, 1)), entry(household, done_on=date(2027, 7, 31), minutes=-30)
    after = entry(household, done_on=date(2027, 8, 1), note="baked cakes")
    with club.write("enter") as work:
        ledger.insert_entries(work, [after, late, early])
    assert entered(club) == [early, late, after]
    assert (entered(club, SEASON), entered(club, NEXT)) == ([early, late], [after])
    with club.write("change") as work:
        ledger.save_entry(work, replace(early, minutes=60))
    with pytest.raises(Conflict), club.write("too late") as work:
        ledger.save_entry(work, replace(early, minutes=90))
    with club.write("remove") as work:
        assert ledger.delete_entries(work, [early.id]) == [household]
    undo(club)
    assert entered(club, SEASON)[0].minutes == 60


def test_turns_last_as_long_as_people_really_stand_there_and_are_over_when_the_shift_is(club):
    meet = Meet(club)
    with club.write("a night over the change of the clocks") as work:
        night = Shift(
            id=new_id(),
            event_id=meet.event.id,
            name="Night",
            starts=datetime.fromisoformat("2027-03-27T23:00"),
            ends=datetime.fromisoformat("2027-03-28T05:00"),
        )
        need = Need(id=new_id(), shift_id=night.id, role_id=meet.role.id, min_count=1, max_count=1)
        events.insert_shifts(work, [night])
        events.insert_needs(work, [need])
        rosters.insert_assignments(
            work, [Assignment(id=new_id(), need_id=need.id, person_id=meet.people[0].id, place=1)]
        )
    ends = datetime(2027, 3, 28, 2, 0, tzinfo=UTC)
    (just_over,) = turns(club, SEASON, ends)
    assert (just_over.minutes, just_over.is_done, just_over.role_name) == (5 * 60, True, "Timekeeper")
    assert (just_over.event_name, just_over.person_id) == ("Kvarken Games", meet.people[0].id)
    (not_yet,) = turns(club, SEASON, ends - timedelta(minutes=1))
    assert not not_yet.is_done


def test_a_turn_belongs_to_the_season_in_which_its_shift_begins(club):
    meet = Meet(club)
    event = Event(id=new_id(), name="Gala", starts_on=NEXT.starts_on, ends_on=NEXT.starts_on, time_zone="UTC")
    shifts = [
        Shift(id=new_id(), event_id=event.id, name=starts, starts=start, ends=start + timedelta(hours=1))
        for starts in ("2027-07-31T23:59", "2027-08-01T00:00")
        for start in [datetime.fromisoformat(starts)]
    ]
    needs = [Need(id=new_id(), shift_id=s.id, role_id=meet.role.id, min_count=1, max_count=1) for s in shifts]
    with club.write("a gala at the turn of the season") as work:
        events.insert_events(work, [event])
        events.insert_shifts(work, shifts)
        events.insert_needs(work, needs)
        rosters.insert_assignments(
            work, [Assignment(id=new_id(), need_id=need.id, person_id=meet.people[0].id, place=1) for need in needs]
        )
    now = datetime(2027, 1, 1, tzinfo=UTC)
    assert [turn.starts for turn in turns(club, SEASON, now)] == [shifts[0].starts]
    assert [turn.starts for turn in turns(club, NEXT, now)] == [shifts[1].starts]


def test_a_household_of_which_the_ledger_tells_something_stays_when_it_is_empty(club):
    asa = full_person(club)
    with club.write("enter") as work:
        ledger.insert_entries(work, [entry(asa.household_id)])
    with club.write("move out") as work:
        people.save_person(work, replace(asa, household_id=None))
        people_bulk.delete_empty_households(work, [asa.household_id])
    assert set(state(club)["households"]) == {asa.household_id}
    with club.write("remove") as work:
        people_bulk.delete_empty_households(work, ledger.delete_entries(work, [entered(club)[0].id]))
    assert state(club)["households"] == {}


def test_what_somebody_alone_has_done_goes_with_them(club):
    meet = Meet(club)
    with club.write("enter") as work:
        ledger.insert_entries(work, [entry(None, person_id=meet.people[0].id)])
    with club.write("remove") as work:
        people_bulk.delete_people(work, [meet.people[0].id])
    assert entered(club) == []
    undo(club)
    assert len(entered(club)) == 1


def has_duties(club):
    with club.read() as reader:
        return ledger.has_duties(reader)


def test_there_are_duties_if_the_club_or_a_household_has_one_be_it_none(club):
    household = Household(id=new_id(), name="Vik")
    with club.write("a household") as work:
        people.insert_households(work, [household])
    assert not has_duties(club)
    with club.write("an own duty") as work:
        people.save_household(work, replace(household, duty_minutes=0))
    assert has_duties(club)
    undo(club)
    with club.write("a duty for all") as work:
        clubs.save_club(work, replace(clubs.load_club(work), duty_minutes=600))
    assert has_duties(club)
