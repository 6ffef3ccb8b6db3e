"""What all tests share."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files made by others; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("CLUBHUB_TEST_DATA", CHECKOUT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no test data in {folder}: set CLUBHUB_TEST_DATA")
    return folder
