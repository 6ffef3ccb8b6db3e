"""What a Linux must have beyond Python: found by trying it, not by the names of packages."""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from devtools import apt
from devtools.places import Stop, in_ci, say

QT = {  # what `import PySide6.QtGui` loads, even without a screen -> its package in Debian and Ubuntu
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
SCREEN = {  # what Qt's xcb platform plugin loads, for a window on a real screen
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES = QT | SCREEN
FONT = {"a font": "fonts-dejavu-core"}
TEST_TOOLS = {"pdftoppm": "poppler-utils", "chromium": "chromium", "zbarimg": "zbar-tools"}

LOADER = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_SUFFIXES = {".ttf", ".otf", ".ttc", ".pfb"}
OLDEST_GLIBC = {"x86_64": (2, 34), "aarch64": (2, 39)}


def provide_libraries() -> None:
    """See that a window could open. Only CI insists: the command line needs none of this."""
    provide(missing_libraries_and_fonts, "Qt's window")


def provide_test_tools() -> None:
    """See that the tests can look at PDF and HTML as other programs show them; without, those tests are skipped."""
    provide(missing_tools, "the tests of PDF and HTML")


def provide_venv_module(is_there: Callable[[], bool]) -> None:
    """See that environments can be made; nothing goes on without that."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not is_there() and not (apt.may_install() and apt.install([package]) and is_there()):
        raise Stop(
            f"This Python ({sys.executable}) can't make environments: its module venv or ensurepip is missing.\n"
            f"Nothing was changed. On Debian and Ubuntu: {apt.command([package])}\nThen run this again."
        )


def provide(find_missing: Callable[[], Mapping[str, str]], purpose: str) -> None:
    """Install what is missing where we may, else say how; in CI what stays missing ends the work."""
    missing = find_missing() if sys.platform == "linux" else {}
    if missing and apt.may_install():
        apt.install(sorted(set(missing.values())))
        missing = find_missing()
    if not missing:
        return
    message = f"Missing for {purpose}: {', '.join(missing)}.\n{advice(missing)}"
    if in_ci():
        raise Stop(message + "\nThe variable CI is set, so this counts as a failure.")
    say(message + "\nGoing on without.")


def advice(missing: Mapping[str, str]) -> str:
    if apt.is_here():
        return f"To install: {apt.command(sorted(set(missing.values())))}"
    return "Install the packages of your system that hold these."


def missing_libraries_and_fonts() -> dict[str, str]:
    """What can't be loaded, with the package that holds it in Debian. A new process sees what was just installed."""
    command = [sys.executable, "-I", "-c", LOADER, *LIBRARIES]
    names = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return {name: LIBRARIES[name] for name in names} | ({} if has_font() else FONT)


def has_display() -> bool:
    """Whether a window can be shown: always on macOS and Windows, elsewhere if a display server is named."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def has_font() -> bool:
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(path.suffix.lower() in FONT_SUFFIXES for folder in folders for path in folder.rglob("*"))


def missing_tools() -> dict[str, str]:
    return {name: package for name, package in TEST_TOOLS.items() if not shutil.which(name)}


def check_c_library() -> None:
    """Refuse early where Qt's wheels can't run, rather than with pip's "no matching distribution"."""
    oldest = OLDEST_GLIBC.get(platform.machine())
    if sys.platform != "linux" or oldest is None:
        return
    name, version = platform.libc_ver()
    if name == "glibc" and tuple(int(part) for part in version.split(".")[:2]) >= oldest:
        return
    wanted = ".".join(map(str, oldest))
    missing = ", ".join(missing_libraries_and_fonts()) or "none"
    raise Stop(
        f"Qt's packages need glibc {wanted} on {platform.machine()}; this Linux has {name or 'another C library'} "
        f"{version}.\nNothing was changed. Debian 12, Ubuntu 22.04, Fedora 36 and newer have it on x86_64.\n"
        f"Libraries for the window that could not be loaded here: {missing}"
    )
