"""Writes files whole or not at all, and removes them."""

import os
import tempfile
from pathlib import Path

from clubhub.domain.errors import EnvironmentProblem
from clubhub.support.texts import _


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, over an older file; its folder is made if it is missing.

    A reader sees the old file or the new one, never half of one: the content goes to a neighbour first, which then
    takes the name. Raises EnvironmentProblem for a full disk or a place that can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise EnvironmentProblem(
            _("{path} can't be written: {reason}. What was there before is still there.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


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
