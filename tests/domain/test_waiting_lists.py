"""Who has a place on an option with a limit, who waits, and who moves up."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.polls import Answer, Mark, Option
from clubhub.domain.waiting_lists import earliest_yes, waiting_list, waiting_lists, yes_since

NOON = datetime(2027, 5, 1, 12, tzinfo=UTC)
BUS = OptionId(1)


def option(most: int | None) -> Option:
    return Option(id=BUS, poll_id=PollId(1), position=0, label="Bus", most=most)


def answer(number: int, mark: Mark | None, hour: int, earlier: Answer | None = None) -> Answer:
    marks = {BUS: mark} if mark else {}
    now = NOON + timedelta(hours=hour)
    return Answer(
        id=AnswerId(number), poll_id=PollId(1), person_id=PersonId(number), marks=marks,
        yes_since=yes_since(earlier, marks, now), answered_at=now,
    )  # fmt: skip


def numbers(answers) -> list[int]:
    return [answer.id for answer in answers]


def test_the_first_to_say_yes_are_placed_and_the_others_wait_in_order():
    answers = [answer(1, Mark.YES, 5), answer(2, Mark.YES, 1), answer(3, Mark.IF_NEED_BE, 0), answer(4, Mark.YES, 3)]
    found = waiting_list(option(2), answers)
    assert (numbers(found.placed), numbers(found.waiting), found.free) == ([2, 4], [1], 0)


def test_without_a_limit_nobody_waits_and_no_list_is_kept():
    answers = [answer(number, Mark.YES, number) for number in range(5)]
    found = waiting_list(option(None), answers)
    assert (len(found.placed), found.waiting, found.free) == (5, (), None)
    assert waiting_lists([option(None)], answers) == {}


def test_a_later_answer_that_still_says_yes_keeps_the_place_and_one_that_said_no_between_loses_it():
    first = answer(1, Mark.YES, 0)
    kept = answer(1, Mark.YES, 9, earlier=first)
    lost = answer(1, Mark.YES, 9, earlier=answer(1, Mark.NO, 5, earlier=first))
    other = answer(2, Mark.YES, 4)
    assert numbers(waiting_list(option(1), [other, kept]).placed) == [1]
    assert numbers(waiting_list(option(1), [other, lost]).placed) == [2]


def test_an_answer_in_place_of_another_of_the_same_person_counts_from_the_earlier_yes():
    other = answer(1, Mark.YES, 3)
    assert earliest_yes(answer(9, Mark.YES, 8), other) == {BUS: NOON + timedelta(hours=3)}
    assert earliest_yes(answer(9, Mark.YES, 1), other) == {BUS: NOON + timedelta(hours=1)}
    assert earliest_yes(answer(9, Mark.YES, 8), answer(1, Mark.NO, 3)) == {BUS: NOON + timedelta(hours=8)}
    assert earliest_yes(answer(9, Mark.NO, 8), other) == {}


def test_an_answer_from_before_there_were_limits_counts_from_when_it_was_given():
    old = Answer(id=AnswerId(1), poll_id=PollId(1), marks={BUS: Mark.YES}, answered_at=NOON)
    assert yes_since(old, {BUS: Mark.YES}, NOON + timedelta(days=1)) == {BUS: NOON}
    assert numbers(waiting_list(option(1), [answer(2, Mark.YES, 1), old]).placed) == [1]


ANSWERS = st.lists(st.tuples(st.sampled_from([*Mark, None]), st.integers(0, 30)), max_size=12)


@given(ANSWERS, st.integers(1, 6))
def test_everybody_who_said_yes_is_placed_or_waits_and_nobody_waits_beside_a_free_place(said, most):
    answers = [answer(number, mark, hour) for number, (mark, hour) in enumerate(said, 1)]
    found = waiting_list(option(most), answers)
    yes = {one.id for one in answers if one.marks.get(BUS) is Mark.YES}
    assert sorted(numbers(found.placed + found.waiting)) == sorted(yes)
    assert len(found.placed) == min(most, len(yes))
    assert not (found.waiting and found.free)
    assert all(one.yes_since[BUS] <= other.yes_since[BUS] for one in found.placed for other in found.waiting)


@given(ANSWERS, st.integers(1, 6), st.randoms(use_true_random=False))
def test_who_withdraws_lets_the_first_who_waits_move_up_and_moves_nobody_else(said, most, random):
    answers = [answer(number, mark, hour) for number, (mark, hour) in enumerate(said, 1)]
    before = waiting_list(option(most), answers)
    if not before.placed:
        return
    gone = random.choice(before.placed)
    left = [answer(one.id, Mark.NO, 50, earlier=one) if one.id == gone.id else one for one in answers]
    after = waiting_list(option(most), left)
    staying = [number for number in numbers(before.placed) if number != gone.id]
    assert numbers(after.placed) == staying + numbers(before.waiting[:1])


@given(ANSWERS, st.integers(1, 6))
def test_somebody_new_never_takes_a_place_from_another(said, most):
    answers = [answer(number, mark, hour) for number, (mark, hour) in enumerate(said, 1)]
    before = waiting_list(option(most), answers)
    after = waiting_list(option(most), [*answers, answer(99, Mark.YES, 31)])
    assert numbers(after.placed)[: len(before.placed)] == numbers(before.placed)
