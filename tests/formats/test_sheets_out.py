"""What every sheet of ours has in common."""

import io
from datetime import UTC, datetime

import python_calamine

from clubhub.formats.sheets_out import Sheet, workbook

MADE_AT = datetime(2026, 6, 12, 15, 40, tzinfo=UTC)


def names(*wanted):
    data = workbook([Sheet(name=name, headings=["A"], rows=[["x"]]) for name in wanted], title="T", made_at=MADE_AT)
    return python_calamine.load_workbook(io.BytesIO(data)).sheet_names


def test_sheet_names_are_made_fit_for_excel_and_different():
    found = names("a/b:c*d", "'quoted'", "", "x" * 40, "x" * 41, "X" * 40, "History?")
    assert found[:3] == ["a b c d", "quoted", "Sheet"]
    assert len({name.casefold() for name in found}) == 7
    assert all(len(name) <= 31 for name in found)


def test_a_title_with_signs_of_page_headers_is_printed_as_it_is_and_never_too_long():
    data = workbook(
        [Sheet(name="A", headings=["A"], rows=[])], title="R&D &P" * 100, subtitle="&" * 300, made_at=MADE_AT
    )
    assert python_calamine.load_workbook(io.BytesIO(data)).sheet_names == ["A"]


def test_a_sheet_without_rows_or_headings_can_be_read():
    data = workbook([Sheet(name="A", headings=[], rows=[])], title="", made_at=MADE_AT)
    assert python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python() == []
