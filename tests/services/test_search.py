"""Anything in the club is found by a few letters."""

import pytest
from tests.demo_copies import make_demo

from clubhub.app import build_services


@pytest.fixture
def services(tmp_path):
    return build_services(make_demo(tmp_path / "demo.clubhub"))


def test_people_events_polls_and_posts_are_found_by_beginnings(services):
    assert services.search.find("malin holmg")[0].name == "Malin Holmgård"
    kinds = {found.kind for found in services.search.find("kvarken")}
    assert kinds == {"event", "poll", "post"}


def test_accents_do_not_matter_and_mail_addresses_count(services):
    person = next(p for p in services.people.directory().people if p.emails)
    assert person.name in [found.name for found in services.search.find(person.emails[0])]
    assert [found.name for found in services.search.find("holmgard")]


@pytest.mark.parametrize("words", ["", "   ", '"', "AND OR NOT", "*", "zzzzzz", "a" * 500])
def test_odd_words_find_nothing_or_something_but_never_fail(services, words):
    assert isinstance(services.search.find(words), list)
