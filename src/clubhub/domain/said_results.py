"""What numbers and texts come to that people answered with."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from clubhub.domain.polls import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberResult:
    """Of at least one number; `middle` is the median, between the two middle ones of an even count."""

    count: int
    total: Decimal
    mean: Decimal
    middle: Decimal
    least: Decimal
    most: Decimal


def number_result(answers: Iterable[Answer]) -> NumberResult | None:
    """None while nobody has answered with a number."""
    numbers = [Decimal(answer.said) for answer in answers if answer.said]
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


def texts_said(answers: Iterable[Answer]) -> list[Answer]:
    """The answers that say something, in the order in which they came."""
    saying = (answer for answer in answers if answer.said)
    return sorted(saying, key=lambda answer: (answer.answered_at, answer.id))
