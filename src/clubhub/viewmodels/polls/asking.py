"""The roads by which a poll goes out, and whom each reaches, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from clubhub.domain.ballots import Asking, Ballot
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel
from clubhub.domain.polls import Option
from clubhub.domain.reach import Reach, road_name, roads_sentence
from clubhub.support.texts import _, plural, some_of
from clubhub.viewmodels.export_forms import FOLDER, ExportForm
from clubhub.viewmodels.table_model import Column, RowTableModel

MOST_NAMED = 6
CALENDAR = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRow:
    """One person's ballot, and who gets it."""

    id: PersonId
    name: str
    ballot: Ballot

    @property
    def channel(self) -> Channel | None:
        return self.ballot.reader.channel if self.ballot.reader else None

    @property
    def link(self) -> str:
        """Opens the reader's own road with the ballot in it; "" where there is none, or the ballot is too long."""
        return self.ballot.send_links.get(self.channel, "") if self.channel else ""


def ask_forms(options: Iterable[Option]) -> list[ExportForm]:
    """A calendar can ask about times alone."""
    forms = _all_forms()
    return forms if any(option.starts for option in options) else [form for form in forms if form.key != CALENDAR]


def _all_forms() -> list[ExportForm]:
    return [
        ExportForm(
            key="chat", title=_("Group chat"), suffix=".txt", icon="sms",
            about=_("One text for everybody: they reply with the numbers that suit them. Copy it into the chat."),
        ),
        ExportForm(
            key="people", title=_("Each person"), suffix=FOLDER, icon="person",
            about=_("Each one's own ballot, signed, so that the answer finds its row by itself."),
        ),
        ExportForm(
            key="sheets", title=_("On paper"), suffix=".pdf", icon="paper",
            about=_("Sheets in large type, with a code for the phone: one for the wall, or one for each person."),
        ),
        ExportForm(
            key="page", title=_("Answer page"), suffix=".html", icon="link",
            about=_("A page with real buttons that the club puts on its site once; every poll travels in its link."),
        ),
        ExportForm(
            key=CALENDAR, title=_("Calendar"), suffix=".ics", icon="calendar",
            about=_("An invitation to one time: Accept, Maybe and Decline come back as answers."),
        ),
        ExportForm(
            key="round", title=_("Hand it round"), suffix=FOLDER, icon="swap",
            about=_("This computer goes from hand to hand: everybody answers, and sees nothing else."),
        ),
    ]  # fmt: skip


def ballot_model(parent: QObject | None = None) -> RowTableModel[BallotRow]:
    return RowTableModel(
        [
            Column(key="name", heading=_("Ballot of"), text=lambda row: row.name),
            Column(key="reader", heading=_("To"), text=_reader),
            Column(key="road", heading=_("By"), text=_road),
        ],
        lambda row: row.id,
        parent,
    )


def ballot_rows(ballots: Sequence[Ballot]) -> list[BallotRow]:
    return [BallotRow(id=one.person.id, name=one.person.name, ballot=one) for one in ballots if one.person]


def reached_sentence(asking: Asking) -> str:
    """Like "60 people: 30 by mail, 22 by text and 2 on paper."."""
    readers = tuple(ballot.reader for ballot in asking.ballots if ballot.reader)
    roads = roads_sentence(Reach(recipients=readers, left_out=()))
    people = plural("{count} person", "{count} people", len(asking.ballots))
    return _("{people}: {roads}.").format(people=people, roads=roads) if roads else f"{people}."


def unreached_sentence(asking: Asking) -> str:
    """Who can only be handed a sheet; "" for nobody."""
    names = [row.name for row in ballot_rows(asking.ballots) if row.channel is None]
    sentence = _("No address or phone number is known of {names}: hand out a sheet, or ask in person.")
    return sentence.format(names=some_of(names, MOST_NAMED)) if names else ""


def answers_to_sentence(asking: Asking) -> str:
    """Where the answers come back to, or that nobody takes them yet."""
    to = asking.asked.answers_to
    parts = [part for part in (to.name, to.mail, to.phone) if part]
    if not (to.mail or to.phone):
        return _("Nobody’s address is known for the answers: choose a contact for the event, or write it here.")
    return _("Answers go to {who}.").format(who=", ".join(parts))


def _reader(row: BallotRow) -> str:
    reader = row.ballot.reader
    if reader is None:
        return ""
    return reader.person.name if reader.person.id != row.id else _("themselves")


def _road(row: BallotRow) -> str:
    return road_name(row.channel) if row.channel else _("no address")
