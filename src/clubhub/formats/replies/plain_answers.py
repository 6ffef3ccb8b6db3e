"""Replies to questions without options: a number or a text; and the comment that stands beside any answer."""

import re
from collections.abc import Callable, Iterable, Sequence

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_answers import LONGEST_TEXT, number_text
from clubhub.domain.replies import ReplyRead
from clubhub.support.texts import _

LONGEST_COMMENT = 500
COMMENT = re.compile(
    r"^(?:comments?|notes?|kommentti|huomautus|kommentar|anmerkung|bemerkung|commentaire|remarque)\s*[:=]\s*",
    re.IGNORECASE,
)
"""What stands before a comment on its line."""
_NUMBER = re.compile(r"(?<![\w.,])[-+−]?\d[\d.,\s]*(?![\w])")
_NUMBER_ALONE = re.compile(r"[-+−\d.,\s]+")


def read_text(lines: Sequence[str], is_name: Callable[[str], bool]) -> ReplyRead:
    """Everything but the comment and a name is the answer."""
    comments = [line[found.end() :] for line in lines if (found := COMMENT.match(line))]
    said = [line.strip() for line in lines if not COMMENT.match(line) and not is_name(line.strip())]
    text = "\n".join(said)
    doubts = (_("It is longer than an answer can be."),) if len(text) > LONGEST_TEXT else ()
    return ReplyRead(said=text[:LONGEST_TEXT], comment=comment_of(comments), doubts=doubts)


def read_number(lines: Sequence[str]) -> ReplyRead:
    """The first number outside comments; several are a doubt."""
    answers = [line for line in lines if not COMMENT.match(line)]
    found = [number for line in answers for number in _NUMBER.findall(line)]
    comment = comment_of(COMMENT.sub("", line) for line in lines if not _NUMBER_ALONE.fullmatch(line))
    if not found:
        return ReplyRead(comment=comment)
    try:
        said = number_text(found[0].strip(" .,"))
    except InvalidInput as error:
        return ReplyRead(comment=comment, doubts=(str(error),))
    doubts = (_("There are several numbers in it."),) if len(found) > 1 else ()
    return ReplyRead(said=said, comment=comment, doubts=doubts)


def comment_of(remarks: Iterable[str]) -> str:
    """One under the other, cut at LONGEST_COMMENT letters."""
    return "\n".join(remark.strip() for remark in remarks if remark.strip())[:LONGEST_COMMENT]
