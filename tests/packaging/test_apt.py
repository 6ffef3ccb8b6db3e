"""Installing with apt-get, tried on a stand-in that writes down how it was called."""

import os
from pathlib import Path

import pytest

from devtools import apt

pytestmark = pytest.mark.skipif(os.name == "nt", reason="apt-get is not for Windows")

STAND_IN = """#!/bin/sh
echo "$@" >> "{calls}"
case "$*" in *" {fails} "*) echo "E: no mirror"; [ $(grep -c " {fails} " "{calls}") -gt {times} ];; esac
"""


@pytest.fixture(autouse=True)
def _as_root_outside_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt, "is_root", lambda: True)
    monkeypatch.delenv("CI", raising=False)


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str = "nothing", times: int = 0) -> Path:
    """Put an apt-get on the path whose verb `fails` does so the first `times` times; the file of its calls."""
    calls = folder / "calls"
    program = folder / "apt-get"
    program.write_text(STAND_IN.format(calls=calls, fails=fails, times=times), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return calls


def test_the_list_is_renewed_before_packages_are_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = stand_in(tmp_path, monkeypatch)
    assert apt.install(["libegl1", "libgl1"])
    update, install = calls.read_text("utf-8").splitlines()
    assert update.endswith("update -qq")
    assert install.endswith("install -y -qq --no-install-recommends libegl1 libgl1")


def test_a_failure_is_told_and_not_tried_again_at_a_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = stand_in(tmp_path, monkeypatch, fails="update", times=9)
    assert not apt.install(["libegl1"])
    assert len(calls.read_text("utf-8").splitlines()) == 1
    assert "E: no mirror" in capsys.readouterr().out


def test_ci_waits_out_a_mirror_that_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[int] = []
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(apt.time, "sleep", pauses.append)
    stand_in(tmp_path, monkeypatch, fails="update", times=2)
    assert apt.install(["libegl1"])
    assert pauses == list(apt.PAUSES_S[:2])


def test_without_rights_nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch)
    monkeypatch.setattr(apt, "is_root", lambda: False)
    monkeypatch.setattr(apt, "sudo_is_free", lambda: False)
    assert not apt.may_install()


def test_sudo_that_asks_for_a_password_is_not_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sudo = tmp_path / "sudo"
    sudo.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    sudo.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert not apt.sudo_is_free()


def test_a_machine_without_apt_may_install_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not apt.may_install()
