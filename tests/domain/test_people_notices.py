"""What the coordinator is told about the people."""

from datetime import UTC, date, datetime

import pytest
from tests.domain.roster_parts import AIDER, EVENT, FIRST_AID, SKILLS, STARTER, person, roster, shift

from clubhub.domain.ids import AnswerId, HouseholdId, OptionId, PollId
from clubhub.domain.notices import Notice, NoticeKind
from clubhub.domain.people import Channel, Person
from clubhub.domain.people_notices import lapsing_notices, people_notices, unanswered_notices
from clubhub.domain.polls import Answer, Mark, Poll

AINO = person(1, "Aino Vik", phones=("+358505550101",))
BENGT = person(2, "Bengt Ås", emails=("bengt@example.org",))
POLL = Poll(id=PollId(1), name="Kvarken Games", event_id=EVENT.id)
WEEKEND = roster(
    shift(1, "2027-06-12 08:00", "2027-06-12 12:00", AIDER), shift(2, "2027-06-13 08:00", "2027-06-13 12:00", AIDER)
)


def kinds(notices: list[Notice]) -> list[tuple]:
    return [(notice.kind, notice.person_ids) for notice in notices]


def answer(someone: Person, *options: int, day: int = 1) -> Answer:
    return Answer(
        id=AnswerId(1),
        poll_id=POLL.id,
        person_id=someone.id,
        marks={OptionId(option): Mark.NO for option in options},
        answered_at=datetime(2027, 5, day, tzinfo=UTC),
    )


def test_people_who_can_be_reached_are_nothing_to_tell():
    assert people_notices([AINO, BENGT, person(3, "Carin Ek", preferred_channel=Channel.PAPER)]) == []


def test_a_person_without_mail_and_phone_is_told():
    (notice,) = people_notices([person(3, "Carin Ek")])
    assert notice.sentence == "Carin Ek can't be reached: there is no mail address and no phone number."
    assert kinds([notice]) == [(NoticeKind.NO_CONTACT, (3,))]


def test_a_child_is_reached_through_a_guardian_of_its_household():
    home = HouseholdId(7)
    child = person(3, "Carin Ek", household_id=home)
    mother = person(4, "Disa Ek", household_id=home, is_guardian=True, phones=("+358505550102",))
    brother = person(5, "Emil Ek", household_id=home, phones=("+358505550103",))
    assert people_notices([child, mother]) == []
    assert kinds(people_notices([child, brother])) == [(NoticeKind.NO_CONTACT, (3,))]


def test_two_people_of_one_name_are_told_once_also_if_accents_differ():
    twin = person(3, "Áino Vik", phones=("+358505550104",))
    (notice,) = people_notices([AINO, BENGT, twin])
    assert kinds([notice]) == [(NoticeKind.SAME_NAME, (1, 3))]
    assert notice.sentence.startswith("2 people are called Aino Vik.")


def test_everybody_answered_is_nothing_to_tell():
    assert unanswered_notices(POLL, [AINO], [answer(AINO, 1)]) == []


def test_who_has_not_answered_is_counted_and_the_first_are_named():
    crowd = [person(number, f"Helper {number}") for number in range(10, 17)]
    (notice,) = unanswered_notices(POLL, [AINO, *crowd], [answer(AINO, 1)])
    assert notice.sentence == (
        "7 of 8 people have not answered the poll “Kvarken Games”: "
        "Helper 10, Helper 11, Helper 12, Helper 13, Helper 14, 2 more."
    )
    assert len(notice.person_ids) == 7


def test_one_who_has_not_answered_is_one_and_a_name_in_braces_does_no_harm():
    (notice,) = unanswered_notices(POLL, [AINO, person(3, "{all} Ek")], [answer(AINO, 1)])
    assert notice.sentence == "1 of 2 people has not answered the poll “Kvarken Games”: {all} Ek."


def test_an_answer_without_marks_and_one_taken_back_are_no_answers():
    notices = unanswered_notices(POLL, [AINO, BENGT], [answer(AINO), answer(BENGT, 1), answer(BENGT, day=2)])
    assert kinds(notices) == [(NoticeKind.NOT_ANSWERED, (1, 2))]


@pytest.mark.parametrize(
    ("lapses_on", "is_told"),
    [
        (date(2027, 5, 12), False),  # long ago: the person knows
        (date(2027, 5, 13), True),
        (date(2027, 6, 12), True),  # after the first day
        (date(2027, 6, 13), False),
        (None, False),
    ],
)
def test_a_needed_skill_that_lapses_shortly_before_or_during_the_event_is_told(lapses_on: date | None, is_told: bool):
    aider = person(3, "Carin Ek", (FIRST_AID, lapses_on))
    assert kinds(lapsing_notices(WEEKEND, [aider], SKILLS)) == [(NoticeKind.SKILL_LAPSES_SOON, (3,))] * is_told


def test_a_lapsing_skill_is_told_with_its_day_and_until_when_it_is_needed():
    (notice,) = lapsing_notices(WEEKEND, [person(3, "Carin Ek", (FIRST_AID, date(2027, 6, 12)))], SKILLS)
    assert notice.sentence == (
        "The skill First aid of Carin Ek lapses on Sat 12 June 2027; Kvarken Games needs it until Sun 13 June 12:00. "
        "Ask for its renewal."
    )


def test_a_skill_that_no_role_needs_may_lapse():
    assert lapsing_notices(WEEKEND, [person(3, "Carin Ek", (STARTER, date(2027, 6, 12)))], SKILLS) == []
