"""What ClubHub itself writes into answers: whoever reads them must not take it for somebody's words."""

from clubhub.domain.ballots import AskedPoll
from clubhub.formats.ballots.text import ballot_text, keep_line, reply_form, short_reply_form
from clubhub.support.texts import _


def answer_words() -> dict[str, str]:
    """The lines that the answer page makes, by what they say, with a placeholder for what was answered."""
    return {
        "name": _("Name: {name}"),
        "my_comment": _("Comment: {comment}"),
        "my_answer": _("My answer: {answer}"),
        "my_order": _("Best first: {names}"),
    }


def name_prompt() -> str:
    """What stands before the name in an answer to a ballot for everybody."""
    return _before_placeholder(answer_words()["name"])


def prompts(asked: AskedPoll) -> list[str]:
    """What may stand before an answer on the same line, as "The numbers I can:"; not that before the name."""
    made = [_before_placeholder(line) for key, line in answer_words().items() if key not in {"name", "my_comment"}]
    asking = [line.strip() for line in short_reply_form(asked).splitlines() if line.rstrip().endswith(":")]
    return list(dict.fromkeys(line for line in [*asking, *made] if line != name_prompt()))


def ballot_lines(asked: AskedPoll) -> list[str]:
    """Every line of a ballot that nobody has answered yet, but for whom it is and the line of code."""
    texts = ballot_text(asked), reply_form(asked), short_reply_form(asked)
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return list(dict.fromkeys(line for line in [*lines, keep_line()] if line and line != name_prompt()))


def _before_placeholder(line: str) -> str:
    return line.partition("{")[0].strip()
