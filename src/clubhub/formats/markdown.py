"""Markdown in: a post's text as a tree of plain values, from which mail, page, notice and chat text are made.

Nothing of a text is taken for HTML, no picture is loaded, and only links of a few kinds stay links: what comes out
holds text alone, so whoever shows it need only escape it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from clubhub.domain.placeholders import filled
from clubhub.formats.plain_text import one_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

LINK_SCHEMES = ("http", "https", "mailto", "tel")
_SAFE_LINK = re.compile(rf"(?:{'|'.join(LINK_SCHEMES)}):[^\s<>\"'`\\]+", re.IGNORECASE)
_BARE_LINK = re.compile(r"https?://[^\s<>\"'`\\]*[^\s<>\"'`\\.,;:!?)\]}]", re.IGNORECASE)
_LONGEST = 200_000
"""Letters of a post that are read; what is longer is no announcement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of text in one hand. `link` is a safe address or ""; a line feed alone is a break of the line."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """`kind`: paragraph, heading, list, item, quote, code (its text in `spans`) or rule.

    A list holds items, an item and a quote hold blocks; `first` numbers an ordered list from there (None: dots).
    `level` is a heading's, from 1.
    """

    kind: str
    spans: tuple[Span, ...] = ()
    children: tuple["Block", ...] = ()
    level: int = 0
    first: int | None = None

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


def parse(text: str, values: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """The blocks of a text, with `values` in the place of placeholders.

    Values go in after the text was understood: a star or a bracket in somebody's name means nothing.
    """
    from markdown_it.tree import SyntaxTreeNode

    root = SyntaxTreeNode(_parser().parse(text[:_LONGEST].replace("\0", "\ufffd")))
    return tuple(_Reader(values or {}).blocks(root.children))


class _Reader:
    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def blocks(self, nodes: Sequence["SyntaxTreeNode"]) -> Iterator[Block]:
        for node in nodes:
            block = self._block(node)
            if block is not None:
                yield block

    def _block(self, node: "SyntaxTreeNode") -> Block | None:
        if node.type in {"paragraph", "heading"}:
            spans = tuple(_merged(self._spans(node.children[0].children, Span(text="")))) if node.children else ()
            level = int(node.tag[1:]) if node.type == "heading" else 0
            return Block(kind=node.type, spans=spans, level=level) if spans else None
        if node.type in {"bullet_list", "ordered_list"}:
            first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            return Block(kind="list", children=tuple(self.blocks(node.children)), first=first)
        if node.type in {"list_item", "blockquote"}:
            kind = "item" if node.type == "list_item" else "quote"
            return Block(kind=kind, children=tuple(self.blocks(node.children)))
        if node.type in {"fence", "code_block"}:
            return Block(kind="code", spans=tuple(_broken(self._fill(node.content.rstrip("\n")), Span(text=""))))
        return Block(kind="rule") if node.type == "hr" else None

    def _spans(self, nodes: Sequence["SyntaxTreeNode"], hand: Span) -> Iterator[Span]:
        for node in nodes:
            yield from self._inline(node, hand)

    def _inline(self, node: "SyntaxTreeNode", hand: Span) -> Iterator[Span]:
        if node.type == "text":
            for span in _broken(self._fill(node.content), hand):
                yield from [span] if span.link else _linked(span)
        elif node.type == "code_inline":
            yield from _broken(self._fill(node.content), replace(hand, is_code=True))
        elif node.type == "softbreak":
            yield replace(hand, text=" ")
        elif node.type == "hardbreak":
            yield Span(text="\n")
        elif node.type == "image":
            yield replace(hand, text=one_line(node.content))
        else:
            yield from self._spans(node.children, _hand_of(node, hand))

    def _fill(self, text: str) -> str:
        return filled(text, self._values)


def _hand_of(node: "SyntaxTreeNode", hand: Span) -> Span:
    if node.type == "strong":
        return replace(hand, is_bold=True)
    if node.type == "em":
        return replace(hand, is_italic=True)
    if node.type == "link":
        return replace(hand, link=safe_link(str(node.attrs.get("href", ""))))
    return hand


def safe_link(address: str) -> str:
    """The address, if it is of a kind that a post may lead to; else ""."""
    return address if _SAFE_LINK.fullmatch(address) else ""


def _linked(span: Span) -> Iterator[Span]:
    """A bare address in the text becomes a link."""
    at = 0
    for found in _BARE_LINK.finditer(span.text):
        if found.start() > at:
            yield replace(span, text=span.text[at : found.start()])
        yield replace(span, text=found[0], link=safe_link(found[0]))
        at = found.end()
    if at < len(span.text):
        yield replace(span, text=span.text[at:])


def _broken(text: str, hand: Span) -> Iterator[Span]:
    """The lines of a text with breaks between them, without control characters."""
    for number, line in enumerate(text.splitlines() or [""]):
        if number:
            yield Span(text="\n")
        if kept := _without_controls(line):
            yield replace(hand, text=kept)


def _without_controls(line: str) -> str:
    """Like plain_text.one_line, but blanks at the ends stay: they stand between spans."""
    cleaned = one_line(f"|{line}|")
    return cleaned[1:-1]


def _merged(spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours of one hand as one span; nothing at the ends but text."""
    kept: list[Span] = []
    for span in spans:
        if (
            kept
            and span.text != "\n"
            and kept[-1].text != "\n"
            and replace(kept[-1], text="") == replace(span, text="")
        ):
            kept[-1] = replace(span, text=kept[-1].text + span.text)
        else:
            kept.append(span)
    while kept and not kept[-1].text.strip():
        kept.pop()
    yield from kept


@cache
def _parser() -> "MarkdownIt":
    """CommonMark without HTML; a tree of more than 20 levels is read no deeper."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("text_join")
