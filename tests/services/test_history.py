"""Undo of the newest change, and of one that is named."""

from pathlib import Path

import pytest

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.ids import ChangeId
from clubhub.domain.person_drafts import PersonDraft
from clubhub.services.bundle import Services


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return create_club(tmp_path / "new.clubhub", Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki"))


def test_a_named_change_is_undone_though_others_came_after_it(services: Services):
    first = services.posts.write("Hello", "").id
    services.people.add(PersonDraft(given_name="Anna"))
    assert services.history.undo(first).title == "Undo: write the post “Hello”"
    assert services.posts.lines() == []
    assert len(services.people.directory().people) == 1
    assert services.history.redo().title == "Redo: write the post “Hello”"


def test_a_named_change_that_was_written_over_is_refused(services: Services):
    added = services.people.add(PersonDraft(given_name="Anna"))
    saved = services.people.save(added.person.id, PersonDraft(given_name="Anne"), version=added.person.version)
    services.people.save(added.person.id, PersonDraft(given_name="Annika"), version=saved.person.version)
    with pytest.raises(Conflict, match="changed later"):
        services.history.undo(saved.changes.id)
    assert services.people.detail(added.person.id).person.name == "Annika"


def test_what_was_undone_already_is_not_undone_again(services: Services):
    first = services.posts.write("Hello", "").id
    services.history.undo()
    with pytest.raises(Conflict, match="undone already"):
        services.history.undo(first)
    with pytest.raises(NotFound):
        services.history.undo(ChangeId(99))


def test_what_changed_nothing_has_no_number(services: Services):
    assert services.people.remove([]).id is None
