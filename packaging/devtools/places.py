"""Where things are in the checkout, and how the tools speak."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGING = CHECKOUT / "packaging"
VENV = CHECKOUT / ".venv"
RUN_LOCK = PACKAGING / "requirements.lock"
DEV_LOCK = PACKAGING / "requirements-dev.lock"

ENVIRONMENT_EXIT = 4
"""As in ClubHub's own command line: the computer lacks something."""


class Stop(Exception):
    """The work can't go on; the message says what is missing, what is safe and what to do."""


def say(text: str) -> None:
    """Print at once: what a child process prints next must not come first."""
    print(text, flush=True)


def in_ci() -> bool:
    """Whether the variable CI asks that nothing be left out quietly."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


def call(command: Sequence[str | Path], folder: Path = CHECKOUT) -> int:
    """Run a command in a folder, with our own streams; its exit code."""
    return subprocess.run([str(part) for part in command], cwd=folder, check=False).returncode
