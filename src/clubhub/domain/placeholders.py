"""The few words in braces that a post may hold: each reader gets their own name and times in their place.

A fixed list, replaced as text: what people write is never run as a template.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

PLACEHOLDERS = ("given_name", "name", "shifts", "event")

_BRACED = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")


def placeholders_in(text: str) -> frozenset[str]:
    """The known placeholders that a text holds."""
    return frozenset(_BRACED.findall(text)) & frozenset(PLACEHOLDERS)


def unknown_placeholders(text: str) -> list[str]:
    """Words in braces that stand for nothing, in their order, each once."""
    return [word for word in dict.fromkeys(_BRACED.findall(text)) if word not in PLACEHOLDERS]


def check_placeholders(text: str) -> None:
    """Raises InvalidInput that names the first unknown placeholder and those there are."""
    unknown = unknown_placeholders(text)
    if not unknown:
        return
    alike = get_close_matches(unknown[0], PLACEHOLDERS, n=1)
    known = ", ".join(f"{{{word}}}" for word in PLACEHOLDERS)
    sentences = [
        _("Nothing stands for {word}. Use one of {known}.").format(word=f"{{{unknown[0]}}}", known=known),
        *([_("Did you mean {guess}?").format(guess=f"{{{alike[0]}}}")] if alike else []),
        _("Nothing was kept."),
    ]
    raise InvalidInput(" ".join(sentences))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each placeholder's value in its place, once: a value's own braces stay as they are."""
    return _BRACED.sub(lambda found: values.get(found[1], found[0]), text)
