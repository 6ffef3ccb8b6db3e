"""Ballots on paper, looked at as pictures and read by a reader of codes."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pypdf
import pytest
import segno
from tests.formats.ballots.ballot_samples import CLUB, SIGNE, at, choices, helpers_evening, question, slots, with_room

from clubhub.domain.ballots import AnswersTo
from clubhub.domain.papers import Paper
from clubhub.domain.polls import PollKind
from clubhub.formats.ballots.page_link import page_link
from clubhub.formats.ballots.sheets import MOST_QR_BYTES, ballot_sheets, paper_link

PRINTED_AT = datetime(2026, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def pages(tmp_path):
    """The text of each page of a PDF."""

    def read(made):
        path = tmp_path / "sheet.pdf"
        path.write_bytes(made.pdf)
        return [page.extract_text() for page in pypdf.PdfReader(path).pages]

    return read


@pytest.fixture
def scan(tmp_path, outside_program):
    """What a reader of codes sees on the first page, printed at 100 dots per inch."""

    def read(made):
        path = tmp_path / "sheet.pdf"
        path.write_bytes(made.pdf)
        picture = tmp_path / "sheet"
        subprocess.run([outside_program("pdftoppm"), "-r", "100", "-png", "-singlefile", path, picture], check=True)
        command = [outside_program("zbarimg"), "--quiet", "--raw", "--nodbus", picture.with_suffix(".png")]
        return subprocess.run(command, capture_output=True, check=False, text=True).stdout.strip()

    return read


def sheets(asked, people=None, paper=Paper.A4):
    return ballot_sheets(asked, people, paper, printed_at=PRINTED_AT)


@pytest.mark.parametrize("paper", list(Paper))
def test_twelve_slots_are_one_page_with_the_chats_numbers(pages, paper):
    (text,) = pages(sheets(helpers_evening(), paper=paper))
    words = text.split()
    for number in range(1, 13):
        assert str(number) in words
    for part in ("Your name", "Monday 8 June", "17:00–18:30", "If need be", "Hand it back by Thursday 4 June"):
        assert part in text
    assert "Poll K7Q4. Asked by Henrike Ostenfeld, Kvarnö Swim Club." in text


@pytest.mark.parametrize("paper", list(Paper))
def test_room_is_printed_and_twelve_slots_stay_on_a_page_with_their_code(pages, scan, paper):
    made = sheets(with_room(helpers_evening(), *[8] * 11, 1), [SIGNE], paper=paper)
    (text,) = pages(made)
    assert text.count("room for 8") == 11
    assert text.count("room for 1\n") == 1
    assert "Places go to the first who say yes" in text
    assert scan(made) == page_link(helpers_evening(), SIGNE, on_paper=True)


def test_each_person_has_a_sheet_with_the_name_and_an_own_code(pages, scan):
    other = replace(SIGNE, id=replace(SIGNE).id + 1, given_name="Bo")
    made = sheets(helpers_evening(), [SIGNE, other])
    first, second = pages(made)
    assert "Signe Vikdahl" in first
    assert "Bo Vikdahl" in second
    assert scan(made) == page_link(helpers_evening(), SIGNE, on_paper=True)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_code_is_read_from_paper(scan, paper):
    assert scan(sheets(helpers_evening(), paper=paper)) == page_link(helpers_evening(), on_paper=True)


def test_without_a_page_the_code_opens_a_message(scan):
    asked = helpers_evening(page="")
    assert scan(sheets(asked, [SIGNE])).startswith("https://wa.me/358505550142?text=Helpers")


def test_a_link_that_doesnt_fit_is_printed_as_numbers_alone(scan, pages):
    labels = [f"A long name for choice {number}" for number in range(12)]
    asked = helpers_evening(options=choices(*labels), answers_to=AnswersTo(name="Henrike Ostenfeld"))
    made = sheets(asked)
    assert paper_link(asked) == ""
    assert scan(made) == ""
    assert "Or answer with" not in pages(made)[0]


@pytest.mark.parametrize("longer", [0, 1])
def test_a_code_is_of_version_10_at_most(longer):
    """The length that is taken as the limit is the library's own."""
    link = "https://kvarno.example/"
    code = segno.make_qr(link + "a" * (MOST_QR_BYTES - len(link) + longer), error="m")
    assert code.version == 10 + longer


def test_a_phone_that_the_tables_dont_know_keeps_its_country_code(pages):
    club = replace(CLUB, region="DE")
    to = AnswersTo(name="Henrike Ostenfeld", phone="+491515550101")
    (text,) = pages(sheets(replace(helpers_evening(), club=club, answers_to=to)))
    assert "+49 1515550101" in text


def test_many_slots_go_on_with_the_name_the_code_and_the_heads(pages):
    starts = [at(f"2026-06-{day:02} {hour:02}:00") for day in range(1, 8) for hour in (8, 11, 14, 17)]
    texts = pages(sheets(helpers_evening(options=slots(*starts)), [SIGNE, SIGNE]))
    assert len(texts) == 4
    for text in texts[1::2]:
        assert "Signe Vikdahl" in text
        assert "Poll K7Q4, 2" in text
        assert "If need be" in text
    for text in texts[::2]:
        assert "Poll K7Q4, " not in text


@pytest.mark.parametrize("kind", list(PollKind))
def test_each_kind_of_question_fits_a_page(pages, kind):
    (text,) = pages(sheets(question(kind, "Red", "Blue")))
    assert ("Blue" in text) == kind.has_options
    assert "New caps" in text


def test_the_polls_own_words_are_over_the_boxes(pages):
    asked = helpers_evening()
    (text,) = pages(sheets(replace(asked, poll=replace(asked.poll, words=("kyllä", "jos on pakko", "ei käy")))))
    for word in ("Kyllä", "Jos on pakko", "Ei käy"):
        assert word in text


def test_odd_names_are_printed_and_told(pages):
    asked = helpers_evening(club=replace(CLUB, name="Kvarnö 🏊"))
    made = sheets(
        replace(asked, poll=replace(asked.poll, name="#let x = 1 *bold* " * 6)), [replace(SIGNE, family_name="")]
    )
    assert "#let x = 1 *bold*" in pages(made)[0]
    assert made.warnings


def test_the_same_poll_gives_the_same_bytes():
    assert sheets(helpers_evening()).pdf == sheets(helpers_evening()).pdf
