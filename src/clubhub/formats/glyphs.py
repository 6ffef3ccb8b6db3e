"""Which characters the shipped fonts can print; the others are replaced, so that paper never fails for one emoji.

Typst refuses a whole PDF/UA document for a single character without a glyph, so every text passes here first.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

from clubhub.formats.plain_text import one_line
from clubhub.support.resources import resource
from clubhub.support.texts import _

REPLACEMENT = "\u25a1"
_ZWJ = "\u200d"
_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")  # the replacement sign has a font of its own
_ONE_SIGN = re.compile(f"{REPLACEMENT}(?:{_ZWJ}+{REPLACEMENT})*{_ZWJ}*")
# Variation selectors, joiners and tags change their neighbours and have no picture themselves: they may go unnoticed.
# So may direction marks: an override in a name would turn the rest of its line round.
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
_SILENT = re.compile(
    f"[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f{_DIRECTIONS}\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_LOOK_ALIKES = {"\u2212": "\u2013"}
"""The fonts have no minus sign; their dash is as wide."""
_NEVER_PRINTED = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_DIRECTIONS}]")


class PrintableTexts:
    """Makes texts printable and remembers, a sentence each, which characters had to be replaced."""

    def __init__(self) -> None:
        self._printable = printable_characters()
        self._visible = frozenset(letter for letter in self._printable if not _SILENT.match(letter))
        self._warnings: dict[str, None] = {}

    @property
    def warnings(self) -> tuple[str, ...]:
        """In the order in which the texts came, each once."""
        return tuple(self._warnings)

    def __call__(self, text: str) -> str:
        """The text in one line, with U+25A1 for each sign that can't be printed; empty if nothing of it can be seen."""
        text = " ".join(text.split())
        if self._visible.issuperset(text):
            return text
        composed = unicodedata.normalize("NFC", text)
        missing = [letter for letter in dict.fromkeys(composed) if self._glyphs(letter) == REPLACEMENT]
        if missing:
            self._warn(missing, text)
        glyphs = _ONE_SIGN.sub(REPLACEMENT, "".join(map(self._glyphs, composed)))
        return glyphs if _SILENT.sub("", glyphs).strip() else ""

    def _glyphs(self, letter: str) -> str:
        """The letter itself, else what looks like it or what it is made of, else the replacement."""
        if letter in self._printable:
            return letter
        if _SILENT.match(letter):
            return ""
        parts = _LOOK_ALIKES.get(letter) or unicodedata.normalize("NFKD", letter)
        return parts if self._printable.issuperset(parts) else REPLACEMENT

    def _warn(self, letters: list[str], text: str) -> None:
        named = ", ".join(f"“{one_line(letter)}” (U+{ord(letter):04X})" for letter in letters)
        sentence = _("{letters} in “{text}” can't be printed and became {sign}.")
        self._warnings[sentence.format(letters=named, text=one_line(text), sign=REPLACEMENT)] = None


@cache
def printable_characters() -> frozenset[str]:
    """The characters that the shipped fonts have in every weight."""
    covered = frozenset.intersection(*(_characters_of(resource("fonts", name)) for name in _FONTS))
    return frozenset(letter for letter in covered if not _NEVER_PRINTED.match(letter)) | {REPLACEMENT}


def _characters_of(font: Path) -> frozenset[str]:
    """The characters of a font by its first Unicode map of format 4 (OpenType specification, table cmap)."""
    data = font.read_bytes()
    cmap = _table(data, b"cmap")
    maps = [struct.unpack_from(">L", data, cmap + 8 + 8 * n)[0] for n in range(_number(data, cmap + 2))]
    start = next(cmap + offset for offset in maps if _number(data, cmap + offset) == 4)
    return frozenset(map(chr, _codes_of_format_4(data, start)))


def _codes_of_format_4(data: bytes, start: int) -> set[int]:
    segments = _number(data, start + 6) // 2
    ends, firsts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", data, start + 14 + 2 * segments * column + (2 if column else 0))
        for column in range(4)
    )
    codes = set()
    for segment, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        at = start + 16 + 6 * segments + 2 * segment + offsets[segment]
        for code in range(first, min(end, 0xFFFE) + 1):
            glyph = _number(data, at + 2 * (code - first)) if offsets[segment] else code
            if glyph and (glyph + deltas[segment]) % 0x10000:
                codes.add(code)
    return codes


def _table(data: bytes, tag: bytes) -> int:
    """Where a table of an OpenType file begins."""
    entries = (struct.unpack_from(">4s2L", data, 12 + 16 * n) for n in range(_number(data, 4)))
    return next(int(offset) for name, _checksum, offset in entries if name == tag)


def _number(data: bytes, offset: int) -> int:
    return int(struct.unpack_from(">H", data, offset)[0])
