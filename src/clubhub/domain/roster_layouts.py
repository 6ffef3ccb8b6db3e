"""The ways in which a roster is laid out on paper."""

from enum import StrEnum


class RosterLayout(StrEnum):
    """VENUE: sheets for the wall. PERSON: who is where. STRIP: one to cut out for each person. SHIFT: a plain list."""

    VENUE = "venue"
    SHIFT = "shift"
    PERSON = "person"
    STRIP = "strip"
