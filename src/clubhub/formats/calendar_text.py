"""Text of a calendar, escaped as RFC 5545 (3.3.11) wants it. Imports icalendar: import this where it is used."""

from icalendar import vText

_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})


class CalendarText(vText):
    r"""Replaces icalendar's escaping: in 7.3 it takes the \N of "D:\Notes" for a line break."""

    def to_ical(self) -> bytes:
        return str(self).translate(_ESCAPES).encode()
