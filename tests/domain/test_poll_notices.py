"""Shifts that an event's poll doesn't ask about."""

from tests.domain.roster_parts import at, roster, shift

from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.notices import NoticeKind, Severity
from clubhub.domain.poll_notices import not_asked_notices
from clubhub.domain.polls import Option


def slot(number: int, starts: str, ends: str) -> Option:
    return Option(id=OptionId(number), poll_id=PollId(1), position=number, label="", starts=at(starts), ends=at(ends))


MORNING = slot(1, "2027-06-12 08:00", "2027-06-12 12:00")
NOON = slot(2, "2027-06-12 12:00", "2027-06-12 13:00")


def told(*shifts, options=(MORNING, NOON)):
    return [notice.sentence for notice in not_asked_notices(roster(*shifts), options)]


def test_shifts_that_slots_cover_one_after_the_other_are_asked_about():
    assert (
        told(shift(1, "2027-06-12 08:00", "2027-06-12 12:00"), shift(2, "2027-06-12 11:00", "2027-06-12 13:00")) == []
    )


def test_a_shift_without_a_slot_is_told():
    (notice,) = not_asked_notices(roster(shift(7, "2027-06-12 16:40", "2027-06-12 17:40")), [MORNING])
    assert notice.sentence == (
        "Shift 7, Sat 12 June 16:40–17:40: no column of the poll covers it, so nobody can be put there."
    )
    assert (notice.kind, notice.severity, notice.shift_id) == (NoticeKind.NOT_ASKED, Severity.WARNING, 7)


def test_a_shift_that_ends_after_the_last_slot_is_told_to_be_covered_in_part():
    assert told(shift(1, "2027-06-12 12:00", "2027-06-12 13:30")) == [
        "Shift 1, Sat 12 June 12:00–13:30: the poll's columns cover only a part of it, so nobody can be put there."
    ]


def test_shifts_at_the_same_time_are_told_at_once_and_many_are_counted():
    at_night = [shift(number, "2027-06-12 20:00", "2027-06-12 22:00") for number in range(1, 6)]
    (sentence,) = told(*at_night)
    assert sentence.startswith("Shift 1, Shift 2, Shift 3 and 2 more, Sat 12 June 20:00–22:00: ")


def test_a_poll_of_choices_covers_nothing():
    choice = Option(id=OptionId(3), poll_id=PollId(1), position=1, label="Pizza")
    assert len(told(shift(1, "2027-06-12 08:00", "2027-06-12 09:00"), options=[choice])) == 1
