"""The two questions are found by heading or bold beginning; everything else keeps its place."""

import pytest

from clubhub.formats.markdown import parse
from clubhub.formats.post_sections import BENEFIT, TASK, TEXT, sections


def cut(text: str) -> list[tuple[str, str, list[str]]]:
    return [(s.kind, s.title, [block.text for block in s.blocks]) for s in sections(parse(text))]


@pytest.mark.parametrize("heading", ["What's in it for you", "What’s in it for you?", "WHAT IS IN IT FOR YOU:"])
def test_a_heading_makes_a_section_up_to_the_next(heading):
    found = cut(f"Hello\n\n## {heading}\n\nLunch\n\nCake\n\n## Where\n\nHall")
    assert [(kind, texts) for kind, _title, texts in found] == [
        (TEXT, ["Hello"]),
        (BENEFIT, ["Lunch", "Cake"]),
        (TEXT, ["Where", "Hall"]),
    ]


def test_a_bold_beginning_makes_a_section_of_its_paragraph():
    assert cut("**What to do:** say *yes*.\n\nBye") == [(TASK, "What to do", ["Say yes."]), (TEXT, "", ["Bye"])]
    assert cut("**What to do** : say")[0][0] == TASK


def test_other_beginnings_stay_as_they_are():
    for text in ("**What to do**", "What to do: say", "**When:** soon", "**What to do:**"):
        assert [kind for kind, _title, _texts in cut(text)] == [TEXT]


def test_an_empty_section_is_left_out():
    assert cut("## What to do by when\n\n## What's in it for you") == []
