"""What all tests share."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of the code: what takes too long is caught by pytest's timeout.
hypothesis.settings.register_profile("clubhub", deadline=None)
hypothesis.settings.load_profile("clubhub")


@pytest.fixture(scope="session", autouse=True)
def _own_folders_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep logs, plans and clubs of the tests, and of the processes they start, out of a person's own folders."""
    folder = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"):
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files made by others; tests that need it are skipped where it is missing."""
    folder = Path(os.environ.get("CLUBHUB_TEST_DATA", CHECKOUT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no test data in {folder}: set CLUBHUB_TEST_DATA")
    return folder


@pytest.fixture(scope="session")
def outside_program() -> Callable[[str], str]:
    """Finds a program that this project didn't write, such as pdftoppm or chromium.

    Without it the test is skipped by name, or fails where the variable CI is set.
    """

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            give_up = pytest.fail if os.environ.get("CI") else pytest.skip
            give_up(f"{name} is not installed: python3 packaging/dev.py prepare")
        return path

    return find
