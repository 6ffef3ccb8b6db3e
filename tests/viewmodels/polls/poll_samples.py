"""A small poll for the tests of its screens: four people, a guest, three evenings."""

from datetime import datetime, timedelta

from clubhub.domain.clubs import Club
from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.people import Channel, Person
from clubhub.domain.polls import Answer, Mark, Option, Poll
from clubhub.services.poll_boards import PollBoard
from clubhub.support.clock import utc_now
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import grid_rows, in_order_of_time

Y, M, N = Mark.YES, Mark.IF_NEED_BE, Mark.NO
FIRST = datetime.fromisoformat("2027-06-12T09:00")
NAMES = ("Signe Backlund", "Oskar Lindmyr", "Maj Sjöblad", "Åke Öhrvall")


def option(number: int, starts: datetime | None = None, *, hours: int = 4, label: str = "") -> Option:
    return Option(
        id=OptionId(number),
        poll_id=PollId(1),
        position=number,
        label=label or f"option {number}",
        starts=starts,
        ends=starts + timedelta(hours=hours) if starts else None,
    )


def person(number: int) -> Person:
    given, family = NAMES[number - 1].split()
    return Person(
        id=PersonId(number),
        given_name=given,
        family_name=family,
        emails=(f"{number}@example.org",) if number < 3 else (),
        preferred_channel=Channel.PAPER if number == 4 else None,
    )


def answer(number: int, *marks: Mark | None, guest: str = "", comment: str = "") -> Answer:
    said = {OptionId(place): mark for place, mark in enumerate(marks, 1) if mark}
    return Answer(
        id=AnswerId(100 + number),
        poll_id=PollId(1),
        person_id=None if guest else PersonId(number),
        guest_name=guest,
        marks=said,
        comment=comment,
        answered_at=utc_now(),
    )


def board_of(*answers: Answer, options: tuple[Option, ...] | None = None) -> PollBoard:
    """The poll with these answers; the options are a morning, an afternoon and the next morning."""
    usual = (option(1, FIRST), option(2, FIRST + timedelta(hours=4)), option(3, FIRST + timedelta(days=1)))
    return PollBoard(
        club=Club(name="Kvarnö", time_zone="Europe/Helsinki"),
        poll=Poll(id=PollId(1), name="Summer trip"),
        event=None,
        options=usual if options is None else options,
        people=tuple(person(number) for number in (1, 2, 3, 4)),
        answers={one.person_id: one for one in answers if one.person_id},
        guests=tuple(one for one in answers if one.person_id is None),
    )


def show_board(model: PollGridModel, board: PollBoard) -> None:
    """As the poll's view does it."""
    model.set_poll(board.poll)
    model.set_rows(in_order_of_time(board.options), grid_rows(board), board.requirements)
