"""Reads a chat that was exported from WhatsApp, or copied out of its window.

A message begins with its time and its author, and runs on over the lines until the next one:

    24.12.2026 klo 18.05 - Aino Berg: 1 3 4?         Android
    [24/12/26, 18:05:33] Aino Berg: 1 3 4?           iPhone, also "12/24/26, 6:05:33 PM"
    [18:05, 24.12.2026] Aino Berg: 1 3 4?            copied

Dates are written as the phone's language does. Lines that the program itself wrote, deleted messages and left out
pictures are passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from clubhub.domain.polls import Road
from clubhub.domain.replies import Message

_DATE = r"(?P<date>\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4})\.?"
_TIME = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?"
    r"(?:\s?(?P<half>[ap]\.?\s?m\b\.?|[ai]p\.|[fe]m\b|vorm\.|nachm\.))?"
)
_EXPORTED = re.compile(
    rf"\[?{_DATE},?\s+(?:klo|kl\.?|à|um|at)?\s*{_TIME}(?:\]\s?|\s+[-–]\s+)(?P<rest>.*)", re.IGNORECASE
)
_COPIED = re.compile(rf"\[{_TIME},\s+{_DATE}\]\s+(?P<rest>.*)", re.IGNORECASE)
_AUTHOR = re.compile(r"(?P<author>[^:]{1,80}?)\s?: ?(?P<text>.*)", re.DOTALL)
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEFT_OUT = re.compile(r"\s*<[^<>\n]{3,60}>\s*$")
_LATER_HALF = ("p", "ip", "em", "nachm")
_DELETED = frozenset("""\
this message was deleted|you deleted this message|this message was deleted by admin
tämä viesti poistettiin|poistit tämän viestin|tämä viesti on poistettu|viesti poistettu
det här meddelandet raderades|det här meddelandet har raderats|du raderade det här meddelandet|meddelandet har raderats
diese nachricht wurde gelöscht|du hast diese nachricht gelöscht
ce message a été supprimé|vous avez supprimé ce message""".replace("\n", "|").split("|"))  # fmt: skip


@dataclass(slots=True)
class _Begun:
    head: re.Match[str]
    lines: list[str]
    is_of_program: bool


def is_chat(text: str) -> bool:
    """Whether the text is a chat: its first line with words begins a message."""
    return next((_head(line) is not None for line in text.splitlines() if line.strip()), False)


def read_chat(text: str) -> list[Message]:
    """The messages in their order; `sent_at` is naive, as the clock of the phone showed it."""
    begun = _begun(text.splitlines())
    stamps = _stamps([one.head for one in begun])
    found = []
    for one, sent_at in zip(begun, stamps, strict=True):
        message = _message(one, sent_at)
        if message is not None:
            found.append(message)
    return found


def _begun(lines: Iterable[str]) -> list[_Begun]:
    begun: list[_Begun] = []
    for line in lines:
        head = _head(line)
        if head is not None:
            text = head["rest"].partition(": ")[2]
            begun.append(_Begun(head, [_DIRECTION.sub("", head["rest"])], text.startswith("\u200e")))
        elif begun:
            begun[-1].lines.append(_DIRECTION.sub("", line))
    return begun


def _head(line: str) -> re.Match[str] | None:
    start = line.lstrip("\u200e\u200f\ufeff \t")
    if not start[:1].isdigit() and not start.startswith("["):
        return None
    return _EXPORTED.match(start) or _COPIED.match(start)


def _message(begun: _Begun, sent_at: datetime | None) -> Message | None:
    """None for what nobody wrote."""
    found = _AUTHOR.fullmatch("\n".join(begun.lines))
    if found is None or begun.is_of_program:
        return None
    text = _LEFT_OUT.sub("", found["text"]).strip()
    if not text or text.casefold().rstrip(".") in _DELETED:
        return None
    author = found["author"].strip().lstrip("~").strip()
    return Message(text=text, road=Road.CHAT, author=author, sent_at=sent_at, is_alone=False)


def _stamps(heads: Sequence[re.Match[str]]) -> list[datetime | None]:
    """With slashes, what is day and what is month shows over the whole chat: times only go forward."""
    day_first, month_first = ([_moment(head, is_month_first=order) for head in heads] for order in (False, True))
    return min(day_first, month_first, key=_disorder)


def _disorder(moments: Sequence[datetime | None]) -> int:
    known = [moment for moment in moments if moment is not None]
    backward = sum(later < earlier - timedelta(minutes=5) for earlier, later in pairwise(known))
    return backward + len(moments) - len(known)


def _moment(head: re.Match[str], *, is_month_first: bool) -> datetime | None:
    first, second, third = (int(part) for part in re.findall(r"\d+", head["date"]))
    if first > 31:
        year, month, day = first, second, third
    elif is_month_first and "/" in head["date"]:
        month, day, year = first, second, third
    else:
        day, month, year = first, second, third
    try:
        return datetime(  # noqa: DTZ001  a wall-clock time of the phone
            year if year > 99 else 2000 + year, month, day, _hour(head), int(head["minute"]), int(head["second"] or 0)
        )
    except ValueError:
        return None


def _hour(head: re.Match[str]) -> int:
    hour, half = int(head["hour"]), (head["half"] or "").casefold()
    if not half:
        return hour
    return hour % 12 + (12 if half.startswith(_LATER_HALF) else 0)
