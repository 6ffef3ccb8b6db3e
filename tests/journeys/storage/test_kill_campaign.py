"""The short form of `dev.py kill-campaign`: a writer killed at random loses nothing that it acknowledged."""

import os
import subprocess
import sys

import pytest
from tests.conftest import CHECKOUT


@pytest.mark.skipif(sys.platform == "win32", reason="kill-campaign needs SIGKILL and fork")
def test_no_acknowledged_change_is_lost_when_the_writer_is_killed():
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "packaging" / "campaigns" / "kill.py"), "6"],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "inside a transaction                          6 (at least 6 wanted)" in done.stdout
    assert "none lost" in done.stdout
