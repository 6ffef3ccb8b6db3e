"""The difference table's model: what is left out takes along what depends on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.domain.test_fill_proposals import AINO, BO, CIA, EVENING, MORNING, NOON, difference

from clubhub.services.roster_filling import FillProgress
from clubhub.viewmodels.fill_proposal import CHECK, KIND, WAY, WHO, DifferenceModel
from clubhub.viewmodels.fill_steps import FillSteps

pytestmark = pytest.mark.usefixtures("qapp")

LEAVES, JOINS, ALONE = (
    difference(AINO, MORNING, EVENING),
    difference(BO, None, MORNING),
    difference(CIA, None, NOON),
)


@pytest.fixture
def model():
    made = DifferenceModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_differences([LEAVES, JOINS, ALONE])
    return made


def test_everything_is_chosen_at_first(model):
    assert model.chosen == {LEAVES.key, JOINS.key, ALONE.key}
    assert model.index(0, CHECK).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_what_depends_on_one_left_out_goes_along_and_is_told(model, qtbot):
    with qtbot.waitSignal(model.followed) as told:
        model.set_chosen(0, is_chosen=False)

    assert told.args == [1]
    assert model.chosen == {ALONE.key}


def test_what_one_needs_comes_back_with_it(model):
    model.set_chosen(0, is_chosen=False)
    model.set_chosen(1, is_chosen=True)
    assert model.chosen == {LEAVES.key, JOINS.key, ALONE.key}


def test_a_checkbox_is_set_through_the_model(model):
    assert model.setData(model.index(2, CHECK), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.chosen == {LEAVES.key, JOINS.key}
    assert not model.setData(model.index(2, WHO), "Dan", Qt.ItemDataRole.EditRole)


def test_what_was_left_out_stays_so_in_a_better_plan(model):
    model.set_chosen(2, is_chosen=False)
    model.set_differences([ALONE, LEAVES])
    assert model.chosen == {LEAVES.key}


def test_a_row_is_told_in_words(model):
    assert model.index(0, KIND).data() == "Moved"
    assert model.index(1, WHO).data() == "Bo Ek"
    assert model.index(0, WAY).data() == "Runner, Saturday 08:00–12:00 → Runner, Saturday 17:00–20:00"
    spoken = model.index(0, CHECK).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Moved: Aino Salo, from Runner")
    assert spoken.endswith("accepted")


def test_steps_follow_what_the_engine_says():
    steps = FillSteps(("required", "optional", "if_need_be", "fairness"))
    steps.hear(FillProgress(stage="read", answers=12, people=40, households=31))
    steps.hear(FillProgress(stage="first"))
    assert [(step.text, step.state) for step in steps.steps()][:2] == [
        ("Read 12 answers and 40 people", "done"),
        ("Filling every place that can be filled", "now"),
    ]
    steps.hear(FillProgress(stage="fairness"))
    assert steps.steps()[-1].text == "Sharing the work fairly among 31 households"
    assert 0.5 < steps.share < 1
    steps.end()
    assert {step.state for step in steps.steps()} == {"done"}
    assert steps.steps()[-1].text == "Shared the work fairly among 31 households"
    assert steps.share == 1


def test_a_large_roster_is_told_part_by_part():
    steps = FillSteps(("required", "withdrawn", "fairness"))
    steps.hear(FillProgress(stage="read", answers=5000, people=5000, households=3000))
    steps.hear(FillProgress(stage="parts"))
    assert [step.text for step in steps.steps()][1:] == ["Making the plan better, part by part"]
