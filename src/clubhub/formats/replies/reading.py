"""Reads what a reply says about a poll: from its line of code, or from words, never by guessing.

Listed numbers say yes, others stay silent: not to say a number is not to say no. What isn't clear is told as a doubt.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from clubhub.domain.answer_codes import AnswerCode, CodeFound, find_codes
from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.domain.replies import Message, ReplyRead
from clubhub.formats.ballots.words import room_words
from clubhub.formats.replies.atomizer import Atomizer
from clubhub.formats.replies.collecting import Collected, chosen
from clubhub.formats.replies.letters import read_letters
from clubhub.formats.replies.line_reading import is_finnish, read_line
from clubhub.formats.replies.plain_answers import COMMENT, comment_of, read_number, read_text
from clubhub.formats.replies.tokens import phrase, plain_line
from clubhub.support.texts import _

LONGEST_LINE = 5000
"""Letters: 200 options with a word behind each are about 3,000."""
_LINK = re.compile(r"\b(?:https?://|mailto:|sms:|wa\.me/)\S+")
_IN_QUOTES = re.compile(r"[“„«\"]([^“”„«»\"\n]{1,80})[”“»\"]")
_TO_FILL_IN = re.compile(r"(\d+)\) .*=")
"""A numbered line of a ballot that nobody has filled in, as "1) 17:00-18:30 ="."""
_QUOTE_SIGNS = re.compile(r"^[ \t]*(?:[>|][ \t]?)+", re.MULTILINE)


class ReplyReader:
    """For one poll. `ballot_lines` are lines that ClubHub itself wrote on ballots: they say nothing.

    `prompts` stand before an answer on the same line, as "The numbers I can:". `is_name` knows people: a name alone on
    a line is no remark.
    """

    def __init__(
        self,
        poll: Poll,
        options: Sequence[Option],
        language: str,
        *,
        ballot_lines: Iterable[str] = (),
        prompts: Iterable[str] = (),
        is_name: Callable[[str], bool] = lambda _words: False,
    ) -> None:
        self._poll = poll
        self._options = options
        self._atomizer = Atomizer(poll, options, language)
        self._room = _room_pattern(options)
        own_lines = [self._plain(line).strip() for line in ballot_lines]
        self._known = {phrase(line) for line in own_lines} - {()}
        self._beginnings = {line: found[1] for line in own_lines if (found := _TO_FILL_IN.fullmatch(line))}
        self._is_name = is_name
        self._prompts = sorted((plain_line(prompt).strip() for prompt in prompts if prompt.strip()), key=len)[::-1]

    def read_message(self, message: Message) -> ReplyRead:
        """Its own words come first; what is quoted under them may sign them, or be the answer itself."""
        own = self.read(message.text)
        codes = {found.code for found in find_codes(message.quoted) if found.code}
        if own.code or own.is_damaged or not message.quoted:
            return own
        if own.says_something:
            signed = next(iter(codes)) if len(codes) == 1 else None
            return replace(own, code=replace(signed, letters="")) if signed else own
        quoted = self.read(message.quoted)
        return replace(quoted, comment=own.comment) if quoted.says_something or quoted.code else own

    def read(self, text: str) -> ReplyRead:
        """What a text says that holds no more than one reply."""
        codes = list(find_codes(text))
        bare = _without(text, codes)
        whole = [found.code for found in codes if found.code]
        words = self._read_words(bare)
        if not whole:
            return _with_damage(words, codes)
        read = self._read_code(whole[-1], words)
        several = _("There are several codes in it.")
        return read if len(set(whole)) == 1 else _doubted(read, several)

    def _read_code(self, code: AnswerCode, words: ReplyRead) -> ReplyRead:
        if not code.letters:
            return replace(words, code=code, is_talk=False)
        if code.poll_code != self._poll.code:
            return ReplyRead(code=code, comment=words.comment)
        read = read_letters(code, self._poll.kind, self._options, words.comment)
        if words.says_something and not words.doubts and not read.says_the_same_as(words):
            return _doubted(read, _("Its words say something else than its line of code."))
        return read

    def _read_words(self, text: str) -> ReplyRead:
        lines = [line for line in self._own_lines(text) if line.strip()]
        if self._poll.kind is PollKind.TEXT:
            return read_text(lines, self._is_name)
        if self._poll.kind is PollKind.NUMBER:
            return read_number(lines)
        return self._read_lines(text, lines)

    def _own_lines(self, text: str) -> list[str]:
        """Without quote signs, links, what stands in quotes, and the lines of the ballot itself."""
        lines = [self._plain(line) for line in _QUOTE_SIGNS.sub("", text).splitlines()]
        own = [self._without_prompt(line) for line in lines if phrase(line) not in self._known]
        plain = [_IN_QUOTES.sub(" ", _LINK.sub(" ", line)) for line in own]
        return [line for line in plain if phrase(line) not in self._known]

    def _plain(self, line: str) -> str:
        """Without how many there is room for, which stands behind options on ballots."""
        plain = plain_line(line)
        return self._room.sub("", plain) if self._room else plain

    def _without_prompt(self, line: str) -> str:
        """What stands behind the ballot's own words; of a numbered line to fill in the number stays."""
        start = line.strip()
        for beginning, number in self._beginnings.items():
            if start.startswith(beginning):
                return f"{number} {start[len(beginning) :]}"
        for prompt in self._prompts:
            if start.startswith(prompt):
                return start[len(prompt) :]
        return line

    def _read_lines(self, text: str, lines: Sequence[str]) -> ReplyRead:
        collected = Collected(self._poll.kind, self._options)
        remarks: list[str] = []
        doubts: list[str] = []
        finnish = is_finnish(text[:LONGEST_LINE])
        self._atomizer.begin()
        alone: list[Mark] = []
        strangers = named = 0
        declines = has_remarks = False
        for line in lines:
            if comment := COMMENT.match(line):
                remarks.append(line[comment.end() :])
                continue
            if len(line) > LONGEST_LINE:
                doubts.append(_("A line is too long to be an answer."))
                continue
            part = read_line(line, self._atomizer.atoms(line), is_finnish=bool(finnish))
            remark = "" if self._is_name(part.remark.strip(" ,.-–—")) else part.remark
            remarks.append(remark)
            has_remarks |= bool(remark)
            declines |= part.declines
            doubts += part.doubts
            strangers += part.strangers if part.doubts else 0
            named += part.named
            collected.take(part.bound.pairs)
            alone += part.bound.loose
        is_bare_no = set(alone) == {Mark.NO} and not named and not declines and len(self._options) > 1
        if alone and not collected.has_marks and self._poll.kind is not PollKind.RANKED:
            collected.take_alone(alone, has_remarks=has_remarks)
        read = self._put_together(collected, doubts, comment_of(remarks))
        is_talk = not read.says_something or strangers > max(1, named) or is_bare_no
        return replace(read, is_talk=is_talk)

    def _put_together(self, collected: Collected, doubts: Sequence[str], comment: str) -> ReplyRead:
        kind = self._poll.kind
        if kind is PollKind.RANKED:
            return self._ranked(collected, doubts, comment)
        if collected.names_some and not collected.has_marks and not collected.names_all:
            collected.take_listed()
        marks = collected.marks()
        more: list[str] = []
        if kind is not PollKind.MARKS:
            marks, more = chosen(kind, marks)
        every = dict.fromkeys([*doubts, *collected.doubts, *more])
        return ReplyRead(marks=marks, comment=comment, doubts=tuple(every))

    def _ranked(self, collected: Collected, doubts: Sequence[str], comment: str) -> ReplyRead:
        of_number: dict[int, OptionId] = {option.number: option.id for option in self._options}
        is_blank = collected.names_all and collected.order == sorted(of_number)
        order = () if is_blank else tuple(of_number[number] for number in collected.order)
        return ReplyRead(ranking=order, comment=comment, doubts=tuple(dict.fromkeys([*doubts, *collected.doubts])))


def _room_pattern(options: Sequence[Option]) -> re.Pattern[str] | None:
    """None where an option's own name looks like that."""
    told = {re.sub(r"\d+", r"\\d+", re.escape(plain_line(room_words(count)))) for count in (1, 2, 5)}
    pattern = re.compile(rf"\s*\((?:{'|'.join(sorted(told))})\)")
    return None if any(pattern.search(plain_line(option.label)) for option in options) else pattern


def _without(text: str, codes: Sequence[CodeFound]) -> str:
    for found in reversed(codes):
        text = f"{text[: found.start]}\n{text[found.end :]}"
    return text


def _with_damage(read: ReplyRead, codes: Sequence[CodeFound]) -> ReplyRead:
    if not codes:
        return read
    sentence = _("Its line of code was damaged on the way.")
    return replace(_doubted(read, sentence), is_damaged=True, is_talk=False)


def _doubted(read: ReplyRead, doubt: str) -> ReplyRead:
    return replace(read, doubts=(*read.doubts, doubt))
