"""Shifts from tables: headings in five languages, dates and times as people write them, rows that can't be taken."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.people import AgeBand
from clubhub.domain.tables import Table
from clubhub.formats.headings import heading_key
from clubhub.formats.shift_columns import SHIFT_VOCABULARY
from clubhub.formats.shift_tables import draft_from_table, shifts_from_table
from clubhub.formats.tables import read_table

at = datetime.fromisoformat
HEADINGS = "Role|Venue|Date|Start|End|People"
ROW = "Timekeeper|Pool deck|2026-06-13|09:30|12:30|6"


def table(*lines: str, **values) -> Table:
    return Table(rows=tuple(tuple(line.split("|")) for line in lines), **values)


def draft(*lines: str, zone="Europe/Helsinki"):
    return draft_from_table(table(*lines), event_name="Kvarken Games", club_zone=zone)


def only_shift(*lines: str):
    (shift,) = draft(*lines).shifts
    return shift


def problems(*lines: str, **values) -> tuple[str, ...]:
    with pytest.raises(InvalidInput, match="Nothing was changed") as refused:
        draft_from_table(table(*lines, **values), event_name="Kvarken Games", club_zone="Europe/Helsinki")
    return refused.value.details


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        "Tehtävä|Paikka|Päivä|Alkaa|Päättyy|Määrä",
        "Uppgift|Plats|Datum|Börjar|Slutar|Antal",
        "Aufgabe|Ort|Datum|Beginn|Ende|Anzahl",
        "Tâche|Lieu|Date|Début|Fin|Nombre",
    ],
)
def test_a_row_is_a_shift_in_five_languages(headings):
    shift = only_shift(headings, ROW)
    assert (shift.name, shift.venue) == ("Timekeeper", "Pool deck")
    assert (shift.starts, shift.ends) == (at("2026-06-13 09:30"), at("2026-06-13 12:30"))
    assert [(need.role, need.min_count, need.max_count) for need in shift.needs] == [("Timekeeper", 6, 6)]


def test_a_misspelt_heading_is_told():
    warnings = draft(f"{HEADINGS}|Skil||", f"{ROW}|Timing|x|").warnings
    assert warnings[0] == "Not used: Skil, column H, without a heading."
    assert not any("Not used" in warning for warning in draft(HEADINGS, ROW).warnings)


def test_no_heading_means_two_kinds_of_column():
    keys = Counter(heading_key(word) for words in SHIFT_VOCABULARY.values() for word in set(map(heading_key, words)))
    assert [key for key, count in keys.items() if count > 1] == []


def test_all_that_a_row_can_say_is_taken():
    shift = only_shift(
        "Shift|Role|Date|Start|End|Min|Max|Skill|Minimum age|Note|Bring|Id",
        "Session 1|Referee|2026-06-13|9.30|1230|1|2|Referee; First aid|16+|in white|whistle|r1",
    )
    (need,) = shift.needs
    assert (shift.name, shift.key, need.role) == ("Session 1", "r1", "Referee")
    assert (need.min_count, need.max_count, need.skills) == (1, 2, ("Referee", "First aid"))
    assert (need.minimum_age, need.note, need.bring) == (AgeBand.FROM_16, "in white", "whistle")


@pytest.mark.parametrize("day", ["2026-12-31", "31.12.2026", "31/12/2026", "31.12.26"])
def test_dates_are_read_as_they_are_written(day):
    assert only_shift("Role|Date|Start|End", f"Bar|{day}|9:00|10:00").starts == at("2026-12-31 09:00")


def test_a_month_before_the_day_shows_by_another_row():
    shifts = draft("Role|Date|Start|End", "Bar|06/07/2026|9:00|10:00", "Bar|06/13/2026|9:00|10:00").shifts
    assert [shift.starts.date() for shift in shifts] == [date(2026, 6, 7), date(2026, 6, 13)]


def test_29_february_is_a_day_only_in_a_leap_year():
    assert only_shift("Role|Date|Start|End", "Bar|29.2.2028|9:00|10:00").starts == at("2028-02-29 09:00")
    assert "29.2.2027" in problems("Role|Date|Start|End", "Bar|29.2.2027|9:00|10:00")[0]


def test_start_and_end_may_hold_their_dates():
    shift = only_shift("role|start|end", "Bar|2026-06-13 22:00:00|2026-06-14 02:00:00")
    assert (shift.starts, shift.ends) == (at("2026-06-13 22:00"), at("2026-06-14 02:00"))


def test_both_times_may_stand_in_one_cell():
    shift = only_shift("Role|Date|Time", "Bar|2026-06-13|9.30–12")
    assert (shift.starts, shift.ends) == (at("2026-06-13 09:30"), at("2026-06-13 12:00"))


def test_a_length_stands_in_for_an_end():
    assert only_shift("Role|Date|Start|Duration", "Bar|2026-06-13|9:30|1:30").ends == at("2026-06-13 11:00")


def test_a_column_of_weekdays_beside_the_dates_does_no_harm():
    assert only_shift("Role|Day|Date|Start|End", "Bar|Sat|2026-06-13|9:00|10:00").starts == at("2026-06-13 09:00")


def test_a_title_above_the_headings_and_empty_rows_are_passed_over():
    assert draft("Helpers 2026||", "||", "Role|Date|Time", "||", "Bar|2026-06-13|9-10", "||").shifts[0].name == "Bar"


def test_an_evening_that_ends_in_the_small_hours_runs_into_the_next_day_and_is_told():
    event = draft("Role|Date|Start|End", "Bar|2026-06-13|22:00|02:00")
    assert event.shifts[0].ends == at("2026-06-14 02:00")
    assert "next day" in event.warnings[0]


@pytest.mark.parametrize(
    ("start", "end"), [("12:00", "09:00"), ("22:00", "09:00"), ("16:00", "02:00"), ("9:00", "9:00")]
)
def test_a_shift_that_ends_before_it_starts_is_refused_with_its_row(start, end):
    (problem,) = problems("Role|Date|Start|End", f"Bar|2026-06-13|{start}|{end}")
    assert problem.startswith("Row 2: It ends at")


def test_an_end_whose_own_date_is_before_the_start_is_refused():
    assert "It ends" in problems("Role|Start|End", "Bar|2026-06-13 22:00|2026-06-13 02:00")[0]


def test_a_shift_of_days_is_refused():
    assert "24 hours" in problems("Role|Start|End", "Bar|2026-06-13 22:00|2026-06-16 02:00")[0]


def test_a_shift_in_the_hour_that_the_clock_skips_is_refused():
    assert "no clock" in problems("Role|Date|Start|End", "Night|2026-03-29|03:30|06:00")[0]


def test_a_shift_over_the_night_of_the_clock_change_is_taken_with_its_real_length():
    event = draft("Role|Date|Start|End", "Night|2026-03-28|22:00|06:00")
    assert any("really lasts 7:00" in warning for warning in event.warnings)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("|Hall|2026-06-13|9:00|10:00|1", "neither a role"),
        ("Bar|Hall||9:00|10:00|1", "no date"),
        ("Bar|Hall|tomorrow|9:00|10:00|1", "“tomorrow” is no date"),
        ("Bar|Hall|2026-06-13||10:00|1", "no start"),
        ("Bar|Hall|2026-06-13|9:00||1", "no end"),
        ("Bar|Hall|2026-06-13|early|10:00|1", "“early” is no time"),
        ("Bar|Hall|2026-06-13|9:00|10:00|many", "“many” is no number"),
        ("Bar|Hall|2026-06-13|9:00|10:00|0", "can't be"),
        ("Bar|Hall|2026-06-13|9:00|10:00|5-2", "can't be"),
        ("Bar|Hall|2026-06-13|9:00|10:00|5000", "can't be"),
        ("Bar", "no start"),
    ],
)
def test_a_row_that_is_no_shift_is_refused_with_its_number_and_reason(row, reason):
    (problem,) = problems(HEADINGS, ROW, row, first_row=4)
    assert problem.startswith("Row 6: ")
    assert reason in problem


def test_an_age_and_a_length_that_are_none_are_refused():
    rows = problems("Role|Date|Time|Age|Length", "Bar|2026-06-13|9-10|old|", "Bar|2026-06-13|9-10||long")
    assert ["“old”" in rows[0], "“long”" in rows[1]] == [True, True]


@pytest.mark.parametrize(
    ("age", "band"),
    [("13", AgeBand.FROM_13), ("15", AgeBand.FROM_16), ("18", AgeBand.ADULT), ("21", AgeBand.ADULT), ("0", None)],
)
def test_a_minimum_age_is_the_band_that_is_wholly_old_enough(age, band):
    assert only_shift("Role|Date|Time|Age", f"Bar|2026-06-13|9-10|{age}").needs[0].minimum_age is band


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        ("People", "3", (3, 3)),
        ("People", "2-4", (2, 4)),
        ("People", "", (1, 1)),
        ("Min", "2", (2, 2)),
        ("Max", "3", (1, 3)),
    ],
)
def test_how_many_people(headings, cells, expected):
    (need,) = only_shift(f"Role|Date|Time|{headings}", f"Bar|2026-06-13|9-10|{cells}").needs
    assert (need.min_count, need.max_count) == expected


def test_keys_stay_when_times_move_and_tell_equal_rows_apart():
    first = draft(HEADINGS, ROW, ROW).shifts
    later = draft(HEADINGS, ROW.replace("09:30", "10:00"), ROW).shifts
    assert [shift.key for shift in first] == [shift.key for shift in later]
    assert len({shift.key for shift in first}) == 2


def test_a_long_stretch_becomes_parts_with_a_changeover():
    event = draft("role|first|final|base_duration_min|changeover_min", "Bar|2026-06-13 10:00|2026-06-13 16:00|120|10")
    assert [(f"{s.starts:%H:%M}", f"{s.ends:%H:%M}", s.part) for s in event.shifts] == [
        ("10:00", "12:10", 1),
        ("12:00", "14:10", 2),
        ("14:00", "16:00", 3),
    ]
    assert "several shifts" in event.warnings[0]


def test_the_real_templates_of_a_camp_are_read_whole(shared_data):
    real = read_table(shared_data / "schedules/emf-2026/emf2026-shift-templates.csv")
    event = draft_from_table(real, event_name="Camp", club_zone="Europe/London")
    assert (event.starts_on, event.ends_on) == (date(2026, 7, 15), date(2026, 7, 20))
    assert sum(shift.part == 1 for shift in event.shifts) == 155
    assert len({shift.key for shift in event.shifts}) == len(event.shifts)
    assert max(shift.ends - shift.starts for shift in event.shifts) == timedelta(minutes=450)
    lengths = Counter((shift.ends - shift.starts) // timedelta(minutes=1) for shift in event.shifts)
    assert lengths.most_common(1)[0][0] == 135


def test_without_a_zone_the_clubs_is_taken_and_told():
    event = draft(HEADINGS, ROW)
    assert (event.name, event.time_zone) == ("Kvarken Games", "Europe/Helsinki")
    assert "Europe/Helsinki" in event.estimates[0]


def test_a_table_of_people_is_refused_by_its_headings():
    with pytest.raises(InvalidInput, match="headings"):
        draft("Name|Mail", "Anna Lind|anna.lind@example.org")


def test_headings_alone_are_no_shifts():
    with pytest.raises(InvalidInput, match="no shifts"):
        draft(HEADINGS)


def test_good_rows_beside_bad_ones_can_be_looked_at():
    read = shifts_from_table(table(HEADINGS, ROW, "Bar"), zone="Europe/Helsinki")
    assert (len(read.shifts), [problem.row for problem in read.problems]) == (1, [3])
