"""Finds out how the letters of a text file are written as bytes.

UTF-8 and UTF-16 show themselves. Old single-byte encodings don't: charset-normalizer takes short Nordic lists in
Windows-1252 for Big5 or Windows-1250, so the ones that clubs meet are tried by how natural the words look, and the
library decides only about the rest (Cyrillic, Polish, Greek).
"""

import codecs
import re

from clubhub.formats.outside_files import not_text

SAMPLE_BYTES = 1 << 16

_WESTERN = ("cp1252", "mac_roman", "cp850")
_OTHERS = ["cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r", "iso8859_2", "iso8859_5", "iso8859_7"]
_NORDIC = re.compile("[åäöæøÅÄÖÆØéüÜß]")
_WESTERN_LETTER = re.compile("[ÉèÈêëàÀâãçÇïîôûœñóíáúýõÕšŠžŽðþÐÞÁÍÓÚÝ]")
_SIGN = re.compile("[’‘´–—“”„«»€§°·…\u00a0]")
_ODD = re.compile(
    r"(?<=[a-zà-öø-ÿ])[À-ÖØ-ÞŒŠŽŸ]"  # a capital with an accent in the middle of a word
    r"|(?<=[^\W\d_])[^\w\s\x00-\x7f’‘´–](?=[^\W\d_])"  # a sign inside a word
    r"|[^\W\d_a-zA-Z]{3,}"  # three letters on end with none of the plain ones
)
_CONTROL = re.compile("[\0\x02-\x08\x0e-\x1a\uffff]")
"""Characters that no list holds; the rest of C0 is seen as delimiters and in texts from old mail programs."""
_BALTIC = re.compile("[äöüõÄÖÜÕšžŠŽāčēģīķļņūĀČĒĢĪĶĻŅŪąęėįųĄĘĖĮŲ]")
"""The letters of Estonian, Latvian and Lithuanian beyond the plain ones."""
_ICELANDIC = re.compile("[ðþÐÞ]")
"""What š and ž of Windows-1257 are in Windows-1252, where only Icelandic and Faroese have them."""
_NORTH_ATLANTIC = re.compile("[áéíóúýðþæöøÁÉÍÓÚÝÐÞÆÖØ]")
"""The letters of Icelandic and Faroese beyond the plain ones."""
_NATURAL_ENOUGH = 0.4
_BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


def decode_text(content: bytes) -> tuple[str, str]:
    """The text and the encoding it was read with, by Python's name. Raises InvalidInput if it is no text."""
    encoding = _find_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_text() from error
    if _CONTROL.search(text):
        raise not_text()
    return text, encoding


def _find_encoding(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    if b"\0" in content:
        return _utf_16_without_mark(content)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte_encoding(_sample(content))
    return "utf-8"


def _utf_16_without_mark(content: bytes) -> str:
    """Of the two byte orders one gives letters of Europe, the other rare Chinese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        head = content[:4096].decode(encoding, "replace")
        if sum(character < "\u0600" for character in head) > 0.9 * len(head):
            return encoding
    raise not_text()


def _sample(content: bytes) -> bytes:
    """The lines that can tell: those with bytes beyond ASCII."""
    lines = (line for line in content.splitlines(keepends=True) if not line.isascii())
    sample = b""
    while len(sample) < SAMPLE_BYTES and (line := next(lines, b"")):
        sample += line[:SAMPLE_BYTES]
    return sample


def _single_byte_encoding(sample: bytes) -> str:
    if _is_baltic(sample):
        return "cp1257"
    likely = max(_WESTERN, key=lambda encoding: _naturalness(sample, encoding))
    if _naturalness(sample, likely) >= _NATURAL_ENOUGH:
        return likely
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=[*_WESTERN, *_OTHERS]).best()
    return best.encoding if best else "cp1252"


def _is_baltic(sample: bytes) -> bool:
    """š or ž, all letters those of the Baltic, and one at least that would be no letter of Icelandic or Faroese."""
    western = sample.decode("cp1252", "replace")
    has_signs_of_it = _ICELANDIC.search(western) is not None and not all(map(_NORTH_ATLANTIC.match, _letters(western)))
    return has_signs_of_it and all(map(_BALTIC.match, _letters(sample.decode("cp1257", "replace"))))


def _letters(text: str) -> list[str]:
    """Those beyond ASCII."""
    return [letter for letter in text if letter > "\x7f" and not _SIGN.match(letter)]


def _naturalness(sample: bytes, encoding: str) -> float:
    """How well what is beyond ASCII fits: Nordic letters 1, signs 0.75, western letters 0.5, odd places below 0."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -1
    fitting = len(_NORDIC.findall(text)) + 0.75 * len(_SIGN.findall(text)) + 0.5 * len(_WESTERN_LETTER.findall(text))
    odd = sum(len(place) for place in _ODD.findall(text))
    return (fitting - 2 * odd) / sum(character > "\x7f" for character in text)
