"""Spreadsheets that others made, many of them hostile on purpose: each is read or refused with a sentence."""

from pathlib import Path

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.formats.tables import READ_TABLE_JOB, table_from_json
from clubhub.services.workers import READER_LIMITS, run_job

# How many can be read; the others hold no text, are damaged, protected or bombs.
READABLE = {"calamine/tests": 70, "poi-xlsx/test-data/spreadsheet": 22}


@pytest.mark.parametrize("folder", READABLE)
def test_every_sheet_is_read_or_refused_with_a_sentence(shared_data, folder, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent / "services")
    paths = sorted(str(path) for path in (shared_data / "corpora" / folder).iterdir())
    refusals = run_job("worker_jobs:read_tables", paths, limits=READER_LIMITS)
    assert refusals.count("") == READABLE[folder]
    assert all(sentence.endswith(".") for sentence in refusals if sentence)


def test_a_sheet_is_read_through_a_child(shared_data):
    path = shared_data / "polls/newdle-answers.xlsx"
    table = table_from_json(run_job(READ_TABLE_JOB, {"path": str(path)}, limits=READER_LIMITS))
    assert table.rows[0][0] == "Participant name"


def test_more_rows_than_anyone_has_are_refused_and_not_swallowed(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"a,b\n" * 10_000_000)
    with pytest.raises(InvalidInput, match=r"could not be read\. It (needs too much memory|took longer)"):
        run_job(READ_TABLE_JOB, {"path": str(path)}, limits=READER_LIMITS, refusal="The file could not be read.")


def test_an_old_excel_file_with_a_far_off_cell_is_refused_and_harms_nobody():
    path = Path(__file__).parent / "formats/data/stray-cell.xls"
    with pytest.raises(InvalidInput, match=r"could not be read\. It needs too much memory"):
        run_job(READ_TABLE_JOB, {"path": str(path)}, limits=READER_LIMITS, refusal="The file could not be read.")
