"""Fields are saved one after another; what others change meanwhile is told, and what was typed stays."""

import pytest
from PySide6.QtCore import QObject

from clubhub.app import create_club
from clubhub.domain.clubs import Club
from clubhub.domain.person_drafts import PersonDraft
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.people.editor import PersonEditor


class Desk:
    """An editor on a real club, and what it said."""

    def __init__(self, path, qtbot):
        self.services = create_club(path, Club(name="Kvarnö", time_zone="Europe/Helsinki", region="FI"))
        self.people = self.services.people
        self.person = self.people.add(PersonDraft(given_name="Signe", family_name="Ek")).person
        self.jobs = JobRunner()
        self.parent = QObject()
        self.editor = PersonEditor(self.people, self.jobs, self.parent)
        self.qtbot = qtbot
        self.saved, self.refused, self.overtaken = [], [], []
        self.editor.saved.connect(self.saved.append)
        self.editor.refused.connect(self._refuse)
        self.editor.overtaken.connect(self.overtaken.append)
        with qtbot.waitSignal(self.editor.shown):
            self.editor.open(self.person.id)

    def _refuse(self, names, sentence):
        self.refused.append((set(names), sentence))

    def kept(self):
        return self.people.detail(self.person.id).draft

    def change_elsewhere(self, **fields):
        detail = self.people.detail(self.person.id)
        draft = PersonDraft(**{"given_name": "Signe", "family_name": "Ek", **fields})
        self.people.save(self.person.id, draft, version=detail.person.version)


@pytest.fixture
def desk(tmp_path, qtbot):
    desk = Desk(tmp_path / "club.clubhub", qtbot)
    yield desk
    desk.jobs.shut_down()


def test_quick_edits_of_several_fields_are_all_kept(desk, qtbot):
    desk.editor.put("note", "Brings cake.")
    desk.editor.put("emails", ("signe@example.org",))
    desk.editor.put("household", "Ek")
    qtbot.waitUntil(lambda: desk.kept().household == "Ek")
    assert (desk.kept().note, desk.kept().emails) == ("Brings cake.", ("signe@example.org",))
    assert desk.refused == desk.overtaken == []


def test_what_cannot_be_kept_is_refused_and_stays_typed(desk, qtbot):
    desk.editor.put("emails", ("nowhere",))
    qtbot.waitUntil(lambda: bool(desk.refused))
    assert desk.refused[0][0] == {"emails"}
    assert "no mail address" in desk.refused[0][1]
    assert desk.editor.unsaved == {"emails": ("nowhere",)}
    assert desk.kept().emails == ()


def test_another_field_changed_elsewhere_is_no_conflict(desk, qtbot):
    desk.change_elsewhere(note="from the other desk")
    desk.editor.put("household", "Ek")
    qtbot.waitUntil(lambda: desk.kept().household == "Ek")
    assert desk.kept().note == "from the other desk"
    assert desk.overtaken == []


@pytest.mark.parametrize(("choice", "note"), [("keep_mine", "mine"), ("take_theirs", "theirs")])
def test_the_same_field_changed_elsewhere_is_told_and_settled(desk, qtbot, choice, note):
    desk.change_elsewhere(note="theirs")
    desk.editor.put("note", "mine")
    qtbot.waitUntil(lambda: bool(desk.overtaken))
    assert desk.overtaken == [frozenset({"note"})]
    assert (desk.kept().note, desk.editor.unsaved) == ("theirs", {"note": "mine"})
    getattr(desk.editor, choice)()
    qtbot.waitUntil(lambda: desk.kept().note == note)
    assert desk.editor.unsaved == {}


def test_while_somebody_types_a_newer_state_is_not_mixed_in(desk, qtbot):
    desk.editor.hold(is_typing=True)
    desk.change_elsewhere(note="theirs")
    before = desk.editor.detail
    desk.editor.reload()
    desk.jobs.wait()
    qtbot.wait(50)
    assert desk.editor.detail is before
    desk.editor.put("note", "mine")
    qtbot.waitUntil(lambda: bool(desk.overtaken))


def test_a_choice_that_waits_is_not_settled_by_another_change(desk, qtbot):
    desk.change_elsewhere(note="theirs")
    desk.editor.put("note", "mine")
    qtbot.waitUntil(lambda: bool(desk.overtaken))
    desk.change_elsewhere(note="theirs", household="Ek")
    desk.editor.reload()
    qtbot.waitUntil(lambda: len(desk.overtaken) == 2)
    assert (desk.kept().note, desk.editor.unsaved) == ("theirs", {"note": "mine"})


def test_what_waits_behind_a_save_is_saved_though_somebody_else_is_opened(desk, qtbot):
    other = desk.people.add(PersonDraft(given_name="Otto")).person
    desk.editor.put("note", "Brings cake.")
    desk.editor.put("household", "Ek")
    desk.editor.open(other.id)
    qtbot.waitUntil(lambda: (desk.kept().note, desk.kept().household) == ("Brings cake.", "Ek"))
    qtbot.waitUntil(lambda: desk.editor.detail is not None and desk.editor.detail.person.id == other.id)


def test_what_was_typed_and_not_kept_is_said_when_the_person_is_left(desk, qtbot):
    desk.change_elsewhere(note="theirs")
    desk.editor.put("note", "mine")
    with qtbot.waitSignal(desk.editor.failed) as told:
        desk.editor.close()
        desk.jobs.wait()
    assert str(told.args[0]).startswith("What you changed for Signe Ek is not in the club: “mine”. Somebody changed")


def test_a_choice_that_nobody_made_is_said_when_the_person_is_left(desk, qtbot):
    desk.change_elsewhere(note="theirs")
    desk.editor.put("note", "mine")
    qtbot.waitUntil(lambda: bool(desk.overtaken))
    with qtbot.waitSignal(desk.editor.failed) as told:
        desk.editor.close()
    assert str(told.args[0]) == "What you changed for Signe Ek is not in the club: “mine”."


def test_what_is_typed_for_somebody_who_was_removed_is_saved_once_they_are_back(desk, qtbot):
    changes = desk.people.remove([desk.person.id])
    with qtbot.waitSignal(desk.editor.lost) as told:
        desk.editor.put("note", "mine")
    assert told.args[0] == "Signe Ek"
    assert desk.editor.unsaved == {"note": "mine"}
    desk.services.history.undo(changes.id)
    desk.editor.reload()
    qtbot.waitUntil(lambda: desk.kept().note == "mine")


def test_somebody_who_was_removed_is_told(desk, qtbot):
    desk.people.remove([desk.person.id])
    with qtbot.waitSignal(desk.editor.gone):
        desk.editor.reload()
    assert desk.editor.person_id is None
