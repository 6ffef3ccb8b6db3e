"""How long a command keeps people waiting before it does anything: `--help` and `list people`, beside their libraries.

Every figure is a whole process, from a compiled cache that the first round fills.
"""

import csv
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from _timing import by_turns, print_table, timed

SOURCE = Path(__file__).resolve().parents[2] / "src"
ROUNDS = 25
MEMBERS = 250
"""The members of an average club."""

SQLALCHEMY = "import sqlalchemy"
LIBRARIES = "import what list people needs"
IMPORTS = {
    "python -c pass": "pass",
    SQLALCHEMY: "import sqlalchemy",
    "import typer": "import typer",
    LIBRARIES: "import typer, sqlalchemy, sqlalchemy.dialects.sqlite, sqlcipher3.dbapi2",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONPYCACHEPREFIX": str(place / "compiled")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        run = partial(run_python, environment)
        empty, full = place / "empty.clubhub", place / "full.clubhub"
        make_club(run, empty, members=0)
        make_club(run, full, members=MEMBERS)
        clubhub = partial(run, "-m", "clubhub")
        imports = {name: partial(run, "-c", code) for name, code in IMPORTS.items()}
        commands = {
            "clubhub --help": partial(clubhub, "--help"),
            "clubhub list people, nobody": partial(clubhub, "--club", str(empty), "list", "people"),
            f"clubhub list people, {MEMBERS}": partial(clubhub, "--club", str(full), "list", "people"),
        }
        tasks = {name: partial(timed, task) for name, task in (imports | commands).items()}
        seconds = by_turns(tasks, rounds=ROUNDS)
    print(f"Starting up: whole processes, least and median of {ROUNDS}, by turns, on {os.cpu_count()} cores.")
    print("Baseline: this Python and the installed SQLAlchemy with nothing of ours (python -c 'import sqlalchemy').\n")
    print_table(seconds, {name: SQLALCHEMY for name in seconds if name != SQLALCHEMY})


def run_python(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)


def make_club(run: "partial[None]", path: Path, *, members: int) -> None:
    """A new club with so many members, each with an address, a phone number and a household of two."""
    run("-m", "clubhub", "new", str(path), "--name", "Kvarnö Swim Club", "--time-zone", "Europe/Helsinki")
    if not members:
        return
    sheet = path.with_suffix(".csv")
    with sheet.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Given name", "Family name", "E-mail", "Phone", "Household"])
        for n in range(members):
            phone = f"+35850555{n:04}"
            rows.writerow([f"Signe {n}", f"Vikdahl {n // 2}", f"signe.{n}@example.org", phone, f"Vikdahl {n // 2}"])
    run("-m", "clubhub", "--club", str(path), "import", "people", str(sheet))


if __name__ == "__main__":
    main()
