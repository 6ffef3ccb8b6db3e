"""What the Events page says of an event: days, state, programme, people."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from tests.domain.roster_parts import EVENT, person, roster, shift

from clubhub.domain.coverage import coverage_of
from clubhub.domain.ids import PublicationId
from clubhub.domain.roster_changes import Unpublished, everybody_new
from clubhub.domain.rosters import Publication
from clubhub.services.event_views import EventLine, EventView
from clubhub.viewmodels.event_tables import helper_columns, helper_id, helpers, programme_columns, shift_id_of
from clubhub.viewmodels.events import days_text, line_columns, line_state, publish_words, state_badge
from clubhub.viewmodels.export_forms import export_forms, proposed_name
from clubhub.viewmodels.publishing import touched_text
from clubhub.viewmodels.table_model import SORT_ROLE, RowTableModel

pytestmark = pytest.mark.usefixtures("qapp")

AINO, BO = person(1, "Aino Salo"), person(2, "Bo Ek")
MORNING = shift(1, "2027-06-12T08:00", "2027-06-12T12:00", people=[AINO, None], session="Saturday morning")
EVENING = shift(2, "2027-06-12T17:00", "2027-06-12T20:30", people=[AINO, BO])
ROSTER = roster(MORNING, EVENING)
VERSION = Publication(
    id=PublicationId(1),
    event_id=EVENT.id,
    number=2,
    published_at=datetime(2027, 6, 1, tzinfo=UTC),
    shifts=(),
    places=(),
)


def view_of(drawn, unpublished=None):
    return EventView(roster=drawn, coverage=coverage_of(drawn), unpublished=unpublished or Unpublished(), is_asked=True)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 6, 12), date(2027, 6, 12), "Sat 12 June 2027"),
        (date(2027, 6, 12), date(2027, 6, 13), "Sat 12 and Sun 13 June 2027"),
        (date(2027, 6, 30), date(2027, 7, 4), "Wed 30 June – Sun 4 July 2027"),
    ],
)
def test_days_are_told_as_people_say_them(first, last, words):
    assert days_text(first, last) == words


def test_the_badge_says_draft_or_version():
    assert state_badge(view_of(roster())).text == "No shifts yet"
    assert state_badge(view_of(ROSTER)).text == "Draft, not published yet"
    published = replace(ROSTER, publication=VERSION, is_draft=False)
    assert state_badge(view_of(published)).text == "Version 2 is published"
    changed = replace(published, is_draft=True)
    assert state_badge(view_of(changed, Unpublished(shifts=3))).text == "Draft, 3 changes not published"


def test_the_button_says_how_much_is_published():
    assert publish_words(view_of(roster())) == ""
    assert publish_words(view_of(ROSTER, everybody_new(ROSTER))) == "Publish…"
    changed = replace(ROSTER, publication=VERSION)
    assert publish_words(view_of(changed, Unpublished(shifts=1))) == "Publish 1 change…"
    assert publish_words(view_of(replace(changed, is_draft=False))) == ""


def test_publishing_says_whom_it_touches():
    assert touched_text(view_of(ROSTER, everybody_new(ROSTER))) == "3 places for 2 people."
    changed = replace(ROSTER, publication=VERSION)
    assert touched_text(view_of(changed, Unpublished(shifts=2))) == "2 shifts have changed; nobody's places have."
    assert touched_text(view_of(changed, everybody_new(ROSTER))).startswith("3 changes since version 2, for 2 people.")


def test_the_list_sorts_by_days_and_by_open_places():
    model = RowTableModel(line_columns(), lambda line: line.event.id)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    line = EventLine(event=EVENT, coverage=coverage_of(ROSTER), version=0, is_draft=True)
    model.set_rows([line])

    assert [model.index(0, column).data() for column in range(2)] == ["Kvarken Games", "3 of 4"]
    assert model.index(0, 1).data(SORT_ROLE) == 1
    assert line_state(line) == "draft, not published"
    assert line_state(replace(line, version=2)) == "changed since version 2"
    assert line_state(replace(line, version=2, is_draft=False)) == "version 2 is published"


def test_the_programme_lists_shifts_with_what_they_need():
    model = RowTableModel(programme_columns(ROSTER), shift_id_of)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROSTER.shifts)

    assert [model.index(1, column).data() for column in (0, 1, 4, 5)] == [
        "Saturday 12 June", "17:00–20:30", "Runner 2", "3.5 h",
    ]  # fmt: skip


def test_helpers_are_ordered_by_hours():
    found = helpers(ROSTER)
    model = RowTableModel(helper_columns(), helper_id)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(found)

    assert [(helper.person, helper.length) for helper in found] == [
        (AINO, timedelta(hours=7.5)), (BO, timedelta(hours=3.5)),
    ]  # fmt: skip
    assert model.index(0, 3).data() == "Saturday morning: Runner and Saturday 17:00–20:30: Runner"


def test_a_file_name_has_nothing_that_a_file_system_minds():
    [venue] = [form for form in export_forms() if form.key == "venue"]
    assert proposed_name(venue, "Kvarken Games: 12/6?") == "Kvarken Games 12 6 roster.pdf"
