"""The grid's model: what it says of each cell, how marks and counts change, and how it finds a name."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.viewmodels.polls.poll_samples import FIRST, M, N, Y, answer, board_of, option, show_board

from clubhub.domain.poll_results import Counts, Rule
from clubhub.viewmodels.polls.grid import MARK_ROLE, SILENT_ROLE, WAITS, PollGridModel
from clubhub.viewmodels.polls.grid_rows import find_name

pytestmark = pytest.mark.usefixtures("qapp")

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model():
    made = PollGridModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show_board(
        made, board_of(answer(1, Y, M, N), answer(2, Y, None, Y, comment="rings back"), answer(9, N, guest="Tuuli"))
    )
    return made


def test_people_come_in_order_and_guests_after_them(model):
    assert [row.name for row in model.rows] == [
        "Signe Backlund",
        "Oskar Lindmyr",
        "Maj Sjöblad",
        "Åke Öhrvall",
        "Tuuli",
    ]
    assert [row.name for row in model.silent()] == ["Maj Sjöblad", "Åke Öhrvall"]
    assert model.answered == 3


def test_every_cell_says_whose_it_is_when_and_what(model):
    assert model.index(0, 1).data(SPOKEN) == "Signe Backlund, Saturday 12 June 13:00–17:00, if need be"
    assert model.index(2, 0).data(SPOKEN) == "Maj Sjöblad, Saturday 12 June 09:00–13:00, silent"
    assert (model.index(0, 2).data(MARK_ROLE), model.index(1, 1).data(MARK_ROLE)) == (N, None)


def test_headers_say_names_and_counts(model):
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(column, across) for column in range(3)] == ["09:00", "13:00", "09:00"]
    assert model.headerData(0, across, SPOKEN) == "Saturday 12 June 09:00–13:00: 2 yes, 0 if need be, 1 no"
    assert model.headerData(2, down, SPOKEN) == "Maj Sjöblad, silent"
    assert model.headerData(1, down, SPOKEN) == "Oskar Lindmyr: rings back"
    assert [model.headerData(row, down, SILENT_ROLE) for row in (0, 2)] == [False, True]
    assert model.headerData(9, down) is None


def test_a_mark_is_shown_counted_and_told_at_once(model, qtbot):
    with qtbot.waitSignals([model.dataChanged, model.headerDataChanged, model.counted]):
        edit = model.paint_mark(2, 0, Y)
    assert (edit.person_id, edit.option_id, edit.was, edit.mark) == (3, 1, None, Y)
    assert model.counts[0] == Counts(yes=3, no=1, silent=1)
    assert model.answered == 4
    assert model.paint_mark(2, 0, Y) is None


def test_clearing_the_only_mark_makes_the_row_silent(model):
    assert model.paint_mark(4, 0, None).answer_id == 109
    assert model.rows[4].is_silent
    assert model.answered == 2


def test_counts_after_any_marks_are_those_of_the_whole_board(model):
    for row, column, mark in ((0, 0, None), (3, 1, N), (0, 1, Y), (4, 2, M), (3, 1, None)):
        model.paint_mark(row, column, mark)
    kept = list(model.counts)
    again = PollGridModel()
    again.set_rows(model.options, [replace(row, marks=dict(row.marks)) for row in model.rows])
    assert again.counts == kept


def test_the_rule_ranks_and_outlines(model):
    model.set_rule(Rule.MOST_YES)
    assert model.ranks == [1, 3, 2]
    assert model.shown_ranks() == [1, 0, 2]
    model.set_rule(None)
    assert model.shown_ranks() == [0, 0, 0]


def test_so_many_equals_are_not_outlined():
    model = PollGridModel()
    model.set_rule(Rule.MOST_YES)
    show_board(model, board_of(answer(1, *[Y] * 5), options=tuple(option(n, label=f"{n}") for n in range(1, 6))))
    assert model.ranks == [1] * 5
    assert model.shown_ranks() == [0] * 5


def test_the_file_read_again_changes_only_what_differs(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as told:
        show_board(
            model,
            board_of(answer(1, Y, Y, N), answer(2, Y, None, Y, comment="rings back"), answer(9, N, guest="Tuuli")),
        )
    assert (told.args[0].row(), told.args[1].row()) == (0, 0)
    with qtbot.assertNotEmitted(model.counted):
        model.set_rows(model.options, [replace(row, marks=dict(row.marks)) for row in model.rows])


def test_other_people_or_options_show_a_new_grid(model, qtbot):
    with qtbot.waitSignal(model.modelReset):
        show_board(model, board_of(answer(1, Y)))
    assert (model.rowCount(), model.columnCount()) == (4, 3)
    assert model.rowCount(model.index(0, 0)) == 0


@pytest.mark.parametrize(
    ("typed", "place"), [("o", 1), ("lind", 1), ("SJÖ", 2), ("tuuli", 4), ("s", 0), ("zz", None), ("", None)]
)
def test_a_name_is_found_by_the_beginning_of_any_of_its_words(model, typed, place):
    assert find_name(model.rows, typed) == place


def test_a_time_that_was_added_later_stands_in_its_place_and_choices_last():
    late, early, plain = option(1, FIRST + timedelta(days=1)), option(3, FIRST), option(2, label="No day")
    model = PollGridModel()
    show_board(model, board_of(answer(1, Y, None, N), options=(late, plain, early)))
    assert [one.id for one in model.options] == [3, 1, 2]
    assert [model.mark(0, column) for column in range(3)] == [N, Y, None]


def test_who_said_yes_last_waits_and_moves_up_when_a_place_is_free():
    bus = replace(option(1, label="Bus"), most=1)
    model = PollGridModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show_board(model, board_of(answer(1, Y), answer(2, M), options=(bus,)))
    assert model.counts_words(0) == "1 yes, 1 if need be, 0 no; 1 of 1"
    model.paint_mark(1, 0, Y)
    assert model.index(1, 0).data(MARK_ROLE) == WAITS
    assert model.waiting.short_words(0, bus, model.counts[0].yes) == "1 waits"
    model.paint_mark(0, 0, None)
    assert model.index(1, 0).data(MARK_ROLE) == Y
    assert model.waiting.short_words(0, bus, model.counts[0].yes) == "full"
