"""The rules of docs/architecture.md, run: who may import whom, Ruff, strict types, no Qt where none may be.

That the rules bite is shown on a small copy of the rooms with one forbidden import planted in it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.checks import CHECKS

CHECKOUT = Path(__file__).resolve().parents[1]
SOURCE = CHECKOUT / "src" / "clubhub"
ROOMS_WITHOUT_QT = ("cli", "services", "storage", "formats", "mail", "rostering", "domain", "support")
QT = ("PySide6", "shiboken6")
HEAVY = (
    *("alembic", "babel", "cattrs", "charset_normalizer", "defusedxml", "email_validator", "highspy", "icalendar"),
    *("jinja2", "multiprocessing", "numpy", "phonenumbers", "psutil", "python_calamine", "rapidfuzz", "rich", "segno"),
    *("typst", "xlsxwriter"),
)
STORAGE = ("sqlalchemy", "sqlcipher3")

IMPORT_ALL_WITHOUT_QT = f"""
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {QT}:
            raise ModuleNotFoundError(f"{{name}} is kept away by this test")

sys.meta_path.insert(0, NoQt())
count = 0
for room in {ROOMS_WITHOUT_QT}:
    package = importlib.import_module("clubhub." + room)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
        count += 1
importlib.import_module("clubhub.app")
print(count)
"""

COMMAND = """
import runpy, sys
unwanted = set(sys.argv.pop(1).split(","))
try:
    runpy.run_module("clubhub", run_name="__main__", alter_sys=True)
except SystemExit as end:
    assert not end.code, end.code
sys.exit(", ".join(sorted(unwanted & {name.split(".")[0] for name in sys.modules})) or 0)
"""

PLANTS = [
    ("domain", "import clubhub.storage", "Each room imports only the rooms below it"),
    ("viewmodels", "import clubhub.widgets", "Each room imports only the rooms below it"),
    ("formats", "import clubhub.storage", "Storage, formats, mail and rostering do not know each other"),
    ("cli", "import clubhub.storage", "Only services and the composition root open the storage room"),
    ("services", "import PySide6.QtCore", "Nothing Qt below viewmodels, and none in the command line"),
    ("services", "import sqlalchemy", "Only storage knows SQLAlchemy"),
    ("cli", "import clubhub.formats", "The command line needs neither viewmodels nor the rooms below services"),
    ("widgets", "import clubhub.formats", "Widgets do not reach storage, formats, mail or rostering"),
]


def run_python(*arguments: str, folder: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    """Run this Python with the source of `folder`, plain output and no bytecode left behind."""
    path = os.pathsep.join([str(folder / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONPATH": path, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)


@pytest.fixture
def toy_house(tmp_path: Path) -> Path:
    """A checkout with our contracts and empty rooms."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    package = tmp_path / "src" / "clubhub"
    for entry in SOURCE.iterdir():
        room = entry.name.removesuffix(".py")
        if room != "__pycache__" and (entry.is_dir() or entry.suffix == ".py"):
            place = package / f"{room}.py" if entry.is_file() else package / room / "__init__.py"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "types"])
def test_the_whole_house_passes(name: str) -> None:
    outcome = run_python(*CHECKS[name])
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_whole_house_has_strict_types(tmp_path: Path) -> None:
    outcome = run_python(*CHECKS["types"], "--cache-dir", str(tmp_path))
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_contracts_pass_on_empty_rooms(toy_house: Path) -> None:
    outcome = run_python(*CHECKS["imports"], folder=toy_house)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(("room", "planted", "contract"), PLANTS)
def test_a_forbidden_import_breaks_its_contract(room: str, planted: str, contract: str, toy_house: Path) -> None:
    (toy_house / "src" / "clubhub" / room / "__init__.py").write_text(planted + "\n", "utf-8")
    outcome = run_python(*CHECKS["imports"], folder=toy_house)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert f"{contract} BROKEN" in outcome.stdout


def test_a_circle_between_siblings_breaks_its_contract(toy_house: Path) -> None:
    domain = toy_house / "src" / "clubhub" / "domain"
    (domain / "people.py").write_text("import clubhub.domain.polls\n", "utf-8")
    (domain / "polls.py").write_text("import clubhub.domain.people\n", "utf-8")
    outcome = run_python(*CHECKS["imports"], folder=toy_house)
    assert "No cycles between siblings BROKEN" in outcome.stdout, outcome.stdout + outcome.stderr


def test_a_room_without_a_layer_breaks_the_layers(toy_house: Path) -> None:
    attic = toy_house / "src" / "clubhub" / "attic.py"
    attic.write_text("", "utf-8")
    outcome = run_python(*CHECKS["imports"], folder=toy_house)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert "attic" in outcome.stdout + outcome.stderr


@pytest.mark.parametrize(("room", "allowed"), [("viewmodels", False), ("cli", False), ("widgets", True)])
def test_qt_widgets_are_allowed_in_widgets_alone(room: str, allowed: bool, tmp_path: Path) -> None:
    module = tmp_path / "src" / "clubhub" / room / "page.py"
    module.parent.mkdir(parents=True)
    module.write_text('"""A page."""\n\nfrom PySide6.QtWidgets import QLabel\n\nLABEL = QLabel\n', "utf-8")
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    outcome = run_python("-m", "ruff", "check", "--no-cache", "--select", "TID251", ".", folder=tmp_path)
    assert (outcome.returncode == 0) is allowed, outcome.stdout + outcome.stderr


def test_an_untyped_function_fails_the_type_check(tmp_path: Path) -> None:
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    package = tmp_path / "src" / "clubhub"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("def double(number):\n    return 2 * number\n", "utf-8")
    outcome = run_python("-m", "mypy", "src/clubhub", "--cache-dir", str(tmp_path / "cache"), folder=tmp_path)
    assert outcome.returncode == 1
    assert "no-untyped-def" in outcome.stdout


def test_everything_below_viewmodels_and_the_command_line_imports_without_qt() -> None:
    outcome = run_python("-c", IMPORT_ALL_WITHOUT_QT)
    assert outcome.returncode == 0, outcome.stderr
    assert int(outcome.stdout.split()[-1]) >= len(ROOMS_WITHOUT_QT)


def test_help_loads_nothing_heavy() -> None:
    outcome = run_python("-c", COMMAND, ",".join([*HEAVY, *STORAGE, *QT]), "--help")
    assert outcome.returncode == 0, outcome.stderr
    assert "clubhub" in outcome.stdout.lower()


def test_listing_people_loads_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    club = str(tmp_path / "small.clubhub")
    made = run_python("-m", "clubhub", "new", club, "--name", "Kvarnö Swim Club", "--time-zone", "Europe/Helsinki")
    assert made.returncode == 0, made.stderr
    outcome = run_python("-c", COMMAND, ",".join([*HEAVY, *QT]), "--club", club, "list", "people")
    assert outcome.returncode == 0, outcome.stderr
    assert "import people" in outcome.stdout


def test_a_heavy_library_does_not_pass_unseen() -> None:
    outcome = run_python("-c", COMMAND, "typer,numpy", "--help")
    assert outcome.returncode == 1
    assert outcome.stderr.strip() == "typer"
