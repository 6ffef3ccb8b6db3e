def test_an_old_excel_file_with_a_far_off_cell_is_refused_and_harms_nobody():
    path = Path(__file__).parents[1] / "formats/data/stray-cell.xls"
    with pytest.raises(InvalidInput, match=r"could not be read\. It needs too much memory"):
        run_job(READ_TABLE_JOB, {"path": str(path)}, limits=READER_LIMITS, refusal="The file could not be read.")
