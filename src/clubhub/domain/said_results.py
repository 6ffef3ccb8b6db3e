"""What the numbers come to that people answered with."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberResult:
    """Of at least one number; `middle` is the median, between the two middle ones of an even count."""

    count: int
    total: Decimal
    mean: Decimal
    middle: Decimal
    least: Decimal
    most: Decimal


def number_result(numbers: Sequence[Decimal]) -> NumberResult | None:
    """None while nobody has answered with a number."""
    if not numbers:
        return None
    total = sum(numbers, Decimal())
    return NumberResult(
        count=len(numbers),
        total=total,
        mean=total / len(numbers),
        middle=median(numbers),
        least=min(numbers),
        most=max(numbers),
    )
