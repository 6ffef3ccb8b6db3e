"""A post as plain text: for a chat, and as the twin of a mail. A line per paragraph, since hard breaks ruin phones."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from clubhub.domain.posts import FullPost
from clubhub.formats.chat_signs import harmless, unlisted
from clubhub.formats.markdown import Block, Span, parse
from clubhub.formats.plain_text import one_line
from clubhub.formats.post_sections import TEXT, Section, sections
from clubhub.formats.post_words import values_for_all

_INDENT = "  "


def chat_text(full: FullPost) -> str:
    """Title and text as everybody gets them; nothing in it is markup to a chat program, links stay whole."""
    maker = TextMaker(harmless)
    paragraphs = [harmless(one_line(full.post.title)), *maker.post(full.post.body, values_for_all(full))]
    lines = "\n\n".join(paragraphs).splitlines()
    return "\n".join(map(unlisted, lines)) + "\n"


class TextMaker:
    """`soften` is done to what people wrote, but not to addresses on the web."""

    def __init__(self, soften: Callable[[str], str] = str) -> None:
        self._soften = soften

    def post(self, body: str, values: Mapping[str, str]) -> list[str]:
        """The paragraphs, each to be followed by an empty line. Headings are in capitals."""
        return [text for section in sections(parse(body, values)) for text in self._section(section)]

    def _section(self, section: Section) -> Iterator[str]:
        paragraphs = list(self._blocks(section.blocks))
        if section.kind == TEXT:
            yield from paragraphs
        else:
            yield "\n".join([self._soften(section.title).upper(), *paragraphs[:1]])
            yield from paragraphs[1:]

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            text = self._block(block)
            if text:
                yield text

    def _block(self, block: Block) -> str:
        if block.kind == "heading":
            return self._spans(block.spans).upper()
        if block.kind == "list":
            return "\n".join(self._items(block))
        if block.kind == "quote":
            return "\n\n".join(f"“{text}”" for text in self._blocks(block.children))
        return "–" if block.kind == "rule" else self._spans(block.spans)

    def _items(self, block: Block) -> Iterator[str]:
        for number, item in enumerate(block.children, start=block.first or 0):
            sign = "• " if block.first is None else f"{number}) "
            lines = "\n".join(self._blocks(item.children)).splitlines() or [""]
            yield sign + lines[0]
            yield from (_INDENT + line for line in lines[1:])

    def _spans(self, spans: Iterable[Span]) -> str:
        return "".join(map(self._span, spans)).strip()

    def _span(self, span: Span) -> str:
        """An address is written out after the words that lead to it."""
        address = span.link.removeprefix("mailto:").removeprefix("tel:")
        if not span.link:
            return self._soften(span.text)
        return address if span.text in {address, span.link} else f"{self._soften(span.text)} ({address})"
