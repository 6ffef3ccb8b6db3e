"""How long a roster of 700 rows takes to become a PDF, beside Typst alone on the very files that it is given for it.

Every figure is the first sheet of a new process, as on the command line: Typst remembers what it has set, so that the
same document again takes a part of the time. Ours goes from a `Roster` to the bytes of the PDF, with all that this
imports; Typst's goes from the files in memory to the same bytes, with its own import.
"""

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from unittest.mock import patch

from _large_roster import large_roster
from _timing import by_turns, print_table, timed

from clubhub.domain.rosters import Roster

ROUNDS = 9
LAYOUTS = ("shift", "venue", "person")
OPTIONS = "options.json"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            in_new_process(folder, "keep", layout)
        typst = {f"{layout}, Typst alone": partial(seconds_of, folder, "typst", layout) for layout in LAYOUTS}
        ours = {f"{layout}, ClubHub": partial(seconds_of, folder, "ours", layout) for layout in LAYOUTS}
        seconds = by_turns(typst | ours, rounds=ROUNDS)
    rows = sum(1 for _entry in large_roster().entries())
    print(f"A roster of {rows} rows as PDF: least and median of {ROUNDS}, by turns, on {os.cpu_count()} cores.")
    print("Baseline: typst.compile of the installed package `typst` on the same template, JSON, fonts and options.\n")
    print_table(seconds, dict(zip(ours, typst, strict=True)))


def seconds_of(folder: str, who: str, layout: str) -> float:
    return float(in_new_process(folder, who, layout))


def in_new_process(folder: str, act: str, layout: str) -> str:
    """What this file prints when it is called for one act on one layout."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(Path(folder, "compiled"))}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, act, layout, folder]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def set_ours(roster: Roster, layout: str) -> None:
    from clubhub.domain.roster_layouts import RosterLayout
    from clubhub.formats.roster_pdf import roster_pdf

    roster_pdf(roster, RosterLayout(layout))


def set_by_typst(files: dict[str, bytes], options: dict[str, object]) -> None:
    import typst

    # The package's type hints leave out the dictionary of files that its documentation offers.
    typst.compile(files, **options)  # type: ignore[call-overload]


def keep_input(layout: str, place: Path) -> None:
    """Make the sheet once, and write down the files and options that arrive at Typst."""
    import typst

    with patch.object(typst, "compile_with_warnings", wraps=typst.compile_with_warnings) as compiler:
        set_ours(large_roster(), layout)
    [files], options = compiler.call_args
    place.mkdir()
    (place / OPTIONS).write_text(json.dumps(options), "utf-8")
    for name, content in files.items():
        (place / name).write_bytes(content)


def act_once(act: str, layout: str, place: Path) -> None:
    if act == "keep":
        keep_input(layout, place)
    elif act == "ours":
        roster = large_roster()
        print(timed(lambda: set_ours(roster, layout)))
    else:
        files = {path.name: path.read_bytes() for path in place.iterdir()}
        options = json.loads(files.pop(OPTIONS))
        print(timed(lambda: set_by_typst(files, options)))


if __name__ == "__main__":
    if arguments := sys.argv[1:]:
        act_once(arguments[0], arguments[1], Path(arguments[2], arguments[1]))
    else:
        main()
