"""Text that comes from people, made fit for places where a control character would break the file."""

import re

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_UNPAIRED = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text without line breaks and control characters: a blank stands for each run of them."""
    return _UNPAIRED.sub("\ufffd", _CONTROLS.sub(" ", text)).strip()


def lines(text: str) -> str:
    """The text with a line feed for every kind of line break, and without other control characters."""
    return "\n".join(one_line(line) for line in text.splitlines())
