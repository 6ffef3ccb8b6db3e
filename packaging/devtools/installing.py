"""Installs a lock with pip, and puts pip's failures into plain words."""

import subprocess
import sys
from pathlib import Path

from devtools.places import Stop, say

NETWORK_SIGNS = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Network is unreachable",
    "getaddrinfo failed",
    "Retrying (Retry(",
)


def install(python: Path, lock: Path) -> None:
    """Install exactly what the lock names: by hash, wheels only, so that no package runs code while installing."""
    say(f"Installing the packages of {lock.name} (half a minute or so) ...")
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--require-hashes", "--only-binary", ":all:", "-r", lock]
    outcome = subprocess.run(
        [str(part) for part in command], stderr=subprocess.PIPE, text=True, errors="replace", check=False
    )
    repeated = "WARNING: Retrying"
    sys.stderr.writelines(line for line in outcome.stderr.splitlines(True) if not line.startswith(repeated))
    if outcome.returncode:
        raise Stop(reason(outcome.stderr))


def reason(complaint: str) -> str:
    """What pip's complaint means and what to do about it."""
    if "DO NOT MATCH THE HASHES" in complaint:
        return (
            "A downloaded package is not the one that the lock names. Nothing of it was installed.\n"
            "If you have just changed pyproject.toml, write the lock again: python3 packaging/dev.py lock"
        )
    if any(sign in complaint for sign in NETWORK_SIGNS):
        return (
            "The packages could not be fetched: there seems to be no network, or a proxy stands in the way.\n"
            "Your files are untouched. Go online (pip reads HTTPS_PROXY and its own configuration) and run this again."
        )
    return (
        "pip could not install the packages; its reason stands above. Your files are untouched.\n"
        "There are wheels for 64-bit Windows, macOS 13 and newer, and Linux with glibc 2.34 and newer."
    )
