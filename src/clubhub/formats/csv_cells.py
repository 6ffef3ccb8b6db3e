"""The guard for cells of CSV files: what is text stays text when a spreadsheet program opens the file.

Every writer of CSV passes its cells through `guard`; our reader passes them through `unguard`.
"""

import re
from collections.abc import Iterable

# The list of https://owasp.org/www-community/attacks/CSV_Injection, with line feed and the full-width signs, which
# Excel takes for the narrow ones in East Asian settings. Leading blanks don't help: some programs trim them.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|[\s\x00\ufeff]*[=+\-@＝＋－＠])")
# Digits with blanks, points, commas and brackets can't be calculated further. A phone number with hyphens or slashes
# can (+1-202-555 becomes -756), so it is guarded like other text.
_NUMBER = re.compile(r"[+-][0-9][0-9 \u00a0\u202f.,()]*%?")


def guard(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would take it for a formula.

    Plain numbers and phone numbers ("-5", "+358 40 123 4567") stay as they are. A text that looks guarded already gets
    one apostrophe more, so that `unguard(guard(text)) == text` for every text.
    """
    return f"'{text}" if _is_formula(text) else text


def unguard(text: str) -> str:
    """The text without the apostrophe that `guard` put there; an apostrophe that belongs to the text stays."""
    return text[1:] if text.startswith("'") and _is_formula(text) else text


def guard_row(cells: Iterable[str]) -> list[str]:
    return [guard(cell) for cell in cells]


def _is_formula(text: str) -> bool:
    return _FORMULA.match(text) is not None and _NUMBER.fullmatch(text.lstrip("'")) is None
