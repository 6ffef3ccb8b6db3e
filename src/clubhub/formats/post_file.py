"""A post from a Markdown file: its first heading, if it begins with one, is the title."""

import re
from pathlib import Path

from clubhub.formats.encodings import decode_text
from clubhub.formats.outside_files import read_outside_file

MAX_BYTES = 400_000
_FIRST_HEADING = re.compile(r"\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)")


def read_post(path: Path) -> tuple[str, str]:
    """Title ("" if the file begins with something else) and text.

    Raises EnvironmentProblem if the file can't be read, InvalidInput if it is empty, too large, or no text.
    """
    text, _encoding = decode_text(read_outside_file(path, MAX_BYTES))
    return title_and_body("\n".join(text.splitlines()))


def title_and_body(text: str) -> tuple[str, str]:
    """The first heading of the first level, and what follows it."""
    heading = _FIRST_HEADING.match(text)
    return (heading[1].strip(), text[heading.end() :].strip()) if heading else ("", text.strip())
