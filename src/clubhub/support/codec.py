"""Values to JSON and back, for what travels between a child process and its parent."""

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from clubhub.support.json_values import Json

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

T = TypeVar("T")


def to_json(value: object) -> Json:
    """A dataclass, enum, date or a tuple of them as plain JSON values; dates and times become ISO text."""
    return _converter().unstructure(value)


def from_json(data: Json, kind: type[T]) -> T:
    """The value of `kind` that `to_json` made `data` from."""
    return _converter().structure(data, kind)


@cache
def _converter() -> "JsonConverter":
    from cattrs.preconf.json import make_converter  # 80 ms: only who needs it pays

    return make_converter()
