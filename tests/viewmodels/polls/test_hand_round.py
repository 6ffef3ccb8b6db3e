"""Names are found by the beginnings of their parts, and the coordinator's word is kept as a digest alone."""

import pytest

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.viewmodels.polls.hand_round import FEW_PEOPLE, MOST_FOUND, KeptWord, found_people

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
