"""An answer as one line that survives any road: "CH1 K7Q4 7TRB2XKQ YMNSY-YYN 4HPQZ8".

Version, poll, the person's key, a letter for each option in order (Y yes, M if need be, N no, S silent), six check
symbols. The letters of a ranked poll are R and two symbols per option, the best first. A line with no letters between
key and check only says whose the text around it is. Case, blanks and hyphens don't matter.

The check is the BCH code of Bech32 (BIP 173: any four wrong symbols within 89 are found, anything else but for one in
a thousand million), computed over all that stands before it; its constants are those of the specification.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubhub.domain.answer_keys import CODE_SYMBOLS, KEY_SYMBOLS, SYMBOLS
from clubhub.domain.polls import Mark

VERSION = "CH1"
CHECK_SYMBOLS = 6
GROUP = 5

_VERSION_VALUES = [ord(letter) & 31 for letter in VERSION]
_MARKS = {"Y": Mark.YES, "M": Mark.IF_NEED_BE, "N": Mark.NO, "S": None}
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
# A word of its own: "Tue 9 March" and "1)" below it are no head.
_HEAD_WORD = r"(?<![^\W_])C\W?H\W?[1lI](?![^\W_])"
_HEAD = re.compile(_HEAD_WORD, re.IGNORECASE)
_ENDS = re.compile(rf"\n\s*\n|{_HEAD_WORD}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCode:
    """What a code says. `letters` are as written, "" for a line that only says whose an answer is."""

    poll_code: str
    key: str
    letters: str = ""

    @property
    def is_ranking(self) -> bool:
        return self.letters.startswith("R")

    def marks(self) -> list[Mark | None] | None:
        """A mark for each option in order; None if the letters are a ranking, or no marks at all."""
        if not self.letters or any(letter not in _MARKS for letter in self.letters):
            return None
        return [_MARKS[letter] for letter in self.letters]

    def ranking(self) -> list[int] | None:
        """The numbers of the options, 1 for the first of the poll, in the order that the person likes; None if none."""
        symbols = self.letters[1:]
        if not self.is_ranking or len(symbols) % 2:
            return None
        values = [SYMBOLS.index(symbol) for symbol in symbols]
        return [high * len(SYMBOLS) + low for high, low in zip(values[::2], values[1::2], strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFound:
    """A code in a text, from `start` to `end`; `code` is None if its check doesn't hold: mangled on the way."""

    start: int
    end: int
    code: AnswerCode | None


def written(code: AnswerCode) -> str:
    """The line to send."""
    groups = "-".join(code.letters[at : at + GROUP] for at in range(0, len(code.letters), GROUP))
    return " ".join(part for part in (VERSION, code.poll_code, code.key, groups, _check(_plain(code))) if part)


def check_symbols(values: Sequence[int]) -> str:
    """The six check symbols over values of five bits each."""
    remainder = _polymod([*values, *[0] * CHECK_SYMBOLS]) ^ 1
    return "".join(SYMBOLS[remainder >> 5 * (CHECK_SYMBOLS - 1 - at) & 31] for at in range(CHECK_SYMBOLS))


def find_codes(text: str) -> Iterator[CodeFound]:
    """Every code in a text, in order, whole or mangled; line breaks and signs of quoting may stand inside one."""
    for head in _HEAD.finditer(text):
        end = next((stop.start() for stop in _ENDS.finditer(text, head.end())), len(text))
        yield _longest(text, head.start(), head.end(), end)


def _longest(text: str, start: int, after_head: int, end: int) -> CodeFound:
    """The longest stretch behind the head whose check holds: words of the person may follow on the same line."""
    symbols = ""
    remainder = _polymod(_VERSION_VALUES)
    best: CodeFound | None = None
    for at in range(after_head, end):
        if not text[at].isalnum():
            continue
        symbol = text[at].upper()
        if symbol not in SYMBOLS:
            break
        symbols += symbol
        remainder = _polymod([SYMBOLS.index(symbol)], remainder)
        # A body and its own check leave 1: found so, since to check every length anew takes minutes for a hostile text.
        code = _read(symbols) if remainder == 1 and not _goes_on(text, at + 1, end) else None
        if code:
            best = CodeFound(start=start, end=at + 1, code=code)
    return best or CodeFound(start=start, end=_line_end(text, after_head, end), code=None)


def _read(symbols: str) -> AnswerCode | None:
    body, check = symbols[:-CHECK_SYMBOLS], symbols[-CHECK_SYMBOLS:]
    if len(body) < CODE_SYMBOLS + KEY_SYMBOLS or _check(body) != check:
        return None
    key_end = CODE_SYMBOLS + KEY_SYMBOLS
    return AnswerCode(poll_code=body[:CODE_SYMBOLS], key=body[CODE_SYMBOLS:key_end], letters=body[key_end:])


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a word goes on: a check inside a word is chance."""
    return at < end and text[at].isalnum()


def _line_end(text: str, at: int, end: int) -> int:
    line = text.find("\n", at, end)
    return end if line < 0 else line


def _plain(code: AnswerCode) -> str:
    return code.poll_code + code.key + code.letters


def _check(body: str) -> str:
    """Six symbols over the version and `body`."""
    return check_symbols([*_VERSION_VALUES, *(SYMBOLS.index(symbol) for symbol in body)])


def _polymod(values: Sequence[int], check: int = 1) -> int:
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate(_GENERATORS):
            check ^= generator if top >> at & 1 else 0
    return check
