"""Writes files whole or not at all, and removes them."""

import os
import tempfile
from pathlib import Path

from clubhub.domain.errors import EnvironmentProblem
from clubhub.support.texts import _


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, over an older file.

    A reader sees the old file or the new one, never half of one: the content goes to a neighbour first, which then
    takes the name. Raises EnvironmentProblem for a full disk, a missing folder or a place that can't be written.
    """
    require_folder(path.parent)
    try:
        _replace(path, content)
    except OSError as error:
        raise EnvironmentProblem(
            _("{path} can't be written: {reason}. What was there before is still there.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def numbered_paths(path: Path, count: int) -> list[Path]:
    """`path`, then its neighbours "name 2.pdf", "name 3.pdf" and so on."""
    further = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in range(2, count + 1))
    return [path, *further][:count]


def require_folder(folder: Path) -> None:
    """Raises EnvironmentProblem if there is no such folder: one that is made of a slip of the pen is hard to find."""
    try:
        is_there = folder.is_dir()
    except OSError as error:  # a folder that may not be looked into, a name too long
        raise _no_folder(folder, error) from error
    if not is_there:
        raise EnvironmentProblem(
            _("There is no folder {folder}, so nothing was written. Make it first, or choose another place.").format(
                folder=folder
            )
        )


def require_place(path: Path) -> None:
    """Raises EnvironmentProblem if no file can be put at the path, as far as can be told without trying."""
    require_folder(path.parent)
    if path.is_dir() or not os.access(path.parent, os.W_OK):
        raise EnvironmentProblem(
            _("{path} can't be written, so nothing was done. Choose another place.").format(path=path)
        )


def require_place_for_folder(folder: Path) -> None:
    """Raises EnvironmentProblem if the folder can't be used or made, as far as can be told without trying."""
    if folder.is_dir():
        require_place(folder / "file")
    elif folder.exists():
        raise EnvironmentProblem(
            _("{path} is a file, not a folder, so nothing was done. Choose another place.").format(path=folder)
        )
    else:
        require_place(folder.absolute())


def make_folder(folder: Path, *, parents: bool = False) -> None:
    """Make a folder, if it is missing, and with `parents` those above it. Raises EnvironmentProblem if it can't be."""
    if not parents:
        require_folder(folder.absolute().parent)
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except OSError as error:
        raise _no_folder(folder, error) from error


def _no_folder(folder: Path, error: OSError) -> EnvironmentProblem:
    return EnvironmentProblem(
        _("The folder {folder} can't be used: {reason}. Nothing was written.").format(
            folder=folder, reason=error.strerror or error
        )
    )


def remove_file(path: Path) -> None:
    """Take a file away, if it is there. Raises EnvironmentProblem if that isn't allowed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentProblem(
            _("{path} can't be removed: {reason}. It is still there.").format(path=path, reason=error.strerror or error)
        ) from error


def _umask() -> int:
    """What the person lets others do with new files; there is no way to ask without setting it."""
    umask = os.umask(0o077)
    os.umask(umask)
    return umask


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            Path(name).chmod(0o666 & ~_umask())
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
