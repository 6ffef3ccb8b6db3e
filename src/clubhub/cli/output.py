"""Prints answers: a table for people, or JSON alone for other programs."""

import io
import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clubhub.support.texts import _

if TYPE_CHECKING:
    from clubhub.domain.changes import Changes

Record = Mapping[str, Any]
NO_BREAK = "\u00a0"
"""A blank at which a paragraph is not broken; it is printed as a plain one."""


def _none(_record: Record) -> Sequence[str]:
    return ()


def print_json(value: Any) -> None:  # noqa: ANN401  anything JSON can hold
    """One JSON document on standard output. Ids are text: JSON's numbers lose digits beyond 53 bits in many readers."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=str)
    sys.stdout.write("\n")


def print_lines(lines: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{_plain(line)}\n" for line in lines))


def tell(sentence: str) -> None:
    """On the error stream, so that the answer alone is on standard output."""
    sys.stderr.write("".join(f"{_plain(line)}\n" for line in sentence.splitlines()))


def write_utf_8() -> None:
    """Whatever the system's own encoding, and with a "?" for half of a surrogate pair: what is told must arrive."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say_done(changes: "Changes") -> None:
    """What was done, by its name in the history."""
    done = _("Done: {what}.").format(what=changes.title)
    print_lines([done if changes else _("Nothing was changed: it is so already.")])


def say_dry_run(*, dry_run: bool) -> None:
    if dry_run:
        print_lines([_("This was a dry run: nothing was changed.")])


def print_paragraph(text: str, *, indent: str = "") -> None:
    """As wide as the terminal, the lines after the first indented further; broken at plain blanks alone."""
    width = max(40, shutil.get_terminal_size().columns)
    further = f"{indent}  "
    lines = textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    print_lines([line.replace(NO_BREAK, " ") for line in lines])


def print_table(
    records: Sequence[Record],
    columns: Mapping[str, str],
    *,
    empty: str,
    below: Callable[[Record], Sequence[str]] = _none,
) -> None:
    """The records' values under headings (column -> heading), or the sentence `empty`; further lines `below` each."""
    if not records:
        print_lines([empty])
        return
    cells = [list(columns.values()), *([_cell(record.get(key)) for key in columns] for record in records)]
    widths = [max(len(row[index]) for row in cells) for index in range(len(columns))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    print_lines(lines[:1])
    for record, line in zip(records, lines[1:], strict=True):
        print_lines([line, *below(record)])


def _cell(value: Any) -> str:  # noqa: ANN401
    text = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)
    return _plain(text)


def _plain(text: str) -> str:
    """Without control characters that a terminal would obey: names come from files that anybody may have written."""
    return text if text.isprintable() else "".join(sign if sign.isprintable() else " " for sign in text)
