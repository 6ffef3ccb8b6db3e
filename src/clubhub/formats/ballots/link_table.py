"""Everybody's links in one table, for whoever sends them out one by one or by a program for serial letters."""

from collections.abc import Iterable, Iterator

from clubhub.domain.ballots import Ballot
from clubhub.domain.people import Channel
from clubhub.domain.reach import road_name
from clubhub.formats.csv_out import csv_bytes
from clubhub.formats.plain_text import one_line
from clubhub.support.texts import _

_ROADS = (Channel.MAIL, Channel.WHATSAPP, Channel.SMS)


def link_table(ballots: Iterable[Ballot]) -> bytes:
    """CSV: a row for each person, with the links to ask them by and those that they answer by."""
    return csv_bytes([list(_heads()), *(list(_row(ballot)) for ballot in ballots)])


def _heads() -> Iterator[str]:
    yield from (_("Name"), _("Asked by"), _("Address"))
    yield from (_("Ask by {road}").format(road=road_name(road)) for road in _ROADS)
    yield from (_("Answer by {road}").format(road=road_name(road)) for road in _ROADS)
    yield _("Answer page")


def _row(ballot: Ballot) -> Iterator[str]:
    yield one_line(ballot.person.name) if ballot.person else ""
    yield road_name(ballot.reader.channel) if ballot.reader else ""
    yield ballot.reader.address if ballot.reader else ""
    for links in (ballot.send_links, ballot.answer_links):
        yield from (links.get(road, "") for road in _ROADS)
    yield ballot.page_link
