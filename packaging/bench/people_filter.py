"""From a key in the filter to the repainted list, with 100,000 people, beside a QSortFilterProxyModel.

Both show the same rows in the same kind of view, offscreen; each key is sent as an event, and the view is repainted
at once. `people_filter.py [PEOPLE]`
"""

import os
import sys
from datetime import date
from statistics import quantiles
from time import perf_counter
from typing import cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from people_import import made_up
from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (  # noqa: TID251  measures a widget
    QApplication,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from clubhub.domain.ids import GroupId, HouseholdId, PersonId, SkillId, new_id
from clubhub.domain.people import Group, Household, Person, Skill, SkillGrant
from clubhub.services.people import PeopleDirectory, PeopleOverview, PeopleService
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.people.list import PeopleListing
from clubhub.viewmodels.people.rows import PersonRow, people_rows
from clubhub.viewmodels.table_model import Column, RowTableModel
from clubhub.widgets.people.list_area import ListArea
from clubhub.widgets.theme import Theme

PEOPLE = 100_000
AIM_MS = 100
TODAY = date(2027, 6, 1)
TYPED = ("astrid", "berg", "eklund", "1234", "sand", "0401000", "x")
"""Each is typed letter by letter and taken back letter by letter."""

_Figures = dict[str, list[float]]


def main(arguments: list[str]) -> None:
    members = int(arguments[0]) if arguments else PEOPLE
    app = QApplication([])
    theme = Theme(app, scheme="light")
    everybody = overview(members)
    begin = perf_counter()
    rows = people_rows(everybody)
    prepared = perf_counter() - begin
    figures = {"QSortFilterProxyModel": with_proxy(app, rows), "ClubHub's list": with_page(app, theme, everybody)}
    print(f"{members:,} people, {2 * sum(map(len, TYPED))} keys, on {os.cpu_count()} cores, offscreen.")
    print("Baseline: the same rows behind a QSortFilterProxyModel that looks for the text in the folded column.")
    print(f"Aim: p95 under {AIM_MS} ms. Working the rows out, in the pool, once per reading: {prepared:.2f} s.\n")
    print_figures(figures)


def overview(members: int) -> PeopleOverview:
    """Those of the import's benchmark, every third with a skill."""
    groups = {GroupId(n): Group(id=GroupId(n), name=f"Group {n}") for n in range(1, 51)}
    skills = {
        SkillId(100 + n): Skill(id=SkillId(100 + n), name=name)
        for n, name in enumerate(("First aid", "Judge", "Starter"))
    }
    households = {
        HouseholdId(1000 + n): Household(id=HouseholdId(1000 + n), name=f"Household {n}")
        for n in range(members // 3 + 1)
    }
    people = tuple(
        Person(
            id=PersonId(new_id()),
            given_name=given,
            family_name=family,
            emails=(mail,),
            phones=(phone,),
            household_id=HouseholdId(1000 + n // 3),
            groups=(GroupId(n % 50 + 1),),
            skills=(SkillGrant(skill_id=SkillId(100 + n % 9 // 3), expires_on=date(2027, 5 + n % 4, 1)),)
            if n % 3 == 0
            else (),
        )
        for n, (given, family, mail, phone, _household, _group) in enumerate(made_up(members))
    )
    directory = PeopleDirectory(people=people, households=households, groups=groups, skills=skills)
    return PeopleOverview(directory=directory, today=TODAY, duty_ends={})


class KnownPeople:
    """What the page asks of the club, without a file."""

    def __init__(self, everybody: PeopleOverview) -> None:
        self._everybody = everybody

    def overview(self) -> PeopleOverview:
        return self._everybody


def with_page(app: QApplication, theme: Theme, everybody: PeopleOverview) -> list[float]:
    """The page's own list and filter, as they stand in the window."""
    jobs = JobRunner()
    listing = PeopleListing(cast("PeopleService", KnownPeople(everybody)), jobs, jobs)
    area = ListArea(listing, theme)
    listing.reload()
    while not listing.total:
        app.processEvents()
    area.resize(1100, 860)
    area.show()
    return typed_times(app, area.filter.field, area.table)


def with_proxy(app: QApplication, rows: list[PersonRow]) -> list[float]:
    columns: list[Column[PersonRow]] = [Column(key="searched", heading="Searched", text=lambda row: row.searched)]
    columns += [Column(key="name", heading="Name", text=lambda row: row.name)]
    model = RowTableModel(columns, lambda row: row.id)
    model.set_rows(sorted(rows, key=lambda row: row.order))
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    view, field = QTableView(), QLineEdit()
    view.setModel(proxy)
    field.textChanged.connect(proxy.setFilterFixedString)
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(view)
    page.resize(1100, 860)
    page.show()
    return typed_times(app, field, view)


def typed_times(app: QApplication, field: QLineEdit, view: QTableView) -> list[float]:
    """Milliseconds of each key, to the end of the repaint."""
    app.processEvents()
    times = []
    for words in TYPED:
        for key in [*words, *[None] * len(words)]:
            begin = perf_counter()
            if key is None:
                QTest.keyClick(field, Qt.Key.Key_Backspace)
            else:
                QTest.keyClicks(field, key)
            view.viewport().repaint()
            times.append((perf_counter() - begin) * 1000)
            app.processEvents()
    return times


def print_figures(figures: _Figures) -> None:
    print(f"{'':24}{'median ms':>10}{'p95 ms':>9}{'most ms':>9}")
    for name, times in figures.items():
        cuts = quantiles(times, n=20)
        print(f"{name:24}{cuts[9]:10.1f}{cuts[18]:9.1f}{max(times):9.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
