"""What an answer to each kind of poll must be like, before it is kept."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, PollKind
from clubhub.support.texts import _

LONGEST_TEXT = 500
NO_MARKS: Mapping[OptionId, Mark] = MappingProxyType({})
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,6})?")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
_BLANKS = re.compile(r"[\s\u00a0\u202f']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody answered; which part counts is the poll's kind's. See Answer for each."""

    marks: Mapping[OptionId, Mark] = field(default_factory=dict)
    ranking: tuple[OptionId, ...] = ()
    said: str = ""


def check_said(kind: PollKind, option_ids: Collection[OptionId], said: Said) -> Said:
    """The answer in the form in which it is kept; what the kind doesn't ask for is left out.

    Marks of options that the poll no longer has are kept. Raises InvalidInput for what the kind doesn't allow.
    """
    if kind is PollKind.MARKS:
        return Said(marks=dict(said.marks))
    if kind in {PollKind.ONE, PollKind.SEVERAL}:
        return Said(marks=check_choice(kind, option_ids, said.marks))
    if kind is PollKind.RANKED:
        return Said(ranking=_checked_ranking(option_ids, said.ranking))
    return Said(said=number_text(said.said) if kind is PollKind.NUMBER else _checked_text(said.said))


def check_choice(
    kind: PollKind, option_ids: Collection[OptionId], marks: Mapping[OptionId, Mark]
) -> dict[OptionId, Mark]:
    """Who chooses says yes to what is chosen and nothing to the others. Raises InvalidInput for anything else."""
    if any(mark is not Mark.YES for mark in marks.values()):
        raise InvalidInput(_("In this poll people choose: an option is chosen or not. Nothing was written."))
    chosen = [option_id for option_id in marks if option_id in option_ids]
    if kind is PollKind.ONE and len(chosen) > 1:
        raise InvalidInput(_("Only one can be chosen in this poll. Nothing was written."))
    return dict(marks)


def check_cell(kind: PollKind, mark: Mark | None) -> None:
    """One cell of the grid. Raises InvalidInput for a mark that such a poll doesn't have."""
    if kind not in {PollKind.MARKS, PollKind.ONE, PollKind.SEVERAL}:
        raise InvalidInput(_("This poll isn’t answered with marks. Type the answer instead. Nothing was written."))
    if kind is not PollKind.MARKS and mark not in {Mark.YES, None}:
        raise InvalidInput(_("In this poll people choose: an option is chosen or not. Nothing was written."))


def number_text(written: str) -> str:
    """A number as it is kept: a point for decimals, no blanks; "" stays "".

    Raises InvalidInput for what is none, and for "1.250", which is a different number in different countries.
    """
    plain = _BLANKS.sub("", written.replace("−", "-"))
    if not plain:
        return ""
    if not _NUMBER.fullmatch(plain):
        raise InvalidInput(_("“{text}” is no number. Write one like 12 or 12.5.").format(text=written.strip()))
    if _THOUSANDS.fullmatch(plain):
        raise InvalidInput(
            _("“{text}” can be read in two ways. Write thousands without a sign between: 1250.").format(
                text=written.strip()
            )
        )
    return format(Decimal(plain.replace(",", ".")).normalize(), "f")


def _checked_ranking(option_ids: Collection[OptionId], ranking: tuple[OptionId, ...]) -> tuple[OptionId, ...]:
    if len(set(ranking)) < len(ranking):
        raise InvalidInput(_("Each choice can stand in one place of the order. Nothing was written."))
    if not set(ranking) <= set(option_ids):
        raise InvalidInput(_("A choice of this order is no longer in the poll. Look at it again."))
    return ranking


def _checked_text(written: str) -> str:
    text = written.strip()
    if len(text) > LONGEST_TEXT:
        raise InvalidInput(_("A text can have {most} letters. Nothing was written.").format(most=LONGEST_TEXT))
    return text
