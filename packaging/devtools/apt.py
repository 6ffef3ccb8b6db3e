"""Debian's and Ubuntu's installer, used where it may be."""

import os
import shutil
import subprocess
import time
from collections.abc import Sequence

from devtools.places import in_ci, say

PAUSES_S = (5, 20, 60)
"""Between tries in CI, where a mirror that is away for a minute must not fail a change."""


def is_here() -> bool:
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Whether there is an apt-get that we may use without asking for a password."""
    return is_here() and (is_root() or sudo_is_free())


def install(packages: Sequence[str]) -> bool:
    """Install packages, with a new list of what there is; False if apt-get could not."""
    say(f"Installing with apt-get: {' '.join(packages)}")
    for pause_s in (*(PAUSES_S if in_ci() else ()), None):
        if run("update", "-qq") and run("install", "-y", "-qq", "--no-install-recommends", *packages):
            return True
        if pause_s is not None:
            say(f"apt-get could not; trying again in {pause_s} s.")
            time.sleep(pause_s)
    return False


def command(packages: Sequence[str]) -> str:
    """What a person types for the same."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def run(*arguments: str) -> bool:
    """One call of apt-get, quiet unless it fails."""
    before = [] if is_root() else ["sudo", "-n"]
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]  # sudo drops variables that are merely inherited
    call = [*before, *environment, "apt-get", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120", *arguments]
    outcome = subprocess.run(
        call,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if outcome.returncode:
        say(outcome.stdout.strip())
    return outcome.returncode == 0


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def sudo_is_free() -> bool:
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
