"""A table that nobody says a poll for is taken to the one its columns fit, and to none where several do."""

from pathlib import Path

import pytest
from tests.demo_copies import make_filled, opened_copy

from clubhub.domain.errors import Conflict
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import PollKind
from clubhub.services.answer_sources import AnswerSource
from clubhub.services.answer_targets import PollMeant
from clubhub.services.bundle import Services
from clubhub.support.resources import resource


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture
def services(filled: Path, tmp_path: Path) -> Services:
    """With polls that share some of their labels."""
    services = opened_copy(filled, tmp_path / "demo.clubhub")
    services.poll_editing.create(PollDraft(name="Shirts", labels=("Red", "Blue", "Green")))
    services.poll_editing.create(PollDraft(name="Caps", labels=("Red", "Blue")))
    services.poll_editing.create(PollDraft(name="Order", labels=("North", "South"), kind=PollKind.RANKED))
    return services


def meant_by(services: Services, heading: str) -> PollMeant:
    return services.answer_sources.meant(AnswerSource(text=f"{heading}\nAnna Lind{',yes' * heading.count(',')}\n"))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Name,Red,Blue", PollMeant(poll="Caps")),
        ("Name,Red,Green", PollMeant(poll="Shirts")),
        ("Name,Red,Yellow", PollMeant(is_new=True)),
        ("Name,North,South", PollMeant(is_new=True)),
        ("Name,2031-01-01 10:00,2031-01-02 10:00", PollMeant(is_new=True)),
        ("Name,2027-06-12 10:10,2027-06-13 10:20", PollMeant(poll="Kvarken Games: when can you come?")),
    ],
)
def test_the_columns_say_which_poll_it_is(services: Services, heading: str, expected: PollMeant):
    assert meant_by(services, heading) == expected


def test_an_event_without_a_poll_is_meant_by_its_days(services: Services):
    for view in services.polls.polls():
        services.poll_editing.remove(view.poll.id)
    source = AnswerSource(paths=(resource("demo", "answers.csv"),))
    assert services.answer_sources.meant(source) == PollMeant(event="Kvarken Games")


def test_several_that_fit_are_named_and_none_is_chosen(services: Services):
    services.poll_editing.create(PollDraft(name="Scarves", labels=("Red", "Blue")))
    with pytest.raises(Conflict, match="“Caps”, “Scarves”"):
        meant_by(services, "Name,Red,Blue")


def test_words_say_their_poll_themselves(services: Services):
    assert services.answer_sources.meant(AnswerSource(text="Anna can come")) == PollMeant()
