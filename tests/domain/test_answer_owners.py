"""Whose answers are, and which of several counts."""

from datetime import UTC, datetime, timedelta

from clubhub.domain.answer_owners import newest_of_each, whose
from clubhub.domain.ids import AnswerId, PersonId, PollId
from clubhub.domain.polls import Answer, Road

NOON = datetime(2027, 6, 12, 12, tzinfo=UTC)
AINO = PersonId(7)


def given(number: int, hours: int, *, person_id: PersonId | None = None, guest: str = "") -> Answer:
    return Answer(
        id=AnswerId(number), poll_id=PollId(1), person_id=person_id, guest_name=guest, marks={}, road=Road.TYPED,
        answered_at=NOON + timedelta(hours=hours),
    )  # fmt: skip


def test_the_newest_of_each_counts_in_whatever_order_they_are_kept():
    answers = [
        given(1, 3, person_id=AINO), given(2, 1, person_id=AINO), given(3, 2, guest="Eero  Kivi"),
        given(4, 5, guest="eero kivi "),
    ]  # fmt: skip
    for listed in (answers, answers[::-1]):
        assert {key: answer.id for key, answer in newest_of_each(listed).items()} == {AINO: 1, "eero kivi": 4}


def test_a_person_is_not_taken_for_a_guest_of_the_same_name():
    assert whose(AINO, "Eero Kivi") == AINO
    assert whose(None, " Eero  KIVI ") == whose(None, "eero kivi") == "eero kivi"
