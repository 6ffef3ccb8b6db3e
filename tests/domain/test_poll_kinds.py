"""Which kinds a poll can become without any answer losing what it says."""

from datetime import UTC, datetime

import pytest

from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.ids import AnswerId, EventId, OptionId, PollId
from clubhub.domain.poll_kinds import check_new_kind, open_kinds
from clubhub.domain.polls import Answer, Mark, Poll, PollKind

MARKS, ONE, SEVERAL, RANKED, NUMBER, TEXT = PollKind
Y, M, N = Mark


def poll(kind: PollKind, event_id: EventId | None = None) -> Poll:
    return Poll(id=PollId(1), name="Food", kind=kind, event_id=event_id)


def answer(*marks: Mark, **beside) -> Answer:
    of_option = {OptionId(at): mark for at, mark in enumerate(marks)}
    return Answer(id=AnswerId(1), poll_id=PollId(1), marks=of_option, answered_at=datetime.now(UTC), **beside)


@pytest.mark.parametrize(
    ("kind", "answers", "kinds"),
    [
        (MARKS, [], set(PollKind)),
        (RANKED, [answer(comment="later")], set(PollKind)),
        (MARKS, [answer(Y), answer(Y, N)], {MARKS}),
        (MARKS, [answer(Y), answer(Y, Y)], {MARKS, SEVERAL}),
        (MARKS, [answer(Y), answer(M)], {MARKS}),
        (SEVERAL, [answer(Y), answer(Y)], {MARKS, SEVERAL, ONE}),
        (SEVERAL, [answer(Y, Y)], {MARKS, SEVERAL}),
        (ONE, [answer(Y)], {MARKS, SEVERAL, ONE}),
        (RANKED, [answer(ranking=(OptionId(1),))], {RANKED}),
        (NUMBER, [answer(said="3")], {NUMBER}),
    ],
)
def test_what_every_answer_can_be_said_in_is_open(kind, answers, kinds):
    assert set(open_kinds(poll(kind), answers)) == kinds
    for other in kinds:
        check_new_kind(poll(kind), other, answers, 2 if other.has_options else 0)


def test_an_events_poll_stays_as_it_is():
    assert open_kinds(poll(MARKS, EventId(3)), []) == (MARKS,)
    with pytest.raises(InvalidInput, match="rosters are filled"):
        check_new_kind(poll(MARKS, EventId(3)), ONE, [], 2)


def test_it_says_how_many_answers_would_lose_something_and_what_to_do():
    with pytest.raises(Conflict, match=r"2 answers would lose .* Copy the poll"):
        check_new_kind(poll(MARKS), ONE, [answer(Y), answer(N), answer(Y, Y)], 2)


def test_too_few_options_are_told():
    with pytest.raises(InvalidInput, match="at least two"):
        check_new_kind(poll(NUMBER), ONE, [], 1)
    with pytest.raises(InvalidInput, match="Remove the choices"):
        check_new_kind(poll(ONE), NUMBER, [], 2)
