"""Which day a shift counts for, where hours are limited per day and people rest between days."""

from datetime import date, datetime, timedelta

NIGHT_ENDS = timedelta(hours=4)
"""What begins earlier in the morning is still the evening before: nobody went to bed between the two."""


def working_day(starts: datetime) -> date:
    """Of a shift that begins at that wall-clock time; the whole shift counts for it."""
    return (starts - NIGHT_ENDS).date()
