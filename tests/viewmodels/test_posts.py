"""The list of posts and of whom one reaches, under Qt's own tester, and the words beside them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.domain.ids import HouseholdId, PersonId, PostId
from clubhub.domain.people import AgeBand, Channel, Person
from clubhub.domain.posts import Post
from clubhub.domain.reach import Reach, reach
from clubhub.services.post_readers import PostLine, Readers
from clubhub.viewmodels.posts import (
    file_stem,
    left_out_sentence,
    matching,
    post_model,
    reader_model,
    reader_rows,
    state_of,
    told_sentence,
    when_words,
)

MOMENT = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
HOME = HouseholdId(1)
GUARDIAN = Person(id=PersonId(1), given_name="Ada", emails=("a@b.example",), household_id=HOME, is_guardian=True)
CHILD = Person(id=PersonId(2), given_name="Bo", age_band=AgeBand.UNDER_13, household_id=HOME)
MUTE = Person(id=PersonId(3), given_name="Cia")
ON_PAPER = Person(id=PersonId(4), given_name="Dan", preferred_channel=Channel.PAPER)
PEOPLE = (GUARDIAN, CHILD, MUTE, ON_PAPER)


def line(number: int, title: str = "Parking", *, problem: str = "", found: Reach | None = None) -> PostLine:
    post = Post(id=PostId(number), title=title, body="By the rink", written_at=MOMENT)
    found = found or reach([GUARDIAN], PEOPLE)
    return PostLine(post=post, readers=Readers(rule="", words="everybody, 1 person", reach=found, problem=problem))


def test_the_list_keeps_qt_s_rules_and_is_spoken_whole():
    model = post_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([line(1), line(2, "Minutes")])
    model.set_rows([line(2, "Minutes"), line(3)])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Minutes, everybody, 1 person, ")
    assert spoken.endswith("1 by mail")


def test_typing_finds_words_of_title_text_and_audience():
    lines = [line(1), line(2, "Minutes")]
    assert [one.post.id for one in matching(lines, "minu")] == [2]
    assert [one.post.id for one in matching(lines, "RINK everybody")] == [1, 2]
    assert matching(lines, "rink nothing") == []


def test_the_state_says_the_worst_first():
    assert state_of(line(1)) == ("", "1 by mail")
    assert state_of(line(1, found=reach(PEOPLE, PEOPLE))) == ("warning", "1 not reached")
    assert state_of(line(1, problem="There is no group called “X”."))[0] == "danger"
    assert state_of(line(1, found=Reach(recipients=(), left_out=()))) == ("", "Nobody")


def test_those_left_out_come_first_with_why():
    model = reader_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(reader_rows(reach(PEOPLE, PEOPLE)))
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert cells == [
        ["Cia", "left out", "No mail address and no phone number is known."],
        ["Bo", "guardian", "Under 18: told through the guardian Ada."],
        ["Ada", "mail", "a@b.example, also for Bo"],
        ["Dan", "paper", "print it"],
    ]
    assert left_out_sentence(reach(PEOPLE, PEOPLE)) == "1 person is not reached: Cia"
    assert told_sentence(reach(PEOPLE, PEOPLE)) == "2 people get it, and 1 under 18 through a guardian"


def test_of_many_left_out_a_few_are_named_and_nobody_is_not_told_of():
    nowhere = [replace(MUTE, id=PersonId(100 + number), given_name=f"P{number}") for number in range(5)]
    assert left_out_sentence(reach(nowhere, nowhere)) == "5 people are not reached: P0, P1, P2 and 2 more"
    assert left_out_sentence(reach([GUARDIAN], PEOPLE)) == ""
    assert told_sentence(reach([GUARDIAN], PEOPLE)) == "1 person gets it"


def test_a_day_is_named_as_briefly_as_it_can_be():
    assert when_words(MOMENT, date(2026, 6, 1)).startswith("Today ")
    assert "2026" not in when_words(MOMENT, date(2026, 8, 1))
    assert when_words(MOMENT, date(2027, 1, 1)).endswith("2026")


@pytest.mark.parametrize(
    ("title", "stem"), [("Who? / When: 7.30", "Who When 7 30"), ("../../x", "x"), ("🎉", "post"), ("a" * 99, "a" * 60)]
)
def test_a_title_becomes_a_safe_file_name(title, stem):
    assert file_stem(title) == stem
