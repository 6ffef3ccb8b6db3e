"""What stands on which sheet, and in which words, before Typst sets it."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats import roster_samples as samples

from clubhub.formats.roster_pdf import person_list, shift_list, strips, venue_sheets
from clubhub.formats.roster_pdf.hours import hours
from clubhub.formats.roster_pdf.sheet_packing import even_chunks, packed
from clubhub.formats.roster_pdf.short_names import short_families
from clubhub.formats.roster_pdf.venue_columns import blocks_of, columns_of


@dataclass(frozen=True)
class Block:
    height: int


def test_four_columns_are_shared_two_and_two():
    assert even_chunks("abcd", 3) == ["ab", "cd"]
    assert even_chunks("", 3) == []


@given(st.lists(st.integers()), st.integers(1, 9))
def test_chunks_hold_everything_in_order_and_are_as_few_and_even_as_possible(items, most):
    chunks = even_chunks(items, most)
    assert [item for chunk in chunks for item in chunk] == items
    assert len(chunks) == -(-len(items) // most)
    sizes = {len(chunk) for chunk in chunks}
    assert not sizes or (max(sizes) <= most and max(sizes) - min(sizes) <= 1)


@given(st.lists(st.integers(1, 15), max_size=30))
def test_sheets_keep_the_order_of_blocks_and_hold_no_more_than_fits(heights):
    sheets = packed([Block(height) for height in heights], 15)
    assert [block.height for sheet in sheets for block in sheet] == heights
    assert all(sum(block.height for block in sheet) <= 15 for sheet in sheets)


def test_sheets_are_filled_evenly():
    sheets = packed([Block(2)] * 10, 15)
    assert [len(sheet) for sheet in sheets] == [5, 5]


def test_short_names_tell_namesakes_apart():
    names = [("Petra", "Sjöblad"), ("Petra", "Suomela"), ("Maj", "Sjöblad"), ("Bo", ""), ("Bo", "Ek"), ("Ulla", "E")]
    assert short_families(names) == {
        ("Petra", "Sjöblad"): "Sj.",
        ("Petra", "Suomela"): "Su.",
        ("Maj", "Sjöblad"): "S.",
        ("Bo", ""): "",
        ("Bo", "Ek"): "E.",
        ("Ulla", "E"): "E",
    }


@given(st.sets(st.tuples(st.sampled_from("ab"), st.text("xyz", max_size=4))))
def test_short_names_of_different_people_differ(names):
    short = short_families(names)
    assert len({(given, short[given, family]) for given, family in names}) == len(names)


def test_hours_name_the_day_of_the_end_only_after_a_day_or_more():
    starts = samples._at("2026-06-13 18:00")
    assert hours(starts, starts + timedelta(hours=23), "en") == "18:00–17:00"
    assert hours(starts, starts + timedelta(hours=26), "en") == "18:00–Sun 20:00"


def test_a_split_session_has_a_column_for_each_part_with_the_commonest_hours():
    columns = columns_of(samples.split_sessions().shifts)
    assert [column.name for column in columns] == ["Prelims", "Prelims"]
    assert [f"{column.times.due:%H:%M} {column.times.ends:%H:%M}" for column in columns] == [
        "08:30 12:10",
        "12:00 15:00",
    ]


def test_shifts_without_a_session_have_a_column_for_each_of_their_times():
    columns = columns_of(samples.without_venues().shifts)
    assert [(column.name, len(column.entries)) for column in columns] == [("Grill", 2), ("Lottery", 2), ("Clearing", 2)]


def test_roles_that_matter_most_stand_first():
    roster = samples.split_sessions()
    starter = next(need for shift in roster.shifts for need in shift.needs if need.role.name == "Starter")
    important = replace(starter.role, priority=1)
    shifts = [
        replace(shift, needs=tuple(replace(n, role=important) if n.role.id == important.id else n for n in shift.needs))
        for shift in roster.shifts
    ]
    assert blocks_of(columns_of(shifts))[0].role_id == important.id


def test_a_role_with_more_places_than_a_sheet_has_rows_goes_on_to_the_next():
    sheets = venue_sheets.contents(samples.many(20))["sheets"]
    first_day = [sheet for sheet in sheets if sheet["venue"] == "Gate 1"]
    rows = [role["rows"] for sheet in first_day for table in sheet["tables"] for role in table["roles"]]
    assert rows == [15, 5]
    assert [sheet["part"] for sheet in first_day] == ["Sheet 1 of 2", "Sheet 2 of 2"]


def test_low_groups_of_columns_share_one_sheet():
    sheets = venue_sheets.contents(samples.fourteen_days())["sheets"]
    assert len(sheets) == 28
    assert [len(table["columns"]) for table in sheets[0]["tables"]] == [3, 3]


def test_a_column_counts_what_is_open_on_its_own_sheet():
    for sheet in venue_sheets.contents(samples.swimming_meet(open_every=3))["sheets"]:
        for table in sheet["tables"]:
            for number, column in enumerate(table["columns"]):
                places = [place for role in table["roles"] for place in role["cells"][number]]
                open_places = sum(place["is_open"] for place in places)
                assert column["open"] == (f"{open_places} open" if open_places else "")


def test_lanes_are_numbered_only_where_they_matter():
    sheets = venue_sheets.contents(samples.swimming_meet())["sheets"]
    roles = [role for sheet in sheets for table in sheet["tables"] for role in table["roles"]]
    for role in roles:
        for cell in role["cells"]:
            lanes = [place["lane"] for place in cell]
            assert lanes == (list("123456") if role["name"] == "Timekeeper" else [""] * len(lanes))


def test_letters_follow_the_alphabet_of_the_club():
    swedish = samples.swimming_meet(club=replace(samples.CLUB, language="sv"))
    german = samples.swimming_meet(club=replace(samples.CLUB, language="de", region="DE"))
    assert [letter["letter"] for letter in person_list.contents(swedish)["letters"]][-3:] == ["Å", "Ä", "Ö"]
    assert [letter["letter"] for letter in person_list.contents(german)["letters"]][-1] == "V"


@pytest.mark.parametrize(
    ("name", "letter"), [("Ånäs", "Å"), ("Édouard", "E"), ("7 Nine", "#"), ("", "#"), ("Юрий", "Ю")]
)
def test_every_name_has_a_letter(name, letter):
    roster = samples.renamed(samples.one_person(), [name])
    assert [group["letter"] for group in person_list.contents(roster)["letters"]] == [letter]


def test_the_usual_venue_is_named_once_below_instead_of_in_every_line():
    contents = person_list.contents(samples.swimming_meet())
    venues = {p["venue"] for group in contents["letters"] for person in group["people"] for p in person["places"]}
    assert "Pool deck" not in venues
    assert "Café" in venues
    assert contents["legend"].endswith("Pool deck unless a place is named.")


def test_a_strip_says_who_else_is_there_and_what_to_bring():
    contents = strips.contents(samples.swimming_meet(open_every=0))
    lines = [shift["with"] for strip in contents["strips"] for shift in strip["shifts"]]
    assert any(line.endswith("and 3 more") for line in lines)
    assert not any("and 1 more" in line for line in lines)
    assert any(
        strip["bring"].count("indoor shoes") == 1 and "work gloves" in strip["bring"] for strip in contents["strips"]
    )


def test_a_strip_tells_that_nobody_is_there_yet_to_share_the_work():
    lines = [shift["with"] for strip in strips.contents(samples.overnight())["strips"] for shift in strip["shifts"]]
    assert "one more is being asked" in lines


def test_open_places_without_lanes_stand_together_in_the_list():
    open_meet = samples.swimming_meet(open_every=1)
    rows = [row for day in shift_list.contents(open_meet)["days_of_shifts"] for row in day["rows"]]
    canteen = next(row for row in rows if row["role"] == "Canteen")
    timekeepers = next(row for row in rows if row["role"] == "Timekeeper")
    assert [place["count"] for place in canteen["places"]] == [3]
    assert [place["lane"] for place in timekeepers["places"]] == list("123456")


def cells_of(role, roster):
    tables = [table for sheet in venue_sheets.contents(roster)["sheets"] for table in sheet["tables"]]
    return [cell for table in tables for one in table["roles"] if one["name"] == role for cell in one["cells"]]


def test_open_places_come_after_the_filled_ones_unless_each_is_a_lane():
    meet = samples.swimming_meet(open_every=2)
    inspectors = [[place["is_open"] for place in cell] for cell in cells_of("Inspector of turns", meet)]
    assert all(are_open == sorted(are_open) for are_open in inspectors)
    assert any(True in are_open and False in are_open for are_open in inspectors)
    lanes = [[place["lane"] for place in cell] for cell in cells_of("Timekeeper", meet)]
    assert all(numbers == ["1", "2", "3", "4", "5", "6"] for numbers in lanes)
    rows = [row for day in shift_list.contents(meet)["days_of_shifts"] for row in day["rows"]]
    judges = [[bool(place["name"]) for place in row["places"]] for row in rows if row["role"] == "Judge of stroke"]
    assert all(are_filled == sorted(are_filled, reverse=True) for are_filled in judges)


def test_a_place_of_the_role_s_own_name_is_said_once():
    duties = (samples.Duty(role="Canteen", wanted=2, venue="Canteen"), samples.Duty(role="Runner", wanted=6))
    meet = samples.swimming_meet(duties=duties, open_every=0)
    on_strips = [shift for strip in strips.contents(meet)["strips"] for shift in strip["shifts"]]
    assert {(shift["where"], shift["what"]) for shift in on_strips} == {("Canteen", ""), ("Pool deck", "Runner")}
    listed = [
        place for letter in person_list.contents(meet)["letters"] for one in letter["people"] for place in one["places"]
    ]
    assert {place["venue"] for place in listed if place["role"] == "Canteen"} == {""}
