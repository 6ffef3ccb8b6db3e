"""The club's people as a list: what we write, our own import reads again."""

import io
from datetime import UTC, date, datetime

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import GroupId, HouseholdId, PersonId, SkillId
from clubhub.domain.people import AgeBand, Channel, Group, Household, Person, Skill, SkillGrant
from clubhub.domain.person_drafts import SkillDraft
from clubhub.formats.people import read_people
from clubhub.formats.people_out import people_csv, people_xlsx
from clubhub.formats.person_cells import read_name
from clubhub.formats.tables import table_from_bytes

MADE_AT = datetime(2026, 6, 12, 15, 40, tzinfo=UTC)
TODAY = date(2026, 6, 12)
HOUSEHOLDS = [Household(id=HouseholdId(1), name="Lind-Öhrvall")]
GROUPS = [Group(id=GroupId(1), name="Dolphins"), Group(id=GroupId(2), name="U15 girls")]
SKILLS = [Skill(id=SkillId(1), name="First aid"), Skill(id=SkillId(2), name="Starter")]
ANNA = Person(
    id=PersonId(1),
    given_name="Anna",
    family_name="von Lind",
    emails=("anna@kvarno.example", "anna.lind@work.example"),
    phones=("+358405550101", "+3589555010"),
    preferred_channel=Channel.WHATSAPP,
    age_band=AgeBand.ADULT,
    language="sv",
    household_id=HouseholdId(1),
    is_guardian=True,
    groups=(GroupId(1), GroupId(2)),
    skills=(SkillGrant(skill_id=SkillId(1), expires_on=date(2027, 5, 1)), SkillGrant(skill_id=SkillId(2))),
    note="comes by bus, line 5; not before 9",
    max_minutes=1260,
    max_minutes_day=200,
)
BO = Person(id=PersonId(2), given_name="Bo", age_band=AgeBand.FROM_13, phones=("+358405550102",))


def as_csv(people):
    return people_csv(people, HOUSEHOLDS, GROUPS, SKILLS)


def as_xlsx(people):
    return people_xlsx(people, HOUSEHOLDS, GROUPS, SKILLS, made_at=MADE_AT)


def read(data):
    sheet = read_people(table_from_bytes(data), region="FI", today=TODAY)
    assert not sheet.problems
    assert not sheet.ignored
    return sheet.drafts


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_our_import_reads_everything_again(write):
    anna, bo = read(write([ANNA, BO]))
    assert (anna.given_name, anna.family_name) == ("Anna", "von Lind")
    assert anna.emails == ANNA.emails
    assert anna.phones == ANNA.phones
    assert anna.preferred_channel is Channel.WHATSAPP
    assert anna.age_band is AgeBand.ADULT
    assert anna.language == "sv"
    assert anna.household == "Lind-Öhrvall"
    assert anna.is_guardian
    assert anna.groups == ("Dolphins", "U15 girls")
    assert anna.skills == (
        SkillDraft(name="First aid", expires_on=date(2027, 5, 1)),
        SkillDraft(name="Starter"),
    )
    assert anna.note == ANNA.note
    assert (bo.given_name, bo.family_name, bo.age_band, bo.is_guardian) == ("Bo", "", AgeBand.FROM_13, False)
    assert bo.phones == BO.phones
    assert [(one.max_minutes, one.max_minutes_day) for one in (anna, bo)] == [(1260, 200), (None, None)]


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
@pytest.mark.parametrize("band", AgeBand)
@pytest.mark.parametrize("channel", Channel)
def test_every_age_band_and_channel_comes_back(write, band, channel):
    person = Person(id=PersonId(1), given_name="Bo", age_band=band, preferred_channel=channel)
    (draft,) = read(write([person]))
    assert (draft.age_band, draft.preferred_channel) == (band, channel)


@given(st.text(st.characters(codec="utf-8"), max_size=40).filter(read_name))
def test_any_name_comes_back_as_a_name_and_never_as_a_formula(name):
    person = Person(id=PersonId(1), given_name=read_name(name), family_name="Lind")
    (from_csv,) = read(as_csv([person]))
    (from_xlsx,) = read(as_xlsx([person]))
    assert from_csv.given_name == from_xlsx.given_name == person.given_name


def test_a_phone_number_is_text_in_the_spreadsheet():
    rows = python_calamine.load_workbook(io.BytesIO(as_xlsx([ANNA]))).get_sheet_by_index(0).to_python()
    assert rows[1][rows[0].index("Phone 2")] == "+3589555010"


def test_a_club_without_people_gives_the_headings():
    assert as_csv([]).decode("utf-8-sig").startswith("Given name,Family name,Mail,Phone,")
