"""Tables become people, with a reason for every row that can't."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import PersonDraft, SkillDraft
from clubhub.domain.person_fields import PersonField as Field
from clubhub.domain.tables import RowProblem, Table
from clubhub.formats.people import read_people
from clubhub.formats.people_job import BATCH, PeopleAnswer, read_people_job
from clubhub.formats.tables import table_from_bytes

TODAY = date(2026, 9, 1)


def read(*lines, region="FI"):
    return read_people(table_from_bytes("\n".join(lines).encode()), region=region, today=TODAY)


def reasons(sheet):
    return [(problem.row, problem.reason) for problem in sheet.problems]


def test_a_full_row_becomes_a_person():
    sheet = read(
        "Given name;Family name;E-mail;E-mail 2;Mobile;Preferred channel;Born;Language;Household;Guardian;"
        "Teams;Skills;Note",
        "Åsa;Öhman;asa@example.org;o@example.org;040 123 4567;WhatsApp;1.9.2012;svenska;Öhman;yes;"
        '"Swim school, Masters";"First aid (2027-05-01), Starter";"Needs\na chair"',
    )
    assert sheet.drafts == (
        PersonDraft(
            row=2,
            given_name="Åsa",
            family_name="Öhman",
            emails=("asa@example.org", "o@example.org"),
            phones=("+358401234567",),
            preferred_channel=Channel.WHATSAPP,
            age_band=AgeBand.FROM_13,
            language="sv",
            household="Öhman",
            is_guardian=True,
            groups=("Swim school", "Masters"),
            skills=(SkillDraft(name="First aid", expires_on=date(2027, 5, 1)), SkillDraft(name="Starter")),
            note="Needs a chair",
        ),
    )
    assert sheet.problems == sheet.ignored == sheet.notes == ()


@pytest.mark.parametrize(
    "headings",
    [
        "Name,E-mail,Phone",
        "Nimi,Sähköposti,Puhelin",
        "Namn,E-post,Telefon",
        "Vor- und Nachname,E-Mail-Adresse,Handynummer",
        "Nom complet,Courriel,Téléphone",
    ],
)
def test_people_are_read_in_five_languages(headings):
    sheet = read(headings, "Anna Lind,anna@example.org,040 123 4567")
    assert sheet.drafts == (
        PersonDraft(
            row=2, given_name="Anna", family_name="Lind", emails=("anna@example.org",), phones=("+358401234567",)
        ),
    )


@pytest.mark.parametrize(
    "headings",
    [
        "Name,Max hours,Max hours a day",
        "Nimi,Enintään tunteja,Enintään tunteja päivässä",
        "Namn,Max timmar,Högst timmar per dag",
        "Vollständiger Name,Max. Stunden,Max. Stunden pro Tag",
        "Nom complet,Heures max,Heures max par jour",
    ],
)
def test_the_most_hours_are_read_in_an_event_and_on_a_day(headings):
    sheet = read(headings, "Åsa Öhman,20,7.5", "Bo Ek,,7:30", "Li Vik,0,90 min")
    assert sheet.ignored == ()
    limits = [(draft.max_minutes, draft.max_minutes_day) for draft in sheet.drafts]
    assert limits == [(1200, 450), (None, 450), (0, 90)]


def test_what_are_no_hours_is_refused_with_its_cell():
    sheet = read("Name,Max hours,Max hours a day", "Åsa Öhman,lots,25")
    assert reasons(sheet) == [(2, "“lots” is no number of hours"), (2, "“25” is more than 24 hours")]


def test_names_alone_are_enough_and_blank_rows_are_passed_over():
    sheet = read("Members 2026", "", "Name", "Anna Lind", " ", "", "Ville")
    assert [(draft.row, draft.given_name, draft.family_name) for draft in sheet.drafts] == [
        (4, "Anna", "Lind"),
        (7, "Ville", ""),
    ]


def test_every_bad_row_is_listed_with_every_reason():
    sheet = read(
        "Name,Mail,Phone,Born,Skills",
        "Anna,anna,12,29.2.2011,First aid until soon",
        "Ville,ville@example.org,,,",
        ",maja@example.org,,,",
    )
    assert reasons(sheet) == [
        (2, "“anna” is no mail address"),
        (2, "“12” is no phone number"),
        (2, "“29.2.2011” is no date of birth"),
        (2, "“soon” is no date on which a skill ends"),
        (4, "the name is missing"),
    ]
    assert [draft.given_name for draft in sheet.drafts] == ["Ville"]


def test_a_row_with_more_cells_than_headings_is_refused_since_its_cells_may_have_shifted():
    assert reasons(read("Name,Mail", "Lind, Anna,anna@example.org")) == [
        (2, "“Anna” is no mail address"),
        (2, "more cells than headings: “anna@example.org”"),
    ]


def test_each_columns_use_is_told_and_the_others_are_named():
    sheet = read("Name,Guardian name,Parent mail,First aid,First aid valid until,", "Anna,Ville,v@example.org,x,,stray")
    assert [(use.heading, use.meaning) for use in sheet.columns] == [
        ("Name", "full name"),
        ("First aid", "skill “First aid”"),
        ("First aid valid until", "end of the skill “First aid”"),
    ]
    assert sheet.ignored == ("Guardian name", "Parent mail", "column F, without a heading")
    assert sheet.drafts[0].skills == (SkillDraft(name="First aid"),)


def test_skills_may_have_an_end_in_a_column_of_its_own():
    sheet = read(
        "Name;Skills;Valid until;Starter valid until",
        "Anna;First aid, Starter (2026-01-01);1.5.2027;31.12.2027",
        "Ville;;;31.12.2027",
        "Maja;Judge;;no",
    )
    starter = SkillDraft(name="Starter", expires_on=date(2027, 12, 31))
    assert [draft.skills for draft in sheet.drafts] == [
        (SkillDraft(name="First aid", expires_on=date(2027, 5, 1)), starter),
        (starter,),
        (SkillDraft(name="Judge"),),
    ]


def test_a_guardian_column_with_names_is_left_out():
    named = read("Name,Guardian", "Anna,Ville Lind", "Maja,Ulla Berg")
    assert named.ignored == ("Guardian",)
    assert not any(draft.is_guardian for draft in named.drafts)
    assert reasons(read("Name,Guardian", "Anna,yes", "Maja,no", "Ville,perhaps")) == [
        (4, "“perhaps” is neither yes nor no")
    ]


def test_the_whole_column_tells_day_from_month_and_doubt_is_noted():
    american = read("Name,Born", "Anna,12/31/2010", "Ville,02/03/2008")
    assert [draft.age_band for draft in american.drafts] == [AgeBand.FROM_13, AgeBand.ADULT]
    doubtful = read("Name,Born", "Anna,01/12/2008", "Ville,02/03/2008")
    assert [draft.age_band for draft in doubtful.drafts] == [AgeBand.FROM_16, AgeBand.ADULT]
    assert "day first" in doubtful.notes[0]


def test_an_age_is_taken_where_there_is_no_birth():
    sheet = read("Name,Age,Born", "Anna,14,", "Ville,14,1.1.1980", "Maja,,")
    assert [draft.age_band for draft in sheet.drafts] == [AgeBand.FROM_13, AgeBand.ADULT, None]


def test_a_file_without_names_is_refused():
    with pytest.raises(InvalidInput, match="found “Shoe”, “Size”; needed is a column with names"):
        read("Shoe,Size", "1,2")


def test_progress_is_told():
    told = []
    table = table_from_bytes(b"Name\n" + b"Anna\n" * 4500)
    read_people(table, region="", today=TODAY, on_progress=lambda done, of: told.append((done, of)))
    assert told == [(2000, 4501), (4000, 4501)]
    PeopleAnswer(lambda done, of: told.append((done, of))).hear({"done": 1, "of": 2})
    assert told[2:] == [(1, 2)]


def through_the_job(request, messages=None):
    """The sheet as the parent of the child process gets it; `messages` takes every report as JSON."""
    people = PeopleAnswer()

    def report(value):
        message = json.dumps(value)
        if messages is not None:
            messages.append(message)
        people.hear(json.loads(message))

    return people.sheet(json.loads(json.dumps(read_people_job(request, report))))


def test_the_job_gives_the_same_people_through_json(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        "Name;Mail;Channel;Age;Groups;Skills;Max hours;Shoe\n"
        "Anna;a@example.org;sms;14;A,B;First aid (2027), Starter;7.5;40\nVille;x;;;;;;\n",
        encoding="utf-8",
    )
    sheet = through_the_job({"path": str(path), "region": "FI", "today": TODAY.isoformat()})
    assert sheet == read_people(table_from_bytes(path.read_bytes()), region="FI", today=TODAY)
    assert sheet.problems == (RowProblem(row=3, reason="“x” is no mail address"),)


def test_many_people_come_in_their_order_and_in_messages_that_are_read_in_a_moment(tmp_path):
    path = tmp_path / "people.csv"
    names = [f"Anna{number}" for number in range(2 * BATCH + 1)]
    path.write_text("\n".join(["Name", *names]), encoding="utf-8")
    messages = []
    request = {"path": str(path), "region": "FI", "today": TODAY.isoformat()}
    sheet = through_the_job(request, messages)
    assert [draft.given_name for draft in sheet.drafts] == names
    assert [message.count("Anna") for message in messages if "drafts" in message] == [BATCH, BATCH, 1]


HEADINGS = [
    "Name",
    "Vorname",
    "Mail",
    "Phone",
    "Channel",
    "Age",
    "Born",
    "Language",
    "Guardian",
    "Skills",
    "S valid until",
]
cells = st.text() | st.sampled_from(
    ["Anna", "a@b.fi", "040 1234567", "31.12.2010", "First aid (2027)", "yes", "1/2/2010"]
)


@given(st.lists(st.lists(cells, max_size=len(HEADINGS) + 1)))
def test_any_cells_become_people_or_reasons(rows):
    table = Table(rows=(tuple(HEADINGS), *map(tuple, rows)))
    sheet = read_people(table, region="FI", today=TODAY)
    filled = {number for number, row in enumerate(rows, start=2) if any(map(str.strip, row))}
    taken = [draft.row for draft in sheet.drafts]
    assert sorted({*taken, *(problem.row for problem in sheet.problems)}) == sorted(filled)
    assert len(taken) == len(set(taken) - {problem.row for problem in sheet.problems})


def chosen(*lines, columns):
    return read_people(table_from_bytes("\n".join(lines).encode()), region="FI", today=TODAY, chosen=columns)


def test_a_chosen_column_goes_before_its_heading():
    sheet = chosen("Name,Group,Nick", "Anna Lind,anna@example.org,Masters", columns={1: Field.MAIL, 2: Field.GROUPS})
    assert (sheet.drafts[0].emails, sheet.drafts[0].groups) == (("anna@example.org",), ("Masters",))
    assert [column.field for column in sheet.layout] == [Field.FULL_NAME, Field.MAIL, Field.GROUPS]


def test_a_column_can_be_left_out_and_stands_in_the_layout_with_its_cells():
    sheet = chosen("Name,E-mail", "Anna,no mail at all", columns={1: None})
    assert (sheet.problems, sheet.ignored) == ((), ("E-mail",))
    assert (sheet.layout[1].cells, sheet.layout[1].meaning) == (("no mail at all",), "")


def test_an_end_that_is_chosen_away_takes_its_skill_along():
    lines = ("Name,First aid,First aid valid until", "Anna,yes,2027-05-01")
    assert chosen(*lines, columns={}).layout[2].meaning == "end of the skill “First aid”"
    assert chosen(*lines, columns={2: None}).drafts[0].skills == ()
    kept = chosen(*lines, columns={1: Field.NOTE}).drafts[0]
    assert (kept.note, kept.skills) == ("yes", (SkillDraft(name="First aid", expires_on=date(2027, 5, 1)),))


def test_a_file_without_known_headings_can_still_be_chosen_from():
    lines = ("Wer,Wie", "Anna Lind,anna@example.org")
    unread = chosen(*lines, columns={})
    assert (unread.drafts, reasons(unread)) == ((), [(1, "no column is taken for names: choose one")])
    assert [column.heading for column in unread.layout] == ["Wer", "Wie"]
    assert chosen(*lines, columns={0: Field.FULL_NAME}).drafts[0].family_name == "Lind"


def test_the_choice_and_the_layout_travel_through_the_job(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Wer,Wie\nAnna Lind,anna@example.org\n")
    request = {"path": str(path), "region": "FI", "today": TODAY.isoformat(), "chosen": [[0, "full name"], [1, None]]}
    sheet = through_the_job(request)
    assert [column.field for column in sheet.layout] == [Field.FULL_NAME, None]
    assert sheet.drafts[0].given_name == "Anna"
