"""The sizes of paper that sheets are laid out for."""

from enum import StrEnum


class Paper(StrEnum):
    """As they are called wherever somebody chooses one."""

    A4 = "A4"
    LETTER = "Letter"


def paper_called(name: str) -> Paper:
    """The paper of that name, A4 for a name that is none."""
    return next((paper for paper in Paper if paper.value == name), Paper.A4)
