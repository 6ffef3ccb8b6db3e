"""Polls as they go out: made-up people of a made-up club."""

from dataclasses import replace
from datetime import datetime, timedelta

from clubhub.domain.ballots import AnswersTo, AskedPoll
from clubhub.domain.clubs import Club
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Option, Poll, PollKind

CLUB = Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki", region="FI")
POLL = Poll(
    id=PollId(5),
    name="Helpers’ evening: when can you come?",
    note="Club house, an hour and a half.",
    code="K7Q4",
    secret="0f" * 16,
)
HENRIKE = AnswersTo(name="Henrike Ostenfeld", mail="henrike@kvarno.example", phone="+358505550142")
SIGNE = Person(
    id=PersonId(7),
    given_name="Signe",
    family_name="Vikdahl",
    emails=("signe@vikdahl.example",),
    phones=("+358405550107",),
)
PAGE = "https://www.kvarno.example/answer.html"


def at(written):
    """A time by the club's clock."""
    return datetime.fromisoformat(written)


def slots(*starts, minutes=90):
    return tuple(
        Option(
            id=OptionId(100 + position),
            poll_id=POLL.id,
            position=position,
            label="",
            starts=moment,
            ends=moment + timedelta(minutes=minutes),
        )
        for position, moment in enumerate(starts)
    )


def choices(*labels):
    return tuple(
        Option(id=OptionId(100 + position), poll_id=POLL.id, position=position, label=label)
        for position, label in enumerate(labels)
    )


def helpers_evening(**changes):
    """Twelve slots: three on each of four days."""
    starts = [at(f"2026-06-{day:02} {time}") for day in (8, 9, 10, 11) for time in ("17:00", "18:30", "20:00")]
    asked = AskedPoll(club=CLUB, poll=POLL, options=slots(*starts), closes=at("2026-06-04 23:59"), page=PAGE)
    return replace(asked, **{"answers_to": HENRIKE, **changes})


def with_room(asked, *most):
    """The poll with limits for its options, from the first on; None for all."""
    limits = [*most, *[None] * (len(asked.options) - len(most))]
    limited = (replace(option, most=limit) for option, limit in zip(asked.options, limits, strict=True))
    return replace(asked, options=tuple(limited))


def question(kind, *labels, **changes):
    """A plain question about the club's new caps."""
    poll = replace(POLL, name="New caps", note="", kind=PollKind(kind))
    return helpers_evening(poll=poll, options=choices(*labels), closes=None, **changes)
