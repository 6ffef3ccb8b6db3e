"""The roster as one page for the club's site or as an attachment: by day, and who is where.

It holds names, and nothing by which a person can be reached.
"""

from clubhub.domain.rosters import Roster
from clubhub.formats.pages import render_page
from clubhub.formats.roster_page_parts import roster_page
from clubhub.formats.roster_words import version_line
from clubhub.support import dates


def roster_html(roster: Roster) -> str:
    """The text of an HTML file (write it as UTF-8). It loads nothing, runs nothing and prints well."""
    language = roster.club.language
    return render_page(
        "roster.html.j2",
        "roster.css",
        roster=roster,
        page=roster_page(roster),
        language=language or "en",
        span=dates.day_span(roster.event.starts_on, roster.event.ends_on, language),
        version=version_line(roster),
        stamp=dates.stamp(roster.stamped_at, language),
    )
