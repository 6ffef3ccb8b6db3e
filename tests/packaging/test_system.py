"""What the tools do about parts that a Linux lacks."""

import sys
from pathlib import Path

import pytest

from devtools import system
from devtools.places import Stop

MISSING = {"libnowhere.so.9": "libnowhere9"}

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="these parts are Linux's own")


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def apt_calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The packages asked for, on a machine where apt-get may be used and does nothing."""
    calls: list[list[str]] = []
    monkeypatch.setattr(system.apt, "may_install", lambda: True)
    monkeypatch.setattr(system.apt, "install", lambda packages: calls.append(list(packages)) or True)
    monkeypatch.setattr(system.apt, "is_here", lambda: True)
    return calls


@pytest.fixture
def no_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.apt, "is_here", lambda: False)
    monkeypatch.setattr(system.apt, "may_install", lambda: False)


@linux_only
def test_libraries_are_found_by_loading_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "LIBRARIES", {"libc.so.6": "libc6", **MISSING})
    monkeypatch.setattr(system, "has_font", lambda: True)
    assert system.missing_libraries_and_fonts() == MISSING


def test_a_machine_without_fonts_lacks_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system, "FONT_FOLDERS", (str(tmp_path),))
    assert not system.has_font()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "Sans.TTF").write_bytes(b"")
    assert system.has_font()


@linux_only
def test_what_is_missing_is_installed_where_it_may_be(
    apt_calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    system.provide(lambda: {} if apt_calls else MISSING, "the window")
    assert apt_calls == [["libnowhere9"]]
    assert capsys.readouterr().out == ""


@linux_only
@pytest.mark.usefixtures("apt_calls")
def test_what_stays_missing_is_told_with_the_command_and_work_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    system.provide(lambda: MISSING, "the window")
    said = capsys.readouterr().out
    assert "libnowhere.so.9" in said
    assert "apt-get install -y --no-install-recommends libnowhere9" in said


@linux_only
@pytest.mark.usefixtures("no_apt")
def test_without_apt_the_libraries_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    system.provide(lambda: MISSING, "the window")
    said = capsys.readouterr().out
    assert "libnowhere.so.9" in said
    assert "apt-get" not in said


@linux_only
@pytest.mark.usefixtures("no_apt")
def test_in_ci_a_missing_part_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match=r"libnowhere\.so\.9"):
        system.provide(lambda: MISSING, "the window")


@pytest.mark.usefixtures("no_apt")
def test_a_python_that_makes_no_environments_names_the_package() -> None:
    with pytest.raises(Stop, match=rf"sudo apt-get install .* python3\.{sys.version_info.minor}-venv"):
        system.provide_venv_module(lambda: False)


def test_a_missing_venv_module_is_installed(apt_calls: list[list[str]]) -> None:
    system.provide_venv_module(lambda: bool(apt_calls))
    assert apt_calls == [[f"python3.{sys.version_info.minor}-venv"]]


@linux_only
@pytest.mark.parametrize(("libc", "told"), [(("glibc", "2.31"), "glibc 2.31"), (("", ""), "another C library")])
def test_an_unfit_c_library_is_refused_before_anything_is_fetched(
    libc: tuple[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(system.platform, "libc_ver", lambda: libc)
    with pytest.raises(Stop, match=told):
        system.check_c_library()


@pytest.mark.parametrize(("machine", "version"), [("x86_64", "2.34"), ("x86_64", "2.41"), ("riscv64", "2.20")])
def test_a_fit_or_unknown_system_goes_on(machine: str, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.platform, "machine", lambda: machine)
    monkeypatch.setattr(system.platform, "libc_ver", lambda: ("glibc", version))
    system.check_c_library()


def test_tools_of_the_tests_are_found_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system.missing_tools() == system.TEST_TOOLS
