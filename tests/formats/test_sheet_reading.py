"""Spreadsheets: what their cells become, and what is refused before it is unpacked."""

import io
import zipfile
from datetime import datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from clubhub.domain.errors import InvalidInput
from clubhub.formats import sheet_archive
from clubhub.formats.sheet_extent import MAX_CELLS, column_letters, column_number
from clubhub.formats.tables import table_from_bytes

_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry'
    ' manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def xlsx(*sheets, hidden=()):
    """An XLSX file; each sheet is a dict of (row, column) from 0 to value."""
    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd.mm.yyyy hh:mm"})
    for number, cells in enumerate(sheets):
        sheet = workbook.add_worksheet(f"Sheet {number + 1}")
        for (row, column), value in cells.items():
            sheet.write(row, column, value)
        if number in hidden:
            sheet.hide()
    if hidden:
        workbook.worksheets()[1].activate()
    workbook.close()
    return file.getvalue()


def with_part(content, name, change):
    """The archive with one part's text changed by a function."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data.decode()) if entry.filename == name else data)
    return file.getvalue()


def ods(body):
    """An ODS file of one sheet with the given rows as XML."""
    content = f"<office:document-content {_NAMESPACES}><office:body><office:spreadsheet>"
    content += f'<table:table table:name="S">{body}</table:table>'
    content += "</office:spreadsheet></office:body></office:document-content>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": _MANIFEST,
            "content.xml": content,
        }
    )


def ods_cell(text, **repeats):
    repeated = "".join(f' table:number-{name}-repeated="{count}"' for name, count in repeats.items())
    return f'<table:table-cell office:value-type="string"{repeated}><text:p>{text}</text:p></table:table-cell>'


def archive(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


ROW = "<table:table-row{repeats}>{cells}</table:table-row>"


def rows_of(content):
    return table_from_bytes(content).rows


def test_cells_become_text_that_keeps_phone_numbers_dates_and_times():
    day, moment = datetime.fromisoformat("2027-05-01"), datetime.fromisoformat("2027-05-01T09:30")
    values = [358401234567, 40.0, 1.5, -3, day, moment, time(10, 10, 10), True, " å "]
    assert rows_of(xlsx({(0, column): value for column, value in enumerate(values)})) == (
        ("358401234567", "40", "1.5", "-3", "2027-05-01", "2027-05-01T09:30", "10:10:10", "true", " å "),
    )


def test_old_excel_files_are_read():
    content = (Path(__file__).parent / "data/members.xls").read_bytes()
    assert rows_of(content) == (
        ("Etunimi", "Sukunimi", "Sähköposti", "Puhelin", "Syntymäaika"),
        ("Väinö", "Mäkinen", "vaino@example.org", "358401234567", "2012-09-01"),
    )
    with pytest.raises(InvalidInput, match="is damaged"):
        table_from_bytes(content[:3000])


def test_text_that_looks_like_a_formula_stays_text():
    assert rows_of(xlsx({(0, 0): "'=1+1"})) == (("'=1+1",),)


def test_rows_keep_the_numbers_that_the_program_shows():
    table = table_from_bytes(xlsx({(3, 2): "Name", (5, 2): "Anna"}))
    assert table.first_row == 1
    assert [cell for cell in table.rows[3] if cell] == ["Name"]
    assert [cell for cell in table.rows[5] if cell] == ["Anna"]
    assert len(table.rows) == 6


def test_the_first_sheet_with_text_is_read_and_named():
    table = table_from_bytes(xlsx({}, {(0, 0): "Name"}, {(0, 0): "Other"}))
    assert table.rows == (("Name",),)
    assert table.notes == ("Of 3 sheets, “Sheet 2” was read, the first with text in it.",)


def test_a_hidden_sheet_comes_last():
    assert rows_of(xlsx({(0, 0): "Hidden"}, {(0, 0): "Shown"}, hidden={0})) == (("Shown",),)


def test_a_wrong_dimension_loses_no_row():
    content = xlsx({(row, column): f"{row}/{column}" for row in range(999) for column in range(3)})
    lying = with_part(
        content,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace('<dimension ref="A1:C999"/>', '<dimension ref="A1"/>'),
    )
    assert lying != content
    assert len(rows_of(lying)) == 999


def test_a_far_off_cell_is_refused_by_its_address():
    with pytest.raises(InvalidInput, match=r"XFD1048576.*Delete stray cells"):
        table_from_bytes(xlsx({(0, 0): "Name", (1048575, 16383): "x"}))


def test_a_far_off_cell_in_a_sheet_that_isnt_read_does_no_harm():
    far = {(0, 0): "Old", (1048575, 16383): "x"}
    assert rows_of(xlsx({(0, 0): "Name"}, far)) == (("Name",),)
    assert rows_of(xlsx(far, {(0, 0): "Name"}, hidden=(0,))) == (("Name",),)
    with pytest.raises(InvalidInput, match="XFD1048576"):
        table_from_bytes(xlsx({}, far, {(0, 0): "Name"}))


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet2.xml", "../xl/worksheets/sheet2.xml"])
def test_a_sheet_is_found_by_its_target_however_it_is_written(target):
    content = xlsx({(0, 0): "Name"}, {(1048575, 16383): "x"})
    other = with_part(content, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("worksheets/sheet2.xml", target))
    assert other != content
    assert rows_of(other) == (("Name",),)


def test_a_far_off_part_that_no_sheet_is_told_to_be_is_refused():
    content = xlsx({(0, 0): "Name"}, {(1048575, 16383): "x"})
    stray = with_part(content, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace("sheet2.xml", "sheet9.xml"))
    with pytest.raises(InvalidInput, match="XFD1048576"):
        table_from_bytes(stray)


def test_a_far_off_cell_without_content_does_no_harm():
    content = xlsx({(0, 0): "Name"})
    styled = with_part(
        content,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'),
    )
    assert styled != content
    assert rows_of(styled) == (("Name",),)


def test_cells_without_addresses_are_counted_on():
    content = with_part(
        xlsx({(0, 0): "Name"}),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace("</sheetData>", "<row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"),
    )
    assert rows_of(content) == (("Name",), ("1", "2"))


def test_ods_repeats_are_followed():
    body = ROW.format(repeats="", cells=ods_cell("Name", columns=2)) + ROW.format(
        repeats=' table:number-rows-repeated="2"', cells=ods_cell("Anna")
    )
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    body += ROW.format(repeats=' table:number-rows-repeated="1048573"', cells=empty)
    assert rows_of(ods(body)) == (("Name", "Name"), ("Anna",), ("Anna",))


@pytest.mark.parametrize(
    "body",
    [
        ROW.format(repeats=' table:number-rows-repeated="1048576"', cells=ods_cell("x", columns=16384)),
        ROW.format(repeats=' table:number-rows-repeated="1048575"', cells="<table:table-cell/>")
        + ROW.format(repeats="", cells='<table:table-cell table:number-columns-repeated="16383"/>' + ods_cell("x")),
    ],
)
def test_a_far_off_cell_in_ods_is_refused(body):
    with pytest.raises(InvalidInput, match="XFD1048576"):
        table_from_bytes(ods(body))


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(InvalidInput, match="unpacks to far more"):
        table_from_bytes(archive({"xl/workbook.xml": b"0" * (sheet_archive.RATIO_COUNTS_FROM_BYTES + 1)}))


def test_too_many_parts_are_refused():
    parts = {f"xl/{number}.xml": "<x/>" for number in range(sheet_archive.MAX_ENTRIES)}
    with pytest.raises(InvalidInput, match="unpacks to far more"):
        table_from_bytes(archive({"xl/workbook.xml": "<x/>", **parts}))


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"word/document.xml": "<x/>"}, "is an archive, not a spreadsheet"),
        ({"xl/workbook.bin": "x"}, "Binary workbooks"),
        ({"xl/workbook.xml": "<broken"}, "is damaged"),
        ({"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'}, "is damaged"),
    ],
)
def test_an_archive_that_is_no_sheet_is_refused(parts, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        table_from_bytes(archive(parts))


def test_a_cut_off_workbook_is_refused():
    with pytest.raises(InvalidInput, match="is damaged"):
        table_from_bytes(xlsx({(0, 0): "Name"})[:-50])


def test_a_workbook_without_text_is_refused():
    with pytest.raises(InvalidInput, match="no cells with text"):
        table_from_bytes(xlsx({}))


def test_column_letters_and_numbers_are_each_others_inverse():
    assert [column_letters(number) for number in (1, 26, 27, 16384)] == ["A", "Z", "AA", "XFD"]
    assert all(column_number(column_letters(number)) == number for number in range(1, 20_000))
    assert MAX_CELLS >= 100_000 * 50
