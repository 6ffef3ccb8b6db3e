"""Reads a file from outside up to a size and no further."""

from pathlib import Path

from clubhub.domain.errors import EnvironmentProblem, InvalidInput
from clubhub.support.texts import _

MEGABYTE = 1 << 20


def read_limited(path: Path, limit_bytes: int) -> bytes:
    """The file's bytes. Raises InvalidInput if it is empty or longer, EnvironmentProblem if it can't be opened."""
    try:
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except OSError as error:
        raise EnvironmentProblem(
            _("“{path}” can't be read: {reason}. Nothing was changed.").format(
                path=path.name, reason=error.strerror or error
            )
        ) from error
    if not data:
        raise InvalidInput(_("“{path}” is empty. Nothing was changed.").format(path=path.name))
    if len(data) > limit_bytes:
        raise InvalidInput(
            _("“{path}” is larger than {limit} MB. Nothing was changed.").format(
                path=path.name, limit=limit_bytes // MEGABYTE
            )
        )
    return data
