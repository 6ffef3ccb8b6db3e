"""Tells what somebody wrote in a mail from what their program quoted under it, and finds forwarded mails.

Written for the mails that people answer ballots with, in five languages and the others of the north. Not the library
mail-parser-reply: it knows neither Finnish nor Norwegian, and what it takes for a quote is lost, while here the line
of code that stands on the quoted ballot says whose the answer is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WROTE = re.compile(
    r"^(?=.{8,400}$)(?:on|am|den|le|pe|ti|ma|to|ke|la|su|på|op|el|\d|[^\W\d]{2,12}).{0,390}?"
    r"(?:wrote|schrieb|skrev|a écrit|kirjoitti|skrifaði|rakst|escribió|ha scritto)\b[^\n]{0,120}?:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_RULE = re.compile(
    r"^[ \t]*(?:[-_]{5,}[ \t]*(?:(?:original|forwarded|ursprüngliche|weitergeleitete|ursprungligt|vidarebefordrat"
    r"|alkuperäinen|välitetty|message|nachricht)[^\n]{0,60})?[-_]*[ \t]*|begin forwarded message:?[ \t]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELDS = {
    "from": "from|von|från|fra|lähettäjä|de|expéditeur",
    "date": "date|sent|datum|gesendet|skickat|sendt|päivämäärä|päiväys|lähetetty|envoyé",
    "subject": "subject|betreff|ämne|emne|aihe|objet",
    "to": "to|an|till|til|vastaanottaja|à|cc|kopie|kopia|kopio",
}
_FIELD = re.compile(
    r"^[>\s*]*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS.items())
    + r")\*?\s?:\*?\s?(?P<value>.*)$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SENT_FROM = re.compile(
    r"^(?:sent from|get outlook|lähetetty |skickat från|gesendet von|von meinem|envoyé de|sendt fra"
    r"|hae outlook)[^\n]{0,80}$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_HEADER = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """A mail that stands in another text; `date` is as written, "" if it isn't told."""

    author: str
    date: str
    text: str


def own_and_quoted(body: str) -> tuple[str, str]:
    """What somebody wrote, without signature, and what was quoted: lines with ">", or all behind "... wrote:"."""
    cuts = [found.start() for found in (_WROTE.search(body), _RULE.search(body)) if found]
    cuts += [start for start, _end, _fields in _headers(body)][:1]
    cut = min(cuts, default=len(body))
    own, behind = body[:cut], body[cut:]
    written = [line for line in own.splitlines() if not line.lstrip().startswith(">")]
    quoted = [line for line in own.splitlines() if line.lstrip().startswith(">")]
    text = _SENT_FROM.sub("", "\n".join(written))
    signature = _SIGNATURE.search(text)
    return (text[: signature.start()] if signature else text).strip(), "\n".join([*quoted, behind]).strip()


def forwarded_mails(text: str) -> list[Forwarded]:
    """The mails whose header lines (From, Date, Subject, in five languages) stand in the text, each to the next."""
    headers = list(_headers(text))
    ends = [start for start, _end, _fields in [*headers, (len(text), 0, {})][1:]]
    return [
        Forwarded(author=fields["from"], date=fields.get("date", ""), text=_RULE.sub("", text[end:stop]).strip())
        for (_start, end, fields), stop in zip(headers, ends, strict=True)
    ]


def _headers(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Start and end of every block of header lines, with the values of its fields."""
    start, fields, at = 0, dict[str, str](), 0
    for line in [*text.splitlines(keepends=True), "\n"]:
        found = _FIELD.match(line.rstrip("\r\n"))
        if found and found.lastgroup and len(fields) < _LONGEST_HEADER:
            name = next(name for name in _FIELDS if found[name])
            start = start if fields else at
            fields.setdefault(name, found["value"].strip().strip("*"))
        elif fields:
            if "from" in fields and len(fields) > 1:
                yield start, at, fields
            fields = {}
        at += len(line)
