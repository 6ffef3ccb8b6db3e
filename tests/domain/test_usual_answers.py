"""What people usually say, as a draft for the times of a poll."""

from datetime import datetime, timedelta

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PersonId, PollId, UsualAnswerId
from clubhub.domain.polls import Mark, Option, UsualAnswer
from clubhub.domain.usual_answers import UsualDraft, check_usual, usual_marks

MONDAY = datetime.fromisoformat("2027-06-07")


def usual(weekday: int, mark: Mark, starts: int | None = None, ends: int | None = None) -> UsualAnswer:
    hours = {"starts": None if starts is None else starts * 60, "ends": None if ends is None else ends * 60}
    return UsualAnswer(id=UsualAnswerId(1), person_id=PersonId(1), weekday=weekday, mark=mark, **hours)


def slot(day: int, starts: float, ends: float) -> Option:
    midnight = MONDAY + timedelta(days=day)
    return Option(
        id=OptionId(7), poll_id=PollId(1), position=0, label="",
        starts=midnight + timedelta(hours=starts), ends=midnight + timedelta(hours=ends),
    )  # fmt: skip


NEVER_TUESDAYS = usual(1, Mark.NO)
SATURDAY_MORNINGS = usual(5, Mark.IF_NEED_BE, 8, 12)


@pytest.mark.parametrize(
    ("asked", "mark"),
    [
        (slot(1, 17, 18), Mark.NO),
        (slot(8, 17, 18), Mark.NO),
        (slot(0, 22, 26), Mark.NO),
        (slot(0, 22, 24), None),
        (slot(2, 17, 18), None),
        (slot(5, 9, 11), Mark.IF_NEED_BE),
        (slot(5, 8, 12), Mark.IF_NEED_BE),
        (slot(5, 8, 13), None),
        (slot(5, 0, 24), None),
    ],
)
def test_a_time_gets_what_is_usually_said_to_the_whole_of_it(asked, mark):
    found = usual_marks([NEVER_TUESDAYS, SATURDAY_MORNINGS], [asked])
    assert found == ({asked.id: mark} if mark else {})


def test_times_beside_each_other_cover_together_and_one_if_need_be_makes_it_that():
    both = [usual(5, Mark.YES, 12, 18), SATURDAY_MORNINGS]
    assert usual_marks(both, [slot(5, 10, 14)]) == {OptionId(7): Mark.IF_NEED_BE}
    assert usual_marks(both, [slot(5, 13, 14)]) == {OptionId(7): Mark.YES}


def test_a_plain_choice_has_no_usual_answer():
    assert usual_marks([NEVER_TUESDAYS], [Option(id=OptionId(1), poll_id=PollId(1), position=0, label="Soup")]) == {}


def test_usual_answers_are_kept_once_and_in_the_order_of_the_week():
    late, early = UsualDraft(weekday=5, mark=Mark.NO), UsualDraft(weekday=1, mark=Mark.YES, starts=480, ends=720)
    assert check_usual([late, early, late]) == [early, late]


@pytest.mark.parametrize(("starts", "ends"), [(480, None), (None, 480), (600, 600), (700, 600), (0, 1500)])
def test_times_that_are_none_are_refused(starts, ends):
    with pytest.raises(InvalidInput):
        check_usual([UsualDraft(weekday=1, mark=Mark.NO, starts=starts, ends=ends)])
