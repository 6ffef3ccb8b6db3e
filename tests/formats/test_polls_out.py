"""A poll's answers as a table: what we write, our own import reads again."""

import io
from datetime import UTC, datetime, timedelta

import pytest
import python_calamine

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.formats.answers import answers_from_table
from clubhub.formats.polls_out import poll_csv, poll_xlsx
from clubhub.formats.tables import table_from_bytes

MADE_AT = datetime(2026, 6, 12, 15, 40, tzinfo=UTC)
POLL = Poll(id=PollId(1), name="Games, availability")
ANNA = Person(id=PersonId(1), given_name="Anna", family_name="Lind")
FORMULA = Person(id=PersonId(2), given_name="=1+1")


def option(position, label="", starts=None, hours=1):
    start = datetime.fromisoformat(starts) if starts else None
    return Option(
        id=OptionId(10 + position),
        poll_id=POLL.id,
        position=position,
        label=label,
        starts=start,
        ends=start + timedelta(hours=hours) if start else None,
    )


def answer(number, marks, person=None, guest="", comment=""):
    return Answer(
        id=AnswerId(number),
        poll_id=POLL.id,
        person_id=person.id if person else None,
        guest_name=guest,
        marks=marks,
        comment=comment,
        answered_at=MADE_AT,
    )


OPTIONS = [
    option(1, starts="2026-06-13T10:00", hours=2),
    option(0, starts="2026-06-13T08:00", hours=2),
    option(2, starts="2026-06-14", hours=24),
    option(3, label="Tent, or not"),
]
ANSWERS = [
    answer(1, {OptionId(10): Mark.YES, OptionId(11): Mark.IF_NEED_BE, OptionId(13): Mark.NO}, person=ANNA),
    answer(2, {OptionId(12): Mark.YES}, guest="Aunt Ulla", comment='=only "late",\nsorry'),
    answer(3, {}, person=FORMULA),
]


def as_csv(options=OPTIONS, answers=ANSWERS):
    return poll_csv(POLL, options, answers, [ANNA, FORMULA])


def as_xlsx(options=OPTIONS, answers=ANSWERS):
    return poll_xlsx(POLL, options, answers, [ANNA, FORMULA], made_at=MADE_AT)


def test_it_has_the_shape_that_newdle_writes():
    lines = as_csv().decode("utf-8-sig").split("\r\n")
    assert lines[0] == 'Name,2026-06-13T08:00,2026-06-13T10:00,2026-06-14,"Tent, or not",Comment'
    assert lines[1] == "Anna Lind,yes,ifneedbe,,no,"
    assert lines[-2] == "'=1+1,,,,,"


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_our_import_reads_everything_again(write):
    sheet = answers_from_table(table_from_bytes(write()))
    assert not sheet.problems
    in_order = sorted(OPTIONS, key=lambda one: one.position)
    assert [(one.starts, one.ends) for one in sheet.columns] == [(one.starts, one.ends) for one in in_order]
    assert sheet.columns[3].heading == "Tent, or not"
    assert [row.name for row in sheet.rows] == ["Anna Lind", "Aunt Ulla", "=1+1"]
    assert sheet.rows[0].marks == (Mark.YES, Mark.IF_NEED_BE, None, Mark.NO)
    assert sheet.rows[1].marks == (None, None, Mark.YES, None)
    assert sheet.rows[1].comment == '=only "late",\nsorry'


@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_slots_with_the_same_start_and_choices_with_the_same_label_keep_columns_of_their_own(write):
    options = [
        option(0, label="Hall", starts="2026-06-13T08:00"),
        option(1, label="Pool", starts="2026-06-13T08:00"),
        option(2, label="", starts="2026-06-13T08:00", hours=3),
        option(3, label="Pool"),
        option(4),
        option(5),
    ]
    answers = [answer(1, {OptionId(10 + n): Mark.YES for n in range(6)}, person=ANNA)]
    sheet = answers_from_table(table_from_bytes(write(options, answers)))
    assert len({column.heading for column in sheet.columns}) == 6
    assert sheet.rows[0].marks == (Mark.YES,) * 6


def test_the_answer_of_somebody_who_is_gone_is_left_out():
    gone = Person(id=PersonId(77), given_name="Gone")
    assert len(as_csv(answers=[*ANSWERS, answer(4, {}, person=gone)]).splitlines()) == len(as_csv().splitlines())


def test_the_second_sheet_counts_the_answers_of_each_kind():
    rows = python_calamine.load_workbook(io.BytesIO(as_xlsx())).get_sheet_by_name("Sums").to_python()
    assert rows[0] == ["Option", "yes", "if need be", "no", "no answer"]
    assert rows[1] == ["2026-06-13T08:00", 1, 0, 0, 2]
    assert rows[4] == ["Tent, or not", 0, 0, 1, 2]
