"""Days of the week as they are typed on the command line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark
from clubhub.domain.usual_answers import UsualDraft
from clubhub.domain.written_weeks import WEEKDAYS, usual_drafts, weekdays_in, weekly_slots


@given(st.lists(st.sampled_from(range(7))), st.integers(min_value=2, max_value=9))
def test_days_are_known_by_their_beginnings(days, letters):
    assert weekdays_in(", ".join(WEEKDAYS[day][:letters].title() for day in days)) == days


@pytest.mark.parametrize("written", ["t", "tuesdays", "12", "tue wed"])
def test_a_word_that_is_no_day_is_named(written):
    with pytest.raises(InvalidInput, match=f"“{written}”"):
        weekdays_in(written)


def test_a_weekly_time_comes_on_both_its_first_and_its_last_day():
    slots = weekly_slots("tue,thu 17:00-18:30 2027-09-07..2027-09-14")
    assert [starts.day for starts, _ends in slots] == [7, 9, 14]
    assert [f"{moment:%d %H:%M}" for moment in slots[0]] == ["07 17:00", "07 18:30"]


@pytest.mark.parametrize("written", ["tue 17-18", "tue 2027-09-07..2027-09-14", "tue 17-18 2027-02-30..2027-03-14"])
def test_a_weekly_time_that_lacks_a_part_or_a_day_that_is_none_is_refused(written):
    with pytest.raises(InvalidInput):
        weekly_slots(written)


def test_usual_times_are_of_one_day_each_whole_or_with_hours():
    assert usual_drafts("tue,thu", Mark.NO) == [UsualDraft(weekday=day, mark=Mark.NO) for day in (1, 3)]
    (saturday,) = usual_drafts(" sat  8-12 ", Mark.YES)
    assert saturday == UsualDraft(weekday=5, mark=Mark.YES, starts=8 * 60, ends=12 * 60)
    with pytest.raises(InvalidInput, match="which day"):
        usual_drafts(",", Mark.NO)
