"""Asking again: only who is silent, never twice in two days, by each one's road, in words that grow shorter."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import AnswerId, HouseholdId, PersonId, PollId, ReminderId
from clubhub.domain.people import AgeBand, Channel, Person
from clubhub.domain.polls import Answer, Reminder
from clubhub.domain.reminders import PAUSE, reminder_round, reminder_subject, reminder_words

NOW = datetime(2027, 6, 1, 18, tzinfo=UTC)
POLL = PollId(1)


def somebody(number: int, name: str, **fields) -> Person:
    fields.setdefault("emails", (f"{name.lower()}@example.org",))
    return Person(id=PersonId(number), given_name=name, family_name="Granlöv", **fields)


ARVID, MAJ = somebody(1, "Arvid"), somebody(2, "Maj", emails=(), phones=("+358505550102",))
PARENT = somebody(3, "Signe", household_id=HouseholdId(1), is_guardian=True)
CHILD = somebody(4, "Tuva", household_id=HouseholdId(1), age_band=AgeBand.UNDER_13)


def reminded(person: Person, *hours_ago: float) -> list[Reminder]:
    return [
        Reminder(
            id=ReminderId(person.id * 100 + at), poll_id=POLL, person_id=person.id, channel=Channel.MAIL,
            reminded_at=NOW - timedelta(hours=hours),
        )
        for at, hours in enumerate(hours_ago)
    ]  # fmt: skip


def test_each_silent_person_is_reached_by_their_own_road():
    found = reminder_round([ARVID, MAJ], [ARVID, MAJ], [], NOW)
    assert [(one.recipient.person, one.recipient.channel, one.times) for one in found.to_remind] == [
        (ARVID, Channel.MAIL, 0),
        (MAJ, Channel.SMS, 0),
    ]
    assert found.left_out == ()


@pytest.mark.parametrize(
    ("hours", "why"),
    [(0.5, "Asked within the last hour."), (1, "Asked 1 hour ago."), (47.9, "Asked 47 hours ago.")],
)
def test_who_was_asked_less_than_two_days_ago_is_left_out_and_it_says_when(hours, why):
    found = reminder_round([ARVID], [ARVID], reminded(ARVID, hours), NOW)
    assert found.to_remind == ()
    assert found.left_out[0].why == why


def test_after_two_days_somebody_is_asked_again_and_after_three_times_no_more():
    assert reminder_round([ARVID], [ARVID], reminded(ARVID, 48), NOW).to_remind[0].times == 1
    assert reminder_round([ARVID], [ARVID], reminded(ARVID, 100, 48), NOW).to_remind[0].times == 2
    found = reminder_round([ARVID], [ARVID], reminded(ARVID, 150, 100, 48), NOW)
    assert [one.why for one in found.left_out] == ["Asked 3 times already: better call."]


def test_a_child_is_asked_through_the_guardian_in_one_letter_with_their_own():
    alone = reminder_round([CHILD], [PARENT, CHILD], [], NOW)
    assert [(one.recipient.person, one.silent) for one in alone.to_remind] == [(PARENT, (CHILD,))]
    both = reminder_round([PARENT, CHILD], [PARENT, CHILD], [], NOW)
    assert [(one.recipient.person, one.silent) for one in both.to_remind] == [(PARENT, (PARENT, CHILD))]
    words = reminder_words(both.to_remind[0], "Camp", "")
    assert "your answer and that of Tuva" in words
    assert "the answer of Tuva" in reminder_words(alone.to_remind[0], "Camp", "")


def test_who_has_no_road_is_left_out_with_the_reason():
    nobody = somebody(9, "Edvin", emails=())
    found = reminder_round([nobody], [nobody], [], NOW)
    assert found.to_remind == ()
    assert "No mail address and no phone number" in found.left_out[0].why


def test_the_words_differ_by_how_often_somebody_was_asked_and_name_the_deadline():
    rounds = [reminder_round([ARVID], [ARVID], reminded(ARVID, *hours), NOW) for hours in ((), (50,), (50, 100))]
    texts = [reminder_words(one.to_remind[0], "Camp", "Thu 3 June 20:00") for one in rounds]
    assert len(set(texts)) == 3
    assert all("until Thu 3 June 20:00" in text and "Arvid" in text and "“Camp”" in text for text in texts)
    assert len(texts[0]) > len(texts[1])
    assert "last call" in texts[2]
    assert [reminder_subject("Camp", times) for times in range(3)] == [
        "Your answer is missing: Camp",
        "Your answer is missing: Camp",
        "Last call: Camp",
    ]


def test_a_comment_alone_is_an_answer_and_an_empty_row_is_none():
    empty = Answer(id=AnswerId(1), poll_id=POLL, person_id=ARVID.id, answered_at=NOW)
    assert not empty.says_anything
    assert Answer(id=AnswerId(1), poll_id=POLL, comment="Ask me on Friday", answered_at=NOW).says_anything
    assert Answer(id=AnswerId(1), poll_id=POLL, said="3", answered_at=NOW).says_anything


@given(st.lists(st.floats(min_value=0, max_value=400), max_size=5))
def test_nobody_is_ever_asked_twice_within_two_days(hours):
    found = reminder_round([ARVID], [ARVID], reminded(ARVID, *hours), NOW)
    assert len(found.to_remind) + len(found.left_out) == 1
    if found.to_remind:
        assert all(timedelta(hours=one) >= PAUSE - timedelta(microseconds=1) for one in hours)
