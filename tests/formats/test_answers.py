"""Answers as polls export them and as clubs type them."""

import csv
import io
from pathlib import Path

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark
from clubhub.domain.tables import RowProblem, Table
from clubhub.formats.answer_words import mark_of
from clubhub.formats.answers import answers_from_table

YES, IF_NEED_BE, NO = Mark.YES, Mark.IF_NEED_BE, Mark.NO


def table(text: str) -> Table:
    return Table(rows=tuple(tuple(row) for row in csv.reader(io.StringIO(text))))


def reasons(text: str) -> list[tuple[int, str]]:
    return [(problem.row, problem.reason) for problem in answers_from_table(table(text)).problems]


def test_newdle_s_own_export_is_read(shared_data: Path):
    with (shared_data / "polls" / "newdle-answers.csv").open(encoding="utf-8-sig", newline="") as file:
        sheet = answers_from_table(Table(rows=tuple(tuple(row) for row in csv.reader(file))))
    assert [f"{column.starts:%d %H:%M}-{column.ends:%H:%M}" for column in sheet.columns] == [
        "11 13:00-14:00",
        "11 14:00-15:00",
        "12 13:00-13:30",
        "12 13:30-14:00",
    ]
    assert [(row.name, row.marks, row.comment) for row in sheet.rows] == [
        ("Albert Einstein", (None, NO, None, None), ""),
        ("Guinea Pig", (None, IF_NEED_BE, None, None), "Hello world"),
        ("Tony Stark", (None, YES, None, None), "Hello, world"),
    ]
    assert sheet.problems == ()


@pytest.mark.parametrize("heading", ["2027-06-12T08:00", "2027-06-12 08:00", "2027-06-12T08:00:00"])
def test_a_start_is_read_in_each_way_of_writing_it(heading: str):
    (column,) = answers_from_table(table(f"Name,{heading}\n")).columns
    assert (column.starts.isoformat(), column.ends.isoformat()) == ("2027-06-12T08:00:00", "2027-06-12T09:00:00")


def test_a_month_may_have_its_name_where_the_year_stands_too():
    headings = ("Sat 12 June 2027 8:00-12:30", "la 12. kesäkuuta 2027", "Sat 12 June")
    columns = answers_from_table(Table(rows=(("Name", *headings), ("Anna Lind", "x")))).columns
    assert [column.heading for column in columns] == list(headings)
    assert [column.starts and f"{column.starts:%m-%d %H:%M}" for column in columns] == [
        "06-12 08:00",
        "06-12 00:00",
        None,
    ]


def test_a_date_alone_is_the_whole_day():
    (column,) = answers_from_table(table("Name,2027-06-12\n")).columns
    assert (column.starts.isoformat(), column.ends.isoformat()) == ("2027-06-12T00:00:00", "2027-06-13T00:00:00")


def test_a_label_is_a_choice_without_times_and_so_is_a_day_that_does_not_exist():
    columns = answers_from_table(table("Name,Pizza,2027-02-30\n")).columns
    assert [(column.heading, column.starts) for column in columns] == [("Pizza", None), ("2027-02-30", None)]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("available yes YES y x X ok OK. 1 true ✓ ✔️ kyllä joo ja Ja! oui kan kann verfügbar disponible", YES),
        (
            "ifneedbe maybe (x) (ok) (OK) (yes) (ja) (✓) (maybe) ehkä tarvittaessa kanske vielleicht peut-être",
            IF_NEED_BE,
        ),
        ("unavailable no - – n 0 false ✗ ❌ × ei nej nein non", NO),
    ],
)
def test_words_and_signs_of_five_languages_are_known(words: str, mark: Mark):
    assert {word: mark_of(word) for word in words.split()} == dict.fromkeys(words.split(), mark)


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        *(
            ("Jag kan", YES),
            ("If need  be", IF_NEED_BE),
            ("om det behövs", IF_NEED_BE),
            ("can’t", NO),
            ("en pääse", NO),
        ),
        *(("Geht", YES), ("geht nicht", NO), ("mal sehen", IF_NEED_BE), ("evtl.", IF_NEED_BE), ("keine Zeit", NO)),
        *(("går bra", YES), ("kan tyvärr inte", NO), ("kanske", IF_NEED_BE), ("pystyn", YES), ("En pysty.", NO)),
        *(("je peux", YES), ("à voir", IF_NEED_BE), ("pas possible", NO), ("i’m in", YES), ("sorry no", NO)),
    ],
)
def test_answers_of_several_words_are_known(words: str, mark: Mark):
    assert mark_of(words) is mark


