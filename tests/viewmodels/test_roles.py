"""Roles in words."""

from clubhub.domain.events import Role
from clubhub.domain.people import AgeBand, Skill
from clubhub.domain.role_edits import PRIORITIES
from clubhub.services.roles import RoleDirectory
from clubhub.viewmodels.roles import needs_text, priority_names, role_columns, role_id_of, role_lines, who_text
from clubhub.viewmodels.table_model import RowTableModel

STARTER = Role(id=1, name="Starter", skills=(5,), minimum_age=AgeBand.FROM_16, priority=1, is_opt_in=True)
RUNNER = Role(id=2, name="Runner")
DIRECTORY = RoleDirectory(
    roles=(STARTER, RUNNER), skills={5: Skill(id=5, name="Starting")}, people={}, signed_up={1: (8, 9)}
)


def test_every_priority_has_words_of_its_own():
    assert list(priority_names()) == list(PRIORITIES)
    assert len(set(priority_names().values())) == len(PRIORITIES)


def test_a_line_says_what_a_role_needs_and_who_may_do_it():
    starter, runner = role_lines(DIRECTORY)
    assert (needs_text(starter), who_text(starter)) == ("Starting, from 16 years", "Only who signed up: 2 people")
    assert (needs_text(runner), who_text(runner)) == ("", "Everybody")


def test_the_table_shows_priorities_in_words(qtmodeltester):
    model = RowTableModel(role_columns(), role_id_of)
    model.set_rows(role_lines(DIRECTORY))
    qtmodeltester.check(model)
    assert [model.index(row, 1).data() for row in range(2)] == ["first of all", "as usual"]
