"""Asking again, but only those who are silent: who may be asked now, by which road, and in which words.

Nobody is asked twice within two days, and nobody more than three times: then a call says more than a text. The words
grow shorter and clearer with each time. Whoever answers is no longer silent, so that asking stops by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Reminder
from clubhub.domain.reach import Recipient, reach
from clubhub.support.texts import _, listed, plural

PAUSE = timedelta(hours=48)
"""The shortest time between two reminders; Doodle waits as long before a deadline."""

MOST_TIMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRemind:
    """Somebody to write to, for `silent` people: the reader, their minors, or both.

    `times` is how often the most asked of them was reminded already.
    """

    recipient: Recipient
    silent: tuple[Person, ...]
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReminded:
    """A silent person who is not asked again now; `why` is a sentence."""

    person: Person
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRound:
    """Everybody who is silent is in one of both, some through a guardian."""

    to_remind: tuple[ToRemind, ...]
    left_out: tuple[NotReminded, ...]


def reminder_round(
    silent: Iterable[Person], everybody: Iterable[Person], log: Iterable[Reminder], now: datetime
) -> ReminderRound:
    """Who is asked again now, and who isn't and why.

    `silent` are those who were asked and say nothing, `everybody` is where guardians are looked for, `log` are the
    poll's reminders so far; `now` is aware.
    """
    of_person = _by_person(log)
    held_back, free = [], []
    for person in silent:
        why = _why_not(of_person.get(person.id, ()), now)
        if why:
            held_back.append(NotReminded(person=person, why=why))
        else:
            free.append(person)
    reached = reach(free, everybody)
    unreached = [NotReminded(person=one.person, why=one.why) for one in reached.unreached]
    return ReminderRound(
        to_remind=tuple(_to_remind(one, of_person) for one in reached.recipients), left_out=(*held_back, *unreached)
    )


def is_too_early(log: Sequence[Reminder], now: datetime) -> bool:
    """Whether one of these reminders of one person is less than two days old."""
    return any(now - one.reminded_at < PAUSE for one in log)


def reminder_subject(poll: str, times: int) -> str:
    """`times` is how often they were reminded before."""
    if times >= MOST_TIMES - 1:
        return _("Last call: {poll}").format(poll=poll)
    return _("Your answer is missing: {poll}").format(poll=poll)


def reminder_words(one: ToRemind, poll: str, closes: str) -> str:
    """What somebody is written, by how often they were asked: friendly, then short, then as a last call.

    `closes` is the deadline in words, "" for none. The ballot itself comes after it.
    """
    name, whose = one.recipient.person.given_name or one.recipient.person.name, _whose(one)
    until = _("Please answer until {when}.").format(when=closes) if closes else _("Please answer in the next days.")
    if one.times == 0:
        hello = _("Hello {name},").format(name=name)
        asking = _("we still miss {whose} to “{poll}”. It takes less than a minute, and a “no” helps as well.")
        return "\n".join((hello, asking.format(whose=whose, poll=poll), until))
    if one.times < MOST_TIMES - 1:
        words = _("{name}, {whose} to “{poll}” is still missing.").format(name=name, whose=whose, poll=poll)
        return f"{words} {until}"
    words = _("{name}, last call for “{poll}”: after this we plan without {whose}.")
    return f"{words.format(name=name, whose=whose, poll=poll)} {until}"


def _whose(one: ToRemind) -> str:
    minors = [person.given_name or person.name for person in one.silent if person.id != one.recipient.person.id]
    if not minors:
        return _("your answer")
    if len(minors) == len(one.silent):
        return _("the answer of {names}").format(names=listed(minors))
    return _("your answer and that of {names}").format(names=listed(minors))


def _to_remind(recipient: Recipient, log: Mapping[PersonId, Sequence[Reminder]]) -> ToRemind:
    own = (recipient.person,) if recipient.is_meant else ()
    silent = (*own, *recipient.minors)
    return ToRemind(recipient=recipient, silent=silent, times=max(len(log.get(one.id, ())) for one in silent))


def _why_not(log: Sequence[Reminder], now: datetime) -> str:
    if is_too_early(log, now):
        hours = int((now - max(one.reminded_at for one in log)) / timedelta(hours=1))
        if hours < 1:
            return _("Asked within the last hour.")
        return plural("Asked {count} hour ago.", "Asked {count} hours ago.", hours)
    if len(log) >= MOST_TIMES:
        return plural("Asked {count} time already: better call.", "Asked {count} times already: better call.", len(log))
    return ""


def _by_person(log: Iterable[Reminder]) -> dict[PersonId, list[Reminder]]:
    found: dict[PersonId, list[Reminder]] = {}
    for one in log:
        found.setdefault(one.person_id, []).append(one)
    return found
