"""Shares rows and columns out to sheets, so that no sheet is nearly empty."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

T = TypeVar("T")


class Tall(Protocol):
    @property
    def height(self) -> int: ...


TallT = TypeVar("TallT", bound=Tall)


def even_chunks(items: Sequence[T], most: int) -> list[Sequence[T]]:
    """As few chunks of at most `most` as possible, and these as even as possible: 4 of at most 3 are 2 and 2."""
    number = -(-len(items) // most)
    size, longer = divmod(len(items), number) if number else (0, 0)
    starts = [n * size + min(n, longer) for n in range(number + 1)]
    return [items[start:end] for start, end in pairwise(starts)]


def packed(blocks: Sequence[TallT], most: int) -> list[list[TallT]]:
    """Blocks in their order on as few sheets of at most `most` rows as this order allows, evenly filled.

    No block may be higher than `most`.
    """
    least_sheets = len(_filled(blocks, most))
    lowest = max((block.height for block in blocks), default=most)
    return next(sheets for limit in range(lowest, most + 1) if len(sheets := _filled(blocks, limit)) == least_sheets)


def _filled(blocks: Sequence[TallT], most: int) -> list[list[TallT]]:
    sheets: list[list[TallT]] = []
    room = 0
    for block in blocks:
        if block.height > room:
            sheets.append([])
            room = most
        sheets[-1].append(block)
        room -= block.height
    return sheets
