"""Whatever a program writes in its own way is read back to the same names and marks."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.poll_exports.tables import SIGNS, TODAY

from clubhub.domain.tables import Table
from clubhub.formats.answers import answers_from_table
from clubhub.formats.poll_exports.crab_fit import table_from_json
from clubhub.formats.tables import table_from_bytes

ZONE = ZoneInfo("Europe/Helsinki")
HOUR = timedelta(hours=1)

LETTERS = st.characters(codec="utf-8", categories=("L", "Nd"))
NAMES = st.text(st.one_of(LETTERS, st.sampled_from(" -'’.")), min_size=1, max_size=12).map(
    lambda text: " ".join(f"N{text}".split())
)


def exists(moment):
    """Not in the hour that spring leaves out."""
    return moment.replace(tzinfo=ZONE).astimezone(UTC).astimezone(ZONE).replace(tzinfo=None) == moment


STARTS = (
    st.datetimes(datetime.fromisoformat("2027-01-02"), datetime.fromisoformat("2027-12-30"))
    .map(lambda moment: moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0))
    .filter(exists)
)


def polls(signs: str):
    """Starts in order and, by name, a mark for each."""
    return st.lists(STARTS, min_size=1, max_size=5, unique=True).flatmap(
        lambda starts: st.tuples(
            st.just(sorted(starts)),
            st.dictionaries(
                NAMES,
                st.text(st.sampled_from(signs), min_size=len(starts), max_size=len(starts)),
                min_size=1,
                max_size=4,
            ),
        )
    )


def rows_of(answers, words, *before):
    return [[name, *before, *(words[sign] for sign in signs)] for name, signs in answers.items()]


def doodle(starts, answers):
    words = {"Y": "OK", "M": "(OK)", "N": ""}
    counts = [
        ":".join(str(sum(signs[at] == sign for signs in answers.values())) for sign in "YMN")
        for at in range(len(starts))
    ]
    return [
        ["Poll"],
        ["https://doodle.com/poll/abcdefghijklmnop"],
        [""],
        ["", *(f"{start:%B %Y}" for start in starts)],
        ["", *(f"{start:%a %d}" for start in starts)],
        ["", *(f"{start:%I:%M %p} – {start + HOUR:%I:%M %p}" for start in starts)],
        *rows_of(answers, words),
        ["Count", *counts],
    ]


def nextcloud(starts, answers):
    words = {"Y": "yes", "M": "maybe", "N": "no", "-": ""}
    moments = [start.replace(tzinfo=ZONE).astimezone(UTC) for start in starts]
    heads = [f"{one:%Y-%m-%dT%H:%M:00.000Z} - {one + HOUR:%Y-%m-%dT%H:%M:00.000Z}" for one in moments]
    return [["Participants", "Email address", *heads], *rows_of(answers, words, "")]


def framadate(starts, answers):
    words = {"Y": "Oui", "M": "Si nécessaire", "N": "Non", "-": "Inconnu"}
    days = [f"{start:%A %d %B %Y}" for start in starts]
    return [
        ["", *days, ""],
        ["", *(f"{start:%H:%M}-{start + HOUR:%H:%M}" for start in starts), ""],
        *([*row, ""] for row in rows_of(answers, words)),
    ]


def newdle(starts, answers):
    words = {"Y": "available", "M": "ifneedbe", "N": "unavailable", "-": ""}
    heads = [f"{start:%Y-%m-%dT%H:%M}" for start in starts]
    return [["Participant name", *heads, "Comment"], *([*row, "hm"] for row in rows_of(answers, words))]


def google(starts, answers):
    words = {"Y": "Yes", "M": "Maybe", "N": "No", "-": ""}
    heads = [f"When? [{start:%a %d %B %Y %H:%M}-{start + HOUR:%H:%M}]" for start in starts]
    rows = rows_of(answers, words)
    return [["Timestamp", "Name", *heads], *(["2027/05/01 10:11:12 AM EET", *row] for row in rows)]


@pytest.mark.parametrize(
    ("write", "signs"), [(doodle, "YMN"), (nextcloud, "YMN-"), (framadate, "YMN-"), (newdle, "YMN-"), (google, "YMN-")]
)
def test_a_table_in_the_way_of_each_program(write, signs):
    @given(polls(signs))
    def check(poll):
        starts, answers = poll
        by_folded = {name.casefold(): (name, marks) for name, marks in answers.items()}
        answers = dict(by_folded.values())
        target = io.StringIO(newline="")
        csv.writer(target).writerows(write(starts, answers))
        found = answers_from_table(table_from_bytes(target.getvalue().encode()), zone="Europe/Helsinki", today=TODAY)
        assert found.problems == ()
        assert [column.starts for column in found.columns] == starts
        assert {row.name: "".join(SIGNS[mark] for mark in row.marks) for row in found.rows} == answers

    check()


@given(polls("YMN"))
def test_rallly_s_fields_without_quotes(poll):
    starts, answers = poll
    answers = {f"{name}, junior": marks for name, marks in {name.casefold(): m for name, m in answers.items()}.items()}
    words = {"Y": "Yes", "M": "If need be", "N": "No"}
    heads = [f"{start:%a} {start.day} {start:%b %Y} {start:%I:%M %p} - {start + HOUR:%I:%M %p}" for start in starts]
    lines = [",".join(line) for line in [["Name", "Email", *heads], *rows_of(answers, words, "n@example.org")]]
    found = answers_from_table(table_from_bytes("\r\n".join(lines).encode()), today=TODAY)
    assert [column.starts for column in found.columns] == starts
    assert {row.name: "".join(SIGNS[mark] for mark in row.marks) for row in found.rows} == answers


@given(polls("YN"))
def test_crab_fit_s_quarters(poll):
    starts, answers = poll
    codes = [f"{start.replace(tzinfo=ZONE).astimezone(UTC):%H%M-%d%m%Y}" for start in starts]
    people = [
        {"name": name, "availability": [code for code, sign in zip(codes, signs, strict=True) if sign == "Y"]}
        for name, signs in {name.casefold(): signs for name, signs in answers.items()}.items()
    ]
    table = table_from_json(json.dumps({"event": {"times": codes}, "people": people}))
    assert isinstance(table, Table)
    found = answers_from_table(table, zone="Europe/Helsinki", today=TODAY)
    marked = [sorted(code for code in codes if code in person["availability"]) for person in people]
    assert len(found.columns) == len(set(codes))
    assert [sum(SIGNS[mark] == "Y" for mark in row.marks) for row in found.rows] == [len(one) for one in marked]
