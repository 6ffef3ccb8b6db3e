"""The list keeps Qt's rules through filters, also when it is so long that all rows are replaced."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.viewmodels.people import model as people_model
from clubhub.viewmodels.people.model import PeopleModel
from clubhub.viewmodels.people.rows import PersonRow, Reached, SkillChip, SkillState


def row(number, *chips):
    return PersonRow(
        id=number,
        name=f"Person {number}",
        initials="P",
        household="",
        groups="",
        group_ids=(),
        skills=chips,
        skill_ids=(),
        reached=Reached(None, False),
        searched="",
        order="",
    )


def test_rows_are_exchanged_or_replaced_without_breaking_a_rule(monkeypatch):
    model = PeopleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    everybody = [row(number) for number in range(12)]
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows(everybody[:6])
    assert not resets
    monkeypatch.setattr(people_model, "MANY", 10)
    model.set_rows(everybody)
    assert (len(resets), model.rowCount(), model.place_of(11)) == (1, 12, 11)
    monkeypatch.setattr(people_model, "MANY", 100)
    model.set_rows(everybody[3:])
    assert (len(everybody), model.place_of(11)) == (12, 8)


def test_a_cell_says_its_heading_and_what_its_signs_mean():
    model = PeopleModel()
    model.set_rows([row(1, SkillChip("Judge", SkillState.LAPSED, None), SkillChip("Starter", SkillState.SOON, None))])
    spoken = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 3, 4)]
    assert spoken == ["Name: Person 1", "Skills: Judge lapsed; Starter, lapses soon", "Reached by: No contact"]
