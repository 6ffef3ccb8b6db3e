"""Writes the two locks: what pyproject.toml asks for, as exact releases with their hashes."""

import shutil
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

from devtools.places import CHECKOUT, DEV_LOCK, RUN_LOCK, Stop, call, say

UV = "uv==0.13.9"
COMPILE = (
    *("pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
)


def lock(options: Sequence[str]) -> int:
    """Write both locks. Releases that still fit stay as they are; `--upgrade` takes the newest."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or str(fetch_uv(Path(folder)))
        write(uv, RUN_LOCK, options)
        write(uv, DEV_LOCK, ["--extra", "dev", "--constraint", str(RUN_LOCK.relative_to(CHECKOUT)), *options])
    return 0


def write(uv: str, path: Path, options: Sequence[str]) -> None:
    """Compile one lock and see that it names no address: a clone fetches from wherever its pip is told to."""
    if call([uv, *COMPILE, *options, "--output-file", path.relative_to(CHECKOUT)]):
        raise Stop(f"{path.name} was not written: uv's reason stands above. The old lock is as it was.")
    if "://" in path.read_text("utf-8"):
        raise Stop(f"{path.name} names an address. Take it out of pip's or uv's configuration and write it again.")
    say(f"Wrote {path.relative_to(CHECKOUT)}")


def fetch_uv(folder: Path) -> Path:
    """Install uv into a folder that is thrown away afterwards: nothing else needs it."""
    venv.EnvBuilder(with_pip=True).create(folder)
    binaries = folder / ("Scripts" if (folder / "Scripts").is_dir() else "bin")
    if call([binaries / "python", "-m", "pip", "install", "--quiet", "--only-binary", ":all:", UV]):
        raise Stop("uv, which writes the locks, could not be installed; pip's reason stands above.")
    return binaries / "uv"
