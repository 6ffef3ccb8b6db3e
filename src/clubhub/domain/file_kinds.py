"""The kinds of files that a club brings in, by their suffixes."""

from collections.abc import Iterable

MEET_SUFFIXES = (".lef", ".lxf")
SCHEDULE_SUFFIXES = (".xml", ".json")
SHEET_SUFFIXES = (".csv", ".xlsx", ".xlsm", ".xls", ".ods", ".txt")

REPLY_SUFFIXES = (".eml", ".mbox", ".ics", ".zip")
"""Answers to polls as programs keep them: mails, calendar replies, an exported chat."""


def patterns(suffixes: Iterable[str]) -> str:
    """As file dialogs take them: "*.lef *.lxf"."""
    return " ".join(f"*{suffix}" for suffix in suffixes)
