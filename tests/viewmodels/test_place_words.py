"""The words of a place's panel."""

from datetime import datetime

import pytest

from clubhub.services.empty_place import Alternatives, Crowd, HeadCount, Where, WhyEmpty
from clubhub.viewmodels.place_words import besides_sentence, proof

pytestmark = pytest.mark.usefixtures("qapp")


def why(**values: object) -> WhyEmpty:
    return WhyEmpty(**{"asked": 5, "able": 2, "counts": (), "is_proved": False, "remedy": "", **values})


def test_others_are_told_with_where_they_are():
    counts = (HeadCount(where=Where.BUSY, count=6), HeadCount(where=Where.RESTING, count=1))
    told = besides_sentence(Alternatives(others=7, counts=counts))
    assert told == "7 others could: 6 are on another place then and 1 needs the rest"
    assert besides_sentence(Alternatives(others=0, counts=())) == "Nobody else could come then"


def test_a_crowd_is_told_with_its_moment_and_numbers():
    told = proof(why(crowd=Crowd(at=datetime.fromisoformat("2027-06-13T10:00"), places=30, people=12)))
    assert told.startswith("Proved: at ")
    assert told.endswith("10:00 30 places want somebody, and only 12 people could take any of them.")
    assert proof(why()) == ""
    assert proof(why(is_proved=True)).startswith("Proved: no plan fills this place")
