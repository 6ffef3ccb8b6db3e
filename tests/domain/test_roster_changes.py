"""What changed for whom: new places, moves, freed places, other hours."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.domain.roster_parts import EVENT, person, roster, shift

from clubhub.domain.coverage import Coverage, coverage_of
from clubhub.domain.ids import PublicationId
from clubhub.domain.roster_changes import ChangeKind, everybody_new, since_publication
from clubhub.domain.rosters import Publication, PublishedPlace, PublishedShift, Roster

AINO, BO, CIA = person(1, "Aino Salo"), person(2, "Bo Ek"), person(3, "Cia Berg")
PEOPLE = {one.id: one for one in (AINO, BO, CIA)}
MORNING = ("2027-06-12T08:00", "2027-06-12T12:00")
EVENING = ("2027-06-12T17:00", "2027-06-12T20:00")


def version_of(told: Roster) -> Publication:
    return Publication(
        id=PublicationId(1),
        event_id=EVENT.id,
        number=1,
        published_at=datetime(2027, 6, 1, tzinfo=UTC),
        shifts=tuple(
            PublishedShift(shift_id=s.shift.id, starts=s.shift.starts, ends=s.shift.ends) for s in told.shifts
        ),
        places=tuple(
            PublishedPlace(
                shift_id=e.shift.shift.id, need_id=e.need.need.id, place=e.place.number, person_id=e.place.person.id
            )
            for e in told.entries()
            if e.place.person
        ),
    )


def changes(told: Roster, now: Roster) -> list[tuple[ChangeKind, str]]:
    found = since_publication(now, version_of(told), PEOPLE)
    return [(change.kind, change.person.given_name) for change in found.people]


def test_the_same_roster_has_no_changes():
    same = roster(shift(1, *MORNING, people=[AINO]))
    assert since_publication(same, version_of(same), PEOPLE).count == 0


def test_one_who_left_one_place_for_another_has_moved():
    told = roster(shift(1, *MORNING, people=[AINO]), shift(2, *EVENING, people=[None]))
    now = roster(shift(1, *MORNING, people=[None]), shift(2, *EVENING, people=[AINO]))
    assert changes(told, now) == [(ChangeKind.MOVED, "Aino")]


def test_new_comes_before_moved_before_freed():
    told = roster(shift(1, *MORNING, people=[AINO, BO]), shift(2, *EVENING, people=[None, None]))
    now = roster(shift(1, *MORNING, people=[None, None]), shift(2, *EVENING, people=[AINO, CIA]))
    assert changes(told, now) == [(ChangeKind.NEW, "Cia"), (ChangeKind.MOVED, "Aino"), (ChangeKind.FREED, "Bo")]


def test_one_who_stays_hears_of_other_hours():
    told = roster(shift(1, *MORNING, people=[AINO]))
    later = replace(told.shifts[0].shift, ends=told.shifts[0].shift.ends + timedelta(hours=1))
    now = roster(replace(told.shifts[0], shift=later))
    found = since_publication(now, version_of(told), PEOPLE)

    assert changes(told, now) == [(ChangeKind.RETIMED, "Aino")]
    assert found.people[0].hours_before == (told.shifts[0].shift.starts, told.shifts[0].shift.ends)
    assert found.shifts == 1


def test_a_shift_that_is_gone_frees_its_people():
    told = roster(shift(1, *MORNING, people=[AINO]))
    found = since_publication(roster(), version_of(told), PEOPLE)

    assert [(change.kind, change.before.shift) for change in found.people] == [(ChangeKind.FREED, None)]


def test_a_new_shift_without_people_counts_as_a_change():
    told = roster(shift(1, *MORNING, people=[AINO]))
    found = since_publication(roster(*told.shifts, shift(2, *EVENING)), version_of(told), PEOPLE)

    assert found.people == ()
    assert found.count == 1


def test_who_was_erased_is_passed_over():
    told = roster(shift(1, *MORNING, people=[AINO]))
    assert since_publication(roster(shift(1, *MORNING)), version_of(told), {}).people == ()


def test_before_the_first_version_everybody_is_new():
    found = everybody_new(roster(shift(1, *MORNING, people=[AINO, None]), shift(2, *EVENING, people=[AINO])))
    assert [change.kind for change in found.people] == [ChangeKind.NEW] * 2
    assert found.touched == 1


def test_coverage_counts_required_places_and_those_not_told():
    drawn = roster(shift(1, *MORNING, people=[AINO, None, BO]))
    assert coverage_of(drawn) == Coverage(places=3, filled=2, untold=2)
    assert coverage_of(drawn).open == 1
    published = replace(drawn, publication=version_of(drawn), is_draft=False)
    assert coverage_of(published) == Coverage(places=3, filled=2)
