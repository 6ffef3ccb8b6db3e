"""The order of the house itself: where files are, what they may name, what comes with them."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from devtools.verbs import VERBS

CHECKOUT = Path(__file__).resolve().parents[1]
LOCKS = [CHECKOUT / "packaging" / name for name in ("requirements.lock", "requirements-dev.lock")]
FOLDERS = {"packaging": CHECKOUT / "packaging" / "devtools"}
"""Folders of tests that mirror something other than a room of the same name."""

JOURNEYS = "journeys"
"""Tests of the whole, through the command line or the window, are named for what somebody wants, not for a file."""

HOSTS = re.compile(
    r"(?:pypi|python"
    r"hosted|npmjs|yarnpkg|crates|rubygems|anaconda|conda)[.](?:org|com|io)|(?:deb|security|snapshot)[.]debian[.]"
)
MACHINE_PATHS = re.compile(r"(?<![\w.~}])/(?:home|Users|root|work)/[\w.]|[A-Za-z]:\\\\?Users\\")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; ([^\\]+?))? \\$", re.MULTILINE)


def tracked_files() -> list[Path]:
    """What git knows, so that nobody's own build folder counts."""
    if not (CHECKOUT / ".git").exists():
        pytest.skip("this is no git checkout: which files are the project's can't be told")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
    return [path for name in listing.split("\0") if name and (path := CHECKOUT / name).is_file()]


def pins(lock: Path) -> dict[tuple[str, str], str]:
    """(package, marker) -> release."""
    return {(name, marker): release for name, release, marker in PINNED.findall(lock.read_text("utf-8"))}


def test_tests_mirror_the_source_by_name() -> None:
    strays = []
    for path in tracked_files():
        parts = path.relative_to(CHECKOUT).parts
        if parts[0] == "tests" and path.name.startswith("test_") and len(parts) > 2 and parts[1] != JOURNEYS:
            room = FOLDERS.get(parts[1], CHECKOUT / "src" / "clubhub" / parts[1])
            subject = room.joinpath(*parts[2:-1], path.stem.removeprefix("test_"))
            if not (subject.with_suffix(".py").is_file() or subject.is_dir()):
                strays.append("/".join(parts))
    assert strays == []


def works_of_jobs(tree: ast.AST) -> list[tuple[ast.AST, ast.AST]]:
    """Each call of `jobs.run` with the work that it hands to the pool: a lambda, or the function of that name."""
    named = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    found = []
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "run":
            runner = ast.unparse(call.func.value).rpartition(".")[2].lstrip("_")
            if runner == "jobs" and len(call.args) > 1:
                work = call.args[1]
                found.append((call, named.get(work.id, work) if isinstance(work, ast.Name) else work))
    return found


def holds_a_widget(work: ast.AST) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "self" for node in ast.walk(work))


def test_a_job_holds_no_widget() -> None:
    """One that ends last would free it in the pool's thread, where Qt's objects must not die."""
    holding = []
    for room in ("widgets", "viewmodels"):
        for path in (CHECKOUT / "src" / "clubhub" / room).rglob("*.py"):
            works = works_of_jobs(ast.parse(path.read_text("utf-8")))
            holding += [f"{path.name}:{call.lineno}" for call, work in works if holds_a_widget(work)]
    assert holding == []


@pytest.mark.parametrize(
    ("work", "is_held"),
    [("lambda _progress: self.shell.read()", True), ("self._read", True), ("lambda _progress: services.read()", False)],
)
def test_the_search_for_widgets_in_jobs_finds_them(work: str, is_held: bool) -> None:
    ((_call, found),) = works_of_jobs(ast.parse(f"self._shell.jobs.run('', {work}, self._show, owner=self)"))
    assert holds_a_widget(found) is is_held


def test_no_file_names_a_registry_or_a_machine() -> None:
    named = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", "replace")
        found = [*HOSTS.findall(text), *MACHINE_PATHS.findall(text)]
        named += [f"{path.relative_to(CHECKOUT)}: {word}" for word in found]
    assert named == []


@pytest.mark.parametrize("text", ["https://pypi" + ".org/simple", "see /home" + "/anna/club", "C:\\Use" + "rs\\Anna"])
def test_the_search_for_such_names_finds_them(text: str) -> None:
    assert HOSTS.search(text) or MACHINE_PATHS.search(text)


def test_fonts_come_with_their_licence() -> None:
    fonts = [path for path in tracked_files() if path.suffix in {".ttf", ".otf"}]
    assert fonts, "the sheets need a font of their own"
    for folder in {font.parent for font in fonts}:
        licence = (folder / "OFL.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert licence.lstrip().startswith("Copyright"), "the licence begins with the font's own copyright line"
        assert (folder / "OFL.txt").relative_to(CHECKOUT).as_posix() in (CHECKOUT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_by_hash_and_names_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert "index" not in text
    assert "--find-links" not in text
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) == len(pins(lock)) > 20
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_developers_lock_is_the_programs_and_more() -> None:
    program, developers = (pins(lock) for lock in LOCKS)
    assert program.items() <= developers.items()


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [project["dependencies"], project["dependencies"] + project["optional-dependencies"]["dev"]]
    for lock, requirements in zip(LOCKS, asked, strict=True):
        locked = {re.sub(r"[-_.]+", "-", name).lower() for name, _marker in pins(lock)}
        names = {re.sub(r"[-_.]+", "-", re.split(r"[<>=!~; \[]", line)[0]).lower() for line in requirements}
        assert names <= locked


def test_qt_is_pinned_for_those_who_install_without_the_lock() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    release = next(release for (name, _marker), release in pins(LOCKS[0]).items() if name == "pyside6-essentials")
    assert f"PySide6-Essentials=={release}" in project["dependencies"]


def test_the_readmes_map_names_every_room() -> None:
    named = set(re.findall(r"^\| `([\w/.]+)` \|", (CHECKOUT / "README.md").read_text("utf-8"), re.MULTILINE))
    source = CHECKOUT / "src" / "clubhub"
    rooms = {f"src/clubhub/{path.name}" for path in source.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms <= named
    assert [name for name in named if not (CHECKOUT / name).exists()] == []


def test_links_between_pages_lead_somewhere() -> None:
    lost = []
    for page in (path for path in tracked_files() if path.suffix == ".md"):
        for target in re.findall(r"\]\((?!\w+:)([^)#]+)", page.read_text("utf-8")):
            lost += [] if (page.parent / target).exists() else [f"{page.relative_to(CHECKOUT)}: {target}"]
    assert lost == []


def test_every_verb_is_explained_to_contributors() -> None:
    guide = (CHECKOUT / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in VERBS if f"| `{name}" not in guide] == []
