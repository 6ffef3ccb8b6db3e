"""The sheet for the wall, read with pypdf: its words, its boxes, and that no text can stop it."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.formats.post_samples import MALIN, full_post, hostile_texts
from tests.formats.roster_samples import empty_roster, swimming_meet

from clubhub.domain.papers import Paper
from clubhub.formats.post_notice import post_notice

ZERO_WIDTH = "\u200b"


def pages(full, **options) -> list[str]:
    return [
        page.extract_text().replace(ZERO_WIDTH, "")
        for page in PdfReader(io.BytesIO(post_notice(full, **options).pdf)).pages
    ]


def test_a_post_that_asks_shows_the_open_places_on_one_sheet():
    (text,) = pages(full_post())
    assert "Open: put your initials in" in text
    assert "What's in it for you" in text
    assert "Malin Holm 040 5550101" in text
    assert "kvarno.example/help, or scan" in text


def test_a_post_that_only_tells_shows_none_unless_wanted():
    plain = full_post("The hall opens at 06:45.", "Where to park")
    assert "initials" not in pages(plain)[0]
    assert "initials" in pages(plain, has_places=True)[0]
    assert "initials" not in pages(full_post(), has_places=False)[0]


def test_strips_carry_the_number_eight_times_and_the_sheet_stays_one():
    (text,) = pages(full_post(), has_tear_offs=True)
    assert text.count("040 5550101") == 8
    assert text.count("Help at Kvarnö Games") == 8


def test_it_is_tagged_as_ua_1_and_the_same_each_time():
    made = post_notice(full_post())
    assert made.pdf == post_notice(full_post()).pdf
    assert b"pdfuaid" in made.pdf
    assert PdfReader(io.BytesIO(made.pdf)).metadata.title == "We need two more on Saturday"


def test_a_title_of_sentences_breaks_between_them():
    assert (
        "Four hours.\nNine places.\nIs one yours?"
        in pages(full_post(title="Four hours. Nine places. Is one yours?"))[0]
    )


def test_what_can_t_be_printed_is_named():
    made = post_notice(full_post("Cake 🍰!"))
    assert "U+1F370" in made.warnings[0]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("", ""),
        ("🎉", "# 🎉\n\n## 🎉\n\n- \n\n>"),
        ("x" * 3000, "y" * 5000),
        ("#set page(width: 1pt)", '#panic("x") $ @ref <label> `raw` \\ [x] *a* _b_ = head'),
        ("Long", "A paragraph.\n\n" * 200),
        ("Deep", "- a\n  - b\n    - c\n      1. d\n\n> > > e\n\n    code\n\n---\n\n# h1\n\n#### h4"),
    ],
)
def test_odd_posts_are_printed_too(title, body):
    for roster in (replace(swimming_meet(), contact=MALIN), empty_roster()):
        assert pages(full_post(body, title, roster=roster), has_places=True, has_tear_offs=True)


def test_hostile_texts_are_printed_as_text(shared_data):
    texts = hostile_texts(shared_data)
    assert pages(full_post("\n\n".join(texts[::3]), texts[40]))


def test_the_sheet_stays_one_on_the_other_paper():
    reader = PdfReader(io.BytesIO(post_notice(full_post(), has_tear_offs=True, paper=Paper.LETTER).pdf))
    (page,) = reader.pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)
    assert page.extract_text().replace(ZERO_WIDTH, "").count("040 5550101") == 8
