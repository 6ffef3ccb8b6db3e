"""A poll's result as one page for the club's site or as an attachment."""

from datetime import datetime

from clubhub.domain.poll_reports import PollOutcome
from clubhub.formats.pages import render_page
from clubhub.formats.poll_report.rows import Report


def result_page(found: PollOutcome, *, now: datetime) -> str:
    """The text of an HTML file (write it as UTF-8). It loads nothing, runs nothing and prints well.

    `now` is aware. It holds names only if the poll shows them, and nothing by which a person can be reached.
    """
    words = Report(found, now)
    return render_page(
        "poll-result.html.j2",
        "poll-result.css",
        language=words.language or "en",
        club=found.club.name,
        report=words,
        blocks=words.blocks(),
        voices=words.voices(),
        everybody=words.everybody(),
        said=words.said(),
        legend=words.legend,
    )
