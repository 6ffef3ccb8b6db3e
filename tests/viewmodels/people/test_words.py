"""The sentences at the side of the list."""

from datetime import UTC, date, datetime

import pytest

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.ids import new_id
from clubhub.domain.ledger import HouseholdBalance
from clubhub.domain.people import AgeBand, Person
from clubhub.domain.person_drafts import PersonDraft, SkillDraft
from clubhub.domain.seasons import Season
from clubhub.services.person_details import PersonDetail
from clubhub.viewmodels.people.words import about, last_change_text, warnings

SEASON = Season(starts_on=date(2026, 8, 1), ends_on=date(2027, 7, 31))


def detail(*, family=(), skills=(), **about_person):
    person = Person(id=new_id(), given_name="Anna", **about_person)
    draft = PersonDraft(given_name="Anna", skills=skills)
    hours = HouseholdBalance(key=person.id, name="Anna", household=None, members=(person,), duty_minutes=None)
    return PersonDetail(
        person=person, draft=draft, family=family, duties=(), season=SEASON, hours=hours, last_change=None
    )


CHILD = Person(id=1, given_name="Bo", age_band=AgeBand.UNDER_13)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (detail(), "Adult"),
        (detail(age_band=AgeBand.FROM_13), "Minor"),
        (detail(is_guardian=True), "Adult, guardian"),
        (detail(is_guardian=True, family=(CHILD,)), "Adult, guardian of 1"),
    ],
)
def test_a_person_is_described_in_a_few_words(known, words):
    assert about(known) == words


def test_a_skill_that_has_lapsed_is_told_though_no_shift_needs_it():
    skills = (
        SkillDraft(name="Judge", expires_on=date(2027, 5, 31)),
        SkillDraft(name="First aid", expires_on=date(2027, 6, 1)),
        SkillDraft(name="Starter"),
    )
    assert warnings(detail(skills=skills), date(2027, 6, 1)) == [("Judge lapsed on 31 May 2027.", None)]


def test_the_newest_change_is_told_with_who_and_when():
    entry = HistoryEntry(id=1, made_at=datetime(2027, 5, 28, 12, tzinfo=UTC), actor="Britta", title="x", rows=1)
    assert last_change_text(entry) == "Changed by Britta, 28 May 2027"
    assert last_change_text(None) == ""
