"""Lengths as people type them: "7", "7.5", "7,5 h", "7:30", "90 min"."""

from datetime import timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _


def written_minutes(text: str) -> int:
    """Raises InvalidInput for what is no length."""
    from clubhub.formats.written_times import ALWAYS_HOURS, written_length

    try:
        return written_length(text, hours_below=ALWAYS_HOURS) // timedelta(minutes=1)
    except ValueError as error:
        raise InvalidInput(
            _("“{text}” is no length of time. Write hours like 7, 7.5 or 7:30. Nothing was changed.").format(text=text)
        ) from error
