"""Texts for people: every sentence that a person reads passes through here, so that it can be translated.

English is the source. A catalogue (`resources/i18n/<language>/LC_MESSAGES/clubhub.mo`) is used once one is installed;
without it the source text is shown.
"""

import gettext
from collections.abc import Sequence
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_installed: tuple[str, Path] | None = None


def install(language: str, folder: Path) -> None:
    """Speak `language` (a BCP 47 tag such as "fi") from now on; an unknown one leaves English."""
    global _catalogue, _installed  # noqa: PLW0603  one language per process, chosen at the edge
    _catalogue = gettext.translation("clubhub", folder, [language.replace("-", "_")], fallback=True)
    _installed = (language, folder)


def installed() -> tuple[str, Path] | None:
    """What `install` was last called with, for a child process to do the same; None: English."""
    return _installed


def language() -> str:
    """The tag of the language that is spoken at the desk; "en" where there is no catalogue for the one installed."""
    is_translated = isinstance(_catalogue, gettext.GNUTranslations)
    return _installed[0] if _installed and is_translated else "en"


def _(text: str) -> str:
    """The text in the language of the person at the desk. Fill placeholders with str.format afterwards."""
    return _catalogue.gettext(text)


def plural(one: str, many: str, count: int, **fields: object) -> str:
    """The right form for `count`, with {count} and any other `fields` filled in."""
    return _catalogue.ngettext(one, many, count).format(count=count, **fields)


def some_of(names: Sequence[str], most: int) -> str:
    """Like "Anna, Bo, Cia and 40 more"; all of them if they are `most` at the most."""
    more = len(names) - most
    if more <= 0:
        return listed(names)
    return plural("{names} and {count} more", "{names} and {count} more", more, names=_(", ").join(names[:most]))


def listed(parts: Sequence[str]) -> str:
    """Like "Anna, Bo and Cia"; "" of none."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{names} and {last}").format(names=_(", ").join(parts[:-1]), last=parts[-1])