@pytest.mark.parametrize("word", ["?", "(no)", "()", "perhaps not", "12", "..."])
def test_what_may_mean_anything_is_not_guessed(word: str):
    assert mark_of(word) is None


def test_an_unknown_word_is_a_problem_with_its_row_and_column():
    assert reasons("Name,2027-06-12T08:00,Pizza\nAnna Lind,yes,hm\nOtto Lind,no,no\n") == [
        (2, "“hm” under “Pizza” is no answer. Write yes, if need be or no, or leave it blank.")
    ]


def test_rows_with_problems_are_not_among_the_rows():
    sheet = answers_from_table(table("Name,Pizza\nAnna Lind,hm\nOtto Lind,no\n"))
    assert [(row.row, row.name) for row in sheet.rows] == [(3, "Otto Lind")]


def test_the_same_name_twice_is_a_problem():
    assert reasons("Name,Pizza\nAnna Lind,yes\nanna  lind,no\n") == [(3, "anna lind has answered in row 2 already.")]


def test_answers_without_a_name_are_a_problem():
    assert reasons("Name,Pizza\n,yes\n") == [(2, "There are answers but no name.")]


def test_empty_rows_are_passed_over_and_rows_keep_the_numbers_of_their_file():
    sheet = answers_from_table(
        Table(rows=(("Name", "Pizza"), ("", " "), (), ("Anna Lind", "yes")), first_row=3, notes=("Sheet 2",))
    )
    assert [(row.row, row.name) for row in sheet.rows] == [(6, "Anna Lind")]
    assert sheet.notes == ("Sheet 2",)


def test_a_person_who_left_all_blank_is_listed_as_silent():
    (row,) = answers_from_table(table("Name,Pizza\nAnna Lind\n")).rows
    assert row.marks == (None,)


def test_a_comment_needs_no_comment_column_in_the_middle():
    sheet = answers_from_table(table("Nimi,Pizza,Kommentti,\nAnna Lind,kyllä,klo 9 jälkeen,\n"))
    assert [(row.marks, row.comment) for row in sheet.rows] == [((YES,), "klo 9 jälkeen")]


def test_a_cell_beyond_the_last_column_is_a_problem():
    assert reasons("Name,Pizza\nAnna Lind,yes,no\n") == [(2, "“no” stands beyond the last column.")]
    assert reasons("Name,Pizza,Comment\nAnna Lind,yes,fine,no\n") == [(2, "“no” stands beyond the last column.")]


@pytest.mark.parametrize(
    ("headings", "sentence"),
    [
        ("Name", "No column of answers"),
        ("Name,Comment", "No column of answers"),
        ("2027-06-12T08:00,2027-06-12T10:00", "first column should hold the names"),
        ("Name,2027-06-12T08:00Z", "time zone"),
        ("Name,2027-06-12T08:00+03:00", "time zone"),
        ("Name,Pizza,,Pasta", "no heading"),
        ("Name,Pizza,pizza", "two columns"),
        ("Name,2027-06-12T08:00,2027-06-12 08:00", "two columns"),
    ],
)
def test_headings_that_can_not_be_used_are_refused(headings: str, sentence: str):
    with pytest.raises(InvalidInput, match=sentence):
        answers_from_table(table(f"{headings}\nAnna Lind,yes\n"))


def test_an_empty_table_is_refused():
    with pytest.raises(InvalidInput, match="empty"):
        answers_from_table(Table(rows=()))


def test_problems_are_row_problems():
    (problem,) = answers_from_table(table("Name,Pizza\n,yes\n")).problems
    assert problem == RowProblem(row=2, reason="There are answers but no name.")
