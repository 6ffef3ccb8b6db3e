"""The guard against formulas in CSV cells."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.formats.csv_cells import guard, guard_row, unguard

SIGNS = "=+-@＝＋－＠'\t\r\n 0123456789.(),%\x00\ufeff"


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=1",
        "＝1+1",
        "＋1+1",
        "－1+x",
        "＠SUM",
        " =1",
        "-",
    ],
)
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anna",
        "-5",
        "+5",
        "-5.25",
        "-1 000,50",
        "+10%",
        "+358 40 123 4567",
        "+493012345678",
        "+358 (0)40 123",
        "a=b",
    ],
)
def test_plain_texts_numbers_and_phone_numbers_stay(text):
    assert guard(text) == text


@pytest.mark.parametrize("text", ["'t Hooft", "'", "''", "'90s", "'+358 40 123 4567"])
def test_an_apostrophe_of_the_text_itself_stays(text):
    assert unguard(text) == text
    assert unguard(guard(text)) == text


def test_a_number_that_a_spreadsheet_would_calculate_is_guarded():
    assert guard("+1-202-555-0143") == "'+1-202-555-0143"
    assert guard("-5\n") == "'-5\n"


@given(st.text() | st.text(SIGNS))
def test_every_text_comes_back(text):
    assert unguard(guard(text)) == text


@given(st.text() | st.text(SIGNS))
def test_nothing_guarded_starts_with_a_sign_unless_it_is_a_number(text):
    guarded = guard(text)
    assert guarded[:1] not in {*"=@\t\r\n＝＋－＠"}
    if guarded[:1] in {"+", "-"}:
        assert set(guarded[1:]) <= set("0123456789 \u00a0\u202f.,()%")


def test_the_big_list_of_naughty_strings_comes_back_through_a_csv_file(shared_data):
    strings = json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    file = io.StringIO(newline="")
    csv.writer(file).writerows([guard_row([text, "end"]) for text in strings])
    file.seek(0)
    assert [[unguard(cell) for cell in row] for row in csv.reader(file)] == [[text, "end"] for text in strings]
