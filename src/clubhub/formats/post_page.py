"""A post as one page for the club's site, and its text as HTML for the preview beside the writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clubhub.domain.posts import FullPost
from clubhub.formats.markdown import parse
from clubhub.formats.pages import render_page
from clubhub.formats.plain_text import one_line
from clubhub.formats.post_html import NO_STYLES, blocks_html
from clubhub.formats.post_sections import sections
from clubhub.formats.post_words import date_line, values_for_all, web_link

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlSection:
    """`title` is empty for plain text; `html` is clean."""

    kind: str
    title: str
    html: "Markup"


def post_page(full: FullPost) -> str:
    """The text of an HTML file (write it as UTF-8). It loads nothing and runs nothing, and names no reader."""
    address, name = web_link(full)
    return render_page(
        "post-page.html.j2",
        "post-page.css",
        language=full.club.language or "en",
        club=full.club.name,
        title=one_line(full.post.title),
        author=full.contact.name if full.contact else "",
        date=date_line(full),
        sections=html_sections(full.post.body, values_for_all(full)),
        web_address=address,
        web_name=name,
    )


def html_sections(body: str, values: Mapping[str, str], styles: Mapping[str, str] = NO_STYLES) -> list[HtmlSection]:
    """The post's sections in their order, each as clean HTML."""
    return [
        HtmlSection(kind=section.kind, title=section.title, html=blocks_html(section.blocks, styles))
        for section in sections(parse(body, values))
    ]


def preview_html(body: str, values: Mapping[str, str] | None = None) -> str:
    """The text alone as clean HTML; placeholders without values stay as they are written."""
    return str(blocks_html(parse(body, values)))
