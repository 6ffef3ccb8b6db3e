"""Cuts a pasted text into messages: a chat, a mail, one reply, or ten replies under each other with names."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from clubhub.domain.answer_codes import find_codes
from clubhub.domain.polls import Road
from clubhub.domain.replies import Message
from clubhub.formats.replies.calendars import is_calendar, read_calendar
from clubhub.formats.replies.chats import is_chat, read_chat
from clubhub.formats.replies.mails import is_mail, pasted_mails, read_mail
from clubhub.formats.replies.unknown_names import unknown_names

IsName = Callable[[str], bool]
"""Whether somebody is called so, by both names."""

_NAME_LINE = re.compile(r"^\s*(?:name|nimi|namn|nom)\s*[:=]\s*(?P<name>[^\n:=]{2,60})$", re.IGNORECASE)
_NAMED = re.compile(r"^[\s*•>-]*(?P<name>[^\W\d_][^\n:;=?!]{1,58}?)\s*(?::|\s[-–—])\s*(?P<text>\S.*)$")
_CLOSING = re.compile(r"^[\s>–—-]*(?P<name>[^\W\d_][^\n:;=?!,]{1,58}?)[\s:,.]*$")


def read_paste(
    text: str, is_name: IsName, is_given_name: IsName = lambda _name: False, labels: Sequence[str] = ()
) -> list[Message]:
    """What was pasted, as messages in their order.

    `is_given_name` is for names with a colon: "Aino: 1 3". `labels` are the poll's options, which are nobody's names.
    """
    if is_calendar(text):
        return read_calendar(text)
    if is_chat(text):
        messages = read_chat(text)
        return [replace(message, is_alone=len(messages) == 1) for message in messages]
    content = text.lstrip("\ufeff\r\n \t").encode("utf-8", "surrogatepass")
    if is_mail(content):
        return read_mail(content)
    return pasted_mails(text) or _replies(text, _Names(is_name, is_given_name, tuple(labels)))


class _Names(NamedTuple):
    both: IsName
    given: IsName
    labels: tuple[str, ...]
    unknown: frozenset[str] = frozenset()

    def before_colon(self, name: str) -> bool:
        return self.both(name) or self.given(name)

    def has(self, name: str) -> bool:
        return self.before_colon(name) or name in self.unknown


def _replies(text: str, names: _Names) -> list[Message]:
    """Replies under each other: a new one begins with a name, or behind the line of code of the one before."""
    blocks = [block for part in _by_codes(text) for block in _by_names(part, names)]
    return [Message(text=words.strip(), road=Road.CHAT, author=author) for author, words in blocks if words.strip()]


def _by_codes(text: str) -> Iterator[str]:
    """A line of code ends the reply that it signs, or begins each of them."""
    codes = [found for found in find_codes(text) if found.code]
    if len({found.code for found in codes}) < 2:
        yield text
        return
    leads = not text[: codes[0].start].strip("> \t\r\n")
    cuts = [found.start for found in codes[1:]] if leads else [found.end for found in codes[:-1]]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        yield text[start:end]


def _by_names(text: str, names: _Names) -> Iterator[tuple[str, str]]:
    """Pairs of a name ("" if none is told) and the words under it; where a form asked once for a name, one pair."""
    names = names._replace(unknown=unknown_names(text, names.before_colon, names.labels))
    blocks = list(_blocks(text, names))
    filled_in = [line for line in text.splitlines() if _NAME_LINE.match(line)]
    authors = [author for author, _words in blocks if author]
    if len(filled_in) == len(authors) == 1:
        yield authors[0], "\n".join(words for _author, words in blocks)
    else:
        yield from blocks


def _blocks(text: str, names: _Names) -> Iterator[tuple[str, str]]:
    author, lines = "", list[str]()
    for line in text.splitlines():
        name, words = _name_and_words(line, names)
        if name and not words and _signs(lines) and not author:
            yield name, "\n".join(lines)
            author, lines = "", []
        elif name:
            yield author, "\n".join(lines)
            author, lines = name, [words]
        else:
            lines.append(line)
    yield author, "\n".join(lines)


def _signs(lines: Sequence[str]) -> bool:
    """Whether a name behind these lines ends them, as a signature does."""
    return any(line.strip() for line in lines[-2:])


def _name_and_words(line: str, names: _Names) -> tuple[str, str]:
    if found := _NAME_LINE.match(line):
        return found["name"].strip(), ""
    found = _CLOSING.match(line)
    has_colon = line.rstrip().endswith(":")
    if found and (names.both(found["name"]) or (has_colon and names.given(found["name"]))):
        return found["name"], ""
    if (found := _NAMED.match(line)) and names.has(found["name"]):
        return found["name"], found["text"]
    return _leading_name(line, names.both)


def _leading_name(line: str, is_name: IsName) -> tuple[str, str]:
    """A name of two to four words that the line begins with: "Aino Berg 1 3 4?"."""
    words = line.split()
    for count in range(min(4, len(words) - 1), 1, -1):
        name = " ".join(words[:count])
        if not any(map(str.isdigit, name)) and is_name(name):
            return name, " ".join(words[count:])
    return "", ""


def together(parts: Iterable[list[Message]]) -> list[Message]:
    return [message for part in parts for message in part]
