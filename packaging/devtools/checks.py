"""What `dev.py lint` and tests/test_architecture.py run: the same commands, so that they can't disagree."""

from pathlib import Path

from devtools.places import call, say

IMPORT_LINTER = """
import sys
sys.path.insert(0, "src")
from importlinter.cli import lint_imports_command
lint_imports_command(["--no-logo", "--no-cache"])
"""

CHECKS: dict[str, tuple[str, ...]] = {
    "ruff": ("-m", "ruff", "check", "."),
    "format": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy", "src/clubhub", "packaging"),
    "imports": ("-c", IMPORT_LINTER),
}
"""Arguments for a Python that has the developers' lock, run at the top of the checkout."""


def lint(python: Path) -> int:
    """Run every check, also after one has failed; 0 if all agree."""
    failed = []
    for name, arguments in CHECKS.items():
        say(f"-- {name}")
        if call([python, *arguments]):
            failed.append(name)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0
