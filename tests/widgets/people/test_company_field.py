"""Who is kept together with somebody or apart, added by name and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from clubhub.domain.club_rules import Company


def opened(page, qtbot):
    first = page.listing.model.rows[0]
    page.open_target(first.id)
    qtbot.waitUntil(lambda: page.person_panel.name.text() == first.name)
    return first, page.person_panel.company, page.shell.services.companions


def lines(company):
    return [label.text() for label in company.findChildren(QLabel) if label.text().startswith(("Together", "Apart"))]


def test_somebody_is_kept_apart_by_name_and_let_go_again(page, qtbot, demo_window):
    first, company, companions = opened(page, qtbot)
    other = next(row for row in page.listing.model.rows[2:] if row.name.isascii())
    company.kind.show_value(Company.APART)
    company.name.setFocus()
    qtbot.keyClicks(company.name, other.name)
    assert company.name.completer() is not None
    qtbot.keyClick(company.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(company) == [f"Apart from {other.name}"])
    (pair,) = companions.pairs()
    assert {pair.one.id, pair.other.id} == {first.id, other.id}
    assert "Undo" not in lines(company)
    assert demo_window.banner_text.startswith("Keep ")
    (cross,) = company.findChildren(QToolButton)
    assert cross.accessibleName() == f"No longer Apart from {other.name}"
    cross.click()
    qtbot.waitUntil(lambda: lines(company) == [])
    assert companions.pairs() == []


def test_a_name_that_nobody_has_is_told_below_and_stays_typed(page, qtbot):
    _first, company, companions = opened(page, qtbot)
    company.name.setFocus()
    qtbot.keyClicks(company.name, "Nobody Atall")
    qtbot.mouseClick(company.add, Qt.MouseButton.LeftButton)
    told = [label.text() for label in company.findChildren(QLabel) if label.isVisible()]
    assert any("Nobody in the club is called “Nobody Atall”" in text for text in told)
    assert company.name.text() == "Nobody Atall"
    assert companions.pairs() == []


def test_escape_empties_the_name_before_it_closes_the_detail(page, qtbot):
    _first, company, _companions = opened(page, qtbot)
    company.name.setFocus()
    qtbot.keyClicks(company.name, "An")
    qtbot.keyClick(company.name, Qt.Key.Key_Escape)
    assert company.name.text() == ""
    assert page.side.isVisible()
