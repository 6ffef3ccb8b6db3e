"""Reads fields of JSON one by one; what is missing or of the wrong kind is refused with the path to it."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from clubhub.domain.errors import InvalidInput
from clubhub.support.json_values import Json
from clubhub.support.texts import _

T = TypeVar("T")

LARGEST = 10**9
"""No time, age or number of points is larger; a number beyond it is a mistake."""


class Fields:
    """An object of a JSON document and the path that leads to it, such as "needs[3]"."""

    def __init__(self, value: Json, path: str = "") -> None:
        if not isinstance(value, dict):
            raise refused(path or "/", _("not an object"))
        self._value = value
        self.path = path

    def at(self, name: str) -> str:
        """The path of a field."""
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        return name in self._value

    def is_null(self, name: str) -> bool:
        return self._get(name) is None

    def text(self, name: str) -> str:
        return _text_at(self.at(name), self._get(name))

    def label(self, name: str) -> str:
        """A text that may be empty."""
        value = self._get(name)
        return "" if value == "" else _text_at(self.at(name), value)

    def flag(self, name: str) -> bool:
        value = self._get(name)
        if not isinstance(value, bool):
            raise refused(self.at(name), _("neither true nor false"))
        return value

    def number(self, name: str, least: int = 0, most: int = LARGEST) -> int:
        """A whole number from `least` to `most`."""
        return whole(self._get(name), self.at(name), least, most)

    def texts(self, name: str) -> tuple[str, ...]:
        return tuple(_text_at(path, value) for path, value in self._items(name))

    def table(self, name: str, read: Callable[[str, Json], T]) -> dict[str, T]:
        """An object used as a map; `read` gets each value with its path."""
        value = self._get(name)
        if not isinstance(value, dict):
            raise refused(self.at(name), _("not an object"))
        return {key: read(f"{self.at(name)}.{key}", entry) for key, entry in value.items()}

    def objects(self, name: str, most: int) -> Iterator["Fields"]:
        """The objects of a list, at most `most` of them."""
        return (Fields(value, path) for path, value in self._items(name, most))

    def lists(self, name: str) -> Iterator[tuple[str, list[Json]]]:
        """The lists of a list, each with its path."""
        for path, value in self._items(name):
            if not isinstance(value, list):
                raise refused(path, _("not a list"))
            yield path, value

    def _items(self, name: str, most: int | None = None) -> Iterator[tuple[str, Json]]:
        value = self._get(name)
        if not isinstance(value, list):
            raise refused(self.at(name), _("not a list"))
        if most is not None and len(value) > most:
            raise refused(
                self.at(name), _("{count} entries; at most {most} can be read").format(count=len(value), most=most)
            )
        return ((f"{self.at(name)}[{index}]", entry) for index, entry in enumerate(value))

    def _get(self, name: str) -> Json:
        if name not in self._value:
            raise refused(self.at(name), _("missing"))
        return self._value[name]


def whole(value: Json, path: str, least: int = 0, most: int = LARGEST) -> int:
    """The value, if it is a whole number from `least` to `most`; true and 1.0 are none."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise refused(path, _("not a whole number"))
    if not least <= value <= most:
        raise refused(path, _("{number} is not from {least} to {most}").format(number=value, least=least, most=most))
    return value


def _text_at(path: str, value: Json) -> str:
    if not isinstance(value, str) or not value:
        raise refused(path, _("not a text"))
    return value


def refused(path: str, what: str) -> InvalidInput:
    """The refusal of a problem, naming the field and what is wrong with it."""
    return InvalidInput(
        _("This roster problem can't be used; nothing was filled. Wrong field: {field}: {what}").format(
            field=path, what=what
        ),
        (f"{path}: {what}",),
    )
