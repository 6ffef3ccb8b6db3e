"""Runs Typst on a shipped template: data goes in as a JSON file, never as Typst code; only shipped fonts are used."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from clubhub.formats.glyphs import PrintableTexts
from clubhub.support.resources import resource

Json = dict[str, Any]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResult:
    """A PDF/UA-1 file; `warnings` are sentences about what could not be printed as it was written."""

    pdf: bytes
    warnings: tuple[str, ...] = ()


def typeset(template: str, contents: Json, qr_svg: bytes | None, stamped_at: datetime) -> PdfResult:
    """The PDF of a template in `resources/templates`, created at `stamped_at` (aware)."""
    import typst

    printable = PrintableTexts()
    files = _files(template, contents, qr_svg, printable)
    # The package's type hints leave out the dictionary of files that its documentation offers.
    pdf, notes = typst.compile_with_warnings(  # type: ignore[call-overload]
        files,
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        timestamp=int(stamped_at.timestamp()),
    )
    for note in notes:
        _log.warning("Typst on %s: %s", template, note)
    return PdfResult(pdf=pdf, warnings=printable.warnings)


def typeset_pages(template: str, contents: Json, qr_svg: bytes | None, *, dots_per_inch: int) -> list[bytes]:
    """The pages of the same sheet as PNG images."""
    import typst

    pages: bytes | list[bytes] = typst.compile(  # type: ignore[call-overload]
        _files(template, contents, qr_svg, PrintableTexts()),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        format="png",
        ppi=dots_per_inch,
    )
    return pages if isinstance(pages, list) else [pages]


def _files(template: str, contents: Json, qr_svg: bytes | None, printable: PrintableTexts) -> dict[str, bytes]:
    data = _printable(contents | {"has_qr": qr_svg is not None}, printable)
    files = {
        "main.typ": resource("templates", template).read_bytes(),
        "common.typ": resource("templates", "common.typ").read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    return files if qr_svg is None else {**files, "qr.svg": qr_svg}


def _printable(value: object, printable: PrintableTexts) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: _printable(item, printable) for key, item in value.items()}
    if isinstance(value, list):
        return [_printable(item, printable) for item in value]
    return value
