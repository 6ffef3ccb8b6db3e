"""The developers' environment: made once, found good quickly, made again when it is damaged."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools import environment
from devtools.places import CHECKOUT, DEV_LOCK, RUN_LOCK, Stop


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where .venv will be; nothing is there yet, and pip is never asked."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(environment, "VENV", folder)
    monkeypatch.setattr(environment, "STAMP", folder / "clubhub-stamp.json")
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the locks that were installed, in order; one package appears with each."""
    names: list[str] = []

    def install(_python: Path, lock: Path) -> None:
        names.append(lock.name)
        package = environment.site_packages() / "package"
        package.mkdir(exist_ok=True)
        (package / "__init__.py").write_text("", "utf-8")
        (package / "part.py").write_text("", "utf-8")

    builder = environment.venv.EnvBuilder
    monkeypatch.setattr(environment, "install", install)
    monkeypatch.setattr(environment.venv, "EnvBuilder", lambda **options: builder(**options | {"with_pip": False}))
    monkeypatch.setattr(environment.system, "provide_venv_module", lambda _is_there: None)
    return names


def lose_python(_place: Path) -> None:
    environment.venv_python().unlink()


def lose_its_marker(place: Path) -> None:
    (place / "pyvenv.cfg").unlink()


def lose_a_package(_place: Path) -> None:
    shutil.rmtree(environment.site_packages() / "package")


def lose_a_part(_place: Path) -> None:
    (environment.site_packages() / "package" / "part.py").unlink()


def spoil_the_stamp(_place: Path) -> None:
    environment.STAMP.write_text('{"python"', "utf-8")


def stamp_a_list(_place: Path) -> None:
    environment.STAMP.write_text("[]", "utf-8")


def become_a_file(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("not a folder", "utf-8")


DAMAGES = [lose_python, lose_its_marker, lose_a_package, lose_a_part, spoil_the_stamp, stamp_a_list, become_a_file]


def test_the_second_start_installs_nothing(installed: list[str]) -> None:
    environment.make_ready(RUN_LOCK)
    environment.make_ready(RUN_LOCK)
    assert installed == [RUN_LOCK.name]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_environment_is_made_again(damage: Callable[[Path], None], place: Path, installed: list[str]) -> None:
    environment.make_ready(RUN_LOCK)
    (environment.site_packages() / "leftover").mkdir()
    damage(place)
    assert not environment.is_ready(RUN_LOCK)
    environment.make_ready(RUN_LOCK)
    assert installed == [RUN_LOCK.name] * 2
    assert environment.is_ready(RUN_LOCK)
    assert not (environment.site_packages() / "leftover").exists()


def test_an_interrupted_installation_is_begun_again(monkeypatch: pytest.MonkeyPatch, installed: list[str]) -> None:
    working = environment.install
    monkeypatch.setattr(environment, "install", interrupt)
    with pytest.raises(KeyboardInterrupt):
        environment.make_ready(RUN_LOCK)
    assert not environment.is_ready(RUN_LOCK)
    monkeypatch.setattr(environment, "install", working)
    environment.make_ready(RUN_LOCK)
    assert installed == [RUN_LOCK.name]
    assert environment.is_ready(RUN_LOCK)


def interrupt(_python: Path, _lock: Path) -> None:
    raise KeyboardInterrupt


def test_the_developers_packages_are_added_and_serve_the_program_too(installed: list[str]) -> None:
    environment.make_ready(RUN_LOCK)
    (environment.site_packages() / "kept").mkdir()
    environment.make_ready(DEV_LOCK)
    environment.make_ready(RUN_LOCK)
    assert installed == [RUN_LOCK.name, DEV_LOCK.name]
    assert (environment.site_packages() / "kept").exists()


def test_a_changed_lock_is_installed(tmp_path: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements.lock"
    monkeypatch.setattr(environment, "RUN_LOCK", lock)
    lock.write_text("one", "utf-8")
    environment.make_ready(lock)
    lock.write_text("two", "utf-8")
    environment.make_ready(lock)
    assert installed == [lock.name] * 2


@pytest.mark.usefixtures("installed")
def test_another_python_makes_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    environment.make_ready(RUN_LOCK)
    monkeypatch.setattr(environment, "this_python", lambda: "cpython 3.99.0 /elsewhere")
    assert not environment.is_ready(RUN_LOCK)


@pytest.mark.usefixtures("installed")
def test_what_a_developer_added_and_what_python_cached_do_not_matter() -> None:
    environment.make_ready(RUN_LOCK)
    (environment.site_packages() / "debugger").mkdir()
    (environment.site_packages() / "package" / "__pycache__").mkdir()
    assert environment.is_ready(RUN_LOCK)


@pytest.mark.usefixtures("installed")
def test_the_environment_imports_the_checkout(tmp_path: Path) -> None:
    python = environment.make_ready(RUN_LOCK)
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = [str(python), "-c", "import clubhub; print(clubhub.__file__)"]
    answer = subprocess.run(found, cwd=tmp_path, env=clean, check=True, capture_output=True, text=True).stdout.strip()
    assert Path(answer) == CHECKOUT / "src" / "clubhub" / "__init__.py"


@pytest.mark.usefixtures("installed")
def test_a_place_that_cannot_be_cleared_is_told_in_words(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "in use")

    place.mkdir()
    monkeypatch.setattr(environment.shutil, "rmtree", refuse)
    with pytest.raises(Stop, match=r"could not be made again.*\n.*untouched"):
        environment.make_ready(RUN_LOCK)


@pytest.mark.usefixtures("installed")
def test_readiness_is_told_without_starting_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    environment.make_ready(RUN_LOCK)
    monkeypatch.setattr(subprocess, "Popen", lambda *_a, **_k: pytest.fail("a process was started"))
    assert environment.is_ready(RUN_LOCK)
