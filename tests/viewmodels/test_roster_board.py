"""The board of a roster: its columns, rows and what is said of each place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.domain.roster_parts import AIDER, RUNNER, SKILLS, at, person, roster, shift

from clubhub.domain.events import Venue
from clubhub.domain.rosters import Publication
from clubhub.services.club_facts import ClubFacts
from clubhub.services.roster_desk import PlaceKey, RosterDesk
from clubhub.viewmodels.roster_board import BoardModel, BoardPlace, Caption
from clubhub.viewmodels.roster_board_layout import lay_out_board

NILS, ASA = person(1, "Nils Ek"), person(2, "Åsa Öst")


@pytest.fixture(autouse=True)
def _english():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def board_of(*shifts, earlier=None, **more):
    facts = ClubFacts(people=(NILS, ASA), skills=SKILLS, poll=None, options=(), answers=())
    return lay_out_board(RosterDesk(roster=replace(roster(*shifts), **more), facts=facts, as_of=1), earlier)


def in_session(item, session):
    return replace(item, session=session.session)


MORNING = shift(1, "2027-06-12T09:00", "2027-06-12T12:00", people=(NILS, None), session="Saturday morning")
FINALS = shift(2, "2027-06-12T14:00", "2027-06-12T16:00", session="Finals")


def column(board, number):
    """The texts of a column's cells, by row."""
    cells = sorted((row, cell) for (row, column), cell in board.cells.items() if column == number)
    return [cell.text if isinstance(cell, Caption) else cell.name for _row, cell in cells]


def test_a_session_is_a_column_under_its_day_with_the_number_of_open_places():
    board = board_of(MORNING, FINALS)
    assert [(c.day, c.name, c.hours, c.open_count) for c in board.columns] == [
        ("Saturday 12 June", "Morning", "09:00–12:00", 1),
        ("Saturday 12 June", "Finals", "14:00–16:00", 1),
    ]
    assert [c.is_first_of_day for c in board.columns] == [True, False]


def test_shifts_before_and_after_a_session_have_columns_there():
    before = in_session(shift(3, "2027-06-12T07:00", "2027-06-12T08:00", AIDER, people=(ASA,)), MORNING)
    after = in_session(shift(4, "2027-06-12T12:00", "2027-06-12T13:00", people=(ASA,)), MORNING)
    more = in_session(shift(5, "2027-06-12T12:00", "2027-06-12T13:00", AIDER, people=(NILS,)), MORNING)
    board = board_of(MORNING, before, after, more)
    assert [(c.name, c.hours) for c in board.columns] == [
        ("First aid", "07:00–08:00"),
        ("Morning", "09:00–12:00"),
        ("After", "12:00–13:00"),
    ]


def test_a_shift_without_a_session_has_a_column_of_its_day_and_hours():
    board = board_of(shift(1, "2027-06-12T09:00", "2027-06-12T12:00"), shift(2, "2027-06-13T09:00", "2027-06-13T12:00"))
    assert [(c.day, c.name, c.hours) for c in board.columns] == [
        ("Saturday 12 June", "Shift 1", "09:00–12:00"),
        ("Sunday 13 June", "Shift 2", "09:00–12:00"),
    ]


def test_shifts_of_one_role_share_a_cell_and_say_their_own_hours_and_venue():
    late = in_session(shift(3, "2027-06-12T11:00", "2027-06-12T12:00", people=(ASA,)), MORNING)
    door = Venue(id=1, name="Door")
    board = board_of(MORNING, replace(late, venue=door))
    assert column(board, 0) == ["Nils Ek", "", "11:00–12:00, Door", "Åsa Öst"]
    assert [(role.name, role.filled, role.places, role.height) for role in board.roles] == [("Runner", 2, 3, 4)]


def test_each_place_is_said_in_full():
    board = board_of(MORNING, FINALS)
    spoken = [cell.spoken for _at, cell in sorted(board.cells.items(), key=lambda item: item[0])]
    assert spoken == [
        "Runner, Saturday morning, place 1 of 2, Nils Ek",
        "Runner, Saturday, Finals, place 1 of 1, open",
        "Runner, Saturday morning, place 2 of 2, open",
    ]


def test_a_broken_rule_is_to_be_checked_until_it_is_set_aside():
    twice = in_session(shift(3, "2027-06-12T09:00", "2027-06-12T10:00", AIDER, people=(NILS,)), MORNING)
    aside = in_session(shift(3, "2027-06-12T09:00", "2027-06-12T10:00", AIDER, people=(NILS,), override="ok"), MORNING)
    states = []
    for item in (twice, aside):
        place = next(c for c in board_of(item).cells.values() if isinstance(c, BoardPlace))
        states.append((place.is_warned, place.is_set_aside, place.spoken.rpartition(", ")[2]))
    assert states == [(True, False, "check this"), (False, True, "a rule set aside")]


def test_changes_are_marked_only_once_a_version_is_out_and_not_in_step():
    (need,) = MORNING.needs
    new = replace(MORNING, needs=(replace(need, places=(replace(need.places[0], is_new=True), need.places[1])),))
    version = Publication(id=1, event_id=1, number=1, published_at=at("2027-01-01T00:00"), shifts=(), places=())
    marked = [
        any(isinstance(c, BoardPlace) and c.is_changed for c in board_of(new, **state).cells.values())
        for state in (
            {"publication": None, "is_draft": True},
            {"publication": version, "is_draft": True},
            {"publication": version, "is_draft": False},
        )
    ]
    assert marked == [False, True, False]


def test_the_model_keeps_its_word_and_only_places_can_be_chosen():
    model = BoardModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    late = in_session(shift(3, "2027-06-12T11:00", "2027-06-12T12:00", AIDER, people=(ASA,)), MORNING)
    model.set_board(board_of(MORNING, FINALS, late))
    places = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).flags() & Qt.ItemFlag.ItemIsEnabled
    ]
    assert len(places) == 4
    assert all(
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )


def test_a_changed_place_is_told_alone_and_found_by_its_key(qtbot):
    model = BoardModel()
    model.set_board(board_of(MORNING, FINALS))
    filled = replace(MORNING, needs=(replace(MORNING.needs[0], places=(*MORNING.needs[0].places[:1], replace(
        MORNING.needs[0].places[1], person=ASA)),),))  # fmt: skip
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_board(board_of(filled, FINALS))
    assert told == [(1, 0, 1)]
    assert model.index_of(PlaceKey(1, 2)).data() == "Åsa Öst"
    assert not model.index_of(PlaceKey(1, 9)).isValid()


def test_a_board_after_another_shares_the_cells_that_stayed_and_columns_are_the_same():
    before = board_of(MORNING, FINALS)
    (need,) = FINALS.needs
    filled = replace(FINALS, needs=(replace(need, places=(replace(need.places[0], person=ASA),)),))
    after = board_of(MORNING, filled, earlier=before)
    assert [at for at, cell in after.cells.items() if cell is not before.cells[at]] == [(0, 1)]
    assert after.columns[0] == before.columns[0]
    assert (before.columns[1].names, after.columns[1].names) == (("",), ("Åsa Öst",))


def test_no_place_is_said_so():
    model = BoardModel()
    other = in_session(shift(3, "2027-06-12T14:00", "2027-06-12T16:00", AIDER, people=(ASA,)), FINALS)
    model.set_board(board_of(MORNING, other))
    empty = model.index(0, 0)
    assert empty.data(Qt.ItemDataRole.AccessibleTextRole) == "First aid, Saturday, Morning, no place"
    assert RUNNER.name in {role.name for role in model.board.roles}
