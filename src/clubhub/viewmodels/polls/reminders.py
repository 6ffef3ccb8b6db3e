"""Whom the window reminds of a poll: a row for each letter, with what was done with it, and words on the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel
from clubhub.domain.reach import road_name
from clubhub.domain.reminders import NotReminded
from clubhub.services.poll_reminders import ReminderLetter, ReminderPlan, Told
from clubhub.support.texts import _, listed, plural, some_of
from clubhub.viewmodels.table_model import Column, RowTableModel

MOST_NAMES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """`is_sent` is what the person at the desk says: nothing is sent from here."""

    letter: ReminderLetter
    is_sent: bool = False

    @property
    def id(self) -> PersonId:
        return self.letter.recipient.person.id

    @property
    def can_be_opened(self) -> bool:
        """Whether a program of this computer can take the words over."""
        return bool(self.letter.link)


def letter_model(parent: QObject | None = None) -> RowTableModel[LetterRow]:
    return RowTableModel(
        [
            Column(key="name", heading=_("To"), text=_name),
            Column(key="road", heading=_("By"), text=_road),
            Column(key="times", heading=_("So far"), text=_times, sort=lambda row: row.letter.to_remind.times),
            Column(key="sent", heading=_("Sent"), text=lambda row: "✓" if row.is_sent else "", spoken=_spoken_sent),
        ],
        lambda row: row.id,
        parent,
    )


def open_words(channel: Channel) -> str:
    """What the button says that hands the words over to another program."""
    return {
        Channel.MAIL: _("Open in mail"),
        Channel.SMS: _("Open as text message"),
        Channel.WHATSAPP: _("Open in WhatsApp"),
        Channel.PHONE: _("Call"),
        Channel.PAPER: _("On paper"),
    }[channel]


def told(rows: Iterable[LetterRow]) -> list[Told]:
    """What the log is to say: everybody whose letter is sent."""
    return [one for row in rows if row.is_sent for one in row.letter.told]


def remind_title(plan: ReminderPlan) -> str:
    count = len({who for letter in plan.letters for who, _road in letter.told})
    return plural("Remind {count} person", "Remind {count} people", count) if count else _("Nobody to remind now")


def left_out_sentences(left_out: Sequence[NotReminded]) -> list[str]:
    """One line for each reason, with the names it holds for."""
    of_reason: dict[str, list[str]] = {}
    for one in left_out:
        of_reason.setdefault(one.why, []).append(one.person.name)
    return [f"{some_of(names, MOST_NAMES)}: {why}" for why, names in of_reason.items()]


def _name(row: LetterRow) -> str:
    reader = row.letter.recipient.person
    minors = [one.given_name or one.name for one in row.letter.to_remind.silent if one.id != reader.id]
    return _("{name}, for {minors}").format(name=reader.name, minors=listed(minors)) if minors else reader.name


def _road(row: LetterRow) -> str:
    return road_name(row.letter.recipient.channel)


def _times(row: LetterRow) -> str:
    times = row.letter.to_remind.times
    return plural("reminded once", "reminded {count} times", times) if times else _("not yet")


def _spoken_sent(row: LetterRow) -> str:
    return _("sent") if row.is_sent else _("not sent yet")
