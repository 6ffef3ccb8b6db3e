"""A post's page, read with another parser and opened in a real Chromium."""

import base64
import hashlib

from tests.formats.browser import Document, dump_dom
from tests.formats.post_samples import full_post, hostile_texts

from clubhub.formats.post_page import post_page, preview_html


def test_it_holds_title_sections_and_nobody_s_own_words():
    page = post_page(full_post())
    assert "<h1>We need two more on Saturday</h1>" in page
    assert '<section class="benefit">' in page
    assert '<section class="task">' in page
    assert "Dear everybody" in page
    assert "Anna" not in page
    assert "malin@example.org" not in page
    assert "5550101" not in page


def test_the_only_style_obeyed_is_the_one_inside():
    page = post_page(full_post())
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert (
        f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}" in page or f"style-src 'sha256-{digest}" in page
    )
    assert "url(" not in style
    assert not [tag for tag, attributes in Document(page).elements if "style" in attributes or tag == "script"]


def test_a_real_browser_runs_nothing_of_hostile_texts(shared_data, outside_program, tmp_path):
    body = "\n\n".join(hostile_texts(shared_data))
    dom = dump_dom(outside_program("chromium"), post_page(full_post(body, "Plain title")), tmp_path)
    document = Document(dom)
    assert document.title == "Plain title, Kvarnö Swim Club"
    tags = {tag for tag, _attributes in document.elements}
    assert not tags & {"script", "img", "iframe", "object", "svg", "form", "input", "video"}


def test_a_preview_keeps_placeholders_as_they_are_written():
    assert preview_html("Dear **{name}**, {event}") == "<p>Dear <strong>{name}</strong>, {event}</p>"
    assert preview_html("{name}", {"name": "<b>"}) == "<p>&lt;b&gt;</p>"
