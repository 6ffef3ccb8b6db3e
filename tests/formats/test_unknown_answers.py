"""Words that nobody understood are told once each."""

from clubhub.domain.tables import Table
from clubhub.formats.answers import answers_from_table
from clubhub.formats.unknown_answers import MOST_WORDS

HEADINGS = ("Name", "Sat", "Sun")


def problems(*rows: tuple[str, str, str]) -> list[str]:
    return [problem.sentence for problem in answers_from_table(Table(rows=(HEADINGS, *rows))).problems]


def test_a_word_in_many_cells_is_one_line_with_its_first_row_and_their_number():
    rows = [(f"Person {number}", "Mon chien", "mon  chien." if number % 2 else "yes") for number in range(50)]
    (sentence,) = problems(*rows)
    assert sentence == (
        "Row 2: “Mon chien” under “Sat” and in 74 more cells is no answer. "
        "Write yes, if need be or no, or leave it blank."
    )


def test_a_word_in_one_cell_is_told_with_its_column():
    (sentence,) = problems(("Anna", "yes", "hm"))
    assert sentence.startswith("Row 2: “hm” under “Sun” is no answer.")


def test_of_many_words_the_first_are_told():
    told = problems(*((f"Person {number}", f"word {number}", "no") for number in range(MOST_WORDS + 3)))
    assert len(told) == MOST_WORDS + 1
    assert told[-1] == "Row 12: And 3 more words that are no answers."


def test_a_row_with_such_a_word_is_left_out():
    sheet = answers_from_table(Table(rows=(HEADINGS, ("Anna", "hm", "yes"), ("Otto", "no", "yes"))))
    assert [row.name for row in sheet.rows] == ["Otto"]
