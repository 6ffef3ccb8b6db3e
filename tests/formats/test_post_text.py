"""For a chat: nothing is markup there, links stay whole, everybody reads the same."""

import re

from tests.formats.post_samples import full_post, hostile_texts

from clubhub.formats.post_text import chat_text


def test_a_post_reads_well_in_a_chat():
    assert chat_text(full_post()) == (
        "We need two more on Saturday\n\n"
        "Dear everybody,\n\n"
        "two of the six lanes have no watch. Petra shows you: https://kvarno.example/watch_it.\n\n"
        "Your own times are on the roster.\n\n"
        "WHAT'S IN IT FOR YOU\nLunch, and two points.\n\n"
        "WHAT TO DO BY WHEN\nBy Wednesday: answer “yes”.\n"
    )


def test_lists_quotes_and_links_are_written_out():
    text = chat_text(full_post("- a\n- b\n  1. c\n\n> said\n\n[map](https://x.example/a_b) <mailto:a@b.example>", "T"))
    assert text == "T\n\n• a\n• b\n  1) c\n\n“said”\n\nmap (https://x.example/a_b) a@b.example\n"


def test_nothing_people_wrote_is_markup_to_the_chat(shared_data):
    for text in hostile_texts(shared_data):
        written = chat_text(full_post(f"{text}\n\n1\\. x\n\n\\- y\n\n\\*z\\*", text))
        for line in written.splitlines():
            assert not re.match(r"[->]|\d+\.", line)
            assert not set("*~`") & set(re.sub(r"https?://\S+", "", line))


def test_an_empty_quote_under_a_heading_breaks_nothing():
    assert chat_text(full_post("## What to do by when\n\n>\n", "T")) == "T\n\nWHAT TO DO BY WHEN\n"
