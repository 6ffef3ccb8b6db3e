"""Reads the hours of a day as people type them: "8-12", "17:30 – 21.00"."""

import re

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

DAY_MINUTES = 24 * 60
_HOURS = re.compile(r"\s*(\d{1,2})(?:[:.](\d{2}))?\s*[-\u2013\u2014]\s*(\d{1,2})(?:[:.](\d{2}))?\s*")


def hours_of_day(written: str) -> tuple[int, int]:
    """Minutes after midnight, from and to, the second the later one. Raises InvalidInput for what is none."""
    found = _HOURS.fullmatch(written)
    parts = [int(part or 0) for part in found.groups()] if found else []
    if not parts or parts[1] > 59 or parts[3] > 59:
        raise InvalidInput(
            _("“{text}” are no hours. Write them like 8–12 or 17:30–21:00.").format(text=written.strip())
        )
    starts, ends = parts[0] * 60 + parts[1], parts[2] * 60 + parts[3]
    if not starts < ends <= DAY_MINUTES:
        raise InvalidInput(_("The hours must end after they begin, on the same day."))
    return starts, ends
