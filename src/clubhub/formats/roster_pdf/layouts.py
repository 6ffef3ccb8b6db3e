"""The layouts in which a roster is printed, and what printing gives back."""

from dataclasses import dataclass
from enum import StrEnum


class RosterLayout(StrEnum):
    """VENUE: sheets for the wall. PERSON: who is where. STRIP: one to cut out for each person. SHIFT: a plain list."""

    VENUE = "venue"
    SHIFT = "shift"
    PERSON = "person"
    STRIP = "strip"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfResult:
    """A PDF/UA-1 file; `warnings` are sentences about what could not be printed as it was written."""

    pdf: bytes
    warnings: tuple[str, ...] = ()
