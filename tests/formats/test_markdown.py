"""Markdown becomes text in hands, lists and links of a few kinds; nothing of it is obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.browser import Document
from tests.formats.post_samples import hostile_texts

from clubhub.formats.markdown import Block, parse, safe_link
from clubhub.formats.post_html import blocks_html

ALLOWED = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "strong", "em", "a"}


def spans(text: str, **values: str):
    return parse(text, values)[0].spans


def assert_harmless(html: str):
    for tag, attributes in Document(html).elements:
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "rel", "start"}
        if "href" in attributes:
            assert attributes["href"].lower().startswith(("http://", "https://", "mailto:", "tel:"))


def test_hands_and_breaks_are_told_apart():
    found = spans("plain **bold** *slanted* `code`  \nnext\nsame")
    assert [(s.text, s.is_bold, s.is_italic, s.is_code) for s in found] == [
        ("plain ", False, False, False),
        ("bold", True, False, False),
        (" ", False, False, False),
        ("slanted", False, True, False),
        (" ", False, False, False),
        ("code", False, False, True),
        ("\n", False, False, False),
        ("next same", False, False, False),
    ]


def test_lists_quotes_and_headings_keep_their_order_and_depth():
    first, numbered, quote, rule = parse("# One\n\n3. a\n   - b\n4. c\n\n> d\n\n---")
    assert (first.kind, first.level, first.text) == ("heading", 1, "One")
    assert (numbered.first, [item.children[0].text for item in numbered.children]) == (3, ["a", "c"])
    assert numbered.children[0].children[1].children[0].children[0].text == "b"
    assert (quote.kind, quote.children[0].text, rule.kind) == ("quote", "d", "rule")


def test_a_placeholder_s_value_is_text_whatever_it_holds():
    (span,) = spans("{name}", name="**A** [x](https://evil.example) <b> {name}")[:1]
    assert span.text.startswith("**A** [x](")
    assert not span.is_bold
    assert [s.text for s in spans("*{shifts}*", shifts="Sat\nSun")] == ["Sat", "\n", "Sun"]


def test_underscores_in_a_placeholder_or_address_are_no_markup():
    assert spans("Dear {given_name}, _{given_name}_", given_name="Bo")[0].text == "Dear Bo, "
    assert spans("see https://x.example/a_b_c.")[1].link == "https://x.example/a_b_c"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/a",
        "",
        "JAVA\tSCRIPT:x",
    ],
)
def test_a_link_of_another_kind_stays_text(address):
    assert safe_link(address) == ""
    assert all(not span.link for block in parse(f"[text](<{address}>)") for span in block.spans)


def test_pictures_and_html_are_shown_as_text():
    html = blocks_html(parse("![map](https://x.example/p.png) <img src=x onerror=alert(1)>\n\n<script>x</script>"))
    assert "<img" not in html
    assert "&lt;script&gt;" in html
    assert "map" in html


def test_hostile_texts_come_out_harmless(shared_data):
    texts = hostile_texts(shared_data)
    assert len(texts) > 1000
    for text in texts:
        assert_harmless(blocks_html(parse(text)))
        assert_harmless(blocks_html(parse("{name}", {"name": text})))
        assert_harmless(blocks_html(parse(f"[{text}]({text})")))


@given(st.text(alphabet=st.sampled_from("ab*_`[]()<>!#-+1.> \n\t{}name:/&\"'\\"), max_size=120))
def test_any_text_is_read_and_written_harmless(text):
    assert_harmless(blocks_html(parse(text, {"name": text})))


def test_brackets_and_quotes_without_end_are_read_in_good_time():
    for sign in ("[", "*a", ">", "- ", "`", "![](", "{name}"):
        assert isinstance(parse(sign * 20_000, {"name": "x"}), tuple)


def test_depth_has_an_end():
    def depth(blocks: tuple[Block, ...]) -> int:
        return 1 + max((depth(block.children) for block in blocks), default=0)

    assert depth(parse(">" * 500 + " deep")) < 60
