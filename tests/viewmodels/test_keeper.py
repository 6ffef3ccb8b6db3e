"""Two edits of the same thing: mixed where they can be, told where they can't."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.keeper import Keeper, mix

pytestmark = pytest.mark.usefixtures("qapp")

FIELDS = st.fixed_dictionaries({name: st.sampled_from("abc") for name in ("one", "two", "three")})


@given(base=FIELDS, mine=FIELDS, theirs=FIELDS)
def test_every_change_is_kept_or_told(base, mine, theirs):
    mixed = mix(base, mine, theirs)
    for name in base:
        if mine[name] != base[name]:
            assert mixed.values[name] == mine[name]
            assert (name in mixed.both) == (theirs[name] not in {base[name], mine[name]})
        else:
            assert mixed.values[name] == theirs[name]
            assert name not in mixed.both


class Shelf:
    """One thing that is kept with a version, and refuses what was made from an older one."""

    def __init__(self) -> None:
        self.thing = {"version": 1, "name": "base", "town": "base"}
        self.is_gone = False

    def read(self):
        if self.is_gone:
            raise NotFound("gone")
        return dict(self.thing)

    def save(self, seen, values):
        if self.is_gone and seen is not None:
            raise NotFound("gone")
        if values["name"] == "":
            raise InvalidInput("no name")
        if seen is not None and seen["version"] != self.thing["version"]:
            raise Conflict("stale")
        self.thing = {**values, "version": self.thing["version"] + 1}
        return "kept"

    def change(self, **fields):
        self.thing = {**self.thing, **fields, "version": self.thing["version"] + 1}


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def keeper(shelf):
    owner, jobs = QObject(), JobRunner()
    made = Keeper(jobs, owner, save=shelf.save, values_of=fields_of, read=shelf.read, seen=shelf.read())
    yield made
    jobs.shut_down()
    owner.deleteLater()


def fields_of(thing):
    return {name: thing[name] for name in ("name", "town")}


def test_fields_that_only_one_has_changed_are_mixed(keeper, shelf, qtbot):
    shelf.change(town="theirs")
    with qtbot.waitSignal(keeper.kept):
        keeper.put({"name": "mine", "town": "base"})
    assert fields_of(shelf.thing) == {"name": "mine", "town": "theirs"}


def test_a_field_that_both_have_changed_waits_for_a_choice(keeper, shelf, qtbot):
    shelf.change(name="theirs", town="theirs")
    with qtbot.waitSignal(keeper.overtaken) as told:
        keeper.put({"name": "mine", "town": "base"})
    mixed = told.args[0]
    assert (mixed.both, mixed.values) == ({"name"}, {"name": "mine", "town": "theirs"})
    assert shelf.thing["name"] == "theirs"
    with qtbot.waitSignal(keeper.kept):
        keeper.put(mixed.values)
    assert fields_of(shelf.thing) == {"name": "mine", "town": "theirs"}


def test_a_refusal_that_nobody_else_caused_is_passed_on_at_once(keeper, shelf, qtbot):
    with qtbot.waitSignal(keeper.refused) as told:
        keeper.put({"name": "", "town": "base"})
    assert str(told.args[0]) == "no name"
    shelf.save = lambda _seen, _values: (_ for _ in ()).throw(Conflict("several are called so"))
    keeper._save = shelf.save
    with qtbot.waitSignal(keeper.refused) as told:
        keeper.put({"name": "mine", "town": "base"})
    assert str(told.args[0]) == "several are called so"


def test_what_is_gone_is_told_and_can_be_made_anew(keeper, shelf, qtbot):
    shelf.is_gone = True
    with qtbot.waitSignal(keeper.gone):
        keeper.put({"name": "mine", "town": "base"})
    keeper.make_anew()
    with qtbot.waitSignal(keeper.kept):
        keeper.put({"name": "mine", "town": "base"})
    assert shelf.thing["name"] == "mine"


def test_a_newer_state_is_mixed_into_what_is_being_typed(keeper, shelf, qtbot):
    shelf.change(town="theirs")
    assert keeper.look(shelf.read(), {"name": "mine", "town": "base"}) == {"name": "mine", "town": "theirs"}
    shelf.change(name="theirs")
    with qtbot.waitSignal(keeper.overtaken):
        assert keeper.look(shelf.read(), {"name": "mine", "town": "theirs"})["name"] == "mine"
