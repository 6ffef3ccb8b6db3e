"""The household's hours beside a person lead to its page in the ledger."""

from dataclasses import replace

from PySide6.QtCore import Qt


def test_the_hours_of_the_household_are_told_and_lead_to_the_ledger(page, qtbot, demo_window):
    services = page.shell.services
    services.clubs.save(replace(services.clubs.club(), duty_minutes=100 * 60))
    first = services.people.directory().people[0]
    services.ledger.enter(first.household_key, 90, "baked cakes")
    page.open_target(first.id)
    hours = page.person_panel.hours
    qtbot.waitUntil(lambda: "entered 1:30 h" in hours.sums.text().lower())
    assert hours.duty.text().startswith("Owes 100:00 h: ")
    assert hours.duty.text().endswith(" h to do.")
    qtbot.mouseClick(hours.show_page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: demo_window.current_key() == "ledger")
    ledger = demo_window.page("ledger")
    qtbot.waitUntil(lambda: ledger.panel.isVisible() and ledger.panel.page.key == first.household_key)
