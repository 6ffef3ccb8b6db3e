"""Reads the keys of one table of a TOML file that a person wrote, and says which key is wrong and why."""

import difflib
from collections.abc import Iterable
from typing import Any, NoReturn

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

MAX_TEXT = 300


class Entry:
    """Each key is asked for once by its kind; `refuse_unknown_keys` then finds what nobody asked for."""

    def __init__(self, content: dict[str, Any], where: str) -> None:
        self._content = content
        self._where = where
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._content

    def text(self, key: str, *, needed: bool = False) -> str:
        """The words without blanks around them, "" if missing."""
        value = self._value(key, "")
        if not isinstance(value, str) or len(value) > MAX_TEXT:
            self.refuse(key, _("it must be words in quotes"))
        if needed and not value.strip():
            self.refuse(key, _("it is missing"))
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, _('it must be a list of words: ["one", "two"]'))
        return tuple(item.strip() for item in value if item.strip())

    def truth(self, key: str) -> bool:
        value = self._value(key, False)
        if not isinstance(value, bool):
            self.refuse(key, _("it must be true or false"))
        return value

    def whole_number(self, key: str, lowest: int, highest: int, default: int) -> int:
        number = self.whole_number_or_none(key, lowest, highest)
        return default if number is None else number

    def whole_number_or_none(self, key: str, lowest: int, highest: int) -> int | None:
        value = self._value(key, None)
        if value is None:
            return None
        # True is an int in Python, but no number that anybody wrote
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            self.refuse(key, _("it must be a number from {lowest} to {highest}").format(lowest=lowest, highest=highest))
        return value

    def refuse(self, key: str, why: str) -> NoReturn:
        raise InvalidInput(
            _("{where}, key “{key}”: {why}. Nothing was changed.").format(where=self._where, key=key, why=why)
        )

    def refuse_unknown_keys(self) -> None:
        """Call when every key has been asked for."""
        for key in self._content:
            if key not in self._asked:
                self.refuse(key, unknown(key, self._asked))

    def _value(self, key: str, default: Any) -> Any:  # noqa: ANN401  TOML values are what they are
        self._asked.add(key)
        return self._content.get(key, default)


def unknown(word: str, known: Iterable[str]) -> str:
    """Like "there is no “form”, perhaps “from” was meant"."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return _("there is no “{word}”, perhaps “{guess}” was meant").format(word=word, guess=close[0])
    return _("there is no “{word}”, only {names}").format(word=word, names=", ".join(names))
