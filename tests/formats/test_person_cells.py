"""What single cells of a list of people say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.people import AgeBand, Channel
from clubhub.domain.person_drafts import SkillDraft
from clubhub.formats.person_cells import (
    clean,
    read_age,
    read_birth,
    read_channel,
    read_language,
    read_name,
    read_names,
    read_yes,
)
from clubhub.formats.person_names import complete_name, split_name
from clubhub.formats.skill_cells import read_skill_column, read_skills
from clubhub.formats.unreadable import Unreadable
from clubhub.formats.written_dates import DayOrder

TODAY = date(2026, 9, 1)
UNKNOWN = DayOrder.UNKNOWN


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" Anna \r\n Lind\x85", "Anna Lind"),
        ("An\u202ena\u200b\ufeff", "Anna"),
        ("Anna\u2028Lind\x00", "Anna Lind"),
        ("A\u030asa", "Åsa"),
        ("Anna\u00a0Lind", "Anna Lind"),
    ],
)
def test_names_are_cleaned_of_what_cannot_be_seen(text, cleaned):
    assert clean(text) == cleaned


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_twice_changes_nothing_and_leaves_one_line(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert len(cleaned.splitlines()) <= 1
    assert not any(character < " " or "\u202a" <= character <= "\u202e" for character in cleaned)


def test_an_endless_name_is_refused():
    with pytest.raises(Unreadable, match="too long"):
        read_name("x" * 201)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Anna Lind", ("Anna", "Lind")),
        ("Lind, Anna", ("Anna", "Lind")),
        ("Anna Maria Lind", ("Anna Maria", "Lind")),
        ("Axel von Berg", ("Axel", "von Berg")),
        ("Maja de la Sol", ("Maja", "de la Sol")),
        ("Anna", ("Anna", "")),
        ("", ("", "")),
    ],
)
def test_a_full_name_is_split(name, parts):
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("columns", "parts"),
    [
        (("Anna", "Lind", "x", ""), ("Anna", "Lind")),
        (("Anna", "", "Lind", ""), ("Anna", "Lind")),
        (("Anna", "", "Anna Lind", ""), ("Anna", "Lind")),
        (("Anna", "", "Lind, Anna", ""), ("Anna", "Lind")),
        (("", "Lind", "Anna Lind", ""), ("Anna", "Lind")),
        (("", "", "", "Lind Anna Maria"), ("Anna Maria", "Lind")),
        (("", "", "", "Lind, Anna"), ("Anna", "Lind")),
        (("", "", "Anna Lind", ""), ("Anna", "Lind")),
    ],
)
def test_a_name_is_put_together_from_the_columns_there_are(columns, parts):
    assert complete_name(*columns) == parts


@pytest.mark.parametrize("cell", ["Yes", "kyllä", "Ja", "OUI", "x", "true", "1", "✓"])
def test_yes_is_understood(cell):
    assert read_yes(cell)


@pytest.mark.parametrize("cell", ["No", "ei", "Nej", "nein", "non", "0", "-", ""])
def test_no_is_understood(cell):
    assert not read_yes(cell)


@pytest.mark.parametrize(
    ("reader", "cell", "reason"),
    [
        (read_yes, "maybe", "neither yes nor no"),
        (read_channel, "pigeon", "no channel"),
        (read_age, "old", "no age"),
        (read_age, "121", "no age"),
        (read_language, "Klingonish", "no language"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(reader, cell, reason):
    with pytest.raises(Unreadable, match=f"“{cell}” is {reason}"):
        reader(cell)


@pytest.mark.parametrize(
    ("cell", "channel"),
    [
        ("E-mail", Channel.MAIL),
        ("Tekstiviesti", Channel.SMS),
        ("WhatsApp", Channel.WHATSAPP),
        ("papper", Channel.PAPER),
        ("Anruf", Channel.PHONE),
    ],
)
def test_channels_are_understood_in_five_languages(cell, channel):
    assert read_channel(cell) is channel


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("band", AgeBand)
def test_our_own_words_are_understood(channel, band):
    assert read_channel(channel.value) is channel
    assert read_age(band.value) is band


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("14", AgeBand.FROM_13), ("18+", AgeBand.ADULT), ("under 13", AgeBand.UNDER_13), ("<13", AgeBand.UNDER_13),
        ("alle 13 v", AgeBand.UNDER_13), ("moins de 16 ans", AgeBand.FROM_13), ("16–17", AgeBand.FROM_16),
        ("vuxen", AgeBand.ADULT), ("15 v", AgeBand.FROM_13), ("0", AgeBand.UNDER_13), ("17 years", AgeBand.FROM_16),
    ],
)  # fmt: skip
def test_ages_become_bands(cell, band):
    assert read_age(cell) is band


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("1.9.2008", AgeBand.ADULT),
        ("2.9.2008", AgeBand.FROM_16),
        ("2008", AgeBand.FROM_16),
        ("2007", AgeBand.ADULT),
        ("2026", AgeBand.UNDER_13),
    ],
)
def test_births_become_bands_as_of_today_and_a_year_alone_makes_nobody_older(cell, band):
    assert read_birth(cell, UNKNOWN, TODAY) is band


@pytest.mark.parametrize("cell", ["29.2.2011", "2.9.2026", "2027", "1850", "1.1.1850", "spring"])
def test_an_impossible_birth_is_refused(cell):
    with pytest.raises(Unreadable, match="date of birth"):
        read_birth(cell, UNKNOWN, TODAY)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("sv", "sv"),
        ("FI", "fi"),
        ("en-GB", "en"),
        ("Suomi", "fi"),
        ("svenska", "sv"),
        ("Deutsch", "de"),
        ("anglais", "en"),
        ("finska / svenska", "fi"),
    ],
)
def test_languages_are_understood_by_code_or_name(cell, code):
    assert read_language(cell) == code


def test_lists_may_be_separated_in_any_usual_way():
    assert read_names("A, B; C\nA|  D ") == ("A", "B", "C", "D")
    assert read_names("") == ()


@pytest.mark.parametrize(
    ("cell", "skills"),
    [
        ("First aid", [("First aid", None)]),
        ("First aid (2027-05-01)", [("First aid", "2027-05-01")]),
        ("First aid until 1.5.2027, Starter", [("First aid", "2027-05-01"), ("Starter", None)]),
        (
            "Ensiapu (voimassa 5/2027); Lähettäjä 1.5.2027 asti",
            [("Ensiapu", "2027-05-31"), ("Lähettäjä", "2027-05-01")],
        ),
        ("Erste Hilfe bis 01.05.2027", [("Erste Hilfe", "2027-05-01")]),
        ("Första hjälpen t.o.m. 2027-05-01", [("Första hjälpen", "2027-05-01")]),
        ("Secourisme (jusqu'au 1/5/2027)", [("Secourisme", "2027-05-01")]),
        (
            "Lifeguard 2, Judge (advanced), Group (2-3)",
            [("Lifeguard 2", None), ("Judge (advanced)", None), ("Group (2-3)", None)],
        ),
        (
            "Able to drive, Café bistro, Help till lunch",
            [("Able to drive", None), ("Café bistro", None), ("Help till lunch", None)],
        ),
        ("First aid (2027)", [("First aid", "2027-12-31")]),
    ],
)
def test_skills_are_read_with_their_end(cell, skills):
    expected = [SkillDraft(name=name, expires_on=end and date.fromisoformat(end)) for name, end in skills]
    assert list(read_skills(cell, UNKNOWN)) == expected


@pytest.mark.parametrize("cell", ["First aid until soon", "First aid (2027-02-29)", "First aid (31.4.2027)"])
def test_a_skill_whose_end_is_no_date_is_refused(cell):
    with pytest.raises(Unreadable, match="no date on which a skill ends"):
        read_skills(cell, UNKNOWN)


@pytest.mark.parametrize(
    ("mark", "end", "skill"),
    [
        ("", "", None), ("no", "", None), ("no", "1.5.2027", None), ("", "-", None),
        ("x", "", SkillDraft(name="S")), ("", "yes", SkillDraft(name="S")),
        ("", "1.5.2027", SkillDraft(name="S", expires_on=date(2027, 5, 1))),
        ("yes", "1.5.2027", SkillDraft(name="S", expires_on=date(2027, 5, 1))),
    ],
)  # fmt: skip
def test_a_skill_with_columns_of_its_own(mark, end, skill):
    assert read_skill_column("S", mark, end, UNKNOWN) == skill
