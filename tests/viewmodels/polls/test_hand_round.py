"""Names are found by the beginnings of their parts, and the coordinator's word is kept as a digest alone."""

from datetime import UTC, datetime

import pytest

from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option
from clubhub.viewmodels.polls.hand_round import FEW_PEOPLE, MOST_FOUND, KeptWord, found_people, places_left

NOON = datetime(2027, 5, 1, 12, tzinfo=UTC)
NAMES = ("Anna Lind", "Sven-Olof Blomskog", "Åke Öhrvall", "Anna-Maija Suomela", "Maj Lindmyr")
PEOPLE = [Person(id=PersonId(at), given_name=name.split()[0], family_name=name.split()[1])
          for at, name in enumerate(NAMES, 1)]  # fmt: skip
MANY = [Person(id=PersonId(at), given_name=f"Anna{at}") for at in range(1, 40)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lin", ["Anna Lind", "Maj Lindmyr"]), ("an li", ["Anna Lind"]), ("olof", ["Sven-Olof Blomskog"]),
     ("ake OHR", ["Åke Öhrvall"]), ("maija s", ["Anna-Maija Suomela"]), ("xy", [])],
)  # fmt: skip
def test_a_name_is_found_by_the_beginnings_of_its_parts(typed, found):
    assert [person.name for person in found_people(PEOPLE, typed)] == found


def test_of_many_people_nobody_is_listed_until_somebody_types_and_then_only_a_few():
    assert found_people(PEOPLE, " ") == PEOPLE
    assert len(MANY) > FEW_PEOPLE
    assert found_people(MANY, "") == []
    assert len(found_people(MANY, "anna")) == MOST_FOUND


def test_the_word_itself_is_kept_nowhere():
    kept = KeptWord("pool water")
    assert kept.is_it("pool water")
    assert not kept.is_it("Pool water")
    assert not kept.is_it("")
    assert "pool" not in str(vars(kept))


def test_whoever_has_answered_may_hold_a_place_and_is_not_told_that_they_wait():
    option = Option(id=OptionId(1), poll_id=PollId(1), position=0, label="Bus", most=1)
    taken = Answer(id=AnswerId(1), poll_id=PollId(1), marks={option.id: Mark.YES}, answered_at=NOON)
    assert places_left([option], [taken]) == {option.id: "room for 1: full, you may have to wait"}
    assert places_left([option], [taken], has_answered=True) == {
        option.id: "room for 1: full; a place you have stays yours, else you may have to wait"
    }
    assert places_left([option], [], has_answered=True) == {option.id: "room for 1: 1 free"}
