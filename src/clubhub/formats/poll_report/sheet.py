"""A poll's result on paper (PDF/UA-1), minutes when it is decided; and the picture of it for a chat."""

from collections.abc import Sequence
from datetime import datetime

from clubhub.domain.papers import Paper
from clubhub.domain.poll_reports import PollOutcome
from clubhub.formats.poll_report.rows import OptionBlock, OptionLine, Report
from clubhub.formats.poll_report.words import CHOICES
from clubhub.formats.roster_pdf.page_parts import language_of, paper_for_typst
from clubhub.formats.roster_pdf.sheet_packing import even_chunks
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.support.texts import _, plural

RESULT_TEMPLATE = "poll-result.typ"
SNAPSHOT_TEMPLATE = "poll-snapshot.typ"
SNAPSHOT_DOTS_PER_INCH = 200
"""A phone's picture of 1,063 points' width."""
_MOST_COLUMNS = 16
_MOST_IN_SNAPSHOT = 8
_MOST_NAMES = 20


def result_contents(found: PollOutcome, *, now: datetime, paper: Paper = Paper.A4) -> Json:
    """What the sheet's template is given."""
    words = Report(found, now)
    return _common(found, words) | {
        "paper": paper_for_typst(paper),
        "decided_at": words.decided_at,
        "blocks": [_block(block) for block in words.blocks()],
        "grids": _grids(words, len(found.options)),
        "said": [{"name": name, "said": said} for name, said in words.said()],
        "words": {
            "page": _("Page {number} of {total}").format(number="#", total="#"),
            "options": _("What was asked") if not words.shows_counts else _("All options"),
            "everybody": _("Who said what"),
            "legend": words.legend,
            "name": _("Name"),
            "signed": _("Taken down by"),
            "best": _("BEST"),
            "decided": _("DECIDED"),
        },
    }


def snapshot_contents(found: PollOutcome, *, now: datetime) -> Json:
    """What the picture's template is given: the options that count most, in the order of their ranks."""
    words = Report(found, now)
    lines = sorted((line for block in words.blocks() for line in block.lines), key=lambda line: _place(found, line))
    shown = lines[:_MOST_IN_SNAPSHOT] if words.shows_counts else []
    names = {option.number: words.name(option) for option in found.options}
    more = len(lines) - len(shown)
    return _common(found, words) | {
        "stamp": _stamp(found, words) if shown else words.stamp,
        "voices": [{"word": one.word, "names": _some(one.names)} for one in words.voices()],
        "lines": [_line(line) | {"label": names[line.number]} for line in shown],
        "has_bars": found.ranked is None,
        "more": plural("and {count} more option", "and {count} more options", more) if more and shown else "",
        "words": {"best": _("BEST"), "decided": _("DECIDED")},
    }


def _common(found: PollOutcome, words: Report) -> Json:
    return language_of(found.club) | {
        "title": words.title or found.club.name,
        "subtitle": words.subtitle,
        "club": found.club.name,
        "turnout": words.turnout,
        "stamp": words.stamp,
        "heading": words.heading if words.choice else "",
        "choice": words.choice,
        "reason": words.reason,
        "heads": words.heads,
        "voices": [{"word": one.word, "names": list(one.names)} for one in words.voices()],
    }


def _stamp(found: PollOutcome, words: Report) -> str:
    """With the rule that the options are ordered by, which the picture's counts alone don't show."""
    if found.ranked is not None or found.poll.kind in CHOICES:
        return words.stamp
    return _("{stamp}, by the rule “{rule}”").format(stamp=words.stamp, rule=found.outcome.rule.heading)


def _some(names: Sequence[str]) -> list[str]:
    more = len(names) - _MOST_NAMES
    further = [plural("and {count} more", "and {count} more", more)] if more > 0 else []
    return [*names[:_MOST_NAMES], *further]


def _place(found: PollOutcome, line: OptionLine) -> tuple[bool, bool, int, int]:
    """What was decided first, then by rank, those that nobody can come to last."""
    one = next(one for one in found.outcome.options if one.option.number == line.number)
    rank = one.rank if found.ranked is None else found.ranked.rank(one.option.id)
    return (not line.is_decided, rank == 0, rank, line.number)


def _block(block: OptionBlock) -> Json:
    return {"day": block.day, "rows": [_line(line) for line in block.lines]}


def _line(line: OptionLine) -> Json:
    return {
        "number": line.number,
        "label": line.label,
        "counts": list(line.counts),
        "room": line.room,
        "lacks": line.lacks,
        "share": list(line.share),
        "is_best": line.is_best,
        "is_decided": line.is_decided,
    }


def _grids(words: Report, options: int) -> list[Json]:
    """Names by numbers of options, so many to a table as a page is wide."""
    rows = words.everybody()
    if not rows or not options:
        return []
    return [
        {
            "numbers": [at + 1 for at in chunk],
            "rows": [{"name": name, "signs": [signs[at] for at in chunk]} for name, signs in rows],
        }
        for chunk in even_chunks(range(options), _MOST_COLUMNS)
    ]
