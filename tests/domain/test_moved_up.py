"""Who waited for a place and has one now, told by going through all changes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.moved_up import PollStep, moved_up
from clubhub.domain.polls import Answer, Mark, Option
from clubhub.domain.waiting_lists import waiting_list, yes_since

NOON = datetime(2027, 5, 1, 12, tzinfo=UTC)
BUS, BOAT = OptionId(1), OptionId(2)
OPTIONS = [
    Option(id=option_id, poll_id=PollId(1), position=at, label="", most=2) for at, option_id in enumerate((BUS, BOAT))
]
ROOM = PollStep(made_at=NOON, rooms={BUS: 2, BOAT: 2})


class Story:
    """Changes one after another, an hour between them."""

    def __init__(self) -> None:
        self.steps = [ROOM]
        self.answers: dict[int, Answer] = {}

    def say(self, number: int, *options: OptionId) -> "Story":
        """Yes to these and no to the others."""
        now = NOON + timedelta(hours=len(self.steps))
        marks = dict.fromkeys(options, Mark.YES)
        answer = Answer(
            id=AnswerId(number), poll_id=PollId(1), person_id=PersonId(number), marks=marks,
            yes_since=yes_since(self.answers.get(number), marks, now), answered_at=now,
        )  # fmt: skip
        self.answers[number] = answer
        self.steps.append(PollStep(made_at=now, answers={answer.id: answer}))
        return self

    def remove(self, number: int) -> "Story":
        now = NOON + timedelta(hours=len(self.steps))
        self.steps.append(PollStep(made_at=now, answers={self.answers.pop(number).id: None}))
        return self

    def make_room(self, most: int | None) -> "Story":
        now = NOON + timedelta(hours=len(self.steps))
        self.steps.append(PollStep(made_at=now, rooms={BUS: most}))
        return self

    def moved(self) -> list[tuple[int, OptionId, int]]:
        """Whose answer, at which option, in which step."""
        found = moved_up(OPTIONS, self.steps)
        return [(one.answer.id, one.option.id, (one.moved_at - NOON) // timedelta(hours=1)) for one in found]


def test_whoever_waited_moves_up_when_somebody_withdraws():
    story = Story().say(1, BUS).say(2, BUS, BOAT).say(3, BUS, BOAT).say(4, BUS)
    assert story.moved() == []
    assert story.say(2, BOAT).moved() == [(3, BUS, 5)]
    assert story.remove(1).moved() == [(3, BUS, 5), (4, BUS, 6)]


def test_who_had_a_place_from_the_first_hasnt_moved_up():
    assert Story().say(1, BUS).say(2, BUS).say(1).say(3, BUS).moved() == []


def test_more_room_moves_people_up_and_no_limit_all_of_them():
    story = Story().say(1, BUS).say(2, BUS).say(3, BUS).say(4, BUS).say(5, BUS).make_room(3)
    assert story.moved() == [(3, BUS, 6)]
    assert story.make_room(None).moved() == [(3, BUS, 6), (4, BUS, 7), (5, BUS, 7)]


def test_who_waits_again_or_takes_the_yes_back_isnt_told():
    story = Story().say(1, BUS).say(2, BUS).say(3, BUS).make_room(3)
    assert story.moved() == [(3, BUS, 4)]
    assert story.make_room(2).moved() == []
    assert story.make_room(3).moved() == [(3, BUS, 6)]
    assert story.say(3).moved() == []
    assert story.say(3, BUS).moved() == []


def test_another_change_of_the_answer_keeps_the_place_and_the_moment():
    assert Story().say(1, BUS).say(2, BUS).say(3, BUS).say(1).say(3, BUS, BOAT).moved() == [(3, BUS, 4)]


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.sets(st.sampled_from([BUS, BOAT]))) | st.sampled_from([1, 2, 3, None]),
        max_size=40,
    )
)
def test_whoever_moved_up_waited_before_and_has_a_place_now(told):
    story, most, waited = Story(), 2, set()
    for one in told:
        if isinstance(one, tuple):
            story.say(one[0], *one[1])
        else:
            most = one
            story.make_room(most)
        line = waiting_list(replace(OPTIONS[0], most=most), story.answers.values())
        said_yes = {(answer.id, answer.yes_since[BUS]) for answer in (*line.placed, *line.waiting)}
        waited = (waited | {(answer.id, answer.yes_since[BUS]) for answer in line.waiting}) & said_yes
    line = waiting_list(replace(OPTIONS[0], most=most), story.answers.values())
    expected = [answer.id for answer in line.placed if (answer.id, answer.yes_since[BUS]) in waited]
    assert [answer for answer, option, _at in story.moved() if option == BUS] == expected
