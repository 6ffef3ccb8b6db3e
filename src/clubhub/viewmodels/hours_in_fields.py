"""Hours as people type them into a field, and as it shows them: "7", "7:30"; an empty field is None."""

from clubhub.domain.ledger import hours_words
from clubhub.services.written_hours import written_minutes


def minutes_in(text: str) -> int | None:
    """Of "7", "7.5", "7:30" or "90 min". Raises InvalidInput with a sentence for what is no length of time."""
    return written_minutes(text) if text.strip() else None


def field_text(minutes: int | None) -> str:
    """So that it is read as the same minutes again; "" for None."""
    if minutes is None:
        return ""
    return hours_words(minutes) if minutes % 60 else str(minutes // 60)
