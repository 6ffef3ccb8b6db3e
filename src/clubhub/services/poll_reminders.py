"""Asking those again who are silent: whom, by which road and in which words; and the log of who was asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import PersonId, PollId, ReminderId, new_id
from clubhub.domain.people import Channel
from clubhub.domain.polls import Poll, Reminder
from clubhub.domain.reach import Recipient
from clubhub.domain.reminders import (
    NotReminded,
    ToRemind,
    reminder_round,
    reminder_subject,
    reminder_words,
)
from clubhub.services.asked_people import asked_people, silent_people
from clubhub.services.asked_polls import load_asked
from clubhub.services.lookup import poll_of
from clubhub.services.poll_codes import give_code
from clubhub.services.reminder_log import load_reminded, refuse_too_early
from clubhub.storage import clubs, people, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural

Told = tuple[PersonId, Channel]
"""A silent person, and the road that the reminder took: for a minor that of the guardian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLetter:
    """What one reader gets. `link` opens the reader's own program with the text in it, "" where there is no such."""

    to_remind: ToRemind
    subject: str
    text: str
    link: str

    @property
    def recipient(self) -> Recipient:
        return self.to_remind.recipient

    @property
    def told(self) -> tuple[Told, ...]:
        """What the log says once it is sent."""
        return tuple((person.id, self.recipient.channel) for person in self.to_remind.silent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlan:
    """Who is reminded now, and who of the silent isn't. `silent` counts both; `asked` is how many the poll asks.

    `changes` are not empty if a poll of an older file got its code just now, which signs the ballots in the letters.
    `read_at` is when it was read (UTC): it knows of nothing later.
    """

    poll: Poll
    letters: tuple[ReminderLetter, ...]
    left_out: tuple[NotReminded, ...]
    silent: int
    asked: int
    read_at: datetime
    changes: Changes = field(default_factory=Changes)


class ReminderService:
    """Sends nothing by itself: it gives the words and the roads, and keeps who was asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def candidates(self, poll_id: PollId, page: str = "") -> ReminderPlan:
        """Whom to ask again now, in the order of the club's list, each with the ballot to answer.

        `page` is the address of the club's answer page, "" for none. Raises NotFound if the poll is gone.
        """
        changes = give_code(self._database, poll_id)
        with self._database.read() as reader:
            return replace(_plan(reader, poll_of(reader, poll_id), page), changes=changes)

    def log(self, poll_id: PollId, told: Sequence[Told]) -> Changes:
        """Write down who was asked again just now; a person named twice counts once.

        Raises NotFound if the poll is gone, InvalidInput for nobody, Conflict if somebody was asked less than two days
        ago, as from another window; nothing is written then.
        """
        if not told:
            raise InvalidInput(_("Nobody was chosen, so nothing was written down."))
        now = utc_now()
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            roads = dict(reversed(told))
            refuse_too_early(work, poll_id, roads)
            made = (
                Reminder(id=ReminderId(new_id()), poll_id=poll_id, person_id=who, channel=road, reminded_at=now)
                for who, road in roads.items()
            )
            poll_records.insert_reminders(work, made)
            work.title = plural(
                "remind {count} person of “{poll}”", "remind {count} people of “{poll}”", len(roads), poll=poll.name
            )
        return work.changes

    def write_drafts(
        self, poll_id: PollId, folder: Path, readers: Sequence[PersonId] | None = None, page: str = ""
    ) -> list[Path]:
        """A mail draft for each reader by mail (of `readers`, None for all) in a folder, which is made if missing.

        Raises InvalidInput if none of them is reached by mail, EnvironmentProblem if the folder can't be written.
        """
        give_code(self._database, poll_id)
        with self._database.read() as reader:
            plan = _plan(reader, poll_of(reader, poll_id), page)
            language = clubs.load_club(reader).language
        wanted = [one for one in plan.letters if readers is None or one.recipient.person.id in readers]
        return write_letter_drafts(wanted, folder, language)


def write_letter_drafts(letters: Sequence[ReminderLetter], folder: Path, language: str) -> list[Path]:
    """A draft for each of the letters that goes by mail; raises as `ReminderService.write_drafts`."""
    from clubhub.formats.letter_drafts import letter_drafts
    from clubhub.services.files import make_folder, write_file

    by_mail = [(one.recipient, one.subject, one.text) for one in letters if one.recipient.channel is Channel.MAIL]
    drafts = letter_drafts(by_mail, language)
    if not drafts:
        raise InvalidInput(_("None of them is reached by mail, so no draft was written. Tell them another way."))
    make_folder(folder)
    for name, content in drafts.items():
        write_file(folder / name, content)
    return [folder / name for name in drafts]


def letter_link(reader: Recipient, subject: str, *texts: str) -> str:
    """What opens the reader's own program with the first of the texts that fits; "" where there is none."""
    from clubhub.formats.ballots.links import message_links

    mail = reader.address if reader.channel is Channel.MAIL else ""
    links = message_links(mail, "" if mail else reader.address, subject, *texts)
    links[Channel.PHONE] = f"tel:{reader.address}"
    return links.get(reader.channel, "")


def _plan(reader: Reader, poll: Poll, page: str) -> ReminderPlan:
    """A poll that has closed, or is decided, asks nobody any more."""
    now, asked = utc_now(), asked_people(reader, poll)
    silent = silent_people(asked, polls.load_answers(reader, poll.id))
    is_closed = poll.closes_at is not None and poll.closes_at <= now
    if is_closed or poll_records.find_decision(reader, poll.id):
        why = _("The poll has closed.") if is_closed else _("The poll is decided.")
        left_out = tuple(NotReminded(person=person, why=why) for person in silent)
        return ReminderPlan(poll=poll, letters=(), left_out=left_out, silent=len(silent), asked=len(asked), read_at=now)
    found = reminder_round(silent, people.load_people(reader), load_reminded(reader, poll.id), now)
    asked_poll = load_asked(reader, poll, page=page)
    return ReminderPlan(
        poll=poll,
        letters=tuple(_letter(one, asked_poll) for one in found.to_remind),
        left_out=found.left_out,
        silent=len(silent),
        asked=len(asked),
        read_at=now,
    )


def _letter(one: ToRemind, asked: AskedPoll) -> ReminderLetter:
    """The words, then the ballot of each who is silent. Where a link has no room for ballots, the words go alone."""
    from clubhub.formats.ballots.page_link import page_link
    from clubhub.formats.ballots.text import ballot_text

    subject, words = (
        reminder_subject(asked.poll.name, one.times),
        reminder_words(one, asked.poll.name, _deadline(asked)),
    )
    full = "\n\n".join([words, *(ballot_text(asked, person, page_link(asked, person)) for person in one.silent)])
    return ReminderLetter(
        to_remind=one, subject=subject, text=full, link=letter_link(one.recipient, subject, full, words)
    )


def _deadline(asked: AskedPoll) -> str:
    """In the zone of the poll's times and the club's language, "" without one."""
    from clubhub.support import dates

    return dates.stamp(asked.closes, asked.language) if asked.closes else ""
