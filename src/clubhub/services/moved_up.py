"""Telling those who waited for a place of a poll that they have one now: whom, by which road, and that it was done.

What was told stands in the same rows as reminders, without being one (see services.reminder_log): nobody is asked later
or less often because they were told of a place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.ids import AnswerId, PersonId, PollId, ReminderId, new_id
from clubhub.domain.moved_up import MovedUp
from clubhub.domain.moved_up_words import Places, moved_up_subject, moved_up_task, moved_up_words
from clubhub.domain.overview import Task
from clubhub.domain.people import Channel, Person
from clubhub.domain.polls import Option, Poll, Reminder
from clubhub.domain.reach import Recipient, reach
from clubhub.domain.reminders import NotReminded, ToRemind
from clubhub.services.asked_polls import load_asked
from clubhub.services.lookup import poll_of
from clubhub.services.poll_reminders import ReminderLetter, ReminderPlan, Told, letter_link, write_letter_drafts
from clubhub.services.untold import untold
from clubhub.storage import clubs, people, poll_records, polls
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, listed, plural


class MovedUpService:
    """Sends nothing by itself, like ReminderService, which it follows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def candidates(self, poll_id: PollId) -> ReminderPlan:
        """A letter for each who moved up and wasn't told, by their own road; guests are left out, with a sentence.

        Whom no road leads to gets a letter on paper. Raises NotFound if the poll is gone.
        """
        read_at = utc_now()
        with self._database.read() as reader:
            return _plan(reader, poll_of(reader, poll_id), read_at)

    def log(self, poll_id: PollId, told: Sequence[Told], read_at: datetime) -> Changes:
        """Write down who was told just now; a person named twice counts once. `read_at` is that of the plan.

        Raises NotFound if the poll is gone, InvalidInput for nobody, Conflict if somebody has no new place (any more),
        was told meanwhile, as from another window, or has another one since, of which the plan says nothing; nothing is
        written then.
        """
        if not told:
            raise InvalidInput(_("Nobody was chosen, so nothing was written down."))
        now = utc_now()
        with self._database.write("") as work:
            poll = poll_of(work, poll_id)
            moved = untold(work, [poll]).get(poll_id, [])
            roads = dict(reversed(told))
            later = {one.answer.person_id for one in moved if one.moved_at > read_at}
            if not roads.keys() <= {one.answer.person_id for one in moved} - later:
                raise Conflict(
                    _(
                        "Somebody of them was told already, has no new place any more, or has one more since, so "
                        "nothing was written down. Look at the list again."
                    )
                )
            made = (
                Reminder(id=ReminderId(new_id()), poll_id=poll_id, person_id=who, channel=road, reminded_at=now)
                for who, road in roads.items()
            )
            poll_records.insert_reminders(work, made)
            work.title = plural(
                "tell {count} person of a place in “{poll}”", "tell {count} people of their places in “{poll}”",
                len(roads), poll=poll.name,
            )  # fmt: skip
        return work.changes

    def write_drafts(self, poll_id: PollId, folder: Path) -> list[Path]:
        """As `ReminderService.write_drafts`."""
        with self._database.read() as reader:
            plan, language = _plan(reader, poll_of(reader, poll_id), utc_now()), clubs.load_club(reader).language
        return write_letter_drafts(plan.letters, folder, language)


def moved_up_tasks(reader: Reader) -> Iterator[Task]:
    """For Home: of each poll in which somebody isn't told yet."""
    listed_polls = polls.load_polls(reader)
    found = untold(reader, listed_polls)
    for poll in listed_polls:
        if moved := found.get(poll.id):
            language, names = clubs.load_club(reader).language, _names(reader, moved)
            places = [(names[one.answer.id], _place(one.option, language)) for one in moved]
            yield moved_up_task(poll, places, people=_count(moved))


def _count(moved: Iterable[MovedUp]) -> int:
    """People and guests: two may have the same name."""
    return len({one.answer.id for one in moved})


def _plan(reader: Reader, poll: Poll, read_at: datetime) -> ReminderPlan:
    moved, asked = untold(reader, [poll]).get(poll.id, []), load_asked(reader, poll)
    everybody = people.load_people(reader)
    places: defaultdict[PersonId, list[str]] = defaultdict(list)
    guests: defaultdict[AnswerId, list[str]] = defaultdict(list)
    for one in moved:
        place = _place(one.option, asked.language)
        if one.answer.person_id is None:
            guests[one.answer.id].append(place)
        else:
            places[one.answer.person_id].append(place)
    names = {one.answer.id: one.answer.guest_name for one in moved}
    concerned = [person for person in everybody if person.id in places]
    return ReminderPlan(
        poll=poll,
        letters=tuple(_letter(one, asked, places) for one in _readers(concerned, everybody)),
        left_out=tuple(_by_hand(names[answer_id], where) for answer_id, where in guests.items()),
        silent=_count(moved),
        asked=_count(moved),
        read_at=read_at,
    )


def _readers(concerned: Sequence[Person], everybody: Iterable[Person]) -> Iterator[ToRemind]:
    """Those without a road are told on paper, or by mouth: they too must be ticked off."""
    found = reach(concerned, everybody)
    unreached = (Recipient(person=one.person, channel=Channel.PAPER) for one in found.unreached)
    for recipient in (*found.recipients, *unreached):
        own = (recipient.person,) if recipient.is_meant else ()
        yield ToRemind(recipient=recipient, silent=(*own, *recipient.minors), times=0)


def _letter(one: ToRemind, asked: AskedPoll, places: Places) -> ReminderLetter:
    subject = moved_up_subject(asked.poll.name)
    text = moved_up_words(one, asked.poll.name, asked.club.name, places)
    link = letter_link(one.recipient, subject, text)
    return ReminderLetter(to_remind=one, subject=subject, text=text, link=link)


def _by_hand(guest: str, places: Sequence[str]) -> NotReminded:
    why = _("a guest, of whom no address is kept, has a place now: {places}. Tell them by hand.")
    return NotReminded(person=Person(id=PersonId(0), given_name=guest), why=why.format(places=listed(places)))


def _place(option: Option, language: str) -> str:
    from clubhub.formats.ballots.words import option_name

    return option_name(option, language)


def _names(reader: Reader, moved: Sequence[MovedUp]) -> dict[AnswerId, str]:
    ids = {one.answer.person_id for one in moved if one.answer.person_id}
    called = {person.id: person.name for person in people.load_people(reader, list(ids))} if ids else {}
    return {
        one.answer.id: called.get(one.answer.person_id, "") if one.answer.person_id else one.answer.guest_name
        for one in moved
    }
