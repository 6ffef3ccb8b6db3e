"""People changed by hand: one by one, many at once, and back again."""

from datetime import date

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import PersonDraft, SkillDraft
from clubhub.domain.person_fields import PersonField

SIGNE = PersonDraft(
    given_name="Signe",
    family_name="Vikdahl",
    emails=("signe@example.org",),
    phones=("040 555 0101",),
    preferred_channel=Channel.SMS,
    age_band=AgeBand.ADULT,
    household="Vikdahl",
    groups=("Masters",),
    skills=(SkillDraft(name="First aid", expires_on=date(2027, 6, 1)),),
)


@pytest.fixture
def services(tmp_path):
    club = Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki", region="FI")
    return create_club(tmp_path / "club.clubhub", club)


@pytest.fixture
def people(services):
    return services.people


def names(people):
    return [person.name for person in people.directory().people]


def test_somebody_typed_is_kept_with_new_household_group_and_skill(people):
    saved = people.add(SIGNE)
    directory = people.directory()
    assert saved.person.phones == ("+358405550101",)
    assert directory.people == (saved.person,)
    assert [group.name for group in directory.groups.values()] == ["Masters"]
    assert saved.changes.title == "add Signe Vikdahl"


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"emails": ("signe at home",)}, "no mail address"),
        ({"phones": ("040-abc-12",)}, "no phone number"),
        ({"given_name": " ", "family_name": ""}, "needs a name"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_reason(people, wrong, reason):
    draft = PersonDraft(**{"given_name": "Signe", **wrong})
    with pytest.raises(InvalidInput, match=reason):
        people.add(draft)
    assert names(people) == []


def test_a_detail_can_be_saved_as_it_is_without_a_change(people):
    person = people.add(SIGNE).person
    detail = people.detail(person.id)
    assert not people.save(person.id, detail.draft, version=detail.person.version).changes


def test_a_stale_save_is_refused_and_the_first_one_stays(people):
    person = people.add(SIGNE).person
    draft = people.detail(person.id).draft
    people.save(person.id, PersonDraft(given_name="Signe", family_name="Ek"), version=person.version)
    with pytest.raises(Conflict):
        people.save(person.id, draft, version=person.version)
    assert names(people) == ["Signe Ek"]


def test_a_household_that_is_left_empty_goes_and_comes_back_with_undo(services, people):
    person = people.add(SIGNE).person
    people.save(person.id, PersonDraft(given_name="Signe", household="Ek"), version=person.version)
    assert [household.name for household in people.directory().households.values()] == ["Ek"]
    services.history.undo()
    assert [household.name for household in people.directory().households.values()] == ["Vikdahl"]


def test_the_detail_names_the_family_and_the_newest_change(people):
    person = people.add(SIGNE).person
    people.add(PersonDraft(given_name="Olle", household="vikdahl"))
    detail = people.detail(person.id)
    assert [other.name for other in detail.family] == ["Olle"]
    assert detail.draft.household == "Vikdahl"
    assert detail.last_change is not None
    assert detail.last_change.title == "add Signe Vikdahl"


def test_removing_several_is_one_step_and_can_be_undone(services, people):
    ids = [people.add(PersonDraft(given_name=name)).person.id for name in ("Anna", "Bo", "Cilla")]
    assert people.remove(ids[:2]).title == "remove 2 people"
    assert names(people) == ["Cilla"]
    with pytest.raises(NotFound):
        people.detail(ids[0])
    services.history.undo()
    assert sorted(names(people)) == ["Anna", "Bo", "Cilla"]


def test_a_group_is_given_to_many_in_one_step(services, people):
    ids = [people.add(PersonDraft(given_name=name)).person.id for name in ("Anna", "Bo")]
    people.add_to_group(ids[:1], "Masters")
    changes = people.add_to_group(ids, "masters ")
    assert changes.title == "add 1 person to masters"
    directory = people.directory()
    (group,) = directory.groups
    assert all(person.groups == (group,) for person in directory.people)
    people.remove_from_group(ids, group)
    assert all(person.groups == () for person in people.directory().people)
    services.history.undo()
    services.history.undo()
    assert [person.groups for person in people.directory().people] == [(group,), ()]


def test_a_skill_given_to_many_replaces_its_earlier_end(people):
    person = people.add(SIGNE).person
    other = people.add(PersonDraft(given_name="Bo")).person
    people.give_skill([person.id, other.id], "first aid", date(2029, 1, 31))
    ends = [grant.expires_on for person in people.directory().people for grant in person.skills]
    assert ends == [date(2029, 1, 31)] * 2
    assert not people.give_skill([person.id, other.id], "First aid", date(2029, 1, 31))


def test_who_was_removed_meanwhile_is_passed_over_in_a_bulk_edit(people):
    anna, bo = (people.add(PersonDraft(given_name=name)).person.id for name in ("Anna", "Bo"))
    people.remove([anna])
    assert people.add_to_group([anna, bo], "Masters").title == "add 1 person to Masters"
    assert people.give_skill([anna, bo], "First aid", None).title == "give First aid to 1 person"
    assert not people.give_skill([anna], "First aid", None)


def test_a_file_that_would_do_something_else_than_its_preview_is_refused(people, tmp_path):
    sheet = tmp_path / "people.csv"
    sheet.write_text("Name,Note\nAnna Lind,Brings cake\n")
    anna = people.add(PersonDraft(given_name="Anna", family_name="Lind")).person
    seen = people.preview_file(sheet, chosen={})
    people.save(anna.id, PersonDraft(given_name="Anna", family_name="Lind", note="No cake"), version=anna.version)
    with pytest.raises(Conflict, match="nothing was taken in"):
        people.import_file(sheet, seen=seen)
    assert people.detail(anna.id).person.note == "No cake"
    people.import_file(sheet, seen=people.preview_file(sheet, chosen={}))
    assert people.detail(anna.id).person.note == "Brings cake"


@pytest.mark.parametrize("name", ["", "  "])
def test_a_bulk_edit_without_a_name_is_refused(people, name):
    with pytest.raises(InvalidInput):
        people.add_to_group([1], name)
    with pytest.raises(InvalidInput):
        people.give_skill([1], name, None)


def test_a_preview_counts_and_tells_problems_without_writing(people, tmp_path):
    people.add(PersonDraft(given_name="Anna", family_name="Lind"))
    sheet = tmp_path / "people.csv"
    sheet.write_text("Name,Contact,Phone\nAnna Lind,anna@example.org,\nBo Ek,bo@example.org,\n,x@example.org,\n")
    preview = people.preview_file(sheet, chosen={1: PersonField.MAIL, 2: None})
    assert (preview.added, preview.updated, preview.unchanged) == (1, 1, 0)
    assert [problem.row for problem in preview.sheet.problems] == [4]
    assert [column.field for column in preview.sheet.layout] == [PersonField.FULL_NAME, PersonField.MAIL, None]
    assert names(people) == ["Anna Lind"]


def test_chosen_columns_count_when_the_file_is_brought_in(people, tmp_path):
    sheet = tmp_path / "people.csv"
    sheet.write_text("Wer,Wie\nAnna Lind,anna@example.org\n")
    people.import_file(sheet, chosen={0: PersonField.FULL_NAME, 1: PersonField.MAIL})
    (person,) = people.directory().people
    assert (person.name, person.emails) == ("Anna Lind", ("anna@example.org",))
