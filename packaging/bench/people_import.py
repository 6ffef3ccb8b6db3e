"""100,000 people from a CSV, and their undo, beside a plain script that writes the same rows (`_plain_import.py`).

Each figure is of a process of its own. Memory is the most that it and its children held at once, looked at often.
`people_import.py [PEOPLE]`
"""

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

import psutil
import sqlcipher3.dbapi2 as sqlite

from clubhub.domain.clubs import Club
from clubhub.services.clubs import create_club, open_club
from clubhub.services.history import HistoryService
from clubhub.services.people import PeopleService

HERE = Path(__file__).resolve()
PEOPLE = 100_000
MEGABYTE = 2**20
LOOK_S = 0.01
COUNTED = ("people", "households", "groups", "person_emails", "person_phones", "group_members", "search_index")
HEADINGS = ("Given name", "Family name", "E-mail", "Phone", "Household", "Group")
GIVEN = (
    "Aino Anders Astrid Bo Cilla Eero Elin Fredrik Greta Helmi Ilkka Jonna Kalle Liisa Maj Niilo Olga Pekka Signe Tuva"
)
FIRST = "Berg Björk Dal Ek Flod Gran Hav Is Lind Norr Sand Sjö Sol Strand Söder Varg Vik Väster Ås Öst"
LAST = "berg blad by dahl fors gren holm kvist lund man mark näs qvist sten ström vall"


@dataclass
class Figures:
    seconds: float
    peak_bytes: int


def main(arguments: list[str]) -> None:
    members = int(arguments[0]) if arguments else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        sheet, ours, plain = place / "people.csv", place / "ours.clubhub", place / "plain.clubhub"
        write_sheet(sheet, members)
        for club in (ours, plain):
            create_club(club, Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki", region="FI"), actor="bench")
        baseline = measured(HERE.with_name("_plain_import.py"), plain, sheet)
        figures = {
            "plain script": baseline,
            "ClubHub's import": measured(HERE, "bring_in", ours, sheet),
        }
        if rows_of(ours) != rows_of(plain):
            sys.exit(f"Not the same rows: {rows_of(ours)} beside {rows_of(plain)}")
        figures["its undo"] = measured(HERE, "undo", ours)
        figures["its redo"] = measured(HERE, "redo", ours)
    report(members, figures)


def write_sheet(sheet: Path, members: int) -> None:
    """Made-up people, about three to a household, in fifty groups."""
    with sheet.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS)
        rows.writerows(made_up(members))


def made_up(members: int) -> Iterator[tuple[str, ...]]:
    given, family = GIVEN.split(), [first + last for first in FIRST.split() for last in LAST.split()]
    for n in range(members):
        household = n // 3
        name = family[household % len(family)]
        mail, phone = f"{n}@example.org", f"+35840{1000000 + n}"
        yield given[n % len(given)], name, mail, phone, f"{name} {household}", f"Group {n % 50}"


def measured(*command: object) -> Figures:
    """The process says its seconds on its last line; it and its children are watched from here."""
    process = subprocess.Popen([sys.executable, *map(str, command)], stdout=subprocess.PIPE, text=True)
    peak = 0
    while process.poll() is None:
        peak = max(peak, held_by(process.pid))
        sleep(LOOK_S)
    said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit(f"{command[0]} failed")
    return Figures(float(said.split()[-1]), peak)


def held_by(pid: int) -> int:
    """Resident memory of a process and its children; what they share is counted for each."""
    total = 0
    try:
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            total += process.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total


def rows_of(club: Path) -> dict[str, int]:
    """How many rows each table has; the log's are counted by the table that they speak of."""
    connection = sqlite.connect(club)
    found = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}  # noqa: S608
    found |= dict(connection.execute("SELECT 'log of ' || table_name, count(*) FROM change_parts GROUP BY 1"))
    connection.close()
    return found


def bring_in(club: str, sheet: str) -> None:
    PeopleService(open_club(Path(club), actor="bench")).import_file(Path(sheet))


def undo(club: str) -> None:
    HistoryService(open_club(Path(club), actor="bench")).undo()


def redo(club: str) -> None:
    HistoryService(open_club(Path(club), actor="bench")).redo()


def report(members: int, figures: dict[str, Figures]) -> None:
    plain, ours = figures["plain script"].seconds, figures["ClubHub's import"].seconds
    print(f"{members:,} people from a CSV, with a mail, a phone, a household and a group each; {os.cpu_count()} cores.")
    print("Baseline: packaging/bench/_plain_import.py, csv.reader and executemany into the same tables.")
    print("Aims: the import 10 times the script or less, under 500 MB; undo no slower than the import.\n")
    print(f"{'':18}{'seconds':>9}{'× script':>10}{'× import':>10}{'peak MB':>9}")
    for name, figure in figures.items():
        ratios = f"{figure.seconds / plain:10.2f}{figure.seconds / ours:10.2f}"
        print(f"{name:18}{figure.seconds:9.2f}{ratios}{figure.peak_bytes / MEGABYTE:9.0f}")


ACTS = {act.__name__: act for act in (bring_in, undo, redo)}

if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ACTS:
        begin = perf_counter()
        ACTS[sys.argv[1]](*sys.argv[2:])
        print(perf_counter() - begin)
    else:
        main(sys.argv[1:])
