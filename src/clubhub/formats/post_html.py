"""A post's blocks as HTML for page, mail and preview: every letter escaped, and cleaned once more by nh3."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from clubhub.formats.markdown import LINK_SCHEMES, Block, Span

if TYPE_CHECKING:
    from markupsafe import Markup

_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "strong", "em", "a"}
NO_STYLES: Mapping[str, str] = {}


def blocks_html(blocks: Iterable[Block], styles: Mapping[str, str] = NO_STYLES) -> "Markup":
    """HTML of the blocks alone. `styles` are ours: what stands in `style` of each kind of element.

    Headings begin at h2, below the post's title.
    """
    import nh3
    from markupsafe import Markup

    attributes = {"a": {"href"}, "ol": {"start"}}
    if styles:
        attributes = {tag: {"style"} | attributes.get(tag, set()) for tag in _TAGS}
    written = "\n".join(_Writer(styles).block(block) for block in blocks)
    cleaned = nh3.clean(
        written, tags=_TAGS, attributes=attributes, url_schemes=set(LINK_SCHEMES), link_rel="noopener noreferrer"
    )
    return Markup(cleaned)  # noqa: S704  escaped when written, and cleaned


class _Writer:
    def __init__(self, styles: Mapping[str, str]) -> None:
        self._styles = styles

    def block(self, block: Block) -> str:
        inner = self._spans(block.spans)
        if block.kind == "paragraph":
            return self._element("p", inner)
        if block.kind == "heading":
            return self._element("h2" if block.level <= 2 else "h3", inner)
        if block.kind == "code":
            return self._element("pre", self._lines(block.spans))
        if block.kind == "rule":
            return self._start("hr")
        return self._container(block)

    def _container(self, block: Block) -> str:
        if block.kind == "list":
            tag = "ul" if block.first is None else "ol"
            start = f' start="{block.first}"' if block.first not in {None, 1} else ""
        else:
            tag, start = ("li", "") if block.kind == "item" else ("blockquote", "")
        return f"{self._start(tag, start)}{self._children(block)}</{tag}>"

    def _children(self, block: Block) -> str:
        """An item of one paragraph is written without a paragraph."""
        only = block.children[0] if len(block.children) == 1 else None
        if block.kind == "item" and only is not None and only.kind == "paragraph":
            return self._spans(only.spans)
        return "".join(self.block(child) for child in block.children)

    def _spans(self, spans: Iterable[Span]) -> str:
        return "".join(map(self._span, spans))

    def _span(self, span: Span) -> str:
        from markupsafe import escape

        if span.text == "\n":
            return "<br>"
        written = str(escape(span.text))
        for tag, is_wanted in (("code", span.is_code), ("em", span.is_italic), ("strong", span.is_bold)):
            written = self._element(tag, written) if is_wanted else written
        link = self._start("a", f' href="{escape(span.link)}"') if span.link else ""
        return f"{link}{written}</a>" if link else written

    def _lines(self, spans: Iterable[Span]) -> str:
        from markupsafe import escape

        return str(escape("".join(span.text for span in spans)))

    def _element(self, tag: str, inner: str) -> str:
        return f"{self._start(tag)}{inner}</{tag}>"

    def _start(self, tag: str, more: str = "") -> str:
        style = f' style="{self._styles[tag]}"' if tag in self._styles else ""
        return f"<{tag}{more}{style}>"
