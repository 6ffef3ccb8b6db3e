"""What is said when pip fails."""

import sys
from pathlib import Path

import pytest

from devtools.installing import install, reason
from devtools.places import Stop


@pytest.mark.parametrize(
    ("complaint", "told"),
    [
        ("WARNING: Retrying (Retry(total=0)) ... NewConnectionError(...)", "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that the lock names"),
        ("ERROR: No matching distribution found for highspy==1.15.1", "glibc 2.34"),
    ],
)
def test_a_complaint_of_pip_becomes_plain_words(complaint: str, told: str) -> None:
    assert told in reason(complaint)


def test_a_package_without_its_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "broken.lock"
    lock.write_text(f"{tmp_path.as_uri()}/nothing-1.0-py3-none-any.whl\n", "utf-8")
    with pytest.raises(Stop, match="pip could not install"):
        install(Path(sys.executable), lock)
