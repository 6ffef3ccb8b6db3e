"""The two questions that every message should answer, found in a post by their headings: what's in it, what to do.

A heading holds until the next one; a paragraph that begins with the words in bold and a colon is a section by itself.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.plain_names import folded
from clubhub.formats.markdown import Block, Span, parse
from clubhub.support.texts import _

BENEFIT, TASK, TEXT = "benefit", "task", "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`kind` is BENEFIT, TASK or TEXT; only the first two have a `title`."""

    kind: str
    blocks: tuple[Block, ...]
    title: str = ""


def sections(blocks: Iterable[Block]) -> list[Section]:
    """The post in its own order, cut into plain text and the two kinds of sections."""
    found: list[Section] = []
    for block in blocks:
        kind = _kind(block.text) if block.kind == "heading" else ""
        lead = _lead(block) if block.kind == "paragraph" else None
        if kind:
            found.append(Section(kind=kind, title=block.text.strip().rstrip(":"), blocks=()))
        elif lead is not None:
            found.append(lead)
            found.append(Section(kind=TEXT, blocks=()))
        elif block.kind == "heading" or not found:
            found.append(Section(kind=TEXT, blocks=(block,)))
        else:
            found[-1] = replace(found[-1], blocks=(*found[-1].blocks, block))
    return [section for section in found if section.blocks]


def asks(body: str) -> bool:
    """Whether a post says what to do."""
    return any(section.kind == TASK for section in sections(parse(body)))


def _lead(block: Block) -> Section | None:
    """A paragraph like "**What to do:** say yes" as a section without that beginning."""
    first, *rest = block.spans or (Span(text=""),)
    kind = _kind(first.text) if first.is_bold else ""
    has_colon = first.text.rstrip().endswith(":") or (bool(rest) and rest[0].text.lstrip().startswith(":"))
    if not kind or not has_colon or not rest:
        return None
    rest[0] = replace(rest[0], text=rest[0].text.lstrip().removeprefix(":").lstrip())
    spans = tuple(span for span in rest if span.text)
    title = first.text.strip().rstrip(":").rstrip()
    return Section(kind=kind, title=title, blocks=(replace(block, spans=_capital(spans)),)) if spans else None


def _capital(spans: Sequence[Span]) -> tuple[Span, ...]:
    """What followed a colon begins a sentence now."""
    first = spans[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *spans[1:])


def _kind(heading: str) -> str:
    """By how the heading begins, in English or in the language of the person at the desk."""
    written = folded(heading)
    beginnings = (
        (BENEFIT, ("What's in it for you", "What is in it for you", _("What’s in it for you"))),
        (TASK, ("What to do", _("What to do"))),
    )
    for kind, starts in beginnings:
        if any(written.startswith(folded(start)) for start in starts):
            return kind
    return ""
