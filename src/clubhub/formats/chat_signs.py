"""Text made fit for a chat: nothing in it is taken for markup there.

WhatsApp takes * _ ~ and ` in pairs, and at the start of a line -, *, > and numbers with a dot.
"""

import re

from clubhub.formats.plain_text import one_line

_WORD_JOINER = "\u2060"
# Twins that look alike and mean nothing to a chat program.
_HARMLESS = str.maketrans({"*": "\u2217", "_": "\uff3f", "~": "\u223c", "`": "\u02cb"})
_LIST_SIGN = re.compile(r"^(?:[->]|\d+\.)")


def chat_line(text: str) -> str:
    """One line of people's text without signs that a chat would obey."""
    return unlisted(harmless(one_line(text)))


def harmless(text: str) -> str:
    """Without signs that a chat takes in pairs; an address on the web must not pass here."""
    return text.translate(_HARMLESS)


def unlisted(line: str) -> str:
    """The line, kept from being taken for an item of a list or a quote."""
    return _LIST_SIGN.sub(f"{_WORD_JOINER}\\g<0>", line)
