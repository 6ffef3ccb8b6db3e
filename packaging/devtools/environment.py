"""The folder .venv: made, filled from a lock, found good, or made again.

A stamp, written last, says what was installed. Without a stamp that still tells the truth, .venv is made anew:
a set-up that was interrupted or damaged is never mended by guessing.
"""

import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import sys
import sysconfig
import time
import venv
from pathlib import Path

from devtools import system
from devtools.installing import install
from devtools.places import CHECKOUT, DEV_LOCK, RUN_LOCK, VENV, Stop, say

STAMP = VENV / "clubhub-stamp.json"


def make_ready(lock: Path) -> Path:
    """The Python of .venv with all of `lock` installed. Takes milliseconds when that is so already."""
    if is_ready(lock):
        return venv_python()
    started = time.monotonic()
    system.check_c_library()
    system.provide_venv_module(has_venv_module)
    if not is_ready(RUN_LOCK):
        make_anew()
    STAMP.unlink(missing_ok=True)
    install(venv_python(), lock)
    link_source()
    write_stamp(lock)
    say(f"Set up {VENV} in {time.monotonic() - started:.0f} s. The next start installs nothing.")
    return venv_python()


def is_ready(lock: Path) -> bool:
    """Whether the stamp is of this Python and this lock, and everything it lists is still in place."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
        return bool(
            stamp["python"] == this_python()
            and stamp["locks"].get(lock.name) == digest(lock)
            and (VENV / "pyvenv.cfg").is_file()
            and venv_python().exists()
            and still_holds(stamp["contents"])
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def still_holds(recorded: dict[str, int]) -> bool:
    """Whether no package has gone or lost parts since the stamp; what a developer added doesn't matter."""
    present = contents()
    return all(present.get(name, -1) >= count for name, count in recorded.items())


def contents() -> dict[str, int]:
    """Each entry of site-packages with how many entries it has itself (0 for a file); caches are not counted."""
    counts = {}
    for entry in site_packages().iterdir():
        if entry.name != "__pycache__":
            inside = entry.iterdir() if entry.is_dir() else ()
            counts[entry.name] = sum(part.name != "__pycache__" for part in inside)
    return counts


def write_stamp(lock: Path) -> None:
    """Record what was installed; the developers' lock holds all that the program's holds."""
    locks = {RUN_LOCK, lock} if lock == DEV_LOCK else {lock}
    stamp = {"python": this_python(), "locks": {one.name: digest(one) for one in locks}, "contents": contents()}
    STAMP.write_text(json.dumps(stamp), "utf-8")


def make_anew() -> None:
    """Remove what is there and make an empty environment with pip in it."""
    try:
        if VENV.is_dir() and not VENV.is_symlink():
            shutil.rmtree(VENV)
        else:
            VENV.unlink(missing_ok=True)
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)
    except OSError as problem:
        raise Stop(
            f"{VENV} could not be made again: {problem}\n"
            "Your work is untouched. Close programs that use this folder, check its rights and the space on the disk, "
            "start this with the system's Python, and run the same command again."
        ) from problem


def link_source() -> None:
    """Let .venv's Python import clubhub from the checkout: an editable install without a build.

    The path is relative, so that no spelling of a home folder has to survive the encoding of a .pth file.
    """
    source = os.path.relpath(CHECKOUT / "src", site_packages().resolve())
    (site_packages() / "clubhub-source.pth").write_text(source + "\n", "ascii")


def has_venv_module() -> bool:
    """Whether this Python can make environments: Debian keeps that in a package of its own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def site_packages() -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))


def this_python() -> str:
    return f"{sys.implementation.name} {sys.version.split()[0]} {sys.base_prefix}"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
